// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/sheet.h"

#include "core/store/outputfile.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>
#include <zip.h>

using namespace patronat;
using namespace patronat::reports;

namespace {

SheetHead head()
{
    return { "Семьи", { "Фильтры: СОП", "12.03.2027" }, "учебные данные", { "Семья", "Детей", "С" }, { 20, 6, 10 }, 3 };
}

/// The lines of `cells`, one after the other.
SheetRows rowsOf(std::vector<std::vector<SheetCell>> cells)
{
    return [cells = std::move(cells), at = std::size_t { 0 }]() mutable
               -> base::Result<std::optional<std::vector<SheetCell>>> {
        if (at == cells.size())
            return std::optional<std::vector<SheetCell>>();
        return std::optional(cells[at++]);
    };
}

SheetRows families()
{
    return rowsOf({ { { "Ивановы", {}, {} }, { "3", 3, {} }, { "01.02.2027", {}, "2027-02-01" } },
        { { "=1+1", {}, {} }, { "", {}, {} }, { "неизвестно", {}, "неизвестно" } } });
}

std::string part(const std::filesystem::path& file, const char* name)
{
    int error = 0;
    zip_t* archive = zip_open(file.string().c_str(), ZIP_RDONLY, &error);
    REQUIRE(archive != nullptr);
    zip_file_t* entry = zip_fopen(archive, name, 0);
    REQUIRE(entry != nullptr);
    std::string text(1 << 16, '\0');
    text.resize(static_cast<std::size_t>(zip_fread(entry, text.data(), text.size())));
    zip_fclose(entry);
    zip_discard(archive);
    return text;
}

} // namespace

TEST_CASE("a list in a workbook has its heading, its mark, numbers and dates to count with", "[reports]")
{
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.xlsx");
    base::Job job;
    REQUIRE(writeSheetXlsx(file, head(), families(), job));

    const std::string sheet = part(file, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("Фильтры: СОП") != std::string::npos);
    CHECK(sheet.find("учебные данные") != std::string::npos);
    CHECK(sheet.find("<v>3</v>") != std::string::npos);
    CHECK(sheet.find("<v>46419</v>") != std::string::npos); // 1 February 2027
    CHECK(sheet.find("неизвестно") != std::string::npos);
    CHECK(sheet.find("<f>") == std::string::npos); // nothing anybody typed is run
}

TEST_CASE("a list in a CSV stands below its heading, with no formula in it", "[reports]")
{
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.csv");
    base::Job job;
    REQUIRE(writeSheetCsv(file, head(), families(), job));

    const auto text = store::readFile(file);
    REQUIRE(text);
    CHECK(text->starts_with("\xEF\xBB\xBF\"Семьи\"\r\n"));
    CHECK(text->find("\"Ивановы\";\"3\";\"01.02.2027\"\r\n") != std::string::npos);
    CHECK(text->find("\"'=1+1\"") != std::string::npos);
}

TEST_CASE("a cancelled list leaves the file that was there", "[reports]")
{
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.csv");
    REQUIRE(store::writeFile(file, "old"));
    base::Job job;
    job.cancel();
    const auto many = rowsOf(std::vector<std::vector<SheetCell>>(2000, { { "x", {}, {} } }));

    const base::Status status = writeSheetCsv(file, head(), many, job);

    REQUIRE_FALSE(status);
    CHECK(status.error().code == base::ErrorCode::Cancelled);
    CHECK(*store::readFile(file) == "old");
    CHECK_FALSE(writeSheetXlsx(file, head(), rowsOf(std::vector<std::vector<SheetCell>>(2000, { { "x", {}, {} } })), job));
    CHECK(*store::readFile(file) == "old");
}
