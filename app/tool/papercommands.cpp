// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "core/access/screen.h"
#include "core/access/visibility.h"
#include "core/documents/pageprinter.h"
#include "core/documents/paper.h"
#include "core/process/dayround.h"
#include "core/reports/report.h"
#include "core/store/outputfile.h"
#include "core/store/paperwords.h"
#include "core/store/sqlfunctions.h"

#include <algorithm>
#include <array>
#include <span>

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using base::Status;
using store::ReadTx;

namespace {

constexpr std::string_view kDemoSetting = "demo";

constexpr Words kUnknownLanguage { "--language is one of", "--language — один из" };

/// A language the profile has no labels in would come out half in another.
std::string knownLanguage(const std::string& asked, const profile::Profile& profile)
{
    if (std::find(profile.languages.begin(), profile.languages.end(), asked)
        != profile.languages.end())
        return asked;
    std::string known;
    for (const std::string& language : profile.languages)
        known += (known.empty() ? "" : " ") + language;
    throw UsageError(kUnknownLanguage, known);
}

/// Paper speaks the profile's language, whatever the shell speaks.
std::string paperLanguage(Invocation& run, const profile::Profile& profile)
{
    if (const auto asked = run.arguments().value("--language"))
        return knownLanguage(*asked, profile);
    const Json settings = Json::parse(profile.settingsJson, nullptr, false);
    if (settings.is_object() && settings.contains("printLanguage")
        && settings["printLanguage"].is_string())
        return settings["printLanguage"].get<std::string>();
    return profile.languages.empty() ? run.language() : profile.languages.front();
}

bool isDemo(const ReadTx& tx)
{
    return tx.setting(kDemoSetting) == "1";
}

constexpr Words kUnknownEnding { "--to ends in one of", "--to заканчивается на" };
constexpr Words kNotAPeriod { "--period is as 2016Q3, 2016 or 2016-01-01..2016-06-30; not",
    "--period — как 2016Q3, 2016 или 2016-01-01..2016-06-30; не" };
constexpr std::array<std::string_view, 4> kPaperEndings { ".pdf", ".odt", ".fodt", ".html" };
constexpr std::array<std::string_view, 5> kReportEndings { ".xlsx", ".csv", ".html", ".json",
    ".pdf" };

/// Throws UsageError: said before any work, as it is the command line that is wrong.
void checkEnding(const std::filesystem::path& to, std::span<const std::string_view> endings)
{
    if (std::find(endings.begin(), endings.end(), pathText(to.extension())) != endings.end())
        return;
    std::string known;
    for (const std::string_view ending : endings)
        known += (known.empty() ? "" : " ") + std::string(ending);
    throw UsageError(kUnknownEnding, known);
}

reports::Period askedPeriod(const Invocation& run)
{
    const std::string text = run.arguments().required("--period");
    auto period = reports::parsePeriod(text);
    if (!period)
        throw UsageError(kNotAPeriod, text);
    return std::move(*period);
}

Status writePaper(const documents::Rendered& paper, const std::filesystem::path& to)
{
    const std::string ending = pathText(to.extension());
    if (ending == ".pdf")
        return documents::writePdf(paper, to);
    if (ending == ".odt" || ending == ".fodt")
        return documents::writeOdt(paper, to);
    if (ending == ".html")
        return documents::writeHtml(paper, to);
    return { ErrorCode::InvalidArgument, { "format", ending } };
}

Result<int> print(Invocation& run)
{
    const std::string name = run.positional(0, "TEMPLATE");
    const RecordId id = run.recordId(1);
    const std::filesystem::path to = pathOf(run.arguments().required("--to"));
    checkEnding(to, kPaperEndings);
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const documents::Rendered paper, store->read([&](const ReadTx& tx) -> Result<documents::Rendered> {
        const documents::PaperOptions options { paperLanguage(run, tx.profile()),
            run.clock().today(), isDemo(tx), {} };
        if (const auto type = tx.typeOf(id))
            PATRONAT_TRY(access::checkReadable(tx, *type, run.author(*store)));
        const auto screened = access::screen(tx, run.author(*store), store::ClosedReads::Empty);
        return documents::renderPaper(tx.connection(), tx.profile(), name, id, options);
    }));
    PATRONAT_TRY(writePaper(paper, to));
    run.output().answer({ { "template", name }, { "record", id.hex() }, { "file", pathText(to) } },
        pathText(to) + '\n');
    return kDone;
}

/// A code that no territory has would count zero everywhere, which looks like a result.
Status mustBeTerritory(const ReadTx& tx, const std::string& code)
{
    auto select = tx.connection().prepare("SELECT 1 FROM territory WHERE code = ?1 AND life NOT "
                                          "IN ('removed', 'erased')");
    select.bind(1, std::string_view(code));
    if (!select.step())
        return { ErrorCode::NotFound, { "territory", code } };
    return {};
}

Result<RecordId> territoryOf(const ReadTx& tx, const std::string& code)
{
    PATRONAT_TRY(mustBeTerritory(tx, code));
    auto select = tx.connection().prepare(
        "SELECT id FROM territory WHERE code = ?1 AND life NOT IN ('removed', 'erased')");
    select.bind(1, std::string_view(code));
    select.step();
    return select.id<RecordId>(0);
}

constexpr std::string_view kDaySheet = "daySheet";
constexpr Words kNobody { "whose sheet is it? --staff ID or --author ID",
    "чей это лист? --staff ID или --author ID" };

Result<int> daySheet(Invocation& run)
{
    const std::filesystem::path to = pathOf(run.arguments().required("--to"));
    checkEnding(to, kPaperEndings);
    PATRONAT_LET(const auto store, run.openForReading());
    process::RoundScope scope;
    scope.who = run.author(*store);
    if (const auto staff = run.arguments().value("--staff"))
        scope.who = parseRecordId(*staff);
    if (scope.who.isNull())
        throw UsageError(kNobody, {});
    const std::string on = run.arguments().value("--on").value_or(run.clock().today());
    std::size_t families = 0;
    PATRONAT_LET(const documents::Rendered paper,
        store->read([&](const ReadTx& tx) -> Result<documents::Rendered> {
            if (const auto code = run.arguments().value("--territory")) {
                PATRONAT_LET(scope.territory, territoryOf(tx, *code));
            }
            documents::PaperOptions options { paperLanguage(run, tx.profile()), run.clock().today(),
                isDemo(tx), {} };
            PATRONAT_LET(options.given, process::dayRoundFields(tx, on, scope, options.language));
            families = Json::parse(options.given.at("visits").textOr("[]")).size();
            return documents::renderPaper(
                tx.connection(), tx.profile(), kDaySheet, scope.who, options);
        }));
    PATRONAT_TRY(writePaper(paper, to));
    run.output().answer({ { "on", on }, { "staff", scope.who.hex() }, { "families", families },
                            { "file", pathText(to) } },
        pathText(to) + '\n');
    return kDone;
}

std::string linesOf(const reports::Table& table)
{
    constexpr char kPoint = ',';
    std::vector<std::string> head { "№", "" };
    for (const reports::TableColumn& column : table.columns)
        head.push_back(column.label);
    std::vector<std::vector<std::string>> rows;
    for (const reports::TableRow& row : table.rows) {
        std::vector<std::string> cells { row.number, row.label };
        for (const reports::Cell& cell : row.cells)
            cells.push_back(reports::printed(cell, kPoint));
        rows.push_back(std::move(cells));
    }
    std::string out = table.title + "  " + table.period.id + '\n';
    if (!table.mark.empty())
        out += table.mark + '\n';
    out += tableText(head, rows);
    for (const reports::Control& control : table.controls) {
        out += control.label + ' ' + control.column + ':';
        for (const reports::Control::Term& term : control.terms)
            out += ' ' + term.label + ' ' + std::to_string(term.value) + ';';
        out += control.difference == 0 ? " =" : " ! " + std::to_string(control.difference);
        for (const std::string& record : control.records)
            out += ' ' + record;
        out += '\n';
    }
    for (const std::string& note : table.notes)
        out += note + '\n';
    return out;
}

Status writeReportPdf(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, const std::filesystem::path& to)
{
    documents::PaperSheet sheet = documents::tableSheet();
    sheet.pageWords = store::wordOf(profile, store::PaperWord::Page, table.language);
    sheet.mark = table.mark;
    sheet.title = table.title;
    sheet.date = today;
    PATRONAT_LET(const QByteArray bytes,
        documents::pdfOfHtml(reports::htmlOf(table, reports::MarkLine::OnBands), sheet));
    return store::writeFile(to, bytes);
}

Result<int> report(Invocation& run)
{
    const std::string name = run.positional(0, "NAME");
    const reports::Period period = askedPeriod(run);
    const auto to = run.arguments().value("--to");
    if (to)
        checkEnding(pathOf(*to), kReportEndings);
    PATRONAT_LET(const auto store, run.openForReading());
    base::Job job;
    PATRONAT_LET(
        const reports::Table table, store->read([&](const ReadTx& tx) -> Result<reports::Table> {
            const auto screened = access::screen(tx, run.author(*store), store::ClosedReads::Refuse);
            reports::ReportOptions options { paperLanguage(run, tx.profile()), run.clock().today(),
                isDemo(tx), {} };
            if (const auto code = run.arguments().value("--territory")) {
                PATRONAT_TRY(mustBeTerritory(tx, *code));
                options.territory = base::Value(*code);
            }
            return reports::countReport(tx.connection(), tx.profile(), name, period, options, job);
        }));
    if (!to) {
        run.output().bytes(run.output().isJson() ? reports::jsonOf(table) + '\n' : linesOf(table));
        return kDone;
    }
    const std::filesystem::path file = pathOf(*to);
    if (pathText(file.extension()) == ".pdf")
        PATRONAT_TRY(writeReportPdf(table, store->profile(), run.clock().today(), file));
    else
        PATRONAT_TRY(reports::writeTable(table, file));
    run.output().answer(
        { { "report", name }, { "period", table.period.id }, { "file", *to } }, *to + '\n');
    return kDone;
}

constexpr Option kLanguage { "--language", "CODE",
    { "language of the paper; the profile's without it",
        "язык документа; без ключа — из профиля" } };
constexpr Option kViewer { "--author", "ID",
    { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } };
constexpr std::array kPrintOptions {
    kViewer,
    Option { "--to", "FILE",
        { "name ending in .pdf, .odt, .fodt or .html",
            "имя с окончанием .pdf, .odt, .fodt или .html" } },
    kLanguage,
};
constexpr std::array kDaySheetOptions {
    Option { "--on", "DATE", { "the day; today without it", "день; без ключа — сегодня" } },
    Option {
        "--staff", "ID", { "who goes; the author without it", "кто едет; без ключа — автор" } },
    Option { "--territory", "CODE", { "only this territory", "только эта территория" } },
    Option { "--to", "FILE",
        { "name ending in .pdf, .odt, .fodt or .html",
            "имя с окончанием .pdf, .odt, .fodt или .html" } },
    kLanguage,
};
constexpr std::array kReportOptions {
    kViewer,
    Option { "--period", "P",
        { "2016Q3, 2016 or 2016-01-01..2016-06-30", "2016Q3, 2016 или 2016-01-01..2016-06-30" } },
    Option { "--territory", "CODE", { "only this territory", "только эта территория" } },
    Option { "--to", "FILE",
        { "name ending in .xlsx, .csv, .html, .json or .pdf; without it to the terminal",
            "имя с окончанием .xlsx, .csv, .html, .json или .pdf; без ключа — на экран" } },
    kLanguage,
};

constexpr std::array kCommands {
    Command { "print", "TEMPLATE ID --to FILE [--language CODE] [--author ID]",
        { "Print a record on one of its papers", "Напечатать запись по шаблону" },
        "{template, record, file}", 2, 2, kPrintOptions, print },
    Command { "daysheet", "[--on DATE] [--staff ID] [--territory CODE] --to FILE [--language CODE]",
        { "Print the visits of a day, by village", "Напечатать маршрутный лист посещений на день" },
        "{on, staff, families, file}", 0, 0, kDaySheetOptions, daySheet },
    Command { "report", "NAME --period P [--territory CODE] [--to FILE] [--language CODE] [--author ID]",
        { "Count a report", "Подсчитать отчёт" },
        "the table itself, or {report, period, file} with --to", 1, 1, kReportOptions, report },
};

} // namespace

std::span<const Command> paperCommands()
{
    return kCommands;
}

} // namespace patronat::tool
