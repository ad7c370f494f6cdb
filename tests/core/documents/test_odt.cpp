// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/odt.h"

#include "core/documents/paper.h"
#include "core/store/outputfile.h"
#include "tests/core/documents/protocolcase.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <catch2/catch.hpp>
#include <zip.h>

using namespace patronat;
using namespace patronat::documents;
using tests::ProtocolCase;

namespace {

Rendered protocol(ProtocolCase& situation)
{
    auto paper = renderPaper(
        situation.connection, situation.profile, "protocol", situation.meeting, { "ru", "2027-03-20", true });
    if (!paper.ok())
        FAIL(base::describe(paper.error()));
    return std::move(paper).value();
}

} // namespace

TEST_CASE("an ODT begins with its stored type and holds its parts", "[documents]")
{
    ProtocolCase situation(3);
    const Rendered paper = protocol(situation);
    const auto file = situation.folder.file("protocol.odt");
    REQUIRE(writeOdt(paper, file).ok());

    const std::string bytes = *store::readFile(file);
    CHECK(bytes.substr(30, 8) == "mimetype");
    CHECK(bytes.substr(38, 39) == "application/vnd.oasis.opendocument.text");
    int code = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    REQUIRE(archive);
    for (const char* part : { "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml" })
        CHECK(zip_name_locate(archive, part, 0) >= 0);
    zip_discard(archive);
    CHECK(*odtOf(*paper.flatOdt, "f") == *odtOf(*paper.flatOdt, "f"));
}

TEST_CASE("a flat file that is no XML any more is refused", "[documents]")
{
    CHECK(markedFlatOdt("<a><b></a>", {}, "f.fodt").error().args[0] == "f.fodt");
    CHECK(markedFlatOdt("<a/>", {}, "f.fodt").error().args[3] == "noFlatOdt");
}

TEST_CASE("LibreOffice opens the ODT with its table and its mark", "[documents][soffice]")
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty()) {
        WARN("LibreOffice is not here: the ODT is checked as a package only");
        return;
    }
    ProtocolCase situation(30);
    REQUIRE(writeOdt(protocol(situation), situation.folder.file("protocol.odt")).ok());
    const QString folder = QString::fromStdString(situation.folder.path().string());

    tests::outputOf(office,
        { QStringLiteral("-env:UserInstallation=file://%1/office").arg(folder), QStringLiteral("--headless"),
            QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"), folder,
            folder + QStringLiteral("/protocol.odt") });

    const QStringList pages = tests::pagesOf(situation.folder.file("protocol.pdf"));
    REQUIRE(pages.size() > 1);
    for (const QString& page : pages) {
        CHECK(page.contains(QStringLiteral("учебные данные")));
        CHECK(page.contains(QStringLiteral("Семья\n")));
    }
    qsizetype at = 0;
    const QString text = pages.join(QLatin1Char(' '));
    for (const std::string& surname : situation.surnames) {
        const qsizetype found = text.indexOf(QString::fromStdString(surname + "\n"), at);
        CHECK(found >= at);
        at = std::max(at, found);
    }
}
