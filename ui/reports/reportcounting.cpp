// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportcounting.h"

#include "core/access/screen.h"
#include "core/documents/pageprinter.h"
#include "core/reports/report.h"
#include "core/reports/reportplan.h"
#include "core/store/outputfile.h"
#include "core/store/sqlfunctions.h"
#include "ui/common/paperways.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <set>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

documents::PaperSheet sheetOf(
    const reports::Table& table, const profile::Profile& profile, const std::string& today)
{
    documents::PaperSheet sheet = documents::tableSheet();
    sheet.pageWords = store::wordOf(profile, store::PaperWord::Page, table.language);
    sheet.mark = table.mark;
    sheet.title = table.title;
    sheet.date = today;
    return sheet;
}

std::string htmlOf(const reports::Table& table)
{
    return reports::htmlOf(table, reports::MarkLine::OnBands);
}

/// What to look at where sums fail, each once: one record spoils many sums.
std::vector<Culprit> culpritsOf(const ReadTx& tx, const store::Rules& rules,
    const reports::Table& table, const std::string& language)
{
    std::vector<Culprit> out;
    std::set<std::string> known;
    for (const reports::Control& control : table.controls) {
        for (const std::string& record : control.records) {
            const auto id = RecordId::fromHex(record);
            const auto type = id && known.insert(record).second ? tx.typeOf(*id) : std::nullopt;
            if (type)
                out.push_back({ *type, *id, recordTitle(tx, rules, *type, *id, language) });
        }
    }
    return out;
}

} // namespace

ReportChoices reportChoices(const ReadTx& tx)
{
    ReportChoices out;
    for (const auto& [id, path] : tx.profile().reports) {
        // One that cannot be read says so when it is asked for.
        const auto plan = reports::readReportPlan(tx.profile(), id);
        if (plan)
            out.reports.push_back({ id, plan->title, plan->from, plan->to });
        else
            out.reports.push_back({ id, { { "ru", id } }, {}, {} });
    }
    auto select = tx.connection().prepare(
        "SELECT t.code, t.name FROM territory AS t LEFT JOIN territory AS p ON p.id = t.parent "
        "WHERE t.life NOT IN ('removed', 'erased') AND t.code IS NOT NULL "
        "AND (t.parent IS NULL OR p.parent IS NULL) ORDER BY t.code");
    while (select.step())
        out.territories.push_back({ std::string(select.text(0)), std::string(select.text(1)) });
    return out;
}

Result<std::optional<BehindFigure>> behindFigure(const store::Store& store,
    const ReportRequest& request, const std::string& row, const reports::Period& span,
    const std::string& language)
{
    using Found = std::optional<BehindFigure>;
    return store.read([&](const ReadTx& tx) -> Result<Found> {
        const auto screened = access::screen(tx, request.viewer, store::ClosedReads::Refuse);
        reports::ReportOptions options { paperLanguage(tx.profile()), request.today, false, {} };
        if (!request.territory.empty())
            options.territory = base::Value(request.territory);
        PATRONAT_LET(const auto behind,
            reports::recordsBehind(
                tx.connection(), tx.profile(), request.report, row, span, options));
        if (!behind)
            return Found {};
        BehindFigure out { {}, behind->whole };
        for (const RecordId id : behind->records)
            if (const auto type = tx.typeOf(id))
                out.records.push_back(
                    { *type, id, recordTitle(tx, store.rules(), *type, id, language) });
        std::sort(out.records.begin(), out.records.end(),
            [](const Culprit& a, const Culprit& b) { return a.title < b.title; });
        return Found { std::move(out) };
    });
}

Result<CountedReport> countedReport(const store::Store& store, const ReportRequest& request,
    const std::string& language, base::Job& job)
{
    return store.read([&](const ReadTx& tx) -> Result<CountedReport> {
        const auto screened = access::screen(tx, request.viewer, store::ClosedReads::Refuse);
        reports::ReportOptions options { paperLanguage(tx.profile()), request.today,
            tx.setting("demo") == "1", {} };
        if (!request.territory.empty())
            options.territory = base::Value(request.territory);
        auto table = reports::countReport(
            tx.connection(), tx.profile(), request.report, request.period, options, job);
        if (!table)
            return table.error();
        CountedReport out { std::move(*table), {} };
        out.culprits = culpritsOf(tx, store.rules(), out.table, language);
        return out;
    });
}

Result<std::vector<QImage>> pagesOf(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, int dotsPerInch)
{
    return documents::imagesOfHtml(htmlOf(table), sheetOf(table, profile, today), dotsPerInch);
}

Result<int> printOn(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, QPagedPaintDevice& device)
{
    return documents::printHtml(htmlOf(table), sheetOf(table, profile, today), device);
}

base::Status writeReport(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, const std::filesystem::path& path)
{
    if (path.extension() != ".pdf")
        return reports::writeTable(table, path);
    PATRONAT_LET(const QByteArray bytes,
        documents::pdfOfHtml(htmlOf(table), sheetOf(table, profile, today)));
    return store::writeFile(path, bytes);
}

} // namespace patronat::ui
