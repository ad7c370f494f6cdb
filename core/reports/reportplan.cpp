// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportplan.h"

#include "core/store/civildate.h"
#include "core/store/outputfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace patronat::reports {

namespace {

using base::ErrorCode;
using nlohmann::json;

profile::Label labelOf(const json& parent, const char* key)
{
    profile::Label label;
    if (parent.contains(key))
        for (const auto& [language, text] : parent.at(key).items())
            label.emplace(language, text.get<std::string>());
    return label;
}

/// {"sql": "…"} or {"file": "NAME.sql"} beside the report; nothing where the key is not there.
base::Status readSql(const json& parent, const char* key, const std::filesystem::path& folder, std::string& sql)
{
    if (!parent.contains(key) || parent.at(key).is_null())
        return {};
    const json& query = parent.at(key);
    if (query.contains("sql")) {
        sql = query.at("sql").get<std::string>();
        return {};
    }
    PATRONAT_LET(sql, store::readFile(folder / query.at("file").get<std::string>()));
    return {};
}

RowFormat formatOf(const std::string& kind)
{
    if (kind == "percent")
        return RowFormat::Percent;
    return kind == "flag" ? RowFormat::Flag : RowFormat::Number;
}

ControlLine controlOf(const json& from)
{
    ControlLine line { labelOf(from, "label"), from.at("equation").get<std::string>(), {} };
    for (const json& term : from.at("terms"))
        line.terms.push_back(
            { term.at("id").get<std::string>(), labelOf(term, "label"), term.at("sql").get<std::string>() });
    return line;
}

Cell planCell(const json& value)
{
    if (value.is_boolean())
        return Cell::ofNumber(value.get<bool>() ? 1 : 0);
    if (value.is_number_integer())
        return Cell::ofNumber(value.get<std::int64_t>());
    if (value.is_number())
        return cellOf(value.dump());
    if (value.is_string() && value.get<std::string>() != "-")
        return Cell::ofText(value.get<std::string>());
    return Cell::missing("noPlan");
}

base::Result<ReportRow> rowOf(const json& from, const std::filesystem::path& folder)
{
    ReportRow row;
    row.number = from.at("no").get<std::string>();
    row.label = labelOf(from, "label");
    row.measure = labelOf(from, "measure");
    row.format = formatOf(from.value("kind", std::string()));
    const json value = from.value("value", json::object());
    row.reason = value.value("reason", std::string("noValue"));
    if (!value.contains("reason"))
        PATRONAT_TRY(readSql(from, "value", folder, row.sql));
    row.sumOf = from.value("sumOf", std::vector<std::string> {});
    row.notFor = from.value("notFor", std::vector<std::string> {});
    if (from.contains("plan"))
        for (const auto& [column, figure] : from.at("plan").items())
            row.plan.emplace(column, planCell(figure));
    return row;
}

/// What is not said follows from the years among the columns.
void setProgramme(ReportPlan& plan, const json& from)
{
    std::vector<std::string> years;
    for (const ReportColumn& column : plan.columns)
        if (column.id.size() == 4 && column.id.find_first_not_of("0123456789") == std::string::npos)
            years.push_back(column.id);
    std::ranges::sort(years);
    plan.from = from.value("start", years.empty() ? std::string() : years.front() + "-01-01");
    plan.to = from.value("end", years.empty() ? std::string() : years.back() + "-12-31");
    plan.startDay = from.value("enrolledOnStart", true) ? plan.from : store::plusDays(plan.from, -1);
}

base::Result<ReportPlan> planOf(const json& from, const std::filesystem::path& folder)
{
    ReportPlan plan;
    plan.id = from.at("id").get<std::string>();
    plan.title = labelOf(from, "title");
    for (const json& column : from.at("columns"))
        plan.columns.push_back({ column.at("id").get<std::string>(), labelOf(column, "label"),
            column.value("from", std::string()), column.value("to", std::string()) });
    setProgramme(plan, from);
    for (const json& row : from.at("rows")) {
        PATRONAT_LET(ReportRow read, rowOf(row, folder));
        plan.rows.push_back(std::move(read));
        if (row.contains("note"))
            plan.notes.push_back(labelOf(row, "note"));
    }
    for (const json& control : from.value("controls", json::array()))
        plan.controls.push_back(controlOf(control));
    PATRONAT_TRY(readSql(from, "withoutCategory", folder, plan.culprits));
    const json heads = from.value("heads", json::object());
    for (const char* head : { "no", "label", "measure" })
        plan.heads.emplace(head, labelOf(heads, head));
    return plan;
}

/// The first row named that is not there; empty when all are.
std::string unknownRow(const ReportPlan& plan)
{
    for (const ReportRow& row : plan.rows)
        for (const std::string& part : row.sumOf)
            if (!plan.row(part))
                return part;
    return {};
}

} // namespace

const ReportRow* ReportPlan::row(std::string_view number) const
{
    const auto found = std::ranges::find(rows, number, &ReportRow::number);
    return found == rows.end() ? nullptr : &*found;
}

const ReportColumn* ReportPlan::column(std::string_view columnId) const
{
    const auto found = std::ranges::find(columns, columnId, &ReportColumn::id);
    return found == columns.end() ? nullptr : &*found;
}

base::Result<ReportPlan> readReportPlan(
    const profile::Profile& profile, std::string_view id)
{
    const auto found = profile.reports.find(id);
    if (found == profile.reports.end())
        return { ErrorCode::NotFound, { "report", std::string(id) } };
    const std::filesystem::path path = profile.locate(found->second);
    const std::string file = path.filename().string();
    PATRONAT_LET(const std::string text, store::readFile(path));
    // nlohmann reports by exceptions; this is where they end.
    try {
        PATRONAT_LET(ReportPlan plan, planOf(json::parse(text), path.parent_path()));
        if (const std::string row = unknownRow(plan); !row.empty())
            return { ErrorCode::ProfileBroken, { file, "0", row, "unknownRow" } };
        if (plan.from.empty() || plan.to.empty())
            return { ErrorCode::ProfileBroken, { file, "0", "programme", "missing" } };
        return plan;
    } catch (const json::exception& problem) {
        return { ErrorCode::ProfileBroken, { file, "0", {}, "brokenReport" }, problem.what() };
    }
}

} // namespace patronat::reports
