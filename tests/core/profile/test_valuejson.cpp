// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/valuejson.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace patronat::profile;
using patronat::base::ErrorCode;
using patronat::base::Fields;
using patronat::base::RecordId;
using patronat::base::Value;
using patronat::tests::SmallProfile;

namespace {

/// The loaded small profile and shorthands for one field at a time.
class Types
{
public:
    const RecordType& family() const { return *m_profile->type("family"); }
    const RecordType& person() const { return *m_profile->type("person"); }

    Value value(const std::string& field, const std::string& json) const
    {
        const auto fields = fieldsFromJson(family(), "{\"" + field + "\":" + json + "}");
        INFO(json);
        REQUIRE(fields);
        REQUIRE(fields->size() == 1);
        return fields->at(field);
    }
    std::string why(const std::string& field, const std::string& json) const
    {
        const auto fields = fieldsFromJson(family(), "{\"" + field + "\":" + json + "}");
        INFO(json);
        REQUIRE_FALSE(fields);
        CHECK(fields.error().code == ErrorCode::InvalidValue);
        REQUIRE(fields.error().args.size() == 3);
        CHECK(fields.error().args[1] == field);
        return fields.error().args[2];
    }

private:
    std::shared_ptr<const Profile> m_profile = SmallProfile().load();
};

} // namespace

TEST_CASE("money is taken digit by digit, not through floating point", "[profile]")
{
    const Types types;

    CHECK(types.value("income", "0.1").numberOr(0) + types.value("income", "0.2").numberOr(0)
        == types.value("income", "0.3").numberOr(0));
    CHECK(types.value("income", "0.29") == Value(29));
    CHECK(types.value("income", "1.15") == Value(115));
    CHECK(types.value("income", "-0.07") == Value(-7));
    CHECK(types.value("income", "12") == Value(1200));
    CHECK(types.value("income", "12.500") == Value(1250));
    CHECK(types.value("income", "1.2e3") == Value(120000));
    CHECK(types.value("income", "125e-2") == Value(125));
    CHECK(types.value("income", "92233720368547758.07")
        == Value(std::int64_t { 9223372036854775807 }));
    CHECK(types.why("income", "0.30000000000000004") == "tooManyDecimals");
    CHECK(types.why("income", "92233720368547758.08") == "outOfRange");
    CHECK(types.why("income", "1e300") == "outOfRange");
    CHECK(types.why("income", "\"12.50\"") == "wrongKind");
}

TEST_CASE("money, decimals and whole numbers are printed exactly", "[profile]")
{
    const Types types;

    CHECK(fieldsToJson(types.family(), { { "income", Value(1250) } }) == R"({"income":12.50})");
    CHECK(fieldsToJson(types.family(), { { "income", Value(-7) } }) == R"({"income":-0.07})");
    CHECK(fieldsToJson(types.family(), { { "income", Value(0) } }) == R"({"income":0.00})");
    CHECK(fieldsToJson(types.family(), { { "area", Value(45500) } }) == R"({"area":45.500})");
    CHECK(fieldsToJson(types.family(), { { "rooms", Value(-3) } }) == R"({"rooms":-3})");
}

TEST_CASE("any amount comes back as it was", "[profile]")
{
    const Types types;
    const unsigned seed = std::random_device {}();
    INFO("seed " << seed);
    std::mt19937_64 random(seed);

    for (int i = 0; i < 500; ++i) {
        const auto amount = static_cast<std::int64_t>(random() >> (random() % 64));
        const Fields fields { { "income", Value(amount) }, { "area", Value(-(amount / 2)) } };
        CHECK(
            fieldsFromJson(types.family(), fieldsToJson(types.family(), fields)).value() == fields);
    }
    const Fields least { { "income", Value(std::numeric_limits<std::int64_t>::min()) } };
    CHECK(fieldsFromJson(types.family(), fieldsToJson(types.family(), least)).value() == least);
}

TEST_CASE("whole numbers, truth and choices", "[profile]")
{
    const Types types;

    CHECK(types.value("rooms", "4") == Value(4));
    CHECK(types.why("rooms", "4.5") == "tooManyDecimals");
    CHECK(types.why("rooms", "18446744073709551615") == "outOfRange");
    CHECK(types.why("rooms", "true") == "wrongKind");
    CHECK(types.value("large", "true") == Value(1));
    CHECK(types.value("large", "false") == Value(0));
    CHECK(types.why("large", "1") == "wrongKind");
    CHECK(types.value("main", "\"mother\"") == Value("mother"));
    CHECK(types.value("main", "\"from a later profile\"") == Value("from a later profile"));
    CHECK(types.value("traits", R"(["b", "a", "b"])") == Value(R"(["a","b"])"));
    CHECK(types.value("traits", "[]").isNull());
    CHECK(types.why("traits", "[1]") == "wrongKind");
    CHECK(types.why("traits", "\"a\"") == "wrongKind");
    CHECK(types.why("perRoom", "1") == "computed");
}

TEST_CASE("references are 32 hex digits", "[profile]")
{
    const Types types;
    const RecordId id { 0x0123456789abcdef, 7 };

    CHECK(types.value("district", '"' + id.hex() + '"') == Value(id));
    CHECK(fieldsToJson(types.family(), { { "district", Value(id) } })
        == R"({"district":"0123456789abcdef0000000000000007"})");
    CHECK(types.why("district", "\"12\"") == "notAReference");
    CHECK(types.why("district", "\"00000000000000000000000000000000\"") == "notAReference");
}

TEST_CASE("dates are real dates", "[profile]")
{
    const Types types;
    const auto born = [&](const std::string& date) {
        return fieldsFromJson(types.person(), R"({"birthDate":")" + date + "\"}");
    };

    CHECK(born("2024-02-29").value().at("birthDate") == Value("2024-02-29"));
    for (const char* wrong :
        { "2023-02-29", "2024-13-01", "29.02.2024", "2024-2-9", "2024-02-29T00:00:00Z" }) {
        INFO(wrong);
        REQUIRE_FALSE(born(wrong));
        CHECK(born(wrong).error().args
            == std::vector<std::string> { "person", "birthDate", "notADate" });
    }
}

TEST_CASE("moments are kept in UTC", "[profile]")
{
    const Types types;

    CHECK(types.value("opened", "\"2027-03-12T09:30:00Z\"") == Value("2027-03-12T09:30:00Z"));
    CHECK(types.value("opened", "\"2027-03-12T01:30:15.250+03:00\"")
        == Value("2027-03-11T22:30:15Z"));
    CHECK(types.value("opened", "\"2027-12-31T20:30-0530\"") == Value("2028-01-01T02:00:00Z"));
    CHECK(types.why("opened", "\"2027-03-12T09:30:00\"") == "noZone");
    CHECK(types.why("opened", "\"9999-12-31T23:30:00-01:00\"") == "outOfRange");
    for (const char* wrong : { "2027-03-12", "2027-03-12T25:00Z", "2027-03-12T09:30:60Z",
             "2027-02-30T09:30Z", "2027-03-12T09:30Zulu", "2027-03-12T09:30+3" })
        CHECK(types.why("opened", '"' + std::string(wrong) + '"') == "notADateTime");
}

TEST_CASE("texts are kept as typed, numbers of people without blanks at their ends", "[profile]")
{
    const Types types;
    const auto fields = fieldsFromJson(types.person(),
        R"({"surname": " Әхмәт ", "phone": " +7 (843) 1 ", "snils": "112-233-445 95 ", "note": ""})");

    REQUIRE(fields);
    CHECK(fields->at("surname") == Value(" Әхмәт "));
    CHECK(fields->at("phone") == Value("+7 (843) 1"));
    CHECK(fields->at("snils") == Value("112-233-445 95"));
    CHECK(fields->at("note").isNull());
}

TEST_CASE("length is counted in characters", "[profile]")
{
    const Types types;

    CHECK(fieldsFromJson(types.person(), R"({"surname": "Әхмәтҗанов"})"));
    const auto refused = fieldsFromJson(types.person(), R"({"surname": "Әхмәтҗанова"})");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().args == std::vector<std::string> { "person", "surname", "tooLong" });
}

TEST_CASE("an address is an object of its parts, and only the named ones change", "[profile]")
{
    const Types types;
    const std::string json
        = R"({"birthDate":"2001-01-01","birthDate.mark":"stated","addrFact":{"street":"Баумана","house":null}})";

    const auto fields = fieldsFromJson(types.person(), json);

    REQUIRE(fields);
    CHECK(*fields
        == Fields { { "birthDate", Value("2001-01-01") }, { "birthDate.mark", Value("stated") },
            { "addrFact.street", Value("Баумана") }, { "addrFact.house", Value() } });
    CHECK(fieldsToJson(types.person(), *fields) == json);
    CHECK(fieldsFromJson(types.person(), R"({"addrFact": null})").value().size() == 9);
    CHECK(fieldsFromJson(types.person(), R"({"addrFact.street": "Баумана"})").value().size() == 1);
    const auto twice = fieldsFromJson(
        types.person(), R"({"addrFact.street": "a", "addrFact": {"street": "b"}})");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().args[2] == "duplicate");
    const auto unknown = fieldsFromJson(types.person(), R"({"addrFact": {"planet": "b"}})");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::UnknownField);
    CHECK(unknown.error().args == std::vector<std::string> { "person", "addrFact.planet" });
    CHECK(
        fieldsFromJson(types.person(), R"({"addrFact": "Казань"})").error().args[2] == "wrongKind");
}

TEST_CASE("a field nobody declares is refused on the way in and kept on the way out", "[profile]")
{
    const Types types;

    const auto refused = fieldsFromJson(types.family(), R"({"x_later": 1})");

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::UnknownField);
    CHECK(refused.error().args == std::vector<std::string> { "family", "x_later" });
    CHECK(fieldsToJson(types.family(), { { "x_later", Value("ы\"") }, { "rooms", Value(2) } })
        == R"({"rooms":2,"x_later":"ы\""})");
}

TEST_CASE("what is no object of fields is refused as such", "[profile]")
{
    const Types types;

    for (const char* wrong : { "", "[]", "1", "{\"rooms\": }", "{\"rooms\": 1, \"rooms\": 2}",
             "{\"rooms\": \"\xff\"}", "{\"income\": 1e400}" }) {
        const auto refused = fieldsFromJson(types.family(), wrong);
        INFO(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidArgument);
    }
}

TEST_CASE("null clears a field of any type", "[profile]")
{
    const Types types;

    for (const Field& field : types.family().fields) {
        if (field.isStored())
            CHECK(types.value(field.id, "null").isNull());
    }
    CHECK(fieldsToJson(types.family(), { { "rooms", Value() } }) == R"({"rooms":null})");
}

TEST_CASE("a value that is not of its field's kind is printed as it is stored", "[profile]")
{
    const Types types;

    CHECK(fieldsToJson(types.family(),
              { { "income", Value("many") }, { "large", Value(5) },
                  { "traits", Value("not a list") } })
        == R"({"income":"many","large":5,"traits":"not a list"})");
}
