// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/readtx.h"

#include <string>
#include <string_view>

namespace patronat::scans {

enum class ConsentState {
    Standing, ///< signed, not withdrawn, its term not over
    Withdrawn, ///< and none stands in its place: no new pictures (domain.md BR-48, E)
    None, ///< nothing is entered: one says what the picture rests on
};

struct ConsentAnswer {
    ConsentState state = ConsentState::None;
    std::string since; ///< ISO date: when it was withdrawn, or signed
};

/// Of a family and one purpose, on `today` (ISO). None where the profile has no consents.
ConsentAnswer consentOf(const store::ReadTx& tx, base::RecordId family, std::string_view purpose, std::string_view today);

} // namespace patronat::scans
