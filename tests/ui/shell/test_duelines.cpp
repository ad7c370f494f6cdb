// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/duelines.h"

#include <catch2/catch.hpp>

using namespace patronat;
using process::Standing;
using ui::DueBy;
using ui::DueLine;
using ui::DueSection;

namespace {

DueLine lineOf(const char* kind, Standing standing, const char* date)
{
    DueLine line;
    line.kind = kind;
    line.standing = standing;
    line.date = date;
    return line;
}

} // namespace

TEST_CASE("lines stand in the section of their day, in the order their groups begin")
{
    const std::vector<DueLine> lines { lineOf("review", Standing::LongOverdue, "2027-01-01"),
        lineOf("card", Standing::Overdue, "2027-01-05"),
        lineOf("review", Standing::Overdue, "2027-01-06"),
        lineOf("card", Standing::Today, "2027-01-10"),
        lineOf("review", Standing::Later, "2027-02-10") };
    const auto late = groupsOf(lines, DueSection::Overdue, DueBy::Kind);
    REQUIRE(late.size() == 2);
    CHECK(late[0].key == "review");
    REQUIRE(late[0].lines.size() == 2);
    CHECK(late[0].lines[1]->date == "2027-01-06");
    CHECK(late[1].key == "card");
    CHECK(groupsOf(lines, DueSection::ThisWeek, DueBy::Kind).size() == 1);
    CHECK(groupsOf(lines, DueSection::Later, DueBy::Curator).front().key.empty());
}

TEST_CASE("no more lines than there is room for, none that a section has not, none left unused")
{
    using Counts = std::array<std::size_t, ui::kDueSections>;
    CHECK(ui::sharesOf({ 0, 0, 0 }, 20) == Counts { 0, 0, 0 });
    CHECK(ui::sharesOf({ 3, 2, 1 }, 20) == Counts { 3, 2, 1 });
    CHECK(ui::sharesOf({ 100, 100, 100 }, 20) == Counts { 7, 7, 6 });
    CHECK(ui::sharesOf({ 100, 2, 0 }, 20) == Counts { 18, 2, 0 });
    CHECK(ui::sharesOf({ 1, 0, 100 }, 20) == Counts { 1, 0, 19 });
}
