// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/profiles.h"

#include "core/base/result.h"
#include "core/profile/loader.h"

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace patronat::tests::simulator {

namespace fs = std::filesystem;

namespace {

struct Type {
    std::string_view id;
    std::string_view rest; ///< members of the type beside id, labels, title and fields
    std::string_view fields; ///< "name:type[>target][!flag]", by spaces
};

constexpr Type kTypes[] = {
    { "territory", R"("unit": "everyone")", "code:text name:text parent:reference>territory" },
    { "organisation", R"("unit": "everyone")", "code:text name:text territory:reference>territory" },
    { "staff", R"("unit": "everyone")", "surname:text firstName:text organisation:reference>organisation" },
    { "classifierCode", R"("unit": "everyone")",
        "classifier:text code:text labelRu:text sort:integer validFrom:date validTo:date extra:note" },
    { "person", R"("unit": "self", "names": ["surname"])", "surname:text note:note" },
    { "family", R"("unit": "self", "scope": "territory", "names": ["title"])",
        "title:text territory:reference>territory note:note" },
    { "member", R"("unit": {"through": ["family"]}, "parent": "family")",
        "family:reference>family person:reference>person!draws role:text" },
    { "measure", R"("unit": {"through": ["family"]}, "parent": "family", "life": true, "signsWith": ["step"])",
        "family:reference>family title:text note:note result:text!afterSigning" },
    { "step", R"("unit": {"through": ["measure"]}, "parent": "measure")",
        "measure:reference>measure title:text result:text!afterSigning" },
    { "body", R"("unit": "self", "scope": "territory")", "title:text territory:reference>territory" },
    { "meeting", R"("unit": {"through": ["body"]}, "parent": "body", "life": true, "signsWith": ["agendaItem"])",
        "body:reference>body title:text" },
    { "agendaItem", R"("unit": {"through": ["family", "meeting"]}, "parent": "meeting")",
        "meeting:reference>meeting!drawnBy family:reference>family title:text result:text!afterSigning" },
};

constexpr Type kRemark
    = { "remark", R"("unit": {"through": ["family"]}, "parent": "family")", "family:reference>family title:text" };

std::string labelled(std::string_view id)
{
    return R"("id": ")" + std::string(id) + R"(", "label": {"en": ")" + std::string(id) + R"("})";
}

std::string fieldJson(std::string_view field)
{
    std::string_view flag;
    std::string_view target;
    if (const auto at = field.find('!'); at != field.npos) {
        flag = field.substr(at + 1);
        field = field.substr(0, at);
    }
    if (const auto at = field.find('>'); at != field.npos) {
        target = field.substr(at + 1);
        field = field.substr(0, at);
    }
    const auto colon = field.find(':');
    std::string json = "{" + labelled(field.substr(0, colon)) + R"(, "type": ")"
        + std::string(field.substr(colon + 1)) + '"';
    if (!target.empty())
        json += R"(, "target": ")" + std::string(target) + '"';
    if (!flag.empty())
        json += ", \"" + std::string(flag) + "\": true";
    return json + "}";
}

std::string typeJson(const Type& type, std::string_view moreFields)
{
    std::string json = "{" + labelled(type.id) + R"(, "plural": {"en": "all"}, )" + std::string(type.rest);
    std::string fields = std::string(type.fields) + std::string(moreFields) + " ";
    json += R"(, "title": ")";
    json += "\\\"" + fields.substr(0, fields.find(':')) + "\\\"\", \"fields\": [";
    const char* separator = "";
    for (std::size_t at = 0, end = fields.find(' '); end != fields.npos; at = end + 1, end = fields.find(' ', at)) {
        json += separator + fieldJson(std::string_view(fields).substr(at, end - at));
        separator = ",\n";
    }
    return json + "]}";
}

void write(const fs::path& path, const std::string& text)
{
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        throw std::runtime_error("cannot write " + path.string());
}

std::shared_ptr<const profile::Profile> makeOne(const fs::path& folder, bool later)
{
    write(folder / "profile.json",
        R"({"id": "sample", "version": ")" + std::string(later ? "2" : "1")
            + R"(", "languages": ["en"], "label": {"en": "Sample"}, "origin": "5a3b1e0000000001"})");
    for (const Type& type : kTypes) {
        const bool more = later && type.id == "measure";
        write(folder / "records" / (std::string(type.id) + ".json"), typeJson(type, more ? " extra:text" : ""));
    }
    if (later)
        write(folder / "records" / "remark.json", typeJson(kRemark, {}));
    std::string seeds = R"([{"key": "16", "fields": {"code": "16", "name": "Region"}})";
    for (const char* district : kDistricts)
        seeds += std::string(R"(, {"key": ")") + district + R"(", "fields": {"code": ")" + district
            + R"(", "name": ")" + district + R"(", "parent": {"seed": ["territory", "16"]}}})";
    // The later log continues the first one: a district more.
    write(folder / "seeds" / "territory.json", seeds + "]");
    const auto released = profile::releaseSeeds(folder);
    if (!released)
        throw std::runtime_error(describe(released.error()));
    if (later) {
        write(folder / "seeds" / "territory.json",
            seeds + R"(, {"key": "16-04", "fields": {"code": "16-04", "name": "New"}}])");
        const auto again = profile::releaseSeeds(folder);
        if (!again)
            throw std::runtime_error(describe(again.error()));
    }
    const auto opened = profile::openProfile(folder);
    if (!opened)
        throw std::runtime_error(describe(opened.error()));
    return *opened;
}

} // namespace

Profiles makeProfiles(const fs::path& folder)
{
    return { makeOne(folder / "first" / "sample", false), makeOne(folder / "later" / "sample", true) };
}

} // namespace patronat::tests::simulator
