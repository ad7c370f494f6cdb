// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/report.h"

#include "core/base/text.h"
#include "core/db/connection.h"
#include "core/reports/reportplan.h"
#include "core/store/civildate.h"
#include "core/store/outputfile.h"
#include "core/store/sqlfunctions.h"

#include <algorithm>

namespace patronat::reports {

namespace {

using base::ErrorCode;
using base::Value;
using store::PaperWord;

constexpr char kStart[] = "start";
constexpr char kEnd[] = "end";
// "Before the programme" has no first day.
constexpr char kEver[] = "0001-01-01";
constexpr std::size_t kMostCulprits = 50;

/// Counts one report: the facts of every span first, then what stands beside them.
class ReportCounter
{
public:
    ReportCounter(db::Connection& connection, const profile::Profile& profile,
        const ReportPlan& plan, const ReportOptions& options, base::Job& job)
        : m_connection(connection)
        , m_profile(profile)
        , m_plan(plan)
        , m_options(options)
        , m_job(job)
    {
    }

    base::Result<Table> count(const Period& period)
    {
        Table table { m_plan.id, text(m_plan.title), period, m_options.language, {}, {}, {}, {}, {},
            {} };
        setHeads(table);
        if (m_options.demo)
            table.mark = store::wordOf(m_profile, PaperWord::Demo, m_options.language);
        for (const ReportRow& row : m_plan.rows)
            table.rows.push_back({ row.number, text(row.label), text(row.measure), {} });
        const std::vector<Period> spans = spansOf(period);
        m_figures = spans.size() * m_plan.rows.size();
        for (const Period& span : spans)
            PATRONAT_TRY(addSpan(table, span));
        for (const profile::Label& note : m_plan.notes)
            table.notes.push_back(text(note));
        table.controls.insert(table.controls.end(), m_broken.begin(), m_broken.end());
        return table;
    }

    /// The same query without its count.
    std::vector<base::RecordId> records(const std::string& sql, const Period& span)
    {
        std::vector<base::RecordId> out;
        db::Statement query = bound("SELECT DISTINCT " + sql, span);
        while (query.step())
            if (!query.isNull(0))
                out.push_back(query.id<base::RecordId>(0));
        return out;
    }

private:
    void setHeads(Table& table) const
    {
        constexpr const char* kHeads[] = { "no", "label", "measure" };
        for (std::size_t i = 0; i < 3; ++i)
            table.heads[i] = text(m_plan.heads.at(kHeads[i]));
    }

    std::string text(const profile::Label& label) const
    {
        return std::string(profile::labelIn(label, m_options.language));
    }

    /// The years of the programme that make up the period exactly, else the period as one.
    std::vector<Period> spansOf(const Period& period) const
    {
        std::vector<Period> spans;
        if (m_plan.column(kStart))
            spans.push_back(spanOf(kStart, { kStart, kEver, m_plan.startDay }));
        std::vector<Period> years;
        for (const ReportColumn& column : m_plan.columns)
            if (const auto year = parsePeriod(column.id);
                year && year->from >= period.from && year->to <= period.to)
                years.push_back(*year);
        std::ranges::sort(years, {}, &Period::from);
        const bool exact
            = !years.empty() && years.front().from == period.from && years.back().to == period.to;
        if (exact)
            spans.insert(spans.end(), years.begin(), years.end());
        else
            spans.push_back(period);
        if (m_plan.column(kEnd) && period.to >= m_plan.to)
            spans.push_back(spanOf(kEnd, { kEnd, m_plan.from, m_plan.to }));
        return spans;
    }

    /// As the report says, else as its id says.
    Period spanOf(const char* columnId, Period otherwise) const
    {
        const ReportColumn& column = *m_plan.column(columnId);
        if (!column.from.empty())
            otherwise.from = column.from;
        if (!column.to.empty())
            otherwise.to = column.to;
        return otherwise;
    }

    std::string labelOf(const Period& span) const
    {
        if (const ReportColumn* column = m_plan.column(span.id))
            return text(column->label);
        if (span.id.size() == 4)
            return span.id;
        return store::shortDate(span.from) + "–" + store::shortDate(span.to);
    }

    base::Status addSpan(Table& table, const Period& span)
    {
        const std::string label = labelOf(span);
        PATRONAT_LET(const std::vector<Cell> facts, factsOf(span));
        addColumn(table, span, label, ColumnRole::Fact, facts);
        checkSums(span, facts);
        addControls(table, span);
        std::vector<Cell> plans;
        for (const ReportRow& row : m_plan.rows) {
            const auto plan = row.plan.find(span.id);
            plans.push_back(
                plan == row.plan.end() ? Cell::missing("noPlan") : shown(row.format, plan->second));
        }
        if (std::ranges::all_of(plans, [](const Cell& c) { return c.kind == Cell::Kind::Missing; }))
            return {};
        addColumn(table, span, label, ColumnRole::Plan, plans);
        if (span.id == kStart)
            return {};
        std::vector<Cell> deviations;
        std::vector<Cell> percents;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            deviations.push_back(deviationOf(facts[i], plans[i]));
            percents.push_back(percentOfPlan(facts[i], plans[i]));
        }
        addColumn(table, span, label, ColumnRole::Deviation, deviations);
        addColumn(table, span, label, ColumnRole::PercentOfPlan, percents);
        return {};
    }

    void addColumn(Table& table, const Period& span, const std::string& label, ColumnRole role,
        const std::vector<Cell>& cells) const
    {
        constexpr PaperWord kWords[]
            = { PaperWord::Fact, PaperWord::Plan, PaperWord::Deviation, PaperWord::PercentOfPlan };
        constexpr const char* kSuffixes[] = { "", ".plan", ".deviation", ".percentOfPlan" };
        const auto i = static_cast<std::size_t>(role);
        table.columns.push_back({ span.id + kSuffixes[i],
            label + ", " + store::wordOf(m_profile, kWords[i], m_options.language), role, span });
        for (std::size_t row = 0; row < cells.size(); ++row)
            table.rows[row].cells.push_back(cells[row]);
    }

    base::Result<std::vector<Cell>> factsOf(const Period& span)
    {
        std::vector<Cell> facts;
        for (const ReportRow& row : m_plan.rows) {
            PATRONAT_TRY(m_job.checkpoint());
            const bool asked = std::ranges::find(row.notFor, span.id) == row.notFor.end();
            if (!asked || row.sql.empty())
                facts.push_back(Cell::missing(asked ? row.reason : "notAsked"));
            else
                facts.push_back(valueOf(row.sql, row.format, span));
            m_job.report(++m_counted, m_figures);
        }
        return facts;
    }

    Cell shown(RowFormat format, const Cell& cell) const
    {
        if (!cell.isNumber() || format == RowFormat::Number)
            return cell;
        if (format == RowFormat::Percent)
            return cell;
        return Cell::ofText(store::wordOf(
            m_profile, cell.number == 0 ? PaperWord::No : PaperWord::Yes, m_options.language));
    }

    /// Two columns are a part and its whole.
    Cell valueOf(const std::string& sql, RowFormat format, const Period& span)
    {
        db::Statement query = bound(sql, span);
        if (!query.step() || query.isNull(0))
            return Cell::missing("noValue");
        if (query.columnCount() > 1)
            return query.isNull(1) ? Cell::missing("zeroDenominator")
                                   : percentOf(query.integer(0), query.integer(1));
        Cell cell = cellOf(query.text(0));
        if (format == RowFormat::Percent && cell.isNumber())
            cell = Cell::ofNumber(cell.tenths(), 1);
        return shown(format, cell);
    }

    db::Statement bound(const std::string& sql, const Period& span)
    {
        db::Statement query = m_connection.prepare(sql);
        const std::pair<const char*, Value> values[]
            = { { ":from", span.from }, { ":to", span.to }, { ":start", m_plan.from },
                  { ":today", m_options.today }, { ":territory", m_options.territory } };
        for (const auto& [name, value] : values)
            if (const auto index = query.parameter(name))
                query.bind(*index, value);
        return query;
    }

    void checkSums(const Period& span, const std::vector<Cell>& facts)
    {
        for (std::size_t i = 0; i < m_plan.rows.size(); ++i) {
            const ReportRow& row = m_plan.rows[i];
            if (row.sumOf.empty() || !facts[i].isNumber())
                continue;
            std::int64_t sum = 0;
            for (std::size_t part = 0; part < m_plan.rows.size(); ++part)
                if (std::ranges::find(row.sumOf, m_plan.rows[part].number) != row.sumOf.end())
                    sum += facts[part].tenths();
            if (sum == facts[i].tenths())
                continue;
            m_broken.push_back(brokenSum(row, span, facts[i].tenths(), sum));
        }
    }

    /// One record must not take the report from everybody: it is given out with the line that does
    /// not fit, and says whose it is.
    Control brokenSum(
        const ReportRow& row, const Period& span, std::int64_t whole, std::int64_t parts)
    {
        const std::int64_t difference = (whole - parts) / 10;
        Control control { span.id, text(row.label), { { "whole", row.number, whole / 10 } },
            difference, {} };
        control.terms.push_back({ "parts", base::join(row.sumOf, " + "), parts / 10 });
        if (difference == 0)
            control.difference = whole > parts ? 1 : -1;
        if (m_plan.culprits.empty())
            return control;
        db::Statement query = bound(m_plan.culprits, span);
        for (std::size_t n = 0; n < kMostCulprits && query.step(); ++n)
            control.records.push_back(query.id<base::RecordId>(0).hex());
        return control;
    }

    void addControls(Table& table, const Period& span)
    {
        if (span.id == kStart)
            return;
        for (const ControlLine& line : m_plan.controls) {
            Control control { span.id, text(line.label), {}, 0, {} };
            for (const ControlTerm& term : line.terms)
                control.terms.push_back({ term.id, text(term.label),
                    valueOf(term.sql, RowFormat::Number, span).tenths() / 10 });
            control.difference = differenceOf(line.equation, control);
            table.controls.push_back(std::move(control));
        }
    }

    /// The left side less the right one.
    static std::int64_t differenceOf(const std::string& equation, const Control& control)
    {
        std::int64_t difference = 0;
        std::int64_t side = 1;
        std::int64_t sign = 1;
        for (const std::string& word : base::split(equation, ' ')) {
            if (word == "=" || word == "+" || word == "-") {
                side = word == "=" ? -1 : side;
                sign = word == "-" ? -1 : 1;
                continue;
            }
            for (const Control::Term& term : control.terms)
                if (term.id == word)
                    difference += side * sign * term.value;
        }
        return difference;
    }

    db::Connection& m_connection;
    const profile::Profile& m_profile;
    const ReportPlan& m_plan;
    const ReportOptions& m_options;
    base::Job& m_job;
    std::uint64_t m_figures = 0;
    std::uint64_t m_counted = 0;
    std::vector<Control> m_broken;
};

/// What follows "SELECT DISTINCT " in the query for the records; empty when the query does not
/// count them.
std::string withoutCount(const std::string& sql)
{
    constexpr std::string_view kCount = "SELECT count(DISTINCT ";
    const std::size_t end = sql.find(')');
    if (!sql.starts_with(kCount) || end == std::string::npos
        || !sql.substr(end).starts_with(") FROM "))
        return {};
    return sql.substr(kCount.size(), end - kCount.size()) + sql.substr(end + 1);
}

base::Result<QByteArray> bytesOf(const Table& table, const std::string& ending)
{
    if (ending == ".json")
        return QByteArray::fromStdString(jsonOf(table));
    if (ending == ".csv")
        return QByteArray::fromStdString(csvOf(table));
    if (ending == ".html")
        return QByteArray::fromStdString(htmlOf(table, MarkLine::Shown));
    if (ending == ".xlsx")
        return xlsxOf(table);
    return { ErrorCode::InvalidArgument, { "format", ending } };
}

} // namespace

base::Result<Table> countReport(db::Connection& connection, const profile::Profile& profile,
    std::string_view reportId, const Period& period, const ReportOptions& options, base::Job& job)
{
    PATRONAT_LET(const ReportPlan plan, readReportPlan(profile, reportId));
    store::registerSqlFunctions(connection, profile, options.language);
    // The queries are the profile's: one that fails is its mistake, named so.
    try {
        return ReportCounter(connection, profile, plan, options, job).count(period);
    } catch (const db::DbError& problem) {
        if (problem.isFatal())
            throw;
        return { ErrorCode::ProfileBroken, { plan.id + ".json", "0", {}, "brokenExpression" },
            problem.what() };
    }
}

base::Result<std::optional<std::vector<base::RecordId>>> recordsBehind(db::Connection& connection,
    const profile::Profile& profile, std::string_view reportId, std::string_view rowNumber,
    const Period& span, const ReportOptions& options)
{
    using Found = std::optional<std::vector<base::RecordId>>;
    PATRONAT_LET(const ReportPlan plan, readReportPlan(profile, reportId));
    const ReportRow* row = plan.row(rowNumber);
    const std::string sql = row != nullptr ? withoutCount(row->sql) : std::string();
    const bool isAsked
        = row != nullptr && std::ranges::find(row->notFor, span.id) == row->notFor.end();
    if (sql.empty() || !isAsked)
        return Found {};
    store::registerSqlFunctions(connection, profile, options.language);
    base::Job job;
    try {
        return Found { ReportCounter(connection, profile, plan, options, job).records(sql, span) };
    } catch (const db::DbError& problem) {
        if (problem.isFatal())
            throw;
        return { ErrorCode::ProfileBroken, { plan.id + ".json", "0", {}, "brokenExpression" },
            problem.what() };
    }
}

std::vector<base::Error> reportProblems(db::Connection& connection, const profile::Profile& profile)
{
    std::vector<base::Error> out;
    store::registerSqlFunctions(connection, profile, "ru");
    for (const auto& [id, file] : profile.reports) {
        const auto plan = readReportPlan(profile, id);
        if (!plan) {
            out.push_back(plan.error());
            continue;
        }
        const auto check = [&](const std::string& path, const std::string& sql) {
            try {
                if (!sql.empty())
                    connection.prepareOnce(sql);
            } catch (const db::DbError& problem) {
                out.push_back({ ErrorCode::ProfileBroken, { file, "0", path, "brokenExpression" },
                    problem.error().detail });
            }
        };
        for (const ReportRow& row : plan->rows)
            check("rows " + row.number, row.sql);
        for (const ControlLine& line : plan->controls)
            for (const ControlTerm& term : line.terms)
                check("controls " + term.id, term.sql);
        check("withoutCategory", plan->culprits);
    }
    return out;
}

base::Status writeTable(const Table& table, const std::filesystem::path& path)
{
    PATRONAT_LET(const QByteArray bytes, bytesOf(table, path.extension().string()));
    return store::writeFile(path, bytes);
}

} // namespace patronat::reports
