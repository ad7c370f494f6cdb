// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keptreasons.h"
#include "tests/core/rules/ruleworld.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;
using base::RecordId;
using store::KeptReason;

namespace {

std::vector<KeptReason> kept(RuleWorld& world, RecordId record)
{
    auto read = world.office().store().read(
        [&](const store::ReadTx& tx) -> base::Result<std::vector<KeptReason>> {
            return store::reasonsOf(tx, record);
        });
    REQUIRE(read);
    return *read;
}

std::vector<std::string> rules(const std::vector<store::AskedReason>& asked)
{
    std::vector<std::string> out;
    for (const store::AskedReason& one : asked)
        out.push_back(one.type + ' ' + one.rule.rule);
    return out;
}

store::Signing signing(RuleWorld& world, const std::string& name, const std::string& reason)
{
    auto done = world.sign(name, reason);
    INFO((done ? std::string() : describe(done.error())));
    REQUIRE(done);
    return *done;
}

void cancel(RuleWorld& world, const std::string& type, RecordId id)
{
    TestOffice& office = world.office();
    const auto plan = office.store().read(
        [&](const store::ReadTx& tx) { return tx.cancelPlan(type, id); });
    REQUIRE(plan);
    REQUIRE(office.store().write(
        office.by("cancel"), [&](store::WriteTx& tx) { return tx.cancel(*plan); }));
}

Json lateMother()
{
    return { { "mother", { { "birthDate", "2002-06-01" } } } };
}

} // namespace

TEST_CASE("A signature over warnings asks for a reason and leaves everything as it was")
{
    RuleWorld world("ru-ta", lateMother());
    const RecordId card = world.make("card");
    for (const char* nothing : { "", "  \n " }) {
        const store::Signing asked = signing(world, "card", nothing);
        CHECK(asked.group.isNull());
        CHECK(rules(asked.asked) == std::vector<std::string> { "episode BR-06-young" });
    }
    CHECK(world.office().get("episode", card).life == "draft");
    CHECK(kept(world, card).empty());
    CHECK(world.office().value("episode", card, "regNo").isNull());
}

TEST_CASE("With a reason it is signed, and the reason is kept for each rule in the same action")
{
    RuleWorld world("ru-ta", { { "mother", { { "birthDate", "2002-06-01" } } },
                                 { "motherMember", { { "employment", nullptr } } } });
    const RecordId card = world.make("card");
    const store::Signing done = signing(world, "card", " Даты сверены по свидетельству ");
    CHECK_FALSE(done.group.isNull());
    CHECK(done.group == world.office().lastGroup());
    CHECK(world.office().get("episode", card).life == "signed");
    const auto reasons = kept(world, card);
    REQUIRE(reasons.size() == 2);
    std::set<std::string> of;
    for (const KeptReason& reason : reasons) {
        of.insert(reason.rule);
        CHECK(reason.reason == "Даты сверены по свидетельству");
        CHECK(reason.type == "episode");
    }
    CHECK(of == std::set<std::string> { "BR-06-young", "BR-09-employment" });
    CHECK(world.office().problems().empty());
}

TEST_CASE("A signature without warnings keeps no reason, whatever was said")
{
    RuleWorld world("ru-ta", Json::object());
    const RecordId card = world.make("card");
    CHECK_FALSE(signing(world, "card", "На всякий случай").group.isNull());
    CHECK(kept(world, card).empty());
}

TEST_CASE("A reason is not asked for again while what the rule speaks of is the same")
{
    RuleWorld world("ru-ta", lateMother());
    const RecordId card = world.make("card");
    REQUIRE_FALSE(signing(world, "card", "Даты сверены").group.isNull());
    cancel(world, "episode", card);
    world.office().put("episode", card, { { "headName", "Хасанова Г.Р." } });
    const store::Signing again = signing(world, "card", {});
    CHECK_FALSE(again.group.isNull());
    CHECK(again.asked.empty());
    CHECK(kept(world, card).size() == 1);
    // Another gap of years is another fact.
    cancel(world, "episode", card);
    world.office().put("person", world.make("mother"), { { "birthDate", "2003-06-01" } });
    const store::Signing other = signing(world, "card", {});
    CHECK(other.group.isNull());
    CHECK(rules(other.asked) == std::vector<std::string> { "episode BR-06-young" });
}

TEST_CASE("Warnings of the parts are asked for with those of the whole, and kept with the part")
{
    RuleWorld world("ru-ta",
        { { "measureSchool", { { "title", "Подобрать работу" } } },
            { "measureOwn", { { "block", "1" } } } });
    world.step({ { "sign", "card" } });
    const store::Signing asked = signing(world, "programme", {});
    CHECK(asked.group.isNull());
    CHECK(rules(asked.asked)
        == std::vector<std::string> {
            "programme BR-14-own", "measure BR-18", "measure BR-18" });
    REQUIRE_FALSE(signing(world, "programme", "Ведут оба по соглашению").group.isNull());
    CHECK(kept(world, world.make("programme")).size() == 1);
    CHECK(kept(world, world.make("measureSchool")).size() == 1);
    CHECK(kept(world, world.make("measureOwn")).empty());
}

TEST_CASE("What blocks a signature is said before any reason is asked for")
{
    RuleWorld world("ru-ta",
        { { "mother", { { "birthDate", "2002-06-01" } } },
            { "card", { { "primaryCategory", nullptr } } } });
    const RecordId card = world.make("card");
    const auto refused = world.sign("card", "Даты сверены");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::RuleBroken);
    CHECK(kept(world, card).empty());
}

TEST_CASE("The reason for a protocol belongs to its body's unit")
{
    RuleWorld world("ru-ta", { { "meeting", { { "date", "2026-04-02" } } } });
    world.make("meeting");
    const store::Signing asked = signing(world, "meeting", {});
    CHECK(rules(asked.asked) == std::vector<std::string> { "meeting meeting-future" });
    REQUIRE_FALSE(signing(world, "meeting", "Протокол готовится заранее").group.isNull());
    const auto reasons = kept(world, world.make("meeting"));
    REQUIRE(reasons.size() == 1);
    CHECK(reasons.front().rule == "meeting-future");
}
