// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagebreaks.h"

#include <catch2/catch.hpp>

#include <random>

using namespace patronat::documents;

namespace {

/// Rows of one line each, ten high.
Flow rows(int count)
{
    Flow flow;
    for (int i = 0; i < count; ++i) {
        flow.lines.push_back({ i * 10.0 + 2, i * 10.0 + 8 });
        flow.rows.push_back({ i * 10.0, i * 10.0 + 10 });
    }
    flow.height = count * 10.0;
    return flow;
}

} // namespace

TEST_CASE("a short document is one page", "[documents]")
{
    CHECK(cutIntoPages(rows(3), 100) == std::vector<PageCut> { { { 0, 30 }, {} } });
}

TEST_CASE("an empty document is one page", "[documents]") { CHECK(cutIntoPages({}, 100).size() == 1); }

TEST_CASE("a page ends before the row that does not fit", "[documents]")
{
    const auto pages = cutIntoPages(rows(5), 25);

    REQUIRE(pages.size() == 3);
    CHECK(pages[0].body == Span { 0, 20 });
    CHECK(pages[1].body == Span { 20, 40 });
    CHECK(pages[2].body == Span { 40, 50 });
}

TEST_CASE("the head of a table is given room on each page inside it", "[documents]")
{
    Flow flow = rows(6);
    flow.tables.push_back({ { 0, 60 }, { 0, 10 } });

    const auto pages = cutIntoPages(flow, 30);

    REQUIRE(pages.size() == 3);
    CHECK(pages[0].head.height() == 0);
    CHECK(pages[1].body == Span { 30, 50 });
    CHECK(pages[1].head == Span { 0, 10 });
    CHECK(pages[2].body == Span { 50, 60 });
}

TEST_CASE("a group moves to the next page whole", "[documents]")
{
    Flow flow = rows(4);
    flow.groups.push_back({ 10, 40 });

    const auto pages = cutIntoPages(flow, 30);

    REQUIRE(pages.size() == 2);
    CHECK(pages[0].body == Span { 0, 10 });
    CHECK(pages[1].body == Span { 10, 40 });
}

TEST_CASE("a group taller than a page is cut between its rows", "[documents]")
{
    Flow flow = rows(5);
    flow.groups.push_back({ 0, 50 });

    CHECK(cutIntoPages(flow, 30)[0].body == Span { 0, 30 });
}

TEST_CASE("a row taller than a page is cut between its lines", "[documents]")
{
    Flow flow;
    flow.height = 100;
    flow.rows.push_back({ 0, 100 });
    for (int i = 0; i < 10; ++i)
        flow.lines.push_back({ i * 10.0, i * 10.0 + 10 });

    const auto pages = cutIntoPages(flow, 35);

    REQUIRE(pages.size() == 4);
    CHECK(pages[0].body == Span { 0, 30 });
}

TEST_CASE("a page begins where the author wants it", "[documents]")
{
    Flow flow = rows(4);
    flow.forced = { 10 };

    const auto pages = cutIntoPages(flow, 100);

    REQUIRE(pages.size() == 2);
    CHECK(pages[1].body == Span { 10, 40 });
}

TEST_CASE("whatever the flow, pages cover it once, in order, and cut no line that fits", "[documents]")
{
    const auto seed = std::random_device {}();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (int round = 0; round < 300; ++round) {
        Flow flow;
        double y = 0;
        for (int i = 0; i < 60; ++i) {
            const double height = 5 + static_cast<double>(random() % 40);
            flow.lines.push_back({ y, y + height });
            if (random() % 3 == 0)
                flow.rows.push_back({ y, y + height });
            if (random() % 4 == 0)
                flow.groups.push_back({ y, y + height * 3 });
            y += height + static_cast<double>(random() % 10);
        }
        flow.height = y;

        const auto pages = cutIntoPages(flow, 100);

        CHECK(pages.front().body.top == 0);
        CHECK(pages.back().body.bottom == Approx(y));
        for (std::size_t i = 1; i < pages.size(); ++i) {
            CHECK(pages[i].body.top == pages[i - 1].body.bottom);
            CHECK(pages[i].body.height() > 0);
            for (const Span& line : flow.lines) {
                const bool cut = line.top < pages[i].body.top - 1 && line.bottom > pages[i].body.top + 1;
                CHECK_FALSE(cut);
                if (line.top >= pages[i].body.top && line.top < pages[i].body.bottom)
                    CHECK(line.bottom <= pages[i].body.top + 100.5);
            }
        }
    }
}
