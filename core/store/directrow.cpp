// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/directrow.h"

#include "core/base/cbor.h"
#include "core/base/text.h"

namespace patronat::store {

using base::CborItem;
using base::CborReader;
using journal::Kind;
using journal::OperationView;

namespace {

bool fits(Storage storage, CborItem::Kind kind)
{
    switch (kind) {
    case CborItem::Kind::Null:
        return true;
    case CborItem::Kind::Unsigned:
    case CborItem::Kind::Negative:
        return storage == Storage::Integer;
    case CborItem::Kind::Text:
        return storage == Storage::Text;
    case CborItem::Kind::Bytes:
        return storage == Storage::Blob;
    default:
        return false;
    }
}

std::string_view viewOf(const std::array<unsigned char, 16>& id)
{
    return { reinterpret_cast<const char*>(id.data()), id.size() };
}

std::int64_t numberOf(const CborItem& item)
{
    const auto number = static_cast<std::int64_t>(item.number);
    return item.kind == CborItem::Kind::Negative ? -1 - number : number;
}

} // namespace

bool isPlainFor(const Table& table, const OperationView& operation)
{
    CborReader fields(operation.fieldBytes, CborReader::Trust::Checked);
    std::size_t guess = 0;
    std::size_t outside = 0;
    for (std::size_t i = 0; i < operation.fieldCount; ++i) {
        const std::size_t column = table.column(fields.text(), guess);
        if (column == Table::npos || !fits(table.columns()[column].storage, fields.next().kind))
            return false;
        outside += table.columns()[column].afterSigning ? 1 : 0;
    }
    return outside == operation.afterSigningCount;
}

DirectRow::DirectRow(const Table& table)
    : m_table(table)
    , m_cells(table.columns().size())
{
}

void DirectRow::clear()
{
    for (const std::size_t column : m_used)
        m_cells[column].isSet = false;
    m_used.clear();
    m_trail.flags = 0;
    m_trail.entries.clear();
    m_signed = false;
}

bool DirectRow::takeFields(const OperationView& operation)
{
    CborReader fields(operation.fieldBytes, CborReader::Trust::Checked);
    std::size_t guess = 0;
    std::size_t outside = 0;
    for (std::size_t i = 0; i < operation.fieldCount; ++i) {
        const std::size_t column = m_table.column(fields.text(), guess);
        const CborItem item = fields.next();
        if (column == Table::npos || !fits(m_table.columns()[column].storage, item.kind))
            return false;
        Cell& cell = m_cells[column];
        if (!cell.isSet)
            m_used.push_back(column);
        cell.storage = m_table.columns()[column].storage;
        cell.isSet = item.kind != CborItem::Kind::Null;
        cell.number = numberOf(item);
        cell.bytes = item.view;
        outside += m_table.columns()[column].afterSigning ? 1 : 0;
    }
    // A signature never writes what lies outside it; a write must agree with the profile about it.
    return outside == operation.afterSigningCount;
}

bool DirectRow::continues(const OperationView& operation) const
{
    if (!operation.plain || operation.baseCount != 1)
        return false;
    const journal::Head base = operation.base().front();
    if (base != m_head)
        return false;
    if (m_signed)
        return operation.kind == Kind::Write && operation.fieldCount > 0
            && operation.afterSigningCount == operation.fieldCount;
    return operation.kind == Kind::Write || operation.kind == Kind::Sign;
}

void DirectRow::clearCovered()
{
    for (const std::size_t column : m_used)
        if (!m_table.columns()[column].afterSigning)
            m_cells[column].isSet = false;
}

bool DirectRow::add(const OperationView& operation, std::uint32_t originNumber)
{
    const bool first = m_trail.entries.empty();
    if (first ? !operation.isCreation() || !operation.plain : !continues(operation))
        return false;
    if (operation.kind == Kind::Sign) {
        clearCovered();
        m_signed = true;
        m_trail.flags |= journal::Trail::Signed;
    }
    if (!takeFields(operation))
        return false;
    journal::TrailEntry entry { originNumber, operation.id.sequence, operation.check(), {}, false };
    if (!first)
        entry.parents.push_back(static_cast<std::uint32_t>(m_trail.entries.size() - 1));
    m_trail.entries.push_back(std::move(entry));
    m_head = { operation.id, operation.check() };
    return true;
}

void DirectRow::bind(db::Statement& insert, base::RecordId record, base::UnitId unit)
{
    m_idBytes = record.bytes();
    m_unitBytes = unit.bytes();
    insert.bindStaticBlob(1, viewOf(m_idBytes));
    insert.bindStaticBlob(2, viewOf(m_unitBytes));
    insert.bindStatic(3, m_signed ? "signed" : "draft");
    m_trailBytes = encodeTrail(m_trail);
    insert.bindStaticBlob(4, m_trailBytes);
    for (const std::size_t column : m_bound)
        if (!m_cells[column].isSet)
            insert.bindNull(Table::kFirstColumnParameter + static_cast<int>(column));
    m_bound.clear();
    for (const std::size_t column : m_used) {
        const int parameter = Table::kFirstColumnParameter + static_cast<int>(column);
        const Cell& cell = m_cells[column];
        if (!cell.isSet)
            continue;
        m_bound.push_back(column);
        if (cell.storage == Storage::Integer)
            insert.bind(parameter, cell.number);
        else if (cell.storage == Storage::Blob)
            insert.bindStaticBlob(parameter, cell.bytes);
        else
            insert.bindStatic(parameter, cell.bytes);
    }
}

std::string DirectRow::nameLine() const
{
    std::string line;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (!m_table.columns()[i].isNameText() || !m_cells[i].isSet)
            continue;
        line += line.empty() ? "" : " ";
        line += m_cells[i].bytes;
    }
    return line.empty() ? line : base::fold(line);
}

} // namespace patronat::store
