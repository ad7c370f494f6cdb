// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/includetable.h"
#include "tests/arch/rules.h"

#include <catch2/catch.hpp>

#include <filesystem>

namespace fs = std::filesystem;
using namespace patronat::arch;

namespace {

const fs::path kRoot = PATRONAT_SOURCE_DIR;

Files code()
{
    return readTree(kRoot, { "core", "ui", "app" }, { ".h", ".cpp" });
}
Files allCode()
{
    return readTree(kRoot, { "core", "ui", "app", "tests" }, { ".h", ".cpp" });
}
Files codeAndSql()
{
    return readTree(kRoot, { "core", "ui", "app" }, { ".h", ".cpp", ".sql" });
}

Files everything()
{
    auto files = readTree(kRoot, { "core", "ui", "app", "tests", "packaging", ".ci" },
        { ".h", ".cpp", ".cmake", ".txt", ".sh" });
    std::erase_if(files, [](const SourceFile& file) {
        return file.path.ends_with(".txt") && !file.path.ends_with("CMakeLists.txt");
    });
    files.push_back({ "CMakeLists.txt", readText(kRoot / "CMakeLists.txt") });
    files.push_back({ "dev", readText(kRoot / "dev") });
    files.push_back({ ".ci/run", readText(kRoot / ".ci/run") });
    return files;
}

std::set<std::string> widgetHeaders()
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(PATRONAT_QTWIDGETS_DIR))
        names.insert(entry.path().filename().string());
    return names;
}

IncludeTable table()
{
    return IncludeTable::parse(readText(kRoot / "ARCHITECTURE.md"));
}

std::set<std::string> exceptions()
{
    return parseExceptions(readText(kRoot / "tests/arch/exceptions.txt"));
}

std::vector<std::string> left(const std::vector<Breach>& breaches)
{
    return unexcused(breaches, exceptions());
}

const std::vector<std::string> kNothing;

} // namespace

TEST_CASE("every include of core, ui and app is allowed by the table of ARCHITECTURE.md", "[arch]")
{
    REQUIRE(!code().empty());
    CHECK(left(includeBreaches(code(), table())) == kNothing);
}

TEST_CASE("the table of ARCHITECTURE.md has no circle", "[arch]")
{
    CHECK(table().circle() == kNothing);
}

TEST_CASE("core includes nothing of Qt Widgets, and Qt SQL only in core/db", "[arch]")
{
    REQUIRE(widgetHeaders().contains("QWidget"));
    CHECK(left(qtBreaches(code(), widgetHeaders())) == kNothing);
}

TEST_CASE("every source file begins with the two SPDX lines", "[arch]")
{
    CHECK(left(licenceBreaches(everything())) == kNothing);
}

TEST_CASE("core holds no text for people", "[arch]")
{
    CHECK(left(translationBreaches(code())) == kNothing);
}

TEST_CASE("no type is named by a word that says nothing", "[arch]")
{
    CHECK(left(typeNameBreaches(allCode())) == kNothing);
}

TEST_CASE("files are named in lower case without separators", "[arch]")
{
    CHECK(left(fileNameBreaches(allCode())) == kNothing);
}

TEST_CASE("nothing outside the tests uses a savepoint", "[arch]")
{
    CHECK(left(savepointBreaches(codeAndSql())) == kNothing);
}

TEST_CASE("only core/db opens a database", "[arch]")
{
    CHECK(left(openBreaches(allCode())) == kNothing);
}

TEST_CASE("every file includes its own header first", "[arch]")
{
    CHECK(left(ownHeaderBreaches(allCode())) == kNothing);
    CHECK(left(pragmaBreaches(allCode())) == kNothing);
}

TEST_CASE("every listed exception is still needed", "[arch]")
{
    const auto product = code();
    const auto all = allCode();
    std::vector<Breach> breaches;
    for (const auto& found :
        { includeBreaches(product, table()), qtBreaches(product, widgetHeaders()),
            licenceBreaches(everything()), translationBreaches(product), typeNameBreaches(all),
            fileNameBreaches(all), savepointBreaches(codeAndSql()), openBreaches(all),
            ownHeaderBreaches(all), pragmaBreaches(all) })
        breaches.insert(breaches.end(), found.begin(), found.end());
    CHECK(unused(breaches, exceptions()) == kNothing);
}
