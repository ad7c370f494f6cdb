// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

/// The compared fields of records of one type, read by id without the rest of the row; those that
/// the profile has not are left out. Removed records are not there.
class Rows
{
public:
    Rows(const store::ReadTx& tx, std::string_view type, const std::vector<std::string>& fields);

    /// Nothing when it is removed or not held.
    std::optional<base::Fields> of(base::RecordId record);
    /// All of them, in order of their making.
    template <typename Function> // void(RecordId, Fields)
    void each(Function function)
    {
        auto select = m_tx.connection().prepare(m_select + " ORDER BY rowno");
        while (select.step())
            function(select.id<base::RecordId>(0), fields(select));
    }
    bool has(std::string_view field) const;

private:
    base::Fields fields(db::Statement& select) const;
    const store::ReadTx& m_tx;
    std::vector<std::string> m_fields;
    std::string m_select;
};

/// Ids that a query gives in its first column.
template <typename... Values>
std::vector<base::RecordId> idsOf(
    const store::ReadTx& tx, const std::string& sql, const Values&... values)
{
    auto select = tx.connection().prepare(sql);
    int at = 0;
    (select.bind(++at, values), ...);
    std::vector<base::RecordId> out;
    while (select.step())
        out.push_back(select.id<base::RecordId>(0));
    return out;
}

} // namespace patronat::twins
