// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/vault/institution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace patronat::exchange {

/// The version of the batch format this program writes, and the newest it reads.
inline constexpr std::uint64_t kBatchVersion = 1;

// Bounds before any work (safety.md 3.2). Operations: a region's snapshot of 76,000 families is 0.8 million
// records, each with a few operations; 100,000 would cut it into forty files, and frames of at most 256 are
// bounded by themselves.
inline constexpr std::size_t kMaxManifestBytes = std::size_t { 64 } << 10;
inline constexpr std::uint64_t kMaxPlainBytes = std::uint64_t { 512 } << 20;
inline constexpr std::uint64_t kMaxRatio = 50;
/// What may be expanded whatever the ratio: one frame of one kind of text.
inline constexpr std::uint64_t kRatioAllowance = std::uint64_t { 64 } << 20;
inline constexpr std::uint64_t kMaxOperations = 4'000'000;

enum class BatchKind {
    Origin, ///< everything its site wrote, with the heads of its chains
    Selection, ///< what a relay picked, or part of what a site wrote: "attested by" the site that signed it
};

/// What a batch says of itself: signed, and readable before anything is opened. Holds nothing personal.
struct Manifest {
    std::string id; ///< 32 hex digits: BLAKE2b of the manifest without it, cut
    std::uint64_t minReader = kBatchVersion;
    BatchKind kind = BatchKind::Origin;
    base::SiteId site;
    std::string officeCode;
    std::string siteName;
    std::string siteKind;
    vault::PublicKey key {};
    std::string certificate; ///< canonical text; empty where the site has none
    std::optional<vault::Institution> institution;
    base::SiteId recipient; ///< null: for whoever gets it
    /// The batch whose receipt by the recipient this one builds on: what it held is not sent again. Empty: from the
    /// beginning. A recipient that does not hold that one says so in its receipt.
    std::string after;
    base::Digest256 payloadHash {};
    std::uint64_t payloadBytes = 0;
    std::uint64_t plainBytes = 0;
    std::uint64_t frames = 0;
    std::uint64_t operations = 0;
    std::string profileId;
    std::string profileVersion;
    std::string profileHash;
    std::int64_t stamp = 0; ///< the site's own clock; orders nothing
    /// Of chance, 53 bits: two batches alike are two batches. A site that went back to a backup and a wrong clock would else
    /// make once more one that was merged, and its empty list of receipts would not be heard.
    std::uint64_t nonce = 0;
};

/// The canonical text; sets the id.
std::string toText(Manifest& manifest);
/// Nothing when a member is missing or wrong. Members of a later version are kept out of the way: `minReader`
/// says whether they matter.
std::optional<Manifest> manifestFromText(std::string_view text);
/// Of a manifest that could not be read: the version of the program it asks for, when it says so.
std::uint64_t neededReader(std::string_view text);

} // namespace patronat::exchange
