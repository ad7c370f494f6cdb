// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/manifest.h"
#include "core/store/journalwriter.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patronat::exchange {

/// What a merge met of one office and record type.
struct MergeCounts {
    std::uint64_t fresh = 0; ///< operations not held before
    std::uint64_t had = 0;
    std::uint64_t waiting = 0; ///< kept until what they build on has come
    std::uint64_t conflicts = 0; ///< fields now in open conflict that were not before
    std::uint64_t beside = 0; ///< operations now beside a signature
    std::uint64_t findings = 0;
    std::uint64_t forks = 0; ///< other contents under a held id
    bool operator==(const MergeCounts&) const = default;
};

struct MergeLine {
    base::SiteId site; ///< null: the profile's own records, or an office not known yet
    std::string office; ///< its code
    std::string type; ///< empty: operations of frames that were known as a whole and not opened
    MergeCounts counts;
};

/// Something for a person to look at; opens its record.
struct MergeEntry {
    enum class What { Conflict, Beside, Waiting, Finding, Fork };
    What what = What::Conflict;
    std::string type;
    base::RecordId record;
    std::string field; ///< of a conflict; of a finding its rule
    base::OperationId operation; ///< of waiting, beside, fork; of a conflict the one shown
    auto operator<=>(const MergeEntry&) const = default;
};
std::string_view whatName(MergeEntry::What what); ///< "conflict", "beside", …

/// A unit that is not the same here as at the sender when the batch was made.
struct UnitDifference {
    base::UnitId unit;
    std::uint64_t here = 0; ///< operations; equal counts with another sum: a fork
    std::uint64_t there = 0;
    bool operator==(const UnitDifference&) const = default;
};

/// What became of one file.
struct BatchOutcome {
    std::filesystem::path file;
    std::optional<base::Error> refused; ///< why; then nothing else is set
    Manifest manifest;
    bool certified = false;
    std::optional<vault::Institution> adopted; ///< this site now belongs to it
    std::uint64_t fresh = 0;
    std::uint64_t had = 0;
    std::uint64_t receipts = 0; ///< new confirmations of our own batches
    std::uint64_t chains = 0; ///< whole origins that are as their site signed them
    std::vector<base::Origin> brokenChains; ///< held whole here, and not so
    std::vector<UnitDifference> differences;
};

struct MergeReport {
    bool dryRun = false;
    std::vector<BatchOutcome> batches;
    std::vector<MergeLine> lines; ///< by office and type
    std::vector<MergeEntry> entries; ///< what this merge brought for people to look at

    MergeCounts totals() const;
    bool anyRefused() const;
};

/// For --json, and as kept with each batch.
std::string toJson(const MergeReport& report);

} // namespace patronat::exchange
