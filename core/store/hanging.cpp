// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hanging.h"

#include "core/store/probes.h"

#include <algorithm>
#include <iterator>

namespace patronat::store {

using base::RecordId;

Hanging::Hanging(db::Connection& connection, const Tables& tables, const Glance& glance)
    : m_connection(connection)
    , m_tables(tables)
    , m_glance(glance)
{
    for (std::size_t type = 0; type < tables.all().size(); ++type)
        for (const profile::Field& field : tables.all()[type].type().fields)
            if (leadsUpward(tables.all()[type].type(), field) && tables.find(field.target) != nullptr)
                m_upward.push_back({ type, field.id, tables.position(field.target),
                    signsOver(tables, tables.all()[type].type(), field) });
}

Hanging::Above Hanging::above(std::size_t type, RecordId record)
{
    auto select = m_connection.prepare("SELECT life FROM " + nameOf(type) + " WHERE id = ?1");
    select.bind(1, record);
    if (!select.step())
        return Above::Missing;
    return select.text(0) == "draft" || select.text(0) == "cancelled" ? Above::Open : Above::Ended;
}

void Hanging::addBelow(const ByType& changed, ByType& types)
{
    std::map<std::size_t, std::vector<RecordId>> ended;
    for (const auto& [type, records] : changed)
        std::copy_if(records.begin(), records.end(), std::back_inserter(ended[type]),
            [&, at = type](RecordId record) { return above(at, record) == Above::Ended; });
    for (const Upward& upward : m_upward) {
        if (upward.signs)
            addBelowSigned(upward, types);
        const auto over = ended.find(upward.targetType);
        if (over == ended.end())
            continue;
        auto select = m_connection.prepare(
            "SELECT id FROM " + nameOf(upward.type) + " WHERE " + sqlName(upward.field) + " = ?1");
        for (const RecordId record : over->second) {
            select.bind(1, record);
            while (select.step())
                types[upward.type].insert(select.id<RecordId>(0));
            select.reset();
        }
    }
}

/// Records that came signed were not changed one by one: below them is what came along, or was there before.
void Hanging::addBelowSigned(const Upward& upward, ByType& types)
{
    const std::int64_t first = m_glance.firstRow(upward.targetType);
    if (first == 0)
        return;
    // CROSS JOIN: from the few that came to what hangs on them, not the other way.
    auto select = m_connection.prepare("SELECT part.id FROM " + nameOf(upward.targetType) + " AS upper CROSS JOIN "
        + nameOf(upward.type) + " AS part ON part." + sqlName(upward.field)
        + " = upper.id WHERE upper.rowno >= ?1 AND upper.life = 'signed' AND part.life IN ('draft', 'cancelled')");
    select.bind(1, first);
    while (select.step())
        types[upward.type].insert(select.id<RecordId>(0));
}

void Hanging::addTold(const ByType& changed, ByType& types)
{
    if (changed.empty())
        return;
    auto select = m_connection.prepare(
        "SELECT type, record, argument FROM finding WHERE rule IN ('parentRemoved', 'besideSigned')");
    while (select.step()) {
        const auto over = RecordId::fromHex(select.text(2));
        const std::size_t type = m_tables.position(select.text(0));
        const bool isChanged = over
            && std::any_of(changed.begin(), changed.end(), [&](const auto& of) { return of.second.contains(*over); });
        if (type != Table::npos && isChanged)
            types[type].insert(select.id<RecordId>(1));
    }
}

} // namespace patronat::store
