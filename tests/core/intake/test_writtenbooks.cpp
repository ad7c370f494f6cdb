// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <xlsxwriter.h>

#include "core/intake/sheetreader.h"
#include "core/store/outputfile.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;

namespace {

/// As a program of our own writes it; `streamed`: texts stand in their cells.
std::string written(const tests::TemporaryFolder& folder, bool streamed)
{
    const std::string path = folder.file(streamed ? "s.xlsx" : "b.xlsx").string();
    lxw_workbook_options options {};
    options.constant_memory = streamed ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Семьи & дети");
    lxw_format* day = workbook_add_format(book);
    format_set_num_format(day, "dd.mm.yyyy");
    for (lxw_col_t i = 0; const char* heading : { "Фамилия", "Дата", "Детей", "Доход", "Учёт" })
        worksheet_write_string(sheet, 0, i++, heading, nullptr);
    worksheet_write_string(sheet, 1, 0, "Җәлилова <Әни>", nullptr);
    lxw_datetime date { 2015, 3, 2, 0, 0, 0 };
    worksheet_write_datetime(sheet, 1, 1, &date, day);
    worksheet_write_number(sheet, 1, 2, 3, nullptr);
    worksheet_write_number(sheet, 1, 3, 15230.5, nullptr);
    worksheet_write_boolean(sheet, 1, 4, 1, nullptr);
    worksheet_write_formula_str(sheet, 2, 0, "=A2", nullptr, "Из формулы");
    worksheet_write_number(sheet, 2, 3, 0.1 + 0.2, nullptr);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    const auto bytes = store::readFile(path);
    REQUIRE(bytes);
    return *bytes;
}

} // namespace

TEST_CASE("a workbook that another library wrote is read as it was meant")
{
    using Cells = std::vector<std::string>;
    const tests::TemporaryFolder folder;
    const bool streamed = GENERATE(false, true);
    const auto file = intake::openList(written(folder, streamed));
    REQUIRE(file);
    const auto table = (*file)->read({});
    INFO((table ? std::string() : describe(table.error())));
    REQUIRE(table);
    CHECK(table->sheet == "Семьи & дети");
    CHECK(table->header == Cells { "Фамилия", "Дата", "Детей", "Доход", "Учёт" });
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].cells == Cells { "Җәлилова <Әни>", "2015-03-02", "3", "15230.5", "true" });
    CHECK(table->rows[1].cells == Cells { "Из формулы", "", "", "0.3" });
}

TEST_CASE("what LibreOffice wrote gives the same list as a workbook of its own and as one of Excel")
{
    using Cells = std::vector<std::string>;
    const char* name = GENERATE("libreoffice.ods", "libreoffice.xlsx");
    INFO(name);
    const auto bytes = store::readFile(std::filesystem::path(BOOKS) / name);
    REQUIRE(bytes);
    const auto file = intake::openList(*bytes);
    REQUIRE(file);
    const auto table = (*file)->read({});
    INFO((table ? std::string() : describe(table.error())));
    REQUIRE(table);
    CHECK(table->headerLine == 2); // a title stands above
    CHECK(table->header == Cells { "Семья", "Дата", "Сумма", "Полная" });
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].cells == Cells { "Ивановы", "2015-03-02", "5.5", "true" });
    CHECK(table->rows[1].cells == Cells { "Җәлиловы\nи дети", "1999-12-31", "79170000001", "false" });
}
