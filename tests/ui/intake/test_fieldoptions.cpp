// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"
#include "ui/intake/fieldoptions.h"

#include <catch2/catch.hpp>

using namespace patronat;

namespace {

intake::Mapping of(const char* type)
{
    intake::Mapping mapping;
    intake::MappedRecord record;
    record.as = type;
    record.type = type;
    mapping.records.push_back(std::move(record));
    return mapping;
}

std::vector<std::string> fieldsFor(const std::vector<std::string>& headings, const char* type)
{
    tests::TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const auto options = ui::fieldOptions(office.desk(), of(type));
    std::vector<std::string> out;
    for (const int option : ui::suggestedOptions(headings, options)) {
        std::string fields;
        if (option >= 0)
            for (const std::string& field : options[static_cast<std::size_t>(option)].fields)
                fields += (fields.empty() ? "" : "+") + field;
        out.push_back(fields);
    }
    return out;
}

} // namespace

TEST_CASE("columns are given to the fields that are called alike, each field once")
{
    CHECK(fieldsFor({ "№ п/п", "Фамилия", "имя", "Отчество", "Дата рожденя", "Пол", "СНИЛС", "Цвет",
                        "Фамилия" },
              "person")
        == std::vector<std::string> {
            "", "surname", "firstName", "patronymic", "birthDate", "sex", "snils", "", "" });
    CHECK(fieldsFor({ "ФИО", "Фамилия", "Телефон" }, "person")
        == std::vector<std::string> { "surname+firstName+patronymic", "", "phone" });
}

TEST_CASE("what no list may fill is not offered: states, files, links")
{
    tests::TestDesk office;
    for (const auto& option : ui::fieldOptions(office.desk(), of("episode")))
        for (const std::string& field : option.fields)
            CHECK(field != "workStatus");
    intake::Mapping mapping = of("member");
    mapping.records.front().links.emplace("family", "family");
    for (const auto& option : ui::fieldOptions(office.desk(), mapping))
        CHECK(option.fields.front() != "family");
}
