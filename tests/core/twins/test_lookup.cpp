// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/twins/lookup.h"
#include "core/twins/spelling.h"
#include "tests/core/twins/shippedprofile.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Value;
using tests::TestOffice;

namespace {

std::vector<twins::Candidate> asked(TestOffice& office, twins::Question question)
{
    auto found = office.store().read(
        [&](const store::ReadTx& tx) { return twins::candidates(tx, question); });
    INFO((found ? std::string() : describe(found.error())));
    REQUIRE(found);
    return std::move(*found);
}

std::vector<twins::Candidate> persons(TestOffice& office, Fields values)
{
    return asked(office, { twins::kPersonType.data(), std::move(values) });
}

const twins::Candidate* of(const std::vector<twins::Candidate>& found, RecordId record)
{
    for (const twins::Candidate& one : found)
        if (one.record == record)
            return &one;
    return nullptr;
}

std::uint64_t seedOfRun()
{
    const char* given = std::getenv("PATRONAT_SEED");
    return given ? std::strtoull(given, nullptr, 10) : std::random_device {}();
}

/// Somebody types the name of a person anew, with one mistake of those that people make.
Fields misspelt(Fields person, base::Random& random)
{
    constexpr std::array fields { "surname", "firstName", "patronymic" };
    const std::string field = fields[random.below(fields.size())];
    std::u32string name = twins::utf32(person.at(field).textOr({}));
    const auto at = 1 + random.below(name.size() - 2); // the first letter is looked at
    switch (random.below(6)) {
    case 0:
        std::swap(name[at], name[at + 1 < name.size() ? at + 1 : at - 1]);
        break;
    case 1:
        name.erase(at, 1);
        break;
    case 2:
        name.insert(at, 1, name[at]);
        break;
    case 3:
        name[at] = U'о';
        break;
    case 4:
        for (char32_t& c : name)
            c = c == U'а' ? U'ә' : c == U'у' ? U'ү' : c;
        break;
    default:
        for (char32_t& c : name)
            c = c == U'а' ? U'a' : c == U'о' ? U'o' : c;
        break;
    }
    person[field] = Value(twins::utf8(name));
    return person;
}

const std::vector<Fields>& somePersons()
{
    static const std::vector<Fields> all = [] {
        std::vector<Fields> out;
        const char* surnames[] { "Хабибуллин", "Иванов", "Сафиуллин", "Кузнецов", "Гарифзянов",
            "Мухаметшин" };
        const char* names[] { "Ильдар", "Александр", "Рамиль", "Константин", "Владимир" };
        const char* fathers[] { "Ренатович", "Петрович", "Габдуллович" };
        int day = 1;
        for (const char* surname : surnames)
            for (const char* name : names)
                for (const char* father : fathers) {
                    const int year = 1960 + (day * 7) % 50;
                    const std::string month = std::to_string(10 + day % 3);
                    const std::string inMonth = std::to_string(10 + day++ % 19);
                    out.push_back(
                        { { "surname", surname }, { "firstName", name }, { "patronymic", father },
                            { "birthDate", std::to_string(year) + '-' + month + '-' + inMonth } });
                }
        return out;
    }();
    return all;
}

} // namespace

TEST_CASE("a person is found before she is saved again", "[twins]")
{
    TestOffice office(tests::shippedProfile(), 1);
    const RecordId anna = office.create("person",
        { { "surname", "Хабибуллина" }, { "firstName", "Гульнара" }, { "patronymic", "Ренатовна" },
            { "birthDate", "1990-01-02" }, { "formerSurnames", "Сафина" },
            { "snils", "112-233-445 95" }, { "docKind", "passportRf" }, { "docSeries", "9205" },
            { "docNumber", "123456" } });
    office.create("person",
        { { "surname", "Хабибуллин" }, { "firstName", "Марат" }, { "birthDate", "1990-01-02" } });

    SECTION("by another spelling and the birth date")
    {
        const auto found = persons(office,
            { { "surname", "Хәбибулина" }, { "firstName", "Гөлнара" },
                { "patronymic", "Ренат кызы" }, { "birthDate", "1990-01-02" } });
        REQUIRE(found.size() == 1);
        CHECK(found.front().record == anna);
        CHECK(found.front().verdict.degree == twins::Degree::Likely);
    }
    SECTION("by a spelling that begins otherwise, without a birth date")
    {
        CHECK(of(persons(office,
                     { { "surname", "Габибуллина" }, { "firstName", "Гүлнара" },
                         { "patronymic", "Ренатовна" } }),
            anna));
    }
    SECTION("by СНИЛС alone, however it is written")
    {
        CHECK(of(persons(office, { { "snils", "112-233-445 95" } }), anna));
        CHECK(of(persons(office, { { "snils", "11223344595" } }), anna));
    }
    SECTION("by the paper alone")
    {
        CHECK(of(persons(office,
                     { { "docKind", "passportRf" }, { "docSeries", "92 05" },
                         { "docNumber", "123456" } }),
            anna));
    }
    SECTION("by the former surname, without a birth date")
    {
        const auto found = persons(office,
            { { "surname", "Сафина" }, { "firstName", "Гульнара" },
                { "patronymic", "Ренатовна" } });
        REQUIRE(of(found, anna));
        CHECK(of(found, anna)->verdict.has("formerSurname"));
        twins::Question closed { "person",
            { { "surname", "Сафина" }, { "firstName", "Гульнара" }, { "patronymic", "Ренатовна" } },
            {}, {}, "MINISTRY" };
        CHECK(asked(office, closed).empty());
    }
    SECTION("with day and month changed")
    {
        CHECK(of(persons(office,
                     { { "surname", "Хабибуллина" }, { "firstName", "Гульнара" },
                         { "birthDate", "1990-02-01" } }),
            anna));
    }
    SECTION("not herself, and not when she was removed")
    {
        twins::Question self { "person",
            office.store()
                .read([&](const store::ReadTx& tx) { return tx.record("person", anna); })
                ->values };
        CHECK(of(asked(office, self), anna));
        self.self = anna;
        CHECK_FALSE(of(asked(office, self), anna));
        const auto heads
            = office.store()
                  .read([&](const store::ReadTx& tx) { return tx.record("person", anna); })
                  ->heads;
        REQUIRE(office.remove("person", anna, heads));
        self.self = {};
        CHECK(asked(office, self).empty());
    }
    SECTION("a type that is not compared is said so")
    {
        const auto answer = office.store().read([](const store::ReadTx& tx) {
            return twins::candidates(tx, { "staff", {} });
        });
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == base::ErrorCode::UnknownType);
    }
}

TEST_CASE("misspelt persons find their original, and never another one as sure", "[twins]")
{
    const std::uint64_t seed = seedOfRun();
    INFO("PATRONAT_SEED=" << seed);
    base::SeededRandom random(seed);
    TestOffice office(tests::shippedProfile(), seed);
    std::vector<RecordId> records;
    for (const Fields& person : somePersons())
        records.push_back(office.create("person", person));
    for (int run = 0; run < 400; ++run) {
        const std::size_t which = random.below(records.size());
        Fields typed = misspelt(somePersons()[which], random);
        const bool hasDate = random.chance(70);
        if (!hasDate)
            typed.erase("birthDate");
        const auto found = persons(office, typed);
        INFO(typed.at("surname").textOr({})
            << ' ' << typed.at("firstName").textOr({}) << ' ' << typed.at("patronymic").textOr({})
            << " of " << somePersons()[which].at("surname").textOr({})
            << (hasDate ? "" : ", no date"));
        const twins::Candidate* original = of(found, records[which]);
        // Without a date a slip in the beginning of the surname is not looked for among the names.
        if (hasDate)
            REQUIRE(original != nullptr);
        for (const twins::Candidate& one : found)
            CHECK((one.record == records[which] || one.verdict.degree < twins::Degree::Sure));
    }
}

TEST_CASE("a family is found by its home, its telephone and its members", "[twins]")
{
    TestOffice office(tests::shippedProfile(), 1);
    const RecordId child
        = office.create("person", { { "surname", "Сафин" }, { "firstName", "Марат" } });
    const RecordId mother
        = office.create("person", { { "surname", "Сафина" }, { "firstName", "Анна" } });
    const RecordId family = office.create("family",
        { { "name", "Сафины" }, { "phone", "+7 917 111-22-33" }, { "addrFact.settlement", "Агрыз" },
            { "addrFact.street", "Мира" }, { "addrFact.house", "5" } });
    office.create("member", { { "family", Value(family) }, { "person", Value(child) } });
    office.create("member", { { "family", Value(family) }, { "person", Value(mother) } });
    const auto families = [&](Fields values, std::vector<RecordId> members = {}) {
        return asked(office, { "family", std::move(values), std::move(members) });
    };
    CHECK(of(families({ { "name", "Сафин" }, { "addrFact.settlement", "г. Агрыз" },
                 { "addrFact.street", "ул. Мира" }, { "addrFact.house", "5" } }),
        family));
    CHECK(of(families({ { "name", "Сафины" }, { "phone", "+7 917 111-22-33" } }), family));
    const auto byMembers = families({ { "name", "Ивановы" } }, { child, mother });
    REQUIRE(of(byMembers, family));
    CHECK(of(byMembers, family)->verdict.has("sharedMembers"));
    CHECK(families({ { "name", "Сафины" } }).empty());

    const RecordId again = office.create("family", { { "name", "Сафины" } });
    office.create("member", { { "family", Value(again) }, { "person", Value(child) } });
    office.create("member", { { "family", Value(again) }, { "person", Value(mother) } });
    const auto self = asked(office, { "family", { { "name", "Сафины" } }, {}, again });
    REQUIRE(of(self, family));
    CHECK(of(self, family)->verdict.degree == twins::Degree::Sure);
    CHECK_FALSE(of(self, again));
}

TEST_CASE("all pairs of a database are found, each once", "[twins]")
{
    TestOffice office(tests::shippedProfile(), 1);
    for (const Fields& person : somePersons())
        office.create("person", person);
    const RecordId first = office.create("person",
        { { "surname", "Галимова" }, { "firstName", "Эльфия" }, { "patronymic", "Маратовна" },
            { "birthDate", "2001-02-03" } });
    const RecordId second = office.create("person",
        { { "surname", "Галимова" }, { "firstName", "Әлфия" }, { "patronymic", "Марат кызы" },
            { "birthDate", "2001-02-03" } });
    const auto pairs = [&](std::string_view type, twins::Degree least) {
        base::Job job;
        auto found = office.store().read(
            [&](const store::ReadTx& tx) { return twins::pairs(tx, type, least, {}, job); });
        REQUIRE(found);
        return std::move(*found);
    };
    const auto likely = pairs("person", twins::Degree::Likely);
    REQUIRE(likely.size() == 1);
    CHECK(std::minmax(likely.front().first, likely.front().second) == std::minmax(first, second));
    CHECK(pairs("person", twins::Degree::Sure).empty());
    CHECK(pairs("family", twins::Degree::Possible).empty());

    base::Job stopped;
    stopped.cancel();
    const auto none = office.store().read([&](const store::ReadTx& tx) {
        return twins::pairs(tx, "person", twins::Degree::Possible, {}, stopped);
    });
    REQUIRE_FALSE(none);
    CHECK(none.error().code == base::ErrorCode::Cancelled);
}
