// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/profile/loader.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace patronat::profile;
using nlohmann::json;

namespace {

json read(const char* name)
{
    std::ifstream in(std::filesystem::path(PATRONAT_TEST_RESOURCES) / name);
    REQUIRE(in);
    return json::parse(in);
}

/// The types of fields that can hold what the specification means by a letter; those of a letter
/// that is not here are not told by it.
const std::map<std::string, std::set<FieldType>> kFits {
    { "T",
        { FieldType::Text, FieldType::Note, FieldType::Phone, FieldType::Snils, FieldType::Egn,
            FieldType::Number } },
    { "D", { FieldType::Date } },
    { "DT", { FieldType::DateTime } },
    { "E", { FieldType::Choice } },
    { "E multi", { FieldType::Choices } },
    { "N", { FieldType::Integer, FieldType::Decimal, FieldType::Computed } },
    { "M", { FieldType::Money, FieldType::Computed } },
    { "B", { FieldType::Boolean, FieldType::Computed } },
    { "R", { FieldType::Reference } },
    { "R multi", {} },
    { "TB", {} },
    { "F", { FieldType::Attachment } },
    { "block", { FieldType::Address, FieldType::Reference } },
};

bool fillsItself(const Field& field)
{
    return field.type == FieldType::Computed || !field.signingExpression.empty()
        || (field.type == FieldType::Number && !field.numberMask.empty());
}

bool typeFits(const Field& field, const std::string& letter)
{
    const auto fits = kFits.find(letter);
    return fits == kFits.end() || fits->second.contains(field.type)
        || !field.signingExpression.empty();
}

bool requiredFits(const Field& field, const std::string& asked)
{
    const bool sometimes = !field.required.always && !field.required.expression.empty();
    if (asked == "always")
        return field.required.always || fillsItself(field);
    if (asked == "sometimes")
        return sometimes || fillsItself(field);
    return asked != "optional" || !field.required.always;
}

/// What of the specification's words a declaration does not say: "key", "type", "required".
std::set<std::string> differences(
    const Profile& profile, const std::string& where, const json& asked)
{
    const auto dot = where.find('.');
    const RecordType* type = profile.type(where.substr(0, dot));
    if (type == nullptr)
        return { "key" };
    if (dot == std::string::npos)
        return {}; // a table: its lines are records
    const Field* field = type->field(where.substr(dot + 1));
    if (field == nullptr || field->retired)
        return { "key" };
    std::set<std::string> out;
    if (!typeFits(*field, asked["type"]))
        out.insert("type");
    if (!requiredFits(*field, asked["required"]))
        out.insert("required");
    return out;
}

std::set<std::string> differencesOfAll(
    const Profile& profile, const std::string& where, const json& asked)
{
    std::set<std::string> out;
    for (const std::string& one : patronat::base::split(where, ' '))
        out.merge(differences(profile, one, asked));
    return out;
}

const json* entryFor(const json& list, const json& asked, const char* by)
{
    for (const json& one : list)
        if (one["form"] == asked["form"] && one[by] == asked[by])
            return &one;
    return nullptr;
}

std::string nameOf(const json& asked)
{
    return asked["form"].get<std::string>() + " | " + asked["key"].get<std::string>() + " | "
        + asked["label"].get<std::string>();
}

struct Compared
{
    std::shared_ptr<const Profile> profile;
    json fields = read("domainfields.json");
    json differing = read("domainfields-exceptions.json");

    Compared()
    {
        auto opened = openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
        REQUIRE(opened);
        profile = *opened;
    }
    std::string plainly(const json& asked) const
    {
        return differing["forms"].at(asked["form"].get<std::string>()).get<std::string>() + "."
            + asked["key"].get<std::string>();
    }
};

} // namespace

TEST_CASE(
    "every field of the specification's forms is declared, or its exception says where and why",
    "[profile]")
{
    const Compared all;
    CHECK(all.fields["sha256"].get<std::string>().size() == 64);
    REQUIRE(all.fields["fields"].size() > 300);
    for (const json& asked : all.fields["fields"]) {
        INFO(nameOf(asked));
        if (asked["key"] == "") {
            const json* words = entryFor(all.differing["words"], asked, "label");
            REQUIRE(words != nullptr);
            CHECK_FALSE(differencesOfAll(*all.profile, (*words)["as"], asked).contains("key"));
            continue;
        }
        const json* exception = entryFor(all.differing["exceptions"], asked, "key");
        const std::string where
            = exception ? exception->value("as", all.plainly(asked)) : all.plainly(asked);
        const auto accepted = exception ? exception->value("accepts", std::set<std::string> {})
                                        : std::set<std::string> {};
        CHECK(differencesOfAll(*all.profile, where, asked) == accepted);
    }
}

TEST_CASE("an exception that no longer applies is not kept", "[profile]")
{
    const Compared all;
    for (const json& exception : all.differing["exceptions"]) {
        INFO(nameOf(
            json { { "form", exception["form"] }, { "key", exception["key"] }, { "label", "" } }));
        CHECK(exception["reason"].get<std::string>().size() > 15);
        const json* asked = nullptr;
        for (const json& one : all.fields["fields"])
            if (one["form"] == exception["form"] && one["key"] == exception["key"])
                asked = &one;
        REQUIRE(asked != nullptr);
        CHECK_FALSE(differences(*all.profile, all.plainly(*asked), *asked).empty());
    }
    for (const json& words : all.differing["words"]) {
        INFO(words["label"]);
        CHECK(entryFor(all.fields["fields"], words, "label") != nullptr);
    }
}
