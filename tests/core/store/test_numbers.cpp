// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/numbers.h"

#include "core/store/numbermask.h"
#include "tests/core/store/smallstore.h"

using namespace patronat;
using namespace patronat::tests;
using base::ErrorCode;
using store::ReadTx;

namespace {

/// Families are numbered by district and year ("{district.code}/{YYYY}/{0001}" of the small profile).
struct NumbersCase : SmallStore {
    explicit NumbersCase(const std::function<void(const SmallProfile&)>& made = {}, std::string_view kind = "office")
        : SmallStore(made, kind)
    {
        republic = create("territory", { { "code", "16" }, { "name", "Татарстан" } });
        agryz = create("territory", { { "code", "16-01" }, { "name", "Агрыз" }, { "parent", republic } });
        aznakay = create("territory", { { "code", "16-02" }, { "name", "Азнакай" }, { "parent", republic } });
    }
    base::RecordId family(base::RecordId district, const char* opened = "2027-02-01T00:00:00Z")
    {
        return create("family", { { "district", district }, { "opened", opened } });
    }
    std::string number(base::RecordId family) const { return text("family", family, "regNo"); }
    void restored()
    {
        need(db->bulk([](store::Store::Inner& inner) -> base::Status {
            store::unconfirmSeries(inner.connection, today());
            return {};
        }));
    }
    base::Status confirm(const std::string& series, std::int64_t last)
    {
        return db->bulk([&](store::Store::Inner& inner) { return store::confirmSeries(inner.connection, series, last); });
    }
    /// The final number instead of the provisional one, as a holder's housekeeping does it.
    base::Result<std::string> finish(base::RecordId id)
    {
        return db->write({}, [&](store::WriteTx& tx) -> base::Result<std::string> {
            PATRONAT_LET(const store::Record record, tx.read().record("family", id));
            PATRONAT_LET(const std::string number,
                store::finalNumber(tx.read(), *tx.read().tables().find("family"), "regNo", record.values, today()));
            PATRONAT_TRY(tx.put("family", id, record.heads, { { "regNo", number } }));
            return number;
        });
    }
    base::RecordId republic;
    base::RecordId agryz;
    base::RecordId aznakay;
};

} // namespace

TEST_CASE("A mask is read into its pieces")
{
    using Kind = store::MaskPart::Kind;
    const auto parts = store::parseMask("ИПР-{a.b}/{YY}-{0001}{N");
    REQUIRE(parts.size() == 7);
    CHECK(parts[0].text == "ИПР-");
    CHECK(parts[1].kind == Kind::Path);
    CHECK(parts[1].text == "a.b");
    CHECK(parts[3].kind == Kind::ShortYear);
    CHECK(parts[5].kind == Kind::Counter);
    CHECK(parts[5].digits == 4);
    CHECK(parts[6].text == "{N");
    CHECK(store::counterText(12345, 4) == "12345");
    CHECK(store::counterText(7, 3) == "007");
}

TEST_CASE("A place that knows no other numbers by district and by the year of the record's own date")
{
    NumbersCase c;
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0001");
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0002");
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/0001");
    CHECK(c.number(c.family(c.agryz, "2026-12-31T00:00:00Z")) == "16-01/2026/0001");
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0003");
}

TEST_CASE("A number that is given stays, and one whose mask lacks a value is not issued at creation")
{
    NumbersCase c;
    CHECK(c.number(c.create("family", { { "district", c.agryz }, { "regNo", "старый 5" } })) == "старый 5");
    CHECK(c.number(c.create("family", { { "rooms", 2 } })).empty());
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0001");
}

TEST_CASE("A number issued in a write that fails is issued again; a removed record's never is")
{
    NumbersCase c;
    const auto failed = c.db->write({}, [&](store::WriteTx& tx) -> base::Result<base::RecordId> {
        const auto created = tx.create("family", { { "district", c.agryz }, { "opened", "2027-01-01T00:00:00Z" } });
        CHECK(created);
        return { ErrorCode::Cancelled };
    });
    CHECK_FALSE(failed);
    const auto first = c.family(c.agryz);
    CHECK(c.number(first) == "16-01/2027/0001");
    c.remove("family", first);
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0002");
}

TEST_CASE("Numbers at signing are issued by signing, gap-free over cancelled attempts")
{
    NumbersCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("at": "creation")", R"("at": "signing")");
        files.replace("base/records/family.json", R"("type": "money",)", R"("type": "money", "required": true,)");
    });
    const auto first = c.family(c.agryz);
    CHECK(c.number(first).empty());
    const auto refused = c.sign("family", first);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::RuleBroken);
    c.put("family", first, { { "income", 100 } });
    CHECK(c.sign("family", first));
    CHECK(c.number(first) == "16-01/2027/0001");
    const auto second = c.create("family", { { "income", 1 }, { "opened", "2027-01-01T00:00:00Z" } });
    const auto noDistrict = c.sign("family", second);
    REQUIRE_FALSE(noDistrict);
    CHECK(noDistrict.error().args.back() == "numberPart");
}

TEST_CASE("An office among others issues final numbers in its own districts and provisional ones elsewhere")
{
    NumbersCase c;
    c.knowAnotherSite();
    c.set("site.territories", c.agryz.hex());
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0001");
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/К05-0001п");
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/К05-0002п");
    SECTION("what is part of an own territory is its own")
    {
        c.set("site.territories", c.republic.hex());
        CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/0001");
    }
}

TEST_CASE("A member of an institution issues final numbers of its own only, also before it has met anybody")
{
    const auto inInstitution = [](NumbersCase& c) {
        c.set(store::kInstitutionSetting, "{}");
        c.set("site.territories", c.agryz.hex());
    };
    SECTION("an office: families of its districts, not those of others")
    {
        NumbersCase c;
        inInstitution(c);
        CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0001");
        CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/К05-0001п");
    }
    SECTION("a secretary of the same district: none of its families")
    {
        NumbersCase c({}, "secretary");
        inInstitution(c);
        CHECK(c.number(c.family(c.agryz)) == "16-01/2027/К05-0001п");
    }
}

TEST_CASE("A supervisor numbers no families while there are offices")
{
    NumbersCase c({}, "supervisor");
    c.set("site.territories", c.republic.hex());
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0001");
    c.knowAnotherSite();
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/К05-0001п");
}

TEST_CASE("A declared holder counts before everything else, and the right can be handed over")
{
    NumbersCase c;
    const auto hold = [&](std::string_view series, base::SiteId site) {
        SmallStore::need(c.db->bulk([&](store::Store::Inner& inner) -> base::Status {
            store::setHolder(inner.connection, series, site);
            return {};
        }));
    };
    c.family(c.agryz);
    hold("family.regNo|16-01", SmallStore::site(2));
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/К05-0001п");
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/0001");
    hold("family.regNo", SmallStore::site(2));
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/К05-0001п");
    hold("family.regNo|16-01", SmallStore::site(1));
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0002");
}

TEST_CASE("A series that begins here goes on after the numbers that are there already")
{
    NumbersCase c;
    c.create("family", { { "district", c.agryz }, { "regNo", "16-01/2027/0041" } });
    c.create("family", { { "district", c.agryz }, { "regNo", "16-01/2027/К06-0099п" } });
    c.create("family", { { "district", c.agryz }, { "regNo", "16-01/2026/0077" } });
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0042");
}

TEST_CASE("The holder finds provisional numbers of its series and makes them final")
{
    NumbersCase c;
    c.knowAnotherSite();
    const auto there = c.family(c.aznakay);
    CHECK(c.number(there) == "16-02/2027/К05-0001п");
    const auto waiting = [&] {
        return SmallStore::need(c.db->read([](const ReadTx& tx) -> base::Result<std::vector<store::ProvisionalNumber>> {
            return store::provisionalNumbers(tx);
        }));
    };
    CHECK(waiting().empty());
    const auto refused = c.finish(there);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotPermitted);
    c.set("site.territories", c.aznakay.hex());
    REQUIRE(waiting().size() == 1);
    CHECK(waiting()[0].record == there);
    CHECK(SmallStore::need(c.finish(there)) == "16-02/2027/0001");
    CHECK(waiting().empty());
}

TEST_CASE("What looks like a provisional number is one, a word with a hyphen is not")
{
    CHECK(store::isProvisional("16-01/2026/К05-0001п"));
    CHECK(store::isProvisional("ИПР-16-01/2026/К05-0001п/2"));
    CHECK_FALSE(store::isProvisional("16-01/2026/0001"));
    CHECK_FALSE(store::isProvisional("5-п"));
    CHECK_FALSE(store::isProvisional("протокол-12п"));
}

TEST_CASE("After a restore every series waits until its last number is confirmed, next year's does not")
{
    NumbersCase c;
    c.family(c.agryz);
    c.restored();
    const auto refused = c.db->write({}, [&](store::WriteTx& tx) {
        return tx.create("family", { { "district", c.agryz }, { "opened", "2027-02-01T00:00:00Z" } });
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NumberingWaits);
    REQUIRE(refused.error().args == std::vector<std::string> { "family.regNo|16-01|2027" });
    CHECK(c.confirm("family.regNo|16-01|2027", 9));
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0010");
    // Begun after the copy was made, perhaps: it waits as well.
    CHECK_FALSE(c.db->write({}, [&](store::WriteTx& tx) {
        return tx.create("family", { { "district", c.aznakay }, { "opened", "2027-02-01T00:00:00Z" } });
    }));
    CHECK(c.number(c.family(c.aznakay, "2028-01-10T00:00:00Z")) == "16-02/2028/0001");
    SmallStore::need(c.db->bulk([](store::Store::Inner& inner) -> base::Status {
        store::confirmNoOthers(inner.connection);
        return {};
    }));
    CHECK(c.number(c.family(c.aznakay)) == "16-02/2027/0001");
    // What a person remembers wrong does not take a number back.
    c.restored();
    CHECK(c.confirm("family.regNo|16-01|2027", 3));
    CHECK(c.number(c.family(c.agryz)) == "16-01/2027/0011");
}
