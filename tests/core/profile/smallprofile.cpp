// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace patronat::tests {

namespace fs = std::filesystem;

namespace {

constexpr const char* kTerritory
    = R"({"id": "territory", "label": {"ru": "Территория", "en": "Territory"},
 "plural": {"ru": "Территории", "en": "Territories"}, "unit": "everyone", "title": "name",
 "names": ["name"], "texts": [], "indexes": [["code"]],
 "fields": [
  {"id": "code", "type": "text", "label": {"ru": "Код", "en": "Code"}},
  {"id": "name", "type": "text", "label": {"ru": "Название", "en": "Name"}},
  {"id": "parent", "type": "reference", "target": "territory", "label": {"ru": "Часть", "en": "Part of"}}
 ]})";

constexpr const char* kOrganisation
    = R"({"id": "organisation", "label": {"ru": "Учреждение", "en": "Institution"},
 "plural": {"ru": "Учреждения", "en": "Institutions"}, "unit": "everyone", "title": "name",
 "fields": [
  {"id": "code", "type": "text", "label": {"ru": "Код", "en": "Code"}},
  {"id": "name", "type": "text", "label": {"ru": "Название", "en": "Name"}},
  {"id": "territory", "type": "reference", "target": "territory", "label": {"ru": "Территория", "en": "Territory"}}
 ]})";

constexpr const char* kStaff = R"({"id": "staff", "label": {"ru": "Сотрудник", "en": "Staff"},
 "plural": {"ru": "Сотрудники", "en": "Staff"}, "unit": "everyone", "title": "surname",
 "fields": [
  {"id": "surname", "type": "text", "label": {"ru": "Фамилия", "en": "Surname"}},
  {"id": "firstName", "type": "text", "label": {"ru": "Имя", "en": "First name"}},
  {"id": "organisation", "type": "reference", "target": "organisation", "label": {"ru": "Где", "en": "Where"}}
 ]})";

constexpr const char* kClassifierCode
    = R"({"id": "classifierCode", "label": {"ru": "Значение", "en": "Code"},
 "plural": {"ru": "Значения", "en": "Codes"}, "unit": "everyone", "title": "labelRu",
 "fields": [
  {"id": "classifier", "type": "text", "label": {"ru": "Справочник", "en": "Classifier"}},
  {"id": "code", "type": "text", "label": {"ru": "Код", "en": "Code"}},
  {"id": "labelRu", "type": "text", "label": {"ru": "По-русски", "en": "Russian"}},
  {"id": "labelEn", "type": "text", "label": {"ru": "По-английски", "en": "English"}},
  {"id": "sort", "type": "integer", "label": {"ru": "Порядок", "en": "Order"}},
  {"id": "validFrom", "type": "date", "label": {"ru": "С", "en": "From"}},
  {"id": "validTo", "type": "date", "label": {"ru": "По", "en": "To"}},
  {"id": "extra", "type": "note", "label": {"ru": "Прочее", "en": "Extra"}}
 ]})";

constexpr const char* kPerson
    = R"({"id": "person", "label": {"ru": "Лицо", "tt": "Шәхес", "en": "Person"},
 "plural": {"ru": "Лица", "en": "Persons"}, "unit": "self", "title": "surname",
 "names": ["surname"], "texts": ["addrFact"],
 "fields": [
  {"id": "surname", "type": "text", "maxLength": 10, "required": true, "personal": "ordinary", "label": {"ru": "Фамилия", "en": "Surname"}},
  {"id": "birthDate", "type": "date", "marks": true, "label": {"ru": "Дата рождения", "en": "Date of birth"},
   "check": [{"expr": "\"birthDate\" <= :today", "severity": "E", "message": {"ru": "Позже сегодня", "en": "After today"}}]},
  {"id": "addrFact", "type": "address", "personal": "ordinary", "label": {"ru": "Адрес", "en": "Address"}},
  {"id": "phone", "type": "phone", "label": {"ru": "Телефон", "en": "Phone"}},
  {"id": "snils", "type": "snils", "label": {"ru": "СНИЛС", "en": "SNILS"}},
  {"id": "note", "type": "note", "label": {"ru": "Примечание", "en": "Note"}}
 ]})";

constexpr const char* kFamily = R"({"id": "family", "label": {"ru": "Семья", "en": "Family"},
 "plural": {"ru": "Семьи", "en": "Families"}, "unit": "self", "scope": "district", "title": "regNo",
 "life": true, "signsWith": ["member"], "names": ["regNo"], "indexes": [["district", "opened"]],
 "fields": [
  {"id": "regNo", "type": "number", "mask": "{district.code}/{YYYY}/{0001}", "series": ["district"], "year": "opened", "at": "creation", "label": {"ru": "№", "en": "No"}},
  {"id": "district", "type": "reference", "target": "territory", "label": {"ru": "Район", "en": "District"}},
  {"id": "opened", "type": "datetime", "label": {"ru": "Открыто", "en": "Opened"}},
  {"id": "income", "type": "money", "label": {"ru": "Доход", "en": "Income"}},
  {"id": "area", "type": "decimal", "decimals": 3, "label": {"ru": "Площадь", "en": "Area"}},
  {"id": "rooms", "type": "integer", "label": {"ru": "Комнат", "en": "Rooms"}},
  {"id": "large", "type": "boolean", "label": {"ru": "Многодетная", "en": "Large"}},
  {"id": "traits", "type": "choices", "classifier": "kinship", "label": {"ru": "Признаки", "en": "Traits"}},
  {"id": "main", "type": "choice", "classifier": "kinship", "label": {"ru": "Главный", "en": "Main"}},
  {"id": "perRoom", "type": "computed", "expr": "income / rooms", "label": {"ru": "На комнату", "en": "Per room"}}
 ]})";

constexpr const char* kMember = R"({"id": "member", "label": {"ru": "Член семьи", "en": "Member"},
 "plural": {"ru": "Члены семьи", "en": "Members"}, "unit": {"through": ["family"]}, "parent": "family",
 "order": "n", "title": "n",
 "fields": [
  {"id": "family", "type": "reference", "target": "family", "label": {"ru": "Семья", "en": "Family"}},
  {"id": "person", "type": "reference", "target": "person", "draws": true, "label": {"ru": "Лицо", "en": "Person"}},
  {"id": "kinship", "type": "choice", "classifier": "kinship", "label": {"ru": "Родство", "en": "Kinship"}},
  {"id": "n", "type": "integer", "label": {"ru": "№", "en": "No"}}
 ]})";

constexpr const char* kKinship
    = R"({"id": "kinship", "label": {"ru": "Родство", "en": "Kinship"}, "codes": [
 {"code": "mother", "label": {"ru": "Мать", "en": "Mother"}, "from": "2007-01-01", "to": null, "extra": {"sex": "F"}},
 {"code": "father", "label": {"ru": "Отец", "en": "Father"}}
]})";

constexpr const char* kMarks
    = R"({"id": "valueMark", "label": {"ru": "Отметка", "en": "Mark"}, "codes": [
 {"code": "unknown", "label": {"ru": "не установлено", "en": "not established"}},
 {"code": "stated", "label": {"ru": "со слов", "en": "as told"}}
]})";

constexpr const char* kParts
    = R"({"id": "addressPart", "label": {"ru": "Часть адреса", "en": "Part of an address"}, "codes": [
 {"code": "region", "label": {"ru": "Регион", "en": "Region"}},
 {"code": "district", "label": {"ru": "Район", "en": "District"}},
 {"code": "settlement", "label": {"ru": "Населённый пункт", "en": "Settlement"}},
 {"code": "street", "label": {"ru": "Улица", "en": "Street"}},
 {"code": "house", "label": {"ru": "Дом", "en": "House"}},
 {"code": "flat", "label": {"ru": "Квартира", "en": "Flat"}},
 {"code": "postcode", "label": {"ru": "Индекс", "en": "Postcode"}},
 {"code": "oktmo", "label": {"ru": "ОКТМО", "en": "OKTMO"}},
 {"code": "note", "label": {"ru": "Уточнение", "en": "Note"}}
]})";

constexpr const char* kSeeds = R"([
 {"key": "16", "fields": {"code": "16", "name": "Татарстан"}},
 {"key": "16-01", "fields": {"code": "16-01", "name": "Агрызский", "parent": {"seed": ["territory", "16"]}}}
])";

} // namespace

SmallProfile::SmallProfile()
{
    write(
        "base/profile.json", R"({"id": "base", "version": "2026.1", "languages": ["ru", "tt", "en"],
 "label": {"ru": "Основа", "en": "Base"}, "origin": "ba5e000000000001", "settings": {"quorum": 50}})");
    write("base/records/territory.json", kTerritory);
    write("base/records/organisation.json", kOrganisation);
    write("base/records/staff.json", kStaff);
    write("base/records/classifierCode.json", kClassifierCode);
    write("base/records/person.json", kPerson);
    write("base/records/family.json", kFamily);
    write("base/records/member.json", kMember);
    write("base/classifiers/kinship.json", kKinship);
    write("base/classifiers/valueMark.json", kMarks);
    write("base/classifiers/addressPart.json", kParts);
    write("base/seeds/territory.json", kSeeds);
    write("region/profile.json", R"({"id": "region", "version": "2027.3", "extends": "base",
 "label": {"ru": "Регион", "en": "Region"}, "origin": "4e61000000000002", "settings": {"body": "kdn"}})");
}

void SmallProfile::write(std::string_view file, std::string_view content) const
{
    const fs::path path = m_folder.file(file);
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << content;
    REQUIRE(out.good());
}

std::string SmallProfile::read(std::string_view file) const
{
    std::ifstream in(m_folder.file(file), std::ios::binary);
    REQUIRE(in.good());
    return { std::istreambuf_iterator<char>(in), {} };
}

void SmallProfile::replace(std::string_view file, std::string_view from, std::string_view to) const
{
    std::string content = read(file);
    const std::size_t at = content.find(from);
    REQUIRE(at != std::string::npos);
    content.replace(at, from.size(), to);
    write(file, content);
}

void SmallProfile::remove(std::string_view file) const
{
    REQUIRE(fs::remove(m_folder.file(file)));
}

void SmallProfile::addOverlay() const
{
    write("overlay/profile.json",
        R"({"id": "ours", "version": "1", "label": {"ru": "Наше", "en": "Ours"}})");
}

std::shared_ptr<const profile::Profile> SmallProfile::load() const
{
    const profile::Loaded loaded = profile::loadProfile(base());
    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    return loaded.profile;
}

profile::Problem findProblem(const profile::Loaded& loaded, std::string_view code)
{
    for (const profile::Problem& problem : loaded.problems) {
        if (problem.code == code)
            return problem;
    }
    FAIL("no " << code << " among:\n" << listed(loaded.problems));
    return {};
}

std::string listed(const std::vector<profile::Problem>& problems)
{
    std::ostringstream out;
    for (const profile::Problem& problem : problems)
        out << (problem.severity == profile::Severity::Error ? "E " : "W ") << problem.file << ':'
            << problem.line << ' ' << problem.path << ' ' << problem.code << ' ' << problem.argument
            << '\n';
    return out.str();
}

} // namespace patronat::tests
