// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/rows.h"

#include <algorithm>

namespace patronat::twins {

Rows::Rows(const store::ReadTx& tx, std::string_view type, const std::vector<std::string>& fields)
    : m_tx(tx)
    , m_select("SELECT id")
{
    const store::Table* table = tx.tables().find(type);
    for (const std::string& field : fields) {
        if (table == nullptr || table->column(field) == store::Table::npos)
            continue;
        m_fields.push_back(field);
        m_select += ", " + store::sqlName(field);
    }
    m_select += " FROM " + store::sqlName(type) + " WHERE life NOT IN ('removed', 'erased')";
}

bool Rows::has(std::string_view field) const
{
    return std::find(m_fields.begin(), m_fields.end(), field) != m_fields.end();
}

base::Fields Rows::fields(db::Statement& select) const
{
    base::Fields out;
    int column = 0;
    for (const std::string& field : m_fields)
        if (!select.isNull(++column))
            out.emplace(field, select.value(column));
    return out;
}

std::optional<base::Fields> Rows::of(base::RecordId record)
{
    auto select = m_tx.connection().prepare(m_select + " AND id = ?1");
    select.bind(1, record);
    if (!select.step())
        return std::nullopt;
    return fields(select);
}

} // namespace patronat::twins
