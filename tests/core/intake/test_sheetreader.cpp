// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/sheetreader.h"
#include "tests/core/intake/workbooks.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;
using intake::openList;

namespace {

using Cells = std::vector<std::string>;

intake::ListTable read(const std::string& bytes, const intake::Reading& reading = {})
{
    const auto file = openList(bytes);
    INFO((file ? std::string() : describe(file.error())));
    REQUIRE(file);
    const auto table = (*file)->read(reading);
    INFO((table ? std::string() : describe(table.error())));
    REQUIRE(table);
    return *table;
}

/// Why a file is refused, at its opening or when it is read.
Cells refusal(const std::string& bytes, const intake::Reading& reading = {})
{
    const auto file = openList(bytes);
    if (!file)
        return file.error().args;
    const auto table = (*file)->read(reading);
    return table ? Cells { "taken" } : table.error().args;
}

std::string why(const std::string& bytes)
{
    const Cells args = refusal(bytes);
    return args.size() > 1 ? args[1] : args.front();
}

std::string openRow(const std::string& cells, const std::string& more = {})
{
    return "<table:table-row" + more + ">" + cells + "</table:table-row>";
}

} // namespace

TEST_CASE("a workbook gives texts, numbers as they were typed and dates by their format")
{
    const auto table = read(workbook(
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Дата</t></is></c><c r="C2" t="str"><v>Тел.</v></c><c r="D2" t="s"><v>1</v></c></row>
           <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>42068</v></c><c r="C4"><v>7.9170000001E10</v></c><c r="D4" t="b"><v>1</v></c></row>
           <row r="5"><c r="B5" s="2"><v>42068.4375</v></c><c r="C5" s="3"><v>0.30000000000000004</v></c><c r="D5" t="e"><v>#N/A</v></c></row>)",
        "<si><t>Семья</t></si><si><r><t>Ива</t></r><rPh><t>нет</t></rPh><r><t>новы</t></r></si>"));
    CHECK(table.format == "xlsx");
    CHECK(table.sheets == Cells { "Пустой", "Семьи" });
    CHECK(table.sheet == "Семьи"); // the first that holds anything
    CHECK(table.headerLine == 2);
    CHECK(table.header == Cells { "Семья", "Дата", "Тел.", "Ивановы" });
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].line == 4);
    CHECK(table.rows[0].cells == Cells { "Ивановы", "2015-03-05", "79170000001", "true" });
    CHECK(table.rows[1].cells == Cells { "", "2015-03-05T10:30:00", "0.3", "#N/A" });
}

TEST_CASE("a workbook that counts days from 1904 gives the same dates")
{
    const std::string rows
        = R"(<row><c t="str"><v>Дата</v></c></row><row><c s="1"><v>40606</v></c></row>)";
    const auto table = read(workbook(rows, {}, true));
    CHECK(table.countsFrom1904);
    CHECK(table.rows[0].cells == Cells { "2015-03-05" });
}

TEST_CASE("a sheet is asked for by its name")
{
    const std::string bytes = workbook(R"(<row><c t="str"><v>А</v></c></row>)");
    intake::Reading reading;
    reading.sheet = "Семьи";
    CHECK(read(bytes, reading).header == Cells { "А" });
    reading.sheet = "Пустой";
    CHECK(refusal(bytes, reading) == Cells { "xlsx", "empty", "0" });
    reading.sheet = "Нет";
    CHECK(refusal(bytes, reading) == Cells { "xlsx", "noSuchSheet", "Нет" });
}

TEST_CASE("a title above the headings is passed over, and the line of the headings may be told")
{
    const std::string bytes = "Список семей на 01.01.2026;;\nСемья;Дом;Телефон\nИвановы;5;1\n";
    CHECK(read(bytes).headerLine == 2);
    CHECK(read(bytes).header == Cells { "Семья", "Дом", "Телефон" });
    intake::Reading reading;
    reading.headerLine = 1;
    CHECK(read(bytes, reading).rows.size() == 2);
    reading.headerLine = 9;
    CHECK(refusal(bytes, reading) == Cells { "csv", "noHeader", "9" });
}

TEST_CASE("a workbook of LibreOffice gives its typed values, and what is repeated and empty counts "
          "for nothing")
{
    const std::string head = openRow(
        "<table:table-cell office:value-type=\"string\"><text:p>Семья</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>Дата</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>Да</text:p></table:table-cell>");
    const std::string body = openRow(
        "<table:table-cell office:value-type=\"string\"><text:p>Ива<text:s "
        "text:c=\"2\"/>новы</text:p><text:p>и дети</text:p>"
        "<office:annotation><text:p>заметка</text:p></office:annotation></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2015-03-05T00:00:00\"><text:p>05.03.15</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"boolean\" "
        "office:boolean-value=\"true\"><text:p>ИСТИНА</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated=\"16381\"/>");
    const std::string twice = openRow(
        "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
        "office:value=\"5.50\"><text:p>5,50</text:p></table:table-cell>",
        " table:number-rows-repeated=\"2\"");
    const std::string empty = openRow("<table:table-cell table:number-columns-repeated=\"16384\"/>",
        " table:number-rows-repeated=\"1048570\"");
    const auto table = read(openWorkbook("<table:table table:name=\"Пустой\">" + empty
        + "</table:table><table:table table:name=\"Лист\">" + head + body
        + openRow("<table:table-cell/>", " table:number-rows-repeated=\"3\"") + twice + empty
        + "</table:table>"));
    CHECK(table.format == "ods");
    CHECK(table.sheet == "Лист");
    CHECK(table.header == Cells { "Семья", "Дата", "Да" });
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == Cells { "Ива  новы\nи дети", "2015-03-05", "true" });
    CHECK(table.rows[1].line == 6);
    CHECK(table.rows[1].cells == Cells { "5.5", "5.5" });
    CHECK(table.rows[2].line == 7);
}

TEST_CASE("a file of a stranger that would take too much is refused before it does")
{
    const auto parts = [](std::string name, std::string text) {
        Parts all = workbookParts("<row><c t=\"str\"><v>А</v></c></row>");
        for (auto& [known, bytes] : all)
            if (known == name)
                bytes = std::move(text);
        return packed(all);
    };
    CHECK(why(parts("xl/sharedStrings.xml", std::string(std::size_t { 20 } << 20, ' ')))
        == "packedTooTightly");
    Parts many = workbookParts("");
    for (int i = 0; i < 2001; ++i)
        many.emplace_back("x" + std::to_string(i), "");
    CHECK(why(packed(many)) == "tooManyEntries");
    CHECK(why(parts("xl/worksheets/sheet2.xml",
              R"(<worksheet><row r="1"><c r="XFD1" t="str"><v>А</v></c></row></worksheet>)"))
        == "tooManyColumns");
    const std::string cell
        = "<table:table-cell office:value-type=\"string\"><text:p>А</text:p></table:table-cell>";
    CHECK(why(openWorkbook("<table:table table:name=\"Л\">"
              + openRow(cell, " table:number-rows-repeated=\"1048576\"") + "</table:table>"))
        == "tooManyRows");
    CHECK(why(openWorkbook("<table:table table:name=\"Л\">"
              + openRow("<table:table-cell table:number-columns-repeated=\"16384\" "
                        "office:value-type=\"float\" office:value=\"1\"/>")
              + "</table:table>"))
        == "tooManyColumns");
}

TEST_CASE("entities and document types of a stranger are not followed")
{
    const auto with = [](std::string name, std::string text) {
        Parts all = workbookParts("");
        for (auto& [known, bytes] : all)
            if (known == name)
                bytes = std::move(text);
        return packed(all);
    };
    const std::string bomb
        = R"(<!DOCTYPE a [<!ENTITY b "aaaaaaaaaa"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>)";
    for (const std::string name :
        { "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels" })
        CHECK(why(with(name, bomb + "<a>&c;</a>")) == "broken");
    CHECK(why(with("xl/worksheets/sheet2.xml",
              R"(<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>)"))
        == "broken");
    CHECK(why(packed({ { "content.xml", bomb + "<a>&c;</a>" } })) == "broken");
}

TEST_CASE("what is no list is told apart, so that one knows what to do")
{
    CHECK(why("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old book") == "oldExcel");
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string("EncryptedPackage")) {
        locked += c;
        locked += '\0';
    }
    CHECK(why(locked) == "encrypted");
    CHECK(why("<html><table></table></html>") == "notAList");
    CHECK(why(packed({ { "word/document.xml", "<a/>" }, { "_rels/.rels", "<Relationships/>" } }))
        == "notAList");
    CHECK(why(packed({ { "other", "x" } })) == "broken");
    CHECK(why(packed({ { "content.xml", "<office:document-content xmlns:office=\"o\"/>" } }))
        == "notAList");
    CHECK(why(packed({ { "META-INF/manifest.xml", "<m><encryption-data/></m>" },
              { "content.xml", "\x01\x02" } }))
        == "encrypted");
    CHECK(why(std::string("a;b\n1;\0\n\x01\x02", 10)) == "notAList");
    CHECK(why("") == "empty");
}

TEST_CASE("a workbook cut short anywhere is refused")
{
    const std::string whole = workbook(
        R"(<row><c t="str"><v>Семья</v></c></row><row><c t="str"><v>Ивановы</v></c></row>)");
    for (std::size_t size = 4; size < whole.size(); ++size) {
        INFO(size);
        REQUIRE(refusal(whole.substr(0, size)) != Cells { "taken" });
    }
}

TEST_CASE("whatever stands in the parts of a workbook, it is read or refused")
{
    const Parts whole = workbookParts(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42068</v></c></row><row><c t="b"><v>1</v></c></row>)",
        "<si><t>Семья</t></si>");
    constexpr std::string_view kInstead = "<>\"/&;09\xff\x01";
    std::size_t taken = 0;
    std::size_t refused = 0;
    for (std::size_t part = 0; part < whole.size(); ++part)
        for (std::size_t at = 0; at < whole[part].second.size(); at += 2) {
            Parts changed = whole;
            changed[part].second[at] = kInstead[(at + part) % kInstead.size()];
            INFO(changed[part].first << " at " << at);
            if (refusal(packed(changed)) == Cells { "taken" })
                ++taken;
            else
                ++refused;
        }
    CHECK(taken > 0);
    CHECK(refused > 0);
}
