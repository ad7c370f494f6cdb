// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/documents/protocolcase.h"

#include "core/store/outputfile.h"

#include <QProcess>
#include <catch2/catch.hpp>

namespace patronat::tests {

namespace {

constexpr char kProtocolJson[] = R"({"id": "protocol", "type": "meeting", "label": {"ru": "Протокол"},
  "header": "Протокол № {{number}} от {{day}}",
  "data": {"sql": "SELECT number, long_date(date) AS day, clock(begins) AS begins, setting('paper.body') AS body FROM meeting WHERE id = :id",
    "lists": {
      "present": {"sql": "SELECT surname_initials(name) AS member FROM attendance WHERE meeting = :id ORDER BY name"},
      "items": {"sql": "SELECT id AS item, n, surname, heard, note FROM agendaItem WHERE meeting = :id ORDER BY n",
        "lists": {"decisions": {"sql": "SELECT :n || '.' || row_number() OVER (ORDER BY rowno) AS point, text, label('kind', kind) AS kind, short_date(due) AS due FROM decision WHERE agendaItem = :item ORDER BY rowno"}}}}}})";

constexpr char kProtocolHtml[] = R"(<html><head><style>
body { font-family: 'Liberation Serif'; font-size: 12pt } td { padding: 2pt }
</style></head><body>
<p align="center">{{body}}</p><h3 align="center">ПРОТОКОЛ № {{number}}</h3>
<p>{{day}} Начало: {{begins}}</p>
{{#hasPresent}}<p>Присутствовали: {{#present}}{{member}}; {{/present}}</p>{{/hasPresent}}
{{^hasPresent}}<p>Никого</p>{{/hasPresent}}
{{#items}}<h4>{{n}}. СЛУШАЛИ: {{surname}}</h4><p>{{heard}}</p>
{{#decisions}}<p>{{point}}. {{text}} Срок: {{due}}. {{kind}}</p>{{/decisions}}{{/items}}
<table border="1" cellspacing="0" cellpadding="3" width="100%" style="border-collapse:collapse;border-color:black">
<thead><tr><th width="10%">№</th><th width="30%">Семья</th><th>Содержание</th></tr></thead><tbody>
{{#items}}<tr><td>{{n}}</td><td>{{surname}}</td><td>{{note}}</td></tr>{{/items}}
</tbody></table>
<div class="keep"><p>Подписи:</p>
<table width="100%"><tr><td width="40%">Председатель</td><td style="border-bottom:1px solid black">&nbsp;</td><td>И.И. Первый</td></tr>
<tr><td>Секретарь</td><td style="border-bottom:1px solid black">&nbsp;</td><td>В.В. Вторая</td></tr></table></div>
</body></html>)";

constexpr char kExtractJson[] = R"({"id": "extract", "type": "agendaItem", "label": {"ru": "Выписка"},
  "data": {"sql": "SELECT i.n, i.surname, i.heard, m.number, long_date(m.date) AS day FROM agendaItem i JOIN meeting m ON m.id = i.meeting WHERE i.id = :id"}})";

constexpr char kExtractHtml[] = R"(<html><body><h3>ВЫПИСКА ИЗ ПРОТОКОЛА № {{number}}</h3><p>{{day}}</p>
<p>{{n}}. СЛУШАЛИ: {{surname}}. {{heard}}</p></body></html>)";

constexpr char kProtocolFodt[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="2cm" fo:margin-right="1cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"/></office:master-styles>
<office:body><office:text><text:h text:outline-level="1">ПРОТОКОЛ № {{number}}</text:h><text:p>{{day}}</text:p>
<table:table table:name="t"><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row><table:table-cell><text:p>№</text:p></table:table-cell><table:table-cell><text:p>Семья</text:p></table:table-cell></table:table-row></table:table-header-rows>
{{#items}}<table:table-row><table:table-cell><text:p>{{n}}</text:p></table:table-cell><table:table-cell><text:p>{{surname}}</text:p><text:p>{{heard}}</text:p></table:table-cell></table:table-row>{{/items}}
</table:table></office:text></office:body></office:document>)";

std::string surnameOf(int n)
{
    static const char* const kFirst[] = { "Җәлил", "Хәйрулл", "Иван", "Петр", "Гыйләҗ", "Мөхәммәт", "Ибраһим" };
    static const char* const kSecond[] = { "ов", "ин", "овский", "янов", "аев" };
    return std::string(kFirst[n % 7]) + kSecond[n % 5];
}

} // namespace

ProtocolCase::ProtocolCase(int families)
{
    makeTables();
    for (int n = 1; n <= families; ++n)
        addFamily(n);
    makeProfile();
}

void ProtocolCase::writeTemplate(std::string_view name, std::string_view text) const
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    REQUIRE(store::writeFile(folder.file(name), bytes).ok());
}

void ProtocolCase::makeTables()
{
    connection.execute("CREATE TABLE meeting (rowno INTEGER PRIMARY KEY, id BLOB, number TEXT, date TEXT, begins TEXT)");
    connection.execute("CREATE TABLE attendance (rowno INTEGER PRIMARY KEY, id BLOB, meeting BLOB, name TEXT)");
    connection.execute("CREATE TABLE agendaItem (rowno INTEGER PRIMARY KEY, id BLOB, meeting BLOB, n INTEGER,"
                       " surname TEXT, heard TEXT, note TEXT)");
    connection.execute("CREATE TABLE decision (rowno INTEGER PRIMARY KEY, id BLOB, agendaItem BLOB, text TEXT,"
                       " kind TEXT, due TEXT)");
    connection.prepareOnce("INSERT INTO meeting VALUES (1, ?, '5', '2027-03-12', '2027-03-12T06:30:00Z')")
        .bind(1, meeting)
        .run();
    for (const char* name : { "Петрова Анна Ивановна", "Әхмәтҗанов Илдар" })
        connection.prepareOnce("INSERT INTO attendance (meeting, name) VALUES (?, ?)")
            .bind(1, meeting)
            .bind(2, std::string_view(name))
            .run();
}

void ProtocolCase::addFamily(int n)
{
    const base::RecordId item { 7, static_cast<std::uint64_t>(100 + n) };
    items.push_back(item);
    surnames.push_back(surnameOf(n) + "-" + std::to_string(n));
    std::string note = "начало" + std::to_string(n);
    for (int i = 0; i < 10 + n * 7 % 45; ++i)
        note += " слово";
    note += " конец" + std::to_string(n);
    const std::string heard = "Семья " + surnames.back() + " < \"сложная\" & большая.\nВторая строка.";
    connection.prepareOnce("INSERT INTO agendaItem VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(1, std::int64_t { n })
        .bind(2, item)
        .bind(3, meeting)
        .bind(4, std::int64_t { n })
        .bind(5, std::string_view(surnames.back()))
        .bind(6, std::string_view(heard))
        .bind(7, std::string_view(note))
        .run();
    for (int i = 0; i < n % 3; ++i)
        connection.prepareOnce("INSERT INTO decision (agendaItem, text, kind, due) VALUES (?, ?, 'a', '2027-04-01')")
            .bind(1, item)
            .bind(2, std::string_view("Поручить обследование условий жизни и представить акт."))
            .run();
}

void ProtocolCase::makeProfile()
{
    profile.id = "test";
    profile.languages = { "ru", "tt" };
    profile.settingsJson = R"({"timeZone": "Europe/Moscow", "paper": {"body": {"ru": "Консилиум", "tt": "Киңәшмә"}}})";
    profile.classifiers.push_back({ "kind", {}, { { "a", { { "ru", "Поручение" } }, 0, {}, {}, {} } } });
    profile.folders["case"] = folder.path().string();
    profile.templates["protocol"] = "case/protocol.json";
    profile.templates["extract"] = "case/extract.json";
    writeTemplate("protocol.json", kProtocolJson);
    writeTemplate("protocol.html", kProtocolHtml);
    writeTemplate("protocol.fodt", kProtocolFodt);
    writeTemplate("extract.json", kExtractJson);
    writeTemplate("extract.html", kExtractHtml);
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    INFO(program.toStdString() << " " << arguments.join(QLatin1Char(' ')).toStdString());
    REQUIRE(process.waitForFinished(120'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList pagesOf(const std::filesystem::path& pdf)
{
    const QString all = outputOf(QStringLiteral("pdftotext"),
        { QStringLiteral("-enc"), QStringLiteral("UTF-8"), QString::fromStdString(pdf.string()), QStringLiteral("-") });
    return all.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
}

} // namespace patronat::tests
