// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paper.h"
#include "core/store/outputfile.h"
#include "tests/core/documents/protocolcase.h"

#include <QRegularExpression>
#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::documents;
using tests::pagesOf;
using tests::ProtocolCase;

namespace {

const PaperOptions kOptions { "ru", "2027-03-20", false, {} };
const PaperOptions kDemo { "ru", "2027-03-20", true, {} };

Rendered rendered(
    ProtocolCase& situation, const char* id, base::RecordId record, const PaperOptions& options)
{
    auto paper = renderPaper(situation.connection, situation.profile, id, record, options);
    if (!paper.ok())
        FAIL(base::describe(paper.error()));
    return std::move(paper).value();
}

} // namespace

TEST_CASE("a protocol of thirty families names each in reading order", "[documents]")
{
    ProtocolCase situation(30);
    const auto file = situation.folder.file("protocol.pdf");
    REQUIRE(writePdf(rendered(situation, "protocol", situation.meeting, kOptions), file).ok());

    const QString text = pagesOf(file).join(QLatin1Char(' '));
    qsizetype at = 0;
    for (const std::string& surname : situation.surnames) {
        INFO(surname);
        const qsizetype found
            = text.indexOf(QString::fromStdString("СЛУШАЛИ: " + surname + "\n"), at);
        CHECK(found >= at);
        at = std::max(found, at);
    }
    CHECK(text.contains(QStringLiteral("«12» марта 2027 г.")));
    CHECK(text.contains(QStringLiteral("Начало: 09:30")));
    CHECK(text.contains(QStringLiteral("Консилиум")));
    CHECK(text.contains(QStringLiteral("Петрова А.И.")));
    CHECK(text.contains(QStringLiteral("Әхмәтҗанов И.")));
    CHECK(text.contains(QStringLiteral("2.2. Поручить")));
    CHECK(text.contains(QStringLiteral("Срок: 01.04.2027. Поручение")));
}

TEST_CASE("no row of a table is split and its head is on every page it reaches", "[documents]")
{
    ProtocolCase situation(30);
    const auto file = situation.folder.file("protocol.pdf");
    REQUIRE(writePdf(rendered(situation, "protocol", situation.meeting, kOptions), file).ok());

    const QStringList pages = pagesOf(file);
    int withRows = 0;
    QString all;
    for (const QString& page : pages) {
        all += page;
        const bool hasRows = page.contains(QRegularExpression(QStringLiteral("начало\\d")));
        withRows += hasRows ? 1 : 0;
        CHECK(page.contains(QStringLiteral("Содержание")) == hasRows);
        for (int n = 1; n <= 30; ++n)
            CHECK(page.contains(QRegularExpression(QStringLiteral("начало%1\\b").arg(n)))
                == page.contains(QRegularExpression(QStringLiteral("конец%1\\b").arg(n))));
    }
    CHECK(withRows >= 2);
    // Painted once: nothing hidden behind a clip is found by who selects the text.
    for (int n = 1; n <= 30; ++n)
        CHECK(all.count(QRegularExpression(QStringLiteral("начало%1\\b").arg(n))) == 1);
}

TEST_CASE("every page says its number, a demonstration also what it is", "[documents]")
{
    ProtocolCase situation(30);
    const auto file = situation.folder.file("protocol.pdf");
    REQUIRE(writePdf(rendered(situation, "protocol", situation.meeting, kDemo), file).ok());

    const QStringList pages = pagesOf(file);
    REQUIRE(pages.size() > 2);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        CHECK(pages[i].contains(QStringLiteral("стр. %1 из %2").arg(i + 1).arg(pages.size())));
        CHECK(pages[i].contains(QStringLiteral("учебные данные")));
        CHECK(pages[i].contains(QStringLiteral("Протокол № 5 от")) == (i > 0));
    }
}

TEST_CASE("fonts are embedded and the same paper is the same file", "[documents]")
{
    ProtocolCase situation(3);
    const Rendered paper = rendered(situation, "protocol", situation.meeting, kOptions);
    const auto file = situation.folder.file("protocol.pdf");
    REQUIRE(writePdf(paper, file).ok());

    const QStringList fonts
        = tests::outputOf(QStringLiteral("pdffonts"), { QString::fromStdString(file.string()) })
              .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(fonts.size() > 2);
    // Columns from the right: object (2), uni, sub, emb.
    for (const QString& font : fonts.mid(2)) {
        const QStringList words = font.simplified().split(QLatin1Char(' '));
        CHECK(words[words.size() - 5] == QLatin1String("yes"));
        CHECK(words[words.size() - 3] == QLatin1String("yes"));
    }
    CHECK(*pdfOf(paper) == *pdfOf(paper));
    CHECK(pdfOf(paper)->contains("/CreationDate (D:20270320"));
}

TEST_CASE("an extract holds no other family's name", "[documents]")
{
    ProtocolCase situation(30);
    const auto file = situation.folder.file("extract.pdf");
    REQUIRE(writePdf(rendered(situation, "extract", situation.items[4], kOptions), file).ok());

    const QString text = pagesOf(file).join(QLatin1Char(' '));
    for (std::size_t i = 0; i < situation.surnames.size(); ++i)
        CHECK(text.contains(QRegularExpression(
                  QString::fromStdString(situation.surnames[i]) + QStringLiteral("\\b")))
            == (i == 4));
    CHECK(text.contains(QStringLiteral("5. СЛУШАЛИ")));
}

TEST_CASE("a paper in Tatar dates and numbers its pages in Tatar", "[documents]")
{
    ProtocolCase situation(1);
    const auto file = situation.folder.file("protocol.pdf");
    REQUIRE(writePdf(
        rendered(situation, "protocol", situation.meeting, { "tt", "2027-03-20", false }), file)
                .ok());

    const QString text = pagesOf(file).join(QLatin1Char(' '));
    CHECK(text.contains(QStringLiteral("2027 елның 12 марты")));
    CHECK(text.contains(QStringLiteral("Киңәшмә")));
    CHECK(text.contains(QStringLiteral("биттән")));
}

TEST_CASE("an empty list hides its section", "[documents]")
{
    ProtocolCase situation(1);
    situation.connection.execute("DELETE FROM attendance");
    const Rendered paper = rendered(situation, "protocol", situation.meeting, kOptions);
    CHECK(paper.html.find("Никого") != std::string::npos);
    CHECK(paper.html.find("Присутствовали") == std::string::npos);
}

TEST_CASE("what is wrong with a paper is named", "[documents]")
{
    ProtocolCase situation(1);
    const auto errorOf = [&situation](const char* id, base::RecordId record) {
        const auto paper
            = renderPaper(situation.connection, situation.profile, id, record, kOptions);
        REQUIRE_FALSE(paper.ok());
        return paper.error();
    };
    CHECK(errorOf("nothing", situation.meeting).code == base::ErrorCode::NotFound);
    CHECK(errorOf("protocol", { 1, 1 }).args
        == std::vector<std::string> { "meeting", base::RecordId { 1, 1 }.hex() });

    situation.writeTemplate("extract.html", "<p>{{surnme}}</p>");
    CHECK(errorOf("extract", situation.items[0]).args
        == std::vector<std::string> { "extract.html", "1", "surnme", "unknownKey" });

    situation.writeTemplate("extract.json", R"({"id": "extract", "type": "agendaItem", "label": {},
        "data": {"sql": "SELECT n FROM agendaItem WHERE id = :idd"}})");
    CHECK(errorOf("extract", situation.items[0]).args
        == std::vector<std::string> { "extract.json", "0", "data :idd", "unknownParameter" });

    situation.writeTemplate("extract.json", R"({"id": "extract", "type": "agendaItem", "label": {},
        "data": {"sql": "SELECT nothing FROM agendaItem WHERE id = :id"}})");
    CHECK(errorOf("extract", situation.items[0]).args[3] == "brokenExpression");
}

TEST_CASE("a file that cannot be written leaves what was there", "[documents]")
{
    ProtocolCase situation(1);
    const Rendered paper = rendered(situation, "protocol", situation.meeting, kDemo);
    const auto missing = situation.folder.file("no/such/folder.html");
    const base::Status status = writeHtml(paper, missing);
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == base::ErrorCode::FileNotWritable);
    CHECK(status.error().args == std::vector<std::string> { missing.string() });
    CHECK(store::errorCodeOf(QFileDevice::ResourceError) == base::ErrorCode::DiskFull);

    REQUIRE(writeHtml(paper, situation.folder.file("p.html")).ok());
    CHECK(store::readFile(situation.folder.file("p.html"))->find("учебные данные")
        != std::string::npos);
}
