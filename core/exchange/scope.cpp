// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scope.h"

#include <functional>
#include <unordered_map>

namespace patronat::exchange {

using base::RecordId;
using base::UnitId;
using profile::Field;
using profile::RecordType;
using store::sqlName;
using store::ReadTx;

namespace {

using RecordIds = std::unordered_set<RecordId>;
/// Unit -> units that whoever has it has too.
using Edges = std::unordered_map<UnitId, std::vector<UnitId>>;

/// The territories named by code and everything below them.
RecordIds subtrees(db::Connection& connection, const std::vector<std::string>& codes)
{
    RecordIds out;
    for (const std::string& code : codes) {
        auto select = connection.prepare(
            "WITH RECURSIVE below(id) AS (SELECT id FROM territory WHERE code = ?1 "
            "UNION SELECT territory.id FROM territory JOIN below ON territory.parent = below.id) SELECT id FROM below");
        select.bind(1, std::string_view(code));
        while (select.step())
            out.insert(select.id<RecordId>(0));
    }
    return out;
}

/// Calls `visit` with the unit of each record of a type and each value its reference field has: the shown one and
/// those in conflict with it.
void forEachReference(const ReadTx& read, const RecordType& type, const Field& field,
    const std::function<void(UnitId, RecordId)>& visit)
{
    const std::string column = sqlName(field.id);
    auto rows = read.connection().prepareOnce(
        "SELECT unit, " + column + " FROM " + sqlName(type.id) + " WHERE " + column + " IS NOT NULL");
    while (rows.step())
        visit(rows.id<UnitId>(0), rows.id<RecordId>(1));
    rows.reset();
    auto others = read.connection().prepareOnce("SELECT operation FROM conflict WHERE type = ?1 AND field = ?2");
    others.bind(1, std::string_view(type.id)).bind(2, std::string_view(field.id));
    while (others.step()) {
        const auto operation = read.journal().operation(others.id<base::OperationId>(0));
        const auto value = operation ? operation->fields.find(field.id) : base::Fields::const_iterator();
        if (operation && value != operation->fields.end() && value->second.reference())
            visit(operation->unit, *value->second.reference());
    }
}

std::unordered_map<RecordId, UnitId> unitsOf(const ReadTx& read, const std::string& type)
{
    std::unordered_map<RecordId, UnitId> out;
    auto rows = read.connection().prepareOnce("SELECT id, unit FROM " + sqlName(type));
    while (rows.step())
        out.emplace(rows.id<RecordId>(0), rows.id<UnitId>(1));
    return out;
}

void addEdges(const ReadTx& read, const RecordType& type, const Field& field, Edges& edges)
{
    if (read.tables().find(field.target) == nullptr)
        return;
    const auto targets = unitsOf(read, field.target);
    forEachReference(read, type, field, [&](UnitId unit, RecordId target) {
        const auto at = targets.find(target);
        if (at == targets.end() || at->second == unit)
            return;
        if (field.draws && !at->second.isNull())
            edges[unit].push_back(at->second);
        if (field.drawnBy && !unit.isNull())
            edges[at->second].push_back(unit);
    });
}

std::vector<UnitId> rootsWithin(const ReadTx& read, const RecordIds& territories)
{
    std::vector<UnitId> out;
    for (const RecordType& type : read.profile().types) {
        const Field* scope = type.scopeField.empty() ? nullptr : type.field(type.scopeField);
        if (scope == nullptr)
            continue;
        forEachReference(read, type, *scope, [&](UnitId unit, RecordId territory) {
            if (territories.contains(territory))
                out.push_back(unit);
        });
    }
    return out;
}

} // namespace

Scope::Scope(const ReadTx& read, const std::vector<std::string>& territories)
    : m_everything(territories.empty())
{
    if (m_everything)
        return;
    Edges edges;
    for (const RecordType& type : read.profile().types)
        for (const Field& field : type.fields)
            if (field.draws || field.drawnBy)
                addEdges(read, type, field, edges);
    std::vector<UnitId> open = rootsWithin(read, subtrees(read.connection(), territories));
    while (!open.empty()) {
        const UnitId unit = open.back();
        open.pop_back();
        const auto further = edges.find(unit);
        if (m_units.insert(unit).second && further != edges.end())
            open.insert(open.end(), further->second.begin(), further->second.end());
    }
}

Scope scopeOf(const ReadTx& read, const vault::SiteCertificate& site)
{
    return Scope(read, site.territories);
}

} // namespace patronat::exchange
