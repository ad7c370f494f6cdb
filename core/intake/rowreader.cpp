// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/rowreader.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/intake/personname.h"
#include "core/profile/valuejson.h"

#include <algorithm>

namespace patronat::intake {

using base::ErrorCode;
using base::Fields;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::string cellAt(const ListRow& row, std::size_t position)
{
    return position < row.cells.size() ? base::trimmed(row.cells[position]) : std::string();
}

} // namespace

std::vector<std::string> headingsOf(const ListTable& table)
{
    std::vector<std::string> names;
    for (const std::string& heading : table.header)
        names.push_back(base::trimmed(heading));
    std::map<std::string, int> counts;
    for (const std::string& name : names)
        ++counts[name];
    std::map<std::string, int> seen;
    for (std::string& name : names)
        if (!name.empty() && counts[name] > 1)
            name += " (" + std::to_string(++seen[name]) + ')';
    return names;
}

RowReader::RowReader(const store::ReadTx& read, const Mapping& mapping, DateWriting dates)
    : m_read(read)
    , m_mapping(mapping)
    , m_cells(read, std::move(dates))
{
}

Result<std::size_t> RowReader::positionOf(const std::string& heading) const
{
    const auto exact = std::find(m_headings.begin(), m_headings.end(), base::trimmed(heading));
    if (exact != m_headings.end())
        return static_cast<std::size_t>(exact - m_headings.begin());
    const std::string key = headingKey(heading);
    std::size_t found = kNone;
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        if (m_headings[i].empty() || headingKey(m_headings[i]) != key)
            continue;
        if (found != kNone)
            return { ErrorCode::InvalidArgument, { "csv", "headingTwice", heading } };
        found = i;
    }
    // "NAME (1)" says that there is another of this name, and the mapping not which is meant.
    const bool isTwice
        = std::find(m_headings.begin(), m_headings.end(), base::trimmed(heading) + " (1)")
        != m_headings.end();
    if (found == kNone && isTwice)
        return { ErrorCode::InvalidArgument, { "csv", "headingTwice", heading } };
    return found;
}

Result<RowReader::BoundRecord> RowReader::bound(const MappedRecord& mapped) const
{
    BoundRecord record { &mapped, m_read.profile().type(mapped.type), {}, {}, {} };
    if (record.type == nullptr)
        return { ErrorCode::UnknownType, { mapped.type } };
    for (const MappedColumn& column : mapped.columns) {
        PATRONAT_LET(const std::size_t position, positionOf(column.heading));
        if (position == kNone && column.isOptional)
            continue;
        if (position == kNone)
            return { ErrorCode::InvalidArgument, { "map", "noSuchColumn", column.heading } };
        BoundColumn at { position, &column, {}, nullptr };
        for (const std::string& field : column.fields)
            at.fields.push_back(record.type->field(field));
        const auto lookup = mapped.references.find(column.heading);
        at.lookup = lookup == mapped.references.end() ? nullptr : &lookup->second;
        record.columns.push_back(std::move(at));
    }
    for (const std::string& heading : mapped.when) {
        PATRONAT_LET(const std::size_t position, positionOf(heading));
        const bool mayLack = std::any_of(
            mapped.columns.begin(), mapped.columns.end(), [&](const MappedColumn& column) {
                return column.isOptional && headingKey(column.heading) == headingKey(heading);
            });
        if (position == kNone && !mayLack)
            return { ErrorCode::InvalidArgument, { "map", "noSuchColumn", heading } };
        if (position != kNone)
            record.when.push_back(position);
    }
    PATRONAT_LET(record.constants, profile::fieldsFromJson(*record.type, mapped.constantsJson));
    return record;
}

Status RowReader::bind(const ListTable& table)
{
    m_headings = headingsOf(table);
    for (const MappedRecord& mapped : m_mapping.records) {
        PATRONAT_LET(BoundRecord record, bound(mapped));
        m_records.push_back(std::move(record));
    }
    return {};
}

bool RowReader::isThere(std::size_t record, const ListRow& row) const
{
    const BoundRecord& bound = m_records[record];
    const auto isFilled = [&](std::size_t position) { return !cellAt(row, position).empty(); };
    if (!bound.mapped->when.empty())
        return std::any_of(bound.when.begin(), bound.when.end(), isFilled);
    // One that is only linked is there when what it links to is.
    return bound.mapped->columns.empty()
        || std::any_of(bound.columns.begin(), bound.columns.end(),
            [&](const BoundColumn& column) { return isFilled(column.position); });
}

bool RowReader::isBeyondHeader(const ListRow& row) const
{
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (i >= m_headings.size() && !base::trimmed(row.cells[i]).empty())
            return true;
    return false;
}

Fields RowReader::fieldsOf(
    std::size_t record, const ListRow& row, std::vector<RowProblem>& problems)
{
    const BoundRecord& bound = m_records[record];
    Fields fields;
    for (const BoundColumn& column : bound.columns) {
        const std::string cell = cellAt(row, column.position);
        if (!cell.empty())
            readCell(bound, column, cell, fields, problems);
    }
    for (const auto& [field, value] : bound.constants)
        fields.emplace(field, value);
    return fields;
}

void RowReader::readCell(const BoundRecord& record, const BoundColumn& column,
    const std::string& cell, Fields& fields, std::vector<RowProblem>& problems)
{
    const std::string& heading = column.mapped->heading;
    if (column.fields.size() > 1) {
        const auto parts = splitName(cell);
        if (!parts) {
            problems.push_back(
                { heading, "nameUnclear", cell, {}, record.type->id, column.fields.front()->id });
            return;
        }
        for (std::size_t i = 0; i < column.fields.size() && i < parts->size(); ++i)
            if (!(*parts)[i].empty())
                take(record, column, *column.fields[i], nlohmann::json((*parts)[i]).dump(), cell,
                    fields, problems);
        return;
    }
    const profile::Field& field = *column.fields.front();
    const ReadCell read = m_cells.read(field, column.lookup, cell);
    m_guessedCenturies += read.isCenturyGuessed ? 1 : 0;
    if (!read.problem.empty())
        problems.push_back(
            { heading, read.problem, cell, read.nearest, record.type->id, field.id });
    else if (!read.json.empty())
        take(record, column, field, read.json, cell, fields, problems);
}

void RowReader::take(const BoundRecord& record, const BoundColumn& column,
    const profile::Field& field, const std::string& json, const std::string& cell, Fields& fields,
    std::vector<RowProblem>& problems)
{
    const auto read = profile::fieldsFromJson(
        *record.type, '{' + nlohmann::json(field.id).dump() + ':' + json + '}');
    if (read) {
        for (const auto& [name, value] : *read)
            fields[name] = value;
        return;
    }
    const std::vector<std::string>& args = read.error().args;
    problems.push_back({ column.mapped->heading, args.empty() ? "wrongKind" : args.back(), cell, {},
        record.type->id, field.id });
}

} // namespace patronat::intake
