// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/users.h"

#include "core/profile/loader.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;

namespace {

constexpr const char* kToday = "2027-01-15";

/// An office on the shipped profile, with nobody on its staff yet.
struct NewOffice
{
    NewOffice()
    {
        auto profile = profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
        REQUIRE(profile.ok());
        const store::SiteIdentity site { { 1, 7 }, "office", "K01", "Office" };
        store::OpenOptions options;
        options.writer = store::WriterMode::Inline;
        auto made = store::Store::create(folder.file("office.db"), *profile, site, { clock, random }, options);
        REQUIRE(made.ok());
        store = std::move(*made);
    }
    RecordId hire(const char* surname, base::Fields more = {})
    {
        more["surname"] = surname;
        const auto id = store->write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) { return tx.create("staff", more); });
        REQUIRE(id.ok());
        return *id;
    }
    template <typename Fn>
    auto read(Fn fn)
    {
        using T = std::invoke_result_t<Fn, const store::ReadTx&>;
        const auto value = store->read([&](const store::ReadTx& tx) -> base::Result<T> { return fn(tx); });
        REQUIRE(value.ok());
        return *value;
    }
    std::vector<RecordId> allowed()
    {
        return read([](const store::ReadTx& tx) { return access::mayWorkHere(tx, kToday); });
    }
    tests::TemporaryFolder folder;
    base::ManualClock clock { 1'800'000'000'000 };
    base::SeededRandom random { 1 };
    std::unique_ptr<store::Store> store;
};

} // namespace

TEST_CASE("a new office has no staff, and everybody who joins it may work there", "[access]")
{
    NewOffice office;
    CHECK_FALSE(office.read([](const store::ReadTx& tx) { return access::hasStaff(tx); }));
    CHECK(office.allowed().empty());

    const RecordId second = office.hire("Сафина");
    const RecordId first = office.hire("Ахметова");

    CHECK(office.read([](const store::ReadTx& tx) { return access::hasStaff(tx); }));
    CHECK(office.allowed() == std::vector { first, second });
}

TEST_CASE("who has left may not be chosen, from the day after the last one", "[access]")
{
    NewOffice office;
    const RecordId today = office.hire("Агишева", { { "to", kToday } });
    office.hire("Бикчурина", { { "to", "2027-01-14" } });

    CHECK(office.allowed() == std::vector { today });
}

TEST_CASE("once users are named only they may be chosen", "[access]")
{
    NewOffice office;
    const RecordId first = office.hire("Ахметова");
    const RecordId second = office.hire("Сафина");

    REQUIRE(access::nameUsers(*office.store, { second }).ok());
    CHECK(office.allowed() == std::vector { second });
    CHECK(office.read([](const store::ReadTx& tx) { return access::users(tx); }) == std::vector { second });

    REQUIRE(access::nameUsers(*office.store, {}).ok());
    CHECK(office.allowed() == std::vector { first, second });
}

TEST_CASE("a dismissal of the last user shuts nobody out", "[access]")
{
    NewOffice office;
    const RecordId gone = office.hire("Ахметова", { { "to", "2026-12-31" } });
    const RecordId here = office.hire("Сафина");
    REQUIRE(access::nameUsers(*office.store, { gone }).ok());

    CHECK(office.allowed() == std::vector { here });
}

TEST_CASE("an office finds its own organisation by its code or by where it is", "[access]")
{
    NewOffice office;
    const auto codeOf = [&](const char* officeCode) {
        return office.read([&](const store::ReadTx& tx) {
            const RecordId id = access::ownOrganisation(tx, officeCode);
            const auto record = id.isNull() ? base::Result<store::Record>(base::ErrorCode::NotFound) : tx.record("organisation", id);
            return record ? std::string(record->values.at("code").textOr({})) : std::string();
        });
    };
    CHECK(codeOf("K02") == "K02");
    CHECK(codeOf("16-01") == "K01");
    CHECK(codeOf("elsewhere").empty());
}
