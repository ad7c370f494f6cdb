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
    return readMapping(profile, profile.types.front(), json);
}

} // namespace

TEST_CASE("a map names columns, keys and how dates are written")
{
    const auto mapping
        = read(R"({"columns": {"Семья": "name"}, "key": ["name"], "dates": "dd.MM.yyyy",
        "references": {"Семья": {"type": "family", "by": "name"}}, "constants": {"name": "x"}})");
    REQUIRE(mapping);
    CHECK(mapping->columns.at("Семья") == "name");
    CHECK(mapping->key == std::vector<std::string> { "name" });
    CHECK(mapping->dates == "dd.MM.yyyy");
    CHECK(mapping->references.at("Семья").by == "name");
    CHECK(read(R"({"columns": {}})")->dates == "yyyy-MM-dd");
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
