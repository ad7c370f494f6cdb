// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/intake/lists.h"

#include "core/intake/csvreader.h"
#include "core/profile/loader.h"

#include <QDate>
#include <QStringEncoder>
#include <catch2/catch.hpp>

#include <array>

namespace patronat::tests {

namespace {

template <typename T>
T need(base::Result<T> result)
{
    INFO((result ? std::string() : describe(result.error())));
    REQUIRE(result);
    return std::move(*result);
}

constexpr std::array kSurnames { "Иванов", "Сафин", "Петров", "Гарифуллин", "Соловьёв",
    "Мухаметзянов", "Кузнецов" };
constexpr std::array kNames { "Айдар", "Пётр", "Ильдар", "Николай", "Марат" };

/// Nobody is there twice: the number is in the surname's ending and the day of birth.
std::string personLine(std::size_t number)
{
    const QString birth = QDate(1960, 1, 1)
                              .addDays(static_cast<qint64>(number) * 3)
                              .toString(QStringLiteral("d.M.yyyy"));
    const std::string surname
        = std::string(kSurnames[number % kSurnames.size()]) + (number % 2 == 0 ? "" : "-Ковалёв");
    return surname + ';' + kNames[number % kNames.size()] + ";Маратович;" + birth.toStdString()
        + ";мужской;+7917" + std::to_string(1000000 + number) + ";\"село; дом "
        + std::to_string(number) + "\"";
}

std::string replaced(const std::string& line, std::size_t cell, const std::string& text)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < cell; ++i)
        from = line.find(';', from) + 1;
    return line.substr(0, from) + text + line.substr(line.find(';', from));
}

std::pair<std::string, std::string> faulty(std::size_t number)
{
    const std::string line = personLine(number);
    switch (number % 6) {
    case 0:
        return { replaced(line, 3, "31.02.1985"), "notADate" };
    case 1:
        return { replaced(line, 3, "весной 1985"), "notADate" };
    case 2:
        return { replaced(line, 4, "мужчской"), "unknownCode" };
    case 3:
        return { replaced(line, 1, ""), "keyMissing" };
    case 4:
        return { replaced(line, 0, std::string(70, 'x')), "tooLong" };
    default:
        return { line + ";лишнее", "beyondHeader" };
    }
}

} // namespace

const std::string kPersonMap
    = R"({"columns": {"Фамилия": "surname", "Имя": "firstName", "Отчество": "patronymic",
    "Дата рождения": "birthDate", "Пол": "sex", "Телефон": "phone", "Адрес": "addrFact.note"},
    "key": ["surname", "firstName", "patronymic?", "birthDate"]})";

std::shared_ptr<const profile::Profile> shippedProfile()
{
    static const auto loaded
        = need(profile::openProfile(std::filesystem::path(PROFILES) / "ru-ta"));
    return loaded;
}

FaultyList faultyList(std::size_t rows, std::size_t faults, std::size_t repeats)
{
    FaultyList list;
    std::string text = "Фамилия;Имя;Отчество;Дата рождения;Пол;Телефон;Адрес\r\n";
    const std::size_t everyFault = faults == 0 ? rows + 1 : rows / faults;
    const std::size_t everyRepeat = repeats == 0 ? rows + 1 : rows / repeats;
    for (std::size_t i = 0; i < rows; ++i) {
        const int line = static_cast<int>(i) + 2;
        if (i % everyFault == everyFault / 2 && list.faults.size() < faults) {
            const auto [words, reason] = faulty(list.faults.size() + rows);
            text += words;
            list.faults.emplace(line, reason);
        } else if (i % everyRepeat == everyRepeat - 1 && list.repeated < repeats) {
            text += personLine(0); // the first line of the list, again
            ++list.repeated;
        } else {
            text += personLine(i);
            ++list.sound;
        }
        text += "\r\n";
    }
    QStringEncoder encoder("windows-1251");
    const QByteArray bytes = encoder(QString::fromStdString(text));
    list.bytes = bytes.toStdString();
    return list;
}

intake::ListTable tableOfCsv(const std::string& bytes)
{
    return need(intake::readCsv(bytes));
}

intake::Mapping mappingOf(const std::string& json, std::string_view type)
{
    return need(intake::readMapping(*shippedProfile(), type, json));
}

intake::ImportPlan plan(
    store::Store& store, const intake::ListTable& table, const intake::Mapping& mapping)
{
    base::Job job;
    return need(store.read([&](const store::ReadTx& tx) {
        return intake::planImport(tx, table, mapping, "2026-11-23", job);
    }));
}

intake::Imported run(store::Store& store, const intake::ImportPlan& plan)
{
    base::Job job;
    return need(intake::runImport(store, plan, { { 1, 1 }, {}, {}, "import" }, job));
}

} // namespace patronat::tests
