// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forks.h"
#include "tests/core/exchange/office.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;
using base::RecordId;
using base::Value;

namespace {

/// Two machines that went on from one image with the same chance: the same ids, other contents.
struct Copies {
    TemporaryFolder folder;
    TemporaryFolder leftFolder;
    TemporaryFolder rightFolder;
    Office left { leftFolder, "x", "office", 99 };
    Office right { rightFolder, "x", "office", 99 };

    exchange::MergeReport merge(Office& at, const std::vector<std::filesystem::path>& files)
    {
        exchange::MergeOptions accept;
        accept.acceptUncertified = true;
        return at.mergeFiles(files, accept);
    }
    /// Two centres that get the two batches in the two orders.
    void compare(std::size_t forks)
    {
        const auto a = left.exportTo("left").file;
        const auto b = right.exportTo("right").file;
        Office first(folder, "first");
        Office second(folder, "second");
        Office both(folder, "both");
        merge(first, { a });
        const auto report = merge(first, { b });
        merge(second, { b });
        merge(second, { a });
        merge(both, { a, b });
        CHECK(report.totals().forks == forks);
        CHECK(first.digest() == second.digest());
        CHECK(first.digest() == both.digest());
        for (Office* office : { &first, &second, &both }) {
            const auto kept = office->store().read(
                [](const store::ReadTx& tx) -> base::Result<std::vector<exchange::Fork>> { return exchange::forks(tx); });
            REQUIRE(kept);
            CHECK(kept->size() == forks);
        }
        // Again: known on both sides, nothing moves.
        const std::string before = first.digest();
        CHECK(merge(first, { b, a }).totals().forks == 0);
        CHECK(first.digest() == before);
        // The copies themselves come to the same.
        merge(left, { b });
        merge(right, { a });
        CHECK(left.digest() == right.digest());
        CHECK(left.digest() == before);
    }
};

} // namespace

TEST_CASE("Of two contents under one id the smaller hash is in the graph everywhere and the other is kept")
{
    Copies c;
    const RecordId one = c.left.create("person", { { "name", Value("Left") } });
    const RecordId other = c.right.create("person", { { "name", Value("Right") } });
    REQUIRE(one == other);
    c.compare(1);
}

TEST_CASE("What was built on the content that gave way waits everywhere")
{
    bool leftStood = false;
    bool rightStood = false;
    for (int i = 0; i < 40 && !(leftStood && rightStood); ++i) {
        Copies c;
        const RecordId one = c.left.create("person", { { "name", Value("Left" + std::to_string(i)) } });
        c.right.create("person", { { "name", Value("Right" + std::to_string(i)) } });
        c.left.put("person", one, { { "note", Value("of left") } });
        c.compare(1);
        const bool left = c.right.value("person", one, "name").textOr("").starts_with("Left");
        CHECK(c.right.value("person", one, "note") == (left ? Value("of left") : Value()));
        CHECK(c.right.count("SELECT count(*) FROM waiting") == (left ? 0 : 1));
        (left ? leftStood : rightStood) = true;
    }
    CHECK(leftStood);
    CHECK(rightStood);
}

TEST_CASE("An action is not taken back when another content met its id, whichever of the two stands")
{
    Copies c;
    const RecordId one = c.left.create("person", { { "name", Value("Left") } });
    c.right.create("person", { { "name", Value("Right") } });
    const auto a = c.left.exportTo("left").file;
    const auto b = c.right.exportTo("right").file;
    c.merge(c.left, { b });
    c.merge(c.right, { a });
    for (Office* office : { &c.left, &c.right }) {
        const auto undone = office->store().undo(base::idCast<base::GroupId>(one), {});
        REQUIRE(undone);
        CHECK(undone->operations == 0);
        CHECK(undone->impossible == std::vector { base::idCast<base::OperationId>(one) });
        CHECK(office->has("person", one));
    }
}

TEST_CASE("Two contents under one id may be of two types")
{
    Copies c;
    c.left.create("person", { { "name", Value("A person") } });
    c.right.create("family", { { "name", Value("A family") } });
    c.compare(1);
    CHECK(c.left.count("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM family)") == 1);
}

TEST_CASE("A content is exchanged out of a frame as well as out of a pending row")
{
    Copies c;
    for (int i = 0; i < 300; ++i) {
        c.left.create("person", { { "name", Value("Left" + std::to_string(i)) } });
        // Every tenth differs; the clocks agree, so the others are the same operations.
        c.right.create("person", { { "name", Value((i % 10 == 0 ? "Right" : "Left") + std::to_string(i)) } });
    }
    c.compare(30);
}
