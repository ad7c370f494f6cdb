// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/intake/workbooks.h"

#include <zip.h>

#include <catch2/catch.hpp>

namespace patronat::tests {

namespace {

const std::string kRelationships
    = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

} // namespace

std::string packed(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), source, 0) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string out(stat.size, '\0');
    REQUIRE(zip_source_open(target) == 0);
    REQUIRE(
        zip_source_read(target, out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

Parts workbookParts(const std::string& rows, const std::string& strings, bool from1904)
{
    return { { "_rels/.rels",
                 kRelationships + "<Relationship Id=\"rId1\" Type=\"" + kOffice
                     + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
        { "xl/workbook.xml",
            "<workbook "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            "relationships\"><workbookPr"
                + std::string(from1904 ? " date1904=\"1\"" : "")
                + "/><sheets><sheet name=\"Пустой\" sheetId=\"1\" r:id=\"rId1\"/>"
                  "<sheet name=\"Семьи\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>" },
        { "xl/_rels/workbook.xml.rels",
            kRelationships + "<Relationship Id=\"rId1\" Type=\"" + kOffice
                + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                + kOffice
                + "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" "
                  "Type=\""
                + kOffice
                + "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\""
                + kOffice + "styles\" Target=\"styles.xml\"/></Relationships>" },
        { "xl/sharedStrings.xml", "<sst>" + strings + "</sst>" },
        { "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\"/>"
            "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; "
            "d&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
            "numFmtId=\"165\"/></cellXfs></styleSheet>" },
        { "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>" },
        { "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>" } };
}

std::string workbook(const std::string& rows, const std::string& strings, bool from1904)
{
    return packed(workbookParts(rows, strings, from1904));
}

std::string openWorkbook(const std::string& tables)
{
    return packed({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
        { "content.xml",
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
            "xmlns:text=\"x\"><office:body><office:spreadsheet>"
                + tables + "</office:spreadsheet></office:body></office:document-content>" } });
}

} // namespace patronat::tests
