// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/conflicts.h"
#include "tests/core/exchange/office.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;
using base::RecordId;
using base::Value;

namespace {

struct Pair {
    TemporaryFolder folder;
    base::SeededRandom random { 21 };
    vault::InstitutionKey key = vault::createInstitution("Ministry", random);
    Office a { folder, "a" };
    Office b { folder, "b" };
    RecordId family;
    int file = 0;
    Pair()
    {
        a.certify(key);
        b.certify(key);
        family = a.family("Ivanov");
        b.merge(a.exportTo("0"));
        const auto shown = a.record("family", family).heads;
        a.putAt("family", family, shown, { { "name", Value("A") } });
        b.putAt("family", family, shown, { { "name", Value("B") } });
        swap();
    }
    void swap()
    {
        a.merge(b.exportTo(std::to_string(++file)));
        b.merge(a.exportTo(std::to_string(++file)));
    }
    std::vector<exchange::ShownConflict> shown(Office& at)
    {
        const auto conflicts = exchange::shownConflicts(at.store(), "family", family);
        REQUIRE(conflicts);
        return *conflicts;
    }
};

} // namespace

TEST_CASE("A conflict is the same at both offices, and its resolution reaches the other")
{
    Pair p;
    REQUIRE(p.shown(p.a).size() == 1);
    const auto conflict = p.shown(p.a).front();
    CHECK(conflict.conflict.base == Value("Ivanov"));
    CHECK(conflict.conflict.candidates == p.shown(p.b).front().conflict.candidates);
    REQUIRE(exchange::resolveConflict(p.a.store(), {}, conflict, std::size_t { 2 }).ok());
    CHECK(p.shown(p.a).empty());
    p.swap();
    CHECK(p.shown(p.b).empty());
    CHECK(p.b.value("family", p.family, "name") == conflict.conflict.candidates[1].value);
    CHECK(p.a.digest() == p.b.digest());
}

TEST_CASE("A conflict is settled with a value of one's own")
{
    Pair p;
    REQUIRE(exchange::resolveConflict(p.b.store(), {}, p.shown(p.b).front(), Value("C")).ok());
    p.swap();
    CHECK(p.a.value("family", p.family, "name") == Value("C"));
    CHECK(p.shown(p.a).empty());
}

TEST_CASE("A candidate that is not shown cannot be taken")
{
    Pair p;
    CHECK_FALSE(exchange::resolveConflict(p.a.store(), {}, p.shown(p.a).front(), std::size_t { 3 }).ok());
    CHECK_FALSE(exchange::resolveConflict(p.a.store(), {}, p.shown(p.a).front(), std::size_t { 0 }).ok());
}

TEST_CASE("A value that came while a conflict was looked at stays beside its resolution")
{
    Pair p;
    const auto looked = p.shown(p.a).front();
    p.b.put("family", p.family, { { "name", Value("Later") } });
    p.a.merge(p.b.exportTo("later"));
    REQUIRE(exchange::resolveConflict(p.a.store(), {}, looked, std::size_t { 1 }).ok());
    CHECK(p.shown(p.a).size() == 1);
}

TEST_CASE("A removal against a restoring is settled by the value that is chosen")
{
    Pair p;
    const auto person = p.a.store().write({}, [](store::WriteTx& tx) { return tx.create("person", {}); });
    REQUIRE(person);
    p.swap();
    const auto heads = p.a.record("person", *person).heads;
    const auto remove = [&](Office& at) {
        return at.store().write({}, [&](store::WriteTx& tx) { return tx.remove("person", *person, heads); });
    };
    REQUIRE(remove(p.a));
    REQUIRE(remove(p.b));
    const auto removed = p.a.record("person", *person).heads;
    REQUIRE(p.a.store().write({}, [&](store::WriteTx& tx) { return tx.restore("person", *person, removed); }));
    p.swap();
    const auto conflicts = exchange::shownConflicts(p.b.store(), "person", *person);
    REQUIRE(conflicts);
    REQUIRE(conflicts->size() == 1);
    const auto& conflict = conflicts->front();
    REQUIRE(conflict.conflict.field == journal::kRemovedField);
    const auto odd = exchange::resolveConflict(p.b.store(), {}, conflict, Value("maybe"));
    REQUIRE_FALSE(odd);
    CHECK(odd.error().code == base::ErrorCode::InvalidValue);
    const std::size_t number = GENERATE(std::size_t { 1 }, std::size_t { 2 });
    const bool removes = !conflict.conflict.candidates.at(number - 1).value.isNull();
    REQUIRE(exchange::resolveConflict(p.b.store(), {}, conflict, number));
    p.swap();
    CHECK(p.a.record("person", *person).life == (removes ? "removed" : "draft"));
    CHECK(exchange::shownConflicts(p.a.store(), "person", *person)->empty());
    CHECK(p.a.digest() == p.b.digest());
}

TEST_CASE("Equal values are no conflict")
{
    Pair p;
    REQUIRE(exchange::resolveConflict(p.a.store(), {}, p.shown(p.a).front(), Value("Same")).ok());
    REQUIRE(exchange::resolveConflict(p.b.store(), {}, p.shown(p.b).front(), Value("Same")).ok());
    p.swap();
    CHECK(p.shown(p.a).empty());
    CHECK(p.a.digest() == p.b.digest());
}
