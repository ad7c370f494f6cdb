// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/settings.h"
#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace patronat::db;
using namespace patronat::tests;

TEST_CASE("every connection has the mandatory settings, however it was opened", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    const std::vector<std::string> none;

    Connection first(file, Access::Writer);
    CHECK(wrongSettings(first) == none);
    first.execute("CREATE TABLE t(x)");
    Connection reader(file, Access::Reader);
    CHECK(wrongSettings(reader) == none);
    Connection again(file, Access::Writer);
    CHECK(wrongSettings(again) == none);
    Connection memory(":memory:", Access::Writer);
    CHECK(wrongSettings(memory) == none);
    Connection readMemory(":memory:", Access::Reader);
    CHECK(wrongSettings(readMemory) == none);
}

TEST_CASE("a setting that somebody changed is named", "[db]")
{
    const TemporaryFolder folder;
    Connection connection(folder.file("a.db"), Access::Writer);
    const auto [change, named] = GENERATE(table<std::string, std::string>({
        { "cache_spill=ON", "cache_spill=" },
        { "synchronous=NORMAL", "synchronous=1" },
        { "foreign_keys=OFF", "foreign_keys=0" },
        { "secure_delete=OFF", "secure_delete=0" },
        { "trusted_schema=ON", "trusted_schema=1" },
        { "temp_store=FILE", "temp_store=1" },
        { "journal_mode=DELETE", "journal_mode=delete" },
        { "mmap_size=65536", "mmap_size=65536" },
        { "busy_timeout=1", "busy_timeout=1" },
        { "wal_autocheckpoint=1000", "wal_autocheckpoint=1000" },
        { "cache_size=100", "cache_size=100" },
        { "query_only=ON", "query_only=1" },
    }));
    CAPTURE(change);

    Statement pragma = connection.prepareOnce("PRAGMA " + change);
    pragma.step();
    pragma.reset();

    const auto wrong = wrongSettings(connection);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].substr(0, named.size()) == named);
}

TEST_CASE("the settings of safety.md 2.4 are all there", "[db]")
{
    for (const Access access : { Access::Writer, Access::Reader }) {
        std::set<std::string_view> names;
        for (const Setting& setting : settingsFor(access))
            names.insert(setting.pragma);
        CHECK(names
            == std::set<std::string_view> { "journal_mode", "synchronous", "cache_spill",
                "temp_store", "mmap_size", "foreign_keys", "secure_delete", "trusted_schema",
                "busy_timeout", "wal_autocheckpoint", "query_only", "cache_size" });
    }
}
