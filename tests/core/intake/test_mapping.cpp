// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/mapping.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::ErrorCode;
using intake::readMapping;

namespace {

profile::Profile smallProfile()
{
    profile::RecordType family;
    family.id = "family";
    profile::Field name;
    name.id = "name";
    profile::Field address;
    address.id = "addr";
    address.type = profile::FieldType::Address;
    family.fields = { name, address };
    family.indexFields();
    profile::Profile profile;
    profile.types = { family };
    return profile;
}

base::Result<intake::Mapping> read(const std::string& json)
{
    const profile::Profile profile = smallProfile();
    return readMapping(profile, "family", json);
}

} // namespace

TEST_CASE("a map names columns, keys and how dates are written")
{
    const auto mapping
        = read(R"({"columns": {"Семья": "name"}, "key": ["name"], "dates": "dd.MM.yyyy",
        "references": {"Семья": {"type": "family", "by": "name"}}, "constants": {"name": "x"}})");
    REQUIRE(mapping);
    REQUIRE(mapping->records.size() == 1);
    const intake::MappedRecord& record = mapping->records.front();
    REQUIRE(record.columns.size() == 1);
    CHECK(record.columns.front().heading == "Семья");
    CHECK(record.columns.front().fields == std::vector<std::string> { "name" });
    REQUIRE(record.keys.size() == 1);
    CHECK(record.keys.front().front().field == "name");
    CHECK(mapping->dates == "dd.MM.yyyy");
    CHECK(record.references.at("Семья").by == "name");
    CHECK(read(R"({"columns": {}})")->dates == intake::kAutoDates);
}

TEST_CASE("a map that would lose something in silence is refused")
{
    const auto why = [](const std::string& json) {
        const auto mapping = read(json);
        return mapping ? std::string() : mapping.error().args.at(1);
    };
    CHECK(why(R"({"columns": {"Тел. 1": "name", "Тел. 2": "name"}})") == "fieldTwice");
    for (const std::string dates : { "dd.MM.yy", "dd.MM", "dd.MM.yyy", "yyyy.yy" })
        CHECK(why(R"({"columns": {}, "dates": ")" + dates + "\"}") == "twoDigitYear");
    CHECK(why(R"({"columns": {}, "dates": "yyyy/MM/dd"})").empty());
}

TEST_CASE("a map with anything unknown in it is refused")
{
    const auto code = [](const std::string& json) { return read(json).error().code; };
    CHECK(code("[") == ErrorCode::InvalidArgument);
    CHECK(code("{}") == ErrorCode::InvalidArgument);
    CHECK(code(R"({"columns": {}, "colums": {}})") == ErrorCode::InvalidArgument);
    CHECK(code(R"({"columns": {"A": 5}})") == ErrorCode::InvalidArgument);
    CHECK(code(R"({"columns": {"A": "size"}})") == ErrorCode::UnknownField);
    CHECK(code(R"({"columns": {"A": "addr"}})")
        == ErrorCode::UnknownField); // an address is filled by its parts
    CHECK(code(R"({"columns": {"A": "name"}, "key": ["other"]})") == ErrorCode::InvalidArgument);
    CHECK(
        code(R"({"columns": {"A": "name"}, "references": {"B": {"type": "family", "by": "name"}}})")
        == ErrorCode::InvalidArgument);
    CHECK(code(R"({"columns": {"A": "name"}, "references": {"A": {"type": "none", "by": "name"}}})")
        == ErrorCode::UnknownType);
    CHECK(
        code(R"({"columns": {"A": "name"}, "references": {"A": {"type": "family", "by": "size"}}})")
        == ErrorCode::UnknownField);
}

TEST_CASE(
    "a map of several records says which is linked to which, and comes back as it was written")
{
    const std::string json
        = R"({"id": "two", "label": {"ru": "Две"}, "list": {"sheet": "Л", "headerLine": 3}, "dates": "dd.MM.yyyy",
        "optional": ["Б"], "records": [
        {"as": "one", "type": "family", "columns": {"А": {"name": ["name"]}}, "keys": [["name"]], "shared": true},
        {"as": "two", "type": "family", "columns": {"Б": "name"}, "constants": {"addr.street": "x"}, "when": ["Б"], "required": ["name"]}]})";
    const auto mapping = read(json);
    INFO((mapping ? std::string() : describe(mapping.error())));
    REQUIRE(mapping);
    CHECK(mapping->records[0].isShared);
    CHECK(mapping->records[1].columns.front().isOptional);
    CHECK(mapping->reading.headerLine == 3);
    const auto again = read(intake::mappingToJson(*mapping));
    REQUIRE(again);
    CHECK(intake::mappingToJson(*again) == intake::mappingToJson(*mapping));
    const auto why = [](const std::string& text) { return read(text).error().args.at(1); };
    CHECK(why(R"({"records": []})") == "wrongKind");
    CHECK(why(R"({"records": [{"type": "family", "columns": {}, "kay": []}]})") == "unknownMember");
    CHECK(
        why(R"({"records": [{"type": "family", "columns": {}}, {"type": "family", "columns": {}}]})")
        == "asTwice");
    CHECK(
        why(R"({"records": [{"type": "family", "columns": {"A": "name"}, "links": {"name": "later"}}]})")
        == "fieldTwice");
    CHECK(why(R"({"records": [{"type": "family", "links": {"name": "later"}}]})") == "linkedLater");
    CHECK(why(R"({"columns": {"A": "name"}, "key": ["name?"]})") == "keyMayBeEmpty");
}
