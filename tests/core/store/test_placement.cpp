// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/placement.h"

#include "tests/core/store/smallstore.h"

#include <filesystem>
#include <fstream>

using namespace patronat;
using namespace patronat::tests;
using store::Placement;

TEST_CASE("The nonce in the database and what the machine remembers say where it was opened last")
{
    CHECK(store::judgePlacement(std::nullopt, {}) == Placement::First);
    CHECK(store::judgePlacement(std::nullopt, { "a" }) == Placement::First);
    CHECK(store::judgePlacement("a", { "a" }) == Placement::Same);
    CHECK(store::judgePlacement("a", { "b", "a" }) == Placement::Same);
    CHECK(store::judgePlacement("a", {}) == Placement::MovedOrCopied);
    CHECK(store::judgePlacement("a", { "c", "b" }) == Placement::MovedOrCopied);
}

TEST_CASE("The machine remembers the fresh nonce and the one before")
{
    CHECK(store::rememberedAfter(std::nullopt, "a") == std::vector<std::string> { "a" });
    CHECK(store::rememberedAfter("a", "b") == std::vector<std::string> { "b", "a" });
}

namespace {

struct PlacementCase : SmallStore {
    Placement open(const char* machine) { return need(store::placeOpening(*db, folder.file(machine), random)); }
    std::string nonce() const
    {
        return need(db->read([](const store::ReadTx& tx) -> base::Result<std::string> {
            return tx.setting("opening.nonce").value_or("");
        }));
    }
};

} // namespace

TEST_CASE("Opening again on one machine is the same place, on a second one it is not, nor back on the first")
{
    PlacementCase c;
    CHECK(c.open("office") == Placement::First);
    CHECK(c.open("office") == Placement::Same);
    CHECK(c.open("office") == Placement::Same);
    CHECK(c.open("home") == Placement::MovedOrCopied);
    CHECK(c.open("home") == Placement::Same);
    CHECK(c.open("office") == Placement::MovedOrCopied);
}

TEST_CASE("A power cut between the machine's file and the database asks nobody")
{
    PlacementCase c;
    c.open("office");
    const std::string before = c.nonce();
    c.open("office");
    c.set("opening.nonce", before); // the file was written, the database was not
    CHECK(c.open("office") == Placement::Same);
}

TEST_CASE("A restored copy and a damaged file of the machine are noticed")
{
    PlacementCase c;
    c.open("office");
    const std::string old = c.nonce();
    c.open("office");
    c.open("office");
    c.set("opening.nonce", old);
    CHECK(c.open("office") == Placement::MovedOrCopied);
    for (const auto& entry : std::filesystem::directory_iterator(c.folder.file("office")))
        std::ofstream(entry.path(), std::ios::trunc) << "\0\0rubbish";
    CHECK(c.open("office") == Placement::MovedOrCopied);
    CHECK(c.open("office") == Placement::Same);
}
