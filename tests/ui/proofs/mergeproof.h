// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <string>

namespace patronat::tests {

/// What somebody went through who typed and saved while the exchange page took files in.
struct MergeProof
{
    std::size_t taken = 0; ///< batches
    std::size_t refused = 0;
    std::int64_t mergeMs = 0;
    std::int64_t longestFrameMs = 0; ///< the longest the event loop was away, all over
    std::int64_t longestSaveMs = 0; ///< from the key to "saved"
    unsigned letters = 0;
    unsigned savesMeanwhile = 0; ///< while files were being taken in
    QStringList lost; ///< cards that were typed and saved and are not in the store
    std::string digest; ///< of the database that was typed into
    std::string expected; ///< of the region's own, after it has taken in what was typed
};

/// Opens a new supervisor's database beside `region`'s in the real window, lets the exchange page take in a batch of each
/// office of the region, types and saves cards of families by key events the while, at least `least` of them; then
/// gives what it holds to a copy of the region's database and compares. Works in `scratch`.
base::Result<MergeProof> typeWhileMerging(const std::filesystem::path& region, const std::filesystem::path& profile,
    const std::filesystem::path& scratch, unsigned least);

} // namespace patronat::tests
