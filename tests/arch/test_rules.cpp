// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/rules.h"

#include <catch2/catch.hpp>

using namespace patronat::arch;

namespace {

/// What of planted breaches a rule finds, without the rule's name.
std::vector<std::string> found(const std::vector<Breach>& breaches)
{
    std::vector<std::string> texts;
    texts.reserve(breaches.size());
    for (const auto& breach : breaches)
        texts.push_back(breach.path + ' ' + breach.what);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a file without the SPDX lines is found", "[arch]")
{
    const std::string lines = "# SPDX-FileCopyrightText: 2026 Patronat contributors\n"
                              "# SPDX-License-Identifier: GPL-3.0-or-later\n";
    const Files files { { "a", "#!/bin/sh\n" + lines }, { "b", lines }, { "c", "\n" + lines } };

    CHECK(found(licenceBreaches(files)) == Texts { "c noSpdxLines" });
}

TEST_CASE("a file name with a capital or a separator is found", "[arch]")
{
    const Files files { { "core/a/itemtable.h", "" }, { "core/a/test_x.cpp", "" },
        { "core/a/itemTable.h", "" }, { "tests/a/test_x.cpp", "" },
        { "tests/a/test_x_y.cpp", "" } };

    CHECK(found(fileNameBreaches(files))
        == Texts { "core/a/test_x.cpp test_x.cpp", "core/a/itemTable.h itemTable.h",
            "tests/a/test_x_y.cpp test_x_y.cpp" });
}

TEST_CASE("a type whose name says nothing is found, a database is none", "[arch]")
{
    const Files files { { "core/a.h",
        "class Database;\n// class FooManager\nstruct MemberInfo {};\nenum class DataKind {};\n"
        "class EventHandler final {};\nstruct Information;\n" } };

    CHECK(found(typeNameBreaches(files))
        == Texts { "core/a.h MemberInfo", "core/a.h DataKind", "core/a.h EventHandler" });
}

TEST_CASE("a translated text in core is found, not one in ui or in a comment", "[arch]")
{
    const Files files { { "core/a.cpp", "x = tr(\"a\");" }, { "core/b.cpp", "// tr(x)\nstr(y);" },
        { "ui/a.cpp", "tr(\"a\")" } };

    CHECK(found(translationBreaches(files)) == Texts { "core/a.cpp tr" });
}

TEST_CASE("Qt Widgets in core and Qt SQL outside core/db are found", "[arch]")
{
    const Files files { { "core/a/x.cpp", "#include <QLabel>\n#include <QtWidgets/QLabel>\n" },
        { "core/b/x.cpp", "#include <QSqlQuery>\n#include <QString>\n" },
        { "core/db/x.cpp", "#include <QSqlDatabase>\n" }, { "ui/a/x.cpp", "#include <QLabel>\n" } };

    CHECK(found(qtBreaches(files, { "QLabel", "QWidget" }))
        == Texts {
            "core/a/x.cpp QLabel", "core/a/x.cpp QtWidgets/QLabel", "core/b/x.cpp QSqlQuery" });
}

TEST_CASE("a savepoint is found in code and in a string, not in a comment or a test", "[arch]")
{
    const Files files { { "core/a.cpp", "x(\"rollback  to s\");" },
        { "core/b.sql", "SAVEPOINT s;" }, { "core/c.h", "/// never a savepoint of ours\n" },
        { "tests/a.cpp", "x(\"SAVEPOINT s\");" } };

    CHECK(found(savepointBreaches(files))
        == Texts { "core/a.cpp rollbackto", "core/b.sql SAVEPOINT" });
}

TEST_CASE("a database opened outside core/db is found", "[arch]")
{
    const Files files { { "core/store/a.cpp", "sqlite3_open_v2(x);" },
        { "core/db/a.cpp", "sqlite3_open_v2(x);" }, { "tests/a.cpp", "sqlite3_open(x);" } };

    CHECK(found(openBreaches(files)) == Texts { "core/store/a.cpp sqlite3_open_v2" });
}

TEST_CASE("a file that does not begin with its own header is found", "[arch]")
{
    const Files files { { "core/a/x.h", "#pragma once" }, { "core/a/y.h", "" },
        { "core/a/x.cpp", "#include \"core/a/x.h\"\n#include <string>\n" },
        { "core/a/y.cpp", "#include <string>\n#include \"core/a/y.h\"\n" },
        { "core/a/z.cpp", "#include <string>\n" } };

    CHECK(found(ownHeaderBreaches(files)) == Texts { "core/a/y.cpp isNotFirst" });
    CHECK(found(pragmaBreaches(files)) == Texts { "core/a/y.h isMissing" });
}
