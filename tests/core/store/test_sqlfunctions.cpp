// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlfunctions.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::store;

namespace {

profile::Profile smallProfile()
{
    profile::Profile out;
    out.languages = { "ru", "tt" };
    out.settingsJson = R"({"timeZone": "Europe/Moscow", "paper": {"body": {"ru": "Консилиум", "tt": "Киңәшмә"}, "copies": 2},
        "words": {"flat": {"ru": "квартира "}}})";
    out.classifiers.push_back({ "kinship", {},
        { { "mother", { { "ru", "мать" }, { "tt", "ана" } }, 0, {}, {}, {} },
            { "father", { { "ru", "отец" } }, 1, {}, {}, {} } } });
    return out;
}

/// What an expression gives, as text; "NULL" for nothing.
class Expressions {
public:
    explicit Expressions(const char* language, profile::Profile profile = smallProfile())
    {
        registerSqlFunctions(m_connection, profile, language);
    }
    std::string operator()(const std::string& expression)
    {
        auto query = m_connection.prepareOnce("SELECT " + expression);
        REQUIRE(query.step());
        return query.isNull(0) ? "NULL" : std::string(query.text(0));
    }

private:
    db::Connection m_connection { ":memory:", db::Access::Writer };
};

} // namespace

TEST_CASE("names are shortened before and after the surname", "[store]")
{
    Expressions sql("ru");
    CHECK(sql("initials('Әхмәтҗанова', 'Гөлнара', 'Илдар кызы')") == "Г.И. Әхмәтҗанова");
    CHECK(sql("surname_initials('Иванова', 'Анна', NULL)") == "Иванова А.");
    CHECK(sql("surname_initials('Иванова Анна  Петровна')") == "Иванова А.П.");
    CHECK(sql("initials(NULL, NULL, NULL)") == "NULL");
    CHECK(sql("initials('Иванова')") == "Иванова");
}

TEST_CASE("dates and times of papers are callable", "[store]")
{
    Expressions sql("ru");
    CHECK(sql("long_date('2027-03-12')") == "«12» марта 2027 г.");
    CHECK(sql("short_date('2027-03-12')") == "12.03.2027");
    CHECK(sql("short_date(NULL)") == "NULL");
    CHECK(sql("clock('2027-03-12T06:30:00Z')") == "09:30");
    CHECK(sql("plus_days('2027-03-12', 30)") == "2027-04-11");
    CHECK(sql("age('2010-05-01', '2027-04-30')") == "16");
    CHECK(sql("age(NULL, '2027-04-30')") == "NULL");
}

TEST_CASE("a code has its label in the language of the paper, an unknown one is shown", "[store]")
{
    CHECK(Expressions("tt")("label('kinship', 'mother')") == "ана");
    CHECK(Expressions("tt")("label('kinship', 'father')") == "отец");
    Expressions sql("ru");
    CHECK(sql("label('kinship', 'uncle')") == "uncle");
    CHECK(sql("label('kinship', NULL)") == "NULL");
    CHECK(sql("labels('kinship', '[\"father\",\"mother\"]')") == "отец, мать");
    CHECK(sql("labels('kinship', '[]')") == "NULL");
}

TEST_CASE("a label that an institution changed wins over the shipped one", "[store]")
{
    profile::Profile changed = smallProfile();
    profile::RecordType type;
    type.id = "classifierCode";
    for (const char* id : { "classifier", "code", "labelRu", "labelTt" }) {
        type.fields.emplace_back();
        type.fields.back().id = id;
    }
    type.indexFields();
    changed.types.push_back(type);
    db::Connection connection(":memory:", db::Access::Writer);
    connection.execute("CREATE TABLE classifierCode (classifier TEXT, code TEXT, labelRu TEXT, labelTt TEXT)");
    connection.execute("INSERT INTO classifierCode VALUES ('kinship', 'mother', 'мама', NULL)");
    registerSqlFunctions(connection, changed, "tt");
    auto query = connection.prepareOnce("SELECT label('kinship', 'mother'), label('kinship', 'father')");
    REQUIRE(query.step());
    CHECK(query.text(0) == "мама");
    CHECK(query.text(1) == "отец");
}

TEST_CASE("an address is written as on a letter without its empty parts", "[store]")
{
    Expressions sql("tt");
    CHECK(sql("address('Татарстан', 'Арский район', 'с. Новый Кинер', 'ул. Ленина', '5', NULL, '422010')")
        == "422010, Татарстан, Арский район, с. Новый Кинер, ул. Ленина, йорт 5");
    CHECK(Expressions("ru")("address(NULL, NULL, 'Казань', 'Баумана', '1', '2')")
        == "Казань, Баумана, д. 1, квартира 2");
    CHECK(sql("address(NULL)") == "NULL");
}

TEST_CASE("settings are found by their path and language", "[store]")
{
    CHECK(Expressions("tt")("setting('paper.body')") == "Киңәшмә");
    CHECK(Expressions("bg")("setting('paper.body')") == "Консилиум");
    Expressions sql("ru");
    CHECK(sql("setting('paper.copies')") == "2");
    CHECK(sql("setting('paper.nothing')") == "NULL");
}

TEST_CASE("money and decimals are written with a comma", "[store]")
{
    Expressions sql("ru");
    CHECK(sql("money(123456750)") == "1\u00A0234\u00A0567,50");
    CHECK(sql("money(-5)") == "-0,05");
    CHECK(sql("decimal(125, 1)") == "12,5");
    CHECK(sql("decimal(125, 0)") == "125");
    CHECK(sql("money(NULL)") == "NULL");
}

TEST_CASE("every word of the engine is there in every language", "[store]")
{
    for (const PaperWord word : { PaperWord::Page, PaperWord::Demo, PaperWord::Fact, PaperWord::No })
        for (const char* language : { "ru", "tt", "bg", "en" })
            CHECK_FALSE(paperWord(word, language).empty());
    CHECK(paperWord(PaperWord::Page, "tt").find("{page}") != std::string_view::npos);
}
