// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/import.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/intake/cellreader.h"
#include "core/profile/valuejson.h"
#include "core/store/writetx.h"

#include <algorithm>
#include <map>
#include <set>

namespace patronat::intake {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Status;
using base::Value;
using store::ReadTx;
using store::WriteTx;

namespace {

struct BoundColumn
{
    std::size_t position;
    std::string heading;
    const profile::Field* field;
};

/// Makes the plan of one list, row by row.
class Planner
{
public:
    Planner(const ReadTx& read, const profile::RecordType& type, const Mapping& mapping)
        : m_read(read)
        , m_type(type)
        , m_mapping(mapping)
        , m_cells(read, mapping)
    {
    }

    Status bind(const CsvTable& table);
    Result<PlannedRow> plan(const CsvRow& row);

private:
    bool readFields(const CsvRow& row, PlannedRow& planned);
    /// The record that the row is about, when it is there; false when that cannot be said.
    bool findRecord(PlannedRow& planned);
    Status compare(PlannedRow& planned) const;
    void loadKeys();
    std::string headingOf(std::string_view field) const;
    static bool fail(PlannedRow& planned, std::string heading, std::string reason);

    const ReadTx& m_read;
    const profile::RecordType& m_type;
    const Mapping& m_mapping;
    CellReader m_cells;
    std::vector<BoundColumn> m_columns;
    std::size_t m_width = 0;
    Fields m_constants;
    std::map<std::vector<Value>, std::vector<RecordId>> m_known;
    std::set<std::vector<Value>> m_seen;
};

bool Planner::fail(PlannedRow& planned, std::string heading, std::string reason)
{
    planned.state = RowState::Problem;
    planned.heading = std::move(heading);
    planned.reason = std::move(reason);
    planned.fields.clear();
    return false;
}

std::string Planner::headingOf(std::string_view field) const
{
    for (const auto& [heading, mapped] : m_mapping.columns)
        if (mapped == field)
            return heading;
    return std::string(field);
}

Status Planner::bind(const CsvTable& table)
{
    for (auto at = table.header.begin(); at != table.header.end(); ++at)
        if (!at->empty() && std::count(at, table.header.end(), *at) > 1)
            return { ErrorCode::InvalidArgument, { "csv", "headingTwice", *at } };
    m_width = table.header.size();
    for (const auto& [heading, field] : m_mapping.columns) {
        const auto at = std::find(table.header.begin(), table.header.end(), heading);
        if (at == table.header.end())
            return { ErrorCode::InvalidArgument, { "map", "noSuchColumn", heading } };
        m_columns.push_back(
            { static_cast<std::size_t>(at - table.header.begin()), heading, m_type.field(field) });
    }
    PATRONAT_LET(m_constants, profile::fieldsFromJson(m_type, m_mapping.constantsJson));
    if (!m_mapping.key.empty())
        loadKeys();
    return {};
}

void Planner::loadKeys()
{
    std::string sql = "SELECT id";
    for (const std::string& field : m_mapping.key)
        sql += ", " + store::sqlName(field);
    auto select = m_read.connection().prepareOnce(
        sql + " FROM " + store::sqlName(m_type.id) + " WHERE life NOT IN ('removed', 'erased')");
    while (select.step()) {
        std::vector<Value> key;
        for (std::size_t i = 0; i < m_mapping.key.size(); ++i)
            key.push_back(select.value(static_cast<int>(i) + 1));
        m_known[key].push_back(select.id<RecordId>(0));
    }
}

bool Planner::readFields(const CsvRow& row, PlannedRow& planned)
{
    std::string json;
    for (const BoundColumn& column : m_columns) {
        if (column.position >= row.cells.size())
            continue;
        const ReadCell cell
            = m_cells.read(*column.field, column.heading, row.cells[column.position]);
        if (!cell.problem.empty())
            return fail(planned, column.heading, cell.problem);
        if (!cell.json.empty())
            json += (json.empty() ? "" : ",") + nlohmann::json(column.field->id).dump() + ':'
                + cell.json;
    }
    auto fields = profile::fieldsFromJson(m_type, '{' + json + '}');
    if (!fields) {
        const std::vector<std::string>& args = fields.error().args;
        return fail(planned, args.size() > 1 ? headingOf(args[1]) : "",
            args.empty() ? "wrongKind" : args.back());
    }
    planned.fields = std::move(*fields);
    for (const auto& [field, value] : m_constants)
        planned.fields.emplace(field, value);
    return true;
}

bool Planner::findRecord(PlannedRow& planned)
{
    if (m_mapping.key.empty())
        return true;
    std::vector<Value> key;
    for (const std::string& field : m_mapping.key) {
        const auto found = planned.fields.find(field);
        if (found == planned.fields.end())
            return fail(planned, headingOf(field), "keyMissing");
        key.push_back(found->second);
    }
    const std::string heading = headingOf(m_mapping.key.front());
    if (!m_seen.insert(key).second)
        return fail(planned, heading, "keyTwice");
    const auto known = m_known.find(key);
    if (known == m_known.end())
        return true;
    if (known->second.size() > 1)
        return fail(planned, heading, "ambiguous");
    planned.record = known->second.front();
    return true;
}

Status Planner::compare(PlannedRow& planned) const
{
    PATRONAT_LET(const store::Record record, m_read.record(m_type.id, planned.record));
    planned.heads = record.heads;
    std::erase_if(planned.fields, [&](const auto& field) {
        const auto now = record.values.find(field.first);
        return now == record.values.end() ? field.second.isNull() : now->second == field.second;
    });
    planned.state = planned.fields.empty() ? RowState::Same : RowState::Changed;
    for (const auto& [field, value] : Fields(planned.fields)) {
        const profile::Field* declared = m_type.field(field);
        const bool isFixed
            = std::count(m_type.unitFields.begin(), m_type.unitFields.end(), field) != 0;
        if (isFixed)
            fail(planned, headingOf(field), "unitFixed");
        else if (record.life == "signed" && declared && !declared->afterSigning)
            fail(planned, headingOf(field), "recordSigned");
    }
    return {};
}

Result<PlannedRow> Planner::plan(const CsvRow& row)
{
    PlannedRow planned;
    planned.line = row.line;
    // Beyond the header a value has no name; empty cells are what a spreadsheet leaves there.
    for (std::size_t cell = m_width; cell < row.cells.size(); ++cell)
        if (!base::trimmed(row.cells[cell]).empty()) {
            fail(planned, {}, "beyondHeader");
            return planned;
        }
    if (!readFields(row, planned) || !findRecord(planned))
        return planned;
    if (!planned.record.isNull()) {
        PATRONAT_TRY(compare(planned));
        return planned;
    }
    const bool hasUnit = m_type.unitKind != profile::UnitKind::Through
        || std::any_of(m_type.unitFields.begin(), m_type.unitFields.end(),
            [&](const std::string& field) { return planned.fields.contains(field); });
    if (!hasUnit)
        fail(planned, headingOf(m_type.unitFields.front()), "unitRequired");
    return planned;
}

Status writeRow(WriteTx& tx, const std::string& type, const PlannedRow& row, Imported& imported)
{
    if (row.state == RowState::New) {
        PATRONAT_LET(const RecordId created, tx.create(type, row.fields));
        imported.created += created.isNull() ? 0 : 1;
    } else {
        PATRONAT_LET(
            const base::OperationId operation, tx.put(type, row.record, row.heads, row.fields));
        imported.changed += operation.isNull() ? 0 : 1;
    }
    return {};
}

} // namespace

std::string_view stateName(RowState state)
{
    static constexpr std::string_view kNames[] = { "new", "changed", "same", "problem" };
    return kNames[static_cast<std::size_t>(state)];
}

std::size_t ImportPlan::count(RowState state) const
{
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const PlannedRow& row) { return row.state == state; }));
}

Result<ImportPlan> planImport(const ReadTx& read, const profile::RecordType& type,
    const CsvTable& table, const Mapping& mapping)
{
    Planner planner(read, type, mapping);
    PATRONAT_TRY(planner.bind(table));
    ImportPlan plan { type.id, {} };
    for (const CsvRow& row : table.rows) {
        PATRONAT_LET(PlannedRow planned, planner.plan(row));
        plan.rows.push_back(std::move(planned));
    }
    return plan;
}

Result<Imported> runImport(
    store::Store& store, const ImportPlan& plan, store::WriteOptions options, base::Job& job)
{
    std::vector<const PlannedRow*> rows;
    for (const PlannedRow& row : plan.rows)
        if (row.state == RowState::New || row.state == RowState::Changed)
            rows.push_back(&row);
    Imported imported;
    for (std::size_t from = 0; from < rows.size(); from += store::kMaxWrite) {
        Status status = job.checkpoint();
        const std::size_t end = std::min(rows.size(), from + store::kMaxWrite);
        Imported before = imported;
        if (status)
            status = store.write(options, [&](WriteTx& tx) -> Status {
                for (std::size_t i = from; i < end; ++i)
                    PATRONAT_TRY(writeRow(tx, plan.type, *rows[i], imported));
                options.group = tx.group();
                return {};
            });
        if (!status) {
            base::Error error = status.error();
            if (!before.group.isNull())
                error.detail += " group " + before.group.hex() + " is cut short";
            return error;
        }
        imported.group = options.group;
        job.report(end, rows.size());
    }
    return imported;
}

} // namespace patronat::intake
