// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/twins/verdict.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

inline constexpr std::string_view kPersonType = "person";
inline constexpr std::string_view kFamilyType = "family";

/// A record that is perhaps the one that is being entered.
struct Candidate
{
    std::string type;
    base::RecordId record;
    Verdict verdict;
};

/// What is asked before a record is saved.
struct Question
{
    std::string type; ///< person or family
    base::Fields values; ///< as they stand in the form
    std::vector<base::RecordId> members {}; ///< of a family: the persons in it
    base::RecordId self {}; ///< the record itself, when it is there already
    std::string role {}; ///< of whoever asks; empty: sees all
    std::size_t most = 5;
};

/// Whether records of this type are compared in this profile.
bool isCompared(const profile::Profile& profile, std::string_view type);

/// Fields whose change makes the question worth asking anew.
const std::vector<std::string>& comparedFields(std::string_view type);

/// The role of a member of the staff; empty when there is none.
std::string roleOf(const store::ReadTx& tx, base::RecordId staff);

/// Records like the one asked about, surest first. Looks where the indexes lead: the birth date and
/// its usual slips, СНИЛС, the paper's number, beginnings of names in all spellings; no table is
/// read as a whole. Within a read, any thread. UnknownType when the type is not compared.
base::Result<std::vector<Candidate>> candidates(const store::ReadTx& tx, const Question& question);

/// Two records of one type that are perhaps about the same.
struct Pair
{
    std::string type;
    base::RecordId first;
    base::RecordId second;
    Verdict verdict; ///< its values are those of the second
};

/// All pairs among the records held, surest first, of at least this degree: reads all of them.
base::Result<std::vector<Pair>> pairs(const store::ReadTx& tx, std::string_view type, Degree least,
    const std::string& role, base::Job& job);

} // namespace patronat::twins
