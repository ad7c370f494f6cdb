// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/csvreader.h"

#include <QStringEncoder>
#include <catch2/catch.hpp>

using namespace patronat;
using intake::readCsv;

namespace {

using Cells = std::vector<std::string>;

/// "Семья;Дом" and "Иванов;5" in windows-1251.
const std::string kCp1251 = "\xD1\xE5\xEC\xFC\xFF;\xC4\xEE\xEC\r\n\xC8\xE2\xE0\xED\xEE\xE2;5\r\n";

std::string utf16(const std::u16string& text, bool bigEndian)
{
    std::string out = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        out += bigEndian ? high : low;
        out += bigEndian ? low : high;
    }
    return out;
}

} // namespace

TEST_CASE("the encoding is told by the mark or the bytes")
{
    const auto check = [](const std::string& bytes, const std::string& encoding) {
        const auto table = readCsv(bytes);
        REQUIRE(table);
        CHECK(table->encoding == encoding);
        CHECK(table->header == Cells { "Семья", "Дом" });
        REQUIRE(table->rows.size() == 1);
        CHECK(table->rows[0].cells == Cells { "Иванов", "5" });
    };
    check("Семья;Дом\nИванов;5\n", "UTF-8");
    check("\xEF\xBB\xBFСемья;Дом\nИванов;5", "UTF-8");
    check(kCp1251, "windows-1251");
    check(utf16(u"Семья;Дом\r\nИванов;5\r\n", false), "UTF-16");
    check(utf16(u"Семья;Дом\r\nИванов;5\r\n", true), "UTF-16");
}

TEST_CASE("the separator is the one that the first line uses outside quotes")
{
    CHECK(readCsv("a;b\n1;2\n")->separator == ';');
    CHECK(readCsv("a,b\n1;2;3\n")->separator == ',');
    CHECK(readCsv("a\tb\n")->separator == '\t');
    CHECK(readCsv("\"a,b,c\";d\n")->separator == ';');
    CHECK(readCsv("\"a,b,c\";d\n")->header == Cells { "a,b,c", "d" });
    CHECK(readCsv("Список семей\na;b\n1;2\n")->separator == ';');
    CHECK(readCsv("sep=|\na|b\n1|2\n")->header == Cells { "a", "b" });
    intake::Reading reading;
    reading.separator = ',';
    CHECK(readCsv("a;b,c\n1,2\n", reading)->header == Cells { "a;b", "c" });
}

TEST_CASE("Russian lists of all times are told apart by their letters")
{
    const QString text = QStringLiteral(
        "Фамилия;Имя;Отчество;Адрес проживания;Примечание\r\n"
        "Иванова;Анна;Петровна;город Казань, улица Баумана, дом 5;семья состоит на учёте\r\n"
        "Сафин;Айдар;Ильдарович;село Высокая Гора, улица Полковая;многодетная семья, посещение раз "
        "в месяц\r\n");
    for (const char* name : { "windows-1251", "IBM866", "KOI8-R" }) {
        INFO(name);
        QStringEncoder encoder(name);
        const QByteArray bytes = encoder(text);
        const auto table = readCsv({ bytes.data(), static_cast<std::size_t>(bytes.size()) });
        REQUIRE(table);
        CHECK(table->encoding == name);
        CHECK(table->header.front() == "Фамилия");
        CHECK(table->rows[1].cells[2] == "Ильдарович");
    }
}

TEST_CASE("UTF-16 without a mark is told by its zeros, and a person's word wins over every guess")
{
    const auto table = readCsv(utf16(u"Семья;Дом\r\nИванов;5\r\n", false).substr(2));
    REQUIRE(table);
    CHECK(table->encoding == "UTF-16");
    CHECK(table->header == Cells { "Семья", "Дом" });
    intake::Reading reading;
    reading.encoding = "KOI8-R";
    CHECK(readCsv(kCp1251, reading)->header != Cells { "Семья", "Дом" });
    reading.encoding = "windows-1251";
    CHECK(readCsv(kCp1251, reading)->header == Cells { "Семья", "Дом" });
    reading.encoding = "MIK";
    CHECK(readCsv(kCp1251, reading).error().args == Cells { "csv", "unknownEncoding", "MIK" });
}

TEST_CASE("a list has no more columns than a list of people")
{
    CHECK(readCsv(std::string(600, ';') + "a\n").error().args.at(1) == "tooManyColumns");
    CHECK(readCsv("a;b" + std::string(600, ';') + "\n1;2\n")->header.at(1) == "b");
}

TEST_CASE("rows know the line where they begin, empty ones left out")
{
    const auto table = readCsv("a;b\n\n1;\"two\nlines\"\n;\n3;4\n");
    REQUIRE(table);
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].line == 3);
    CHECK(table->rows[0].cells == Cells { "1", "two\nlines" });
    CHECK(table->rows[1].line == 6);
}

TEST_CASE(
    "quotes inside a cell are doubled, or stand as they are in a cell without quotes around it")
{
    const auto table = readCsv("a;b\nСидо\"ров;1\nООО \"Ромашка\" г;2\n\"x\" ;3\n");
    REQUIRE(table);
    REQUIRE(table->rows.size() == 3);
    CHECK(table->rows[0].cells == Cells { "Сидо\"ров", "1" });
    CHECK(table->rows[1].cells == Cells { "ООО \"Ромашка\" г", "2" });
    CHECK(table->rows[2].cells == Cells { "x", "3" });
    CHECK(readCsv("a\n\"ООО \"\"Дом\"\"\"\n")->rows[0].cells == Cells { "ООО \"Дом\"" });
}

TEST_CASE("what is no list is refused with the line")
{
    const auto why = [](const std::string& bytes) { return readCsv(bytes).error().args; };
    CHECK(why("") == Cells { "csv", "empty", "0" });
    CHECK(why("\n\n") == Cells { "csv", "empty", "0" });
    CHECK(why("a;b\n1;\"open\n") == Cells { "csv", "brokenQuotes", "2" });
    CHECK(why("a;b\n1;\"open\n2;3\n4;5\n") == Cells { "csv", "brokenQuotes", "2" });
    CHECK(why("a;b\n1;2\n3;\"ООО \"Дом\"\"\n4;5\n") == Cells { "csv", "brokenQuotes", "3" });
}

TEST_CASE("the apostrophe that our lists put before a formula is not part of the cell")
{
    CHECK(readCsv("a;b;c\n'+7917;'=1;'x\n")->rows[0].cells == Cells { "+7917", "=1", "'x" });
}
