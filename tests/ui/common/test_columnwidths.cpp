// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/columnwidths.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace patronat;
using ui::ColumnWish;
using ui::fittedWidths;

namespace {

const std::vector<ColumnWish> kColumns { { 200, 120 }, { 90, 90 }, { 301, 180 } };

int sum(const std::vector<int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

TEST_CASE("columns that fit stay as they are")
{
    CHECK(fittedWidths(kColumns, 591) == std::vector { 200, 90, 301 });
    CHECK(fittedWidths(kColumns, 2000) == std::vector { 200, 90, 301 });
}

TEST_CASE("columns that do not fit give way, never beyond what they may")
{
    for (int room = 390; room < 591; ++room) {
        const std::vector<int> widths = fittedWidths(kColumns, room);
        CAPTURE(room);
        CHECK(sum(widths) <= room);
        CHECK(sum(widths) >= room - 3);
        for (std::size_t i = 0; i < widths.size(); ++i)
            CHECK((widths[i] >= kColumns[i].least && widths[i] <= kColumns[i].natural));
    }
}

TEST_CASE("where not all fit, the first that do are seen whole and the rest is scrolled to")
{
    CHECK(fittedWidths(kColumns, 389)
        == std::vector { 299, 90, 301 }); // the first two share what is left
    CHECK(fittedWidths(kColumns, 250) == std::vector { 160, 90, 301 });
    CHECK(fittedWidths(kColumns, 100) == std::vector { 120, 90, 301 }); // not even the first fits
    const std::vector<ColumnWish> firm { { 100, 100 }, { 200, 200 }, { 300, 300 } };
    CHECK(fittedWidths(firm, 330) == std::vector { 110, 220, 300 }); // none gives way
    CHECK(fittedWidths(firm, 600) == std::vector { 100, 200, 300 });
    CHECK(fittedWidths({}, 100).empty());
}
