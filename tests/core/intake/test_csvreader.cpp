// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/csvreader.h"

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

TEST_CASE("quotes inside a cell are doubled")
{
    CHECK(readCsv("a\n\"ООО \"\"Дом\"\"\"\n")->rows[0].cells == Cells { "ООО \"Дом\"" });
}

TEST_CASE("what is no list is refused with the line")
{
    const auto why = [](const std::string& bytes) { return readCsv(bytes).error().args; };
    CHECK(why("") == Cells { "csv", "empty", "0" });
    CHECK(why("\n\n") == Cells { "csv", "empty", "0" });
    CHECK(why("a;b\n1;\"open\n") == Cells { "csv", "brokenQuotes", "2" });
    CHECK(why("a;b\n1;x\"y\n") == Cells { "csv", "brokenQuotes", "2" });
}
