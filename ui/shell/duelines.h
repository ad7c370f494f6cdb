// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/process/deadlines.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// Something that is to be done by a day, as Today tells it. Holds no pointer into the profile.
struct DueLine
{
    std::string kind; ///< the deadline's id, "ipr.review"
    profile::Label label; ///< what is to be done
    std::string type; ///< of the record that it leads to
    base::RecordId id;
    base::RecordId family; ///< null when nobody's
    std::string title; ///< the record's or the family's
    std::string familyName;
    base::RecordId who; ///< of the staff; null: nobody yet
    std::string whoName;
    base::RecordId place; ///< the family's territory; null when unknown
    std::string placeName;
    std::string date; ///< ISO
    int lateDays = 0; ///< 0: not late
    process::Standing standing = process::Standing::Later;
    bool onDayOff = false;
    std::optional<int> unlistedYear; ///< the day is provisional: no list of days off for it
};

/// Everything whose reminder has come, by its day.
base::Result<std::vector<DueLine>> dueLines(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& today, const std::string& language);

enum class DueSection
{
    Overdue,
    ThisWeek, ///< today too
    Later
};
inline constexpr std::size_t kDueSections = 3;
DueSection sectionOf(process::Standing standing);

enum class DueBy
{
    Kind,
    Curator,
    Territory
};

struct DueGroup
{
    std::string key; ///< of the kind, the member of the staff, the territory; empty: of none
    std::vector<const DueLine*> lines;
};

/// The lines of one section in groups, the group with the earliest day first, the lines by day.
/// Points into `lines`.
std::vector<DueGroup> groupsOf(const std::vector<DueLine>& lines, DueSection section, DueBy by);

/// How many lines each section shows at first, when all together are to be no more than `room`:
/// none shows more than it has, what one does not need goes to the others, the first ones before
/// the last.
std::array<std::size_t, kDueSections> sharesOf(
    const std::array<std::size_t, kDueSections>& counts, std::size_t room);

} // namespace patronat::ui
