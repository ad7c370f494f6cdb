// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keptreasons.h"
#include "tests/core/twins/shippedprofile.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using store::KeptReason;
using tests::TestOffice;

namespace {

base::Result<RecordId> keep(TestOffice& office, KeptReason reason)
{
    return office.store().write(
        {}, [&](store::WriteTx& tx) { return store::keepReason(tx, reason); });
}

std::vector<KeptReason> reasonsOf(TestOffice& office, RecordId record, std::string_view rule = {})
{
    return *office.store().read(
        [&](const store::ReadTx& tx) -> base::Result<std::vector<KeptReason>> {
            return store::reasonsOf(tx, record, rule);
        });
}

} // namespace

TEST_CASE("a reason given to a warning is kept in the unit of what it is about", "[twins]")
{
    TestOffice office(tests::shippedProfile(), 1);
    CHECK(store::keepsReasons(office.store().profile()));
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const RecordId person
        = office.create("person", { { "surname", "Сафин" }, { "firstName", "Марат" } });
    const RecordId member
        = office.create("member", { { "family", Value(family) }, { "person", Value(person) } });

    const auto ofFamily = keep(office,
        { .rule = "BR-04",
            .reason = "однофамильцы",
            .arguments = "[]",
            .type = "family",
            .record = family });
    INFO((ofFamily ? std::string() : describe(ofFamily.error())));
    REQUIRE(ofFamily);
    REQUIRE(keep(
        office, { .rule = "BR-09", .reason = "справки нет", .type = "member", .record = member }));
    REQUIRE(
        keep(office, { .rule = "BR-04", .reason = "тёзка", .type = "person", .record = person }));

    const auto unitOf = [&](std::string_view type, RecordId id) {
        return office.store()
            .read([&](const store::ReadTx& tx) { return tx.record(type, id); })
            ->unit;
    };
    CHECK(unitOf("warningReason", *ofFamily) == unitOf("member", member));
    REQUIRE(reasonsOf(office, member).size() == 1);
    CHECK(reasonsOf(office, member).front().reason == "справки нет");
    CHECK(reasonsOf(office, family, "BR-04").size() == 1);
    CHECK(reasonsOf(office, family, "BR-09").empty());
    CHECK(reasonsOf(office, person).front().type == "person");
    CHECK_FALSE(reasonsOf(office, person).front().enteredAt.empty());
}

TEST_CASE("a reason about nothing that is held is refused", "[twins]")
{
    TestOffice office(tests::shippedProfile(), 1);
    const auto lost = keep(office,
        { .rule = "BR-04", .reason = "тёзка", .type = "person", .record = RecordId { 9, 9 } });
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code == base::ErrorCode::NotFound);
}
