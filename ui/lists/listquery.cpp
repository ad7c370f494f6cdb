// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listquery.h"

#include "core/base/text.h"
#include "core/store/search.h"

#include <algorithm>
#include <map>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

std::string isHere(const ListDeclaration& list)
{
    return " FROM " + store::sqlName(list.type) + " AS r WHERE r.life NOT IN ('removed', 'erased')";
}

void bindNamed(db::Statement& select, const ListRequest& request)
{
    if (const auto today = select.parameter(":today"))
        select.bind(*today, std::string_view(request.today));
    if (const auto author = select.parameter(":author"))
        select.bind(*author, request.author);
    for (const auto& [filter, choice] : request.choices) {
        if (const auto value = select.parameter(":" + filter))
            select.bind(*value, choice.value);
        if (const auto from = select.parameter(":" + filter + "From"))
            select.bind(*from, std::string_view(choice.from));
        if (const auto to = select.parameter(":" + filter + "To"))
            select.bind(*to, std::string_view(choice.to));
    }
}

std::string conditions(const ListDeclaration& list, const ListRequest& request)
{
    std::string out;
    for (const ListFilter& filter : list.filters)
        if (request.filters.contains(filter.id) || request.choices.contains(filter.id))
            out += " AND (" + filter.sql + ")";
    return out;
}

std::string orderOf(const ListDeclaration& list, const ListRequest& request)
{
    for (const ListColumn& column : list.columns)
        if (column.id == request.sort)
            return " ORDER BY (" + column.sql + ")" + (request.isDescending ? " DESC" : "") + " NULLS LAST, r.rowno";
    return " ORDER BY r.rowno";
}

/// Records of the list that a search leads to, best first, each once.
Result<std::vector<RecordId>> foundRecords(
    const ReadTx& tx, const ListDeclaration& list, const std::string& text, std::size_t most)
{
    PATRONAT_LET(const auto hits, store::search(tx, text, most));
    std::vector<RecordId> out;
    std::set<RecordId> seen;
    const auto add = [&](RecordId id) {
        if (seen.insert(id).second)
            out.push_back(id);
    };
    for (const store::Hit& hit : hits) {
        if (hit.type == list.type)
            add(hit.record);
        const auto leads = list.found.find(hit.type);
        if (leads == list.found.end())
            continue;
        auto select = tx.connection().prepare(leads->second);
        if (const auto id = select.parameter(":id"))
            select.bind(*id, hit.record);
        while (select.step())
            add(select.id<RecordId>(0));
    }
    return out;
}

} // namespace

Result<std::vector<std::int64_t>> listOrder(
    const ReadTx& tx, const ListDeclaration& list, const ListRequest& request, std::size_t mostFound)
{
    std::vector<std::int64_t> out;
    const std::string where = isHere(list) + conditions(list, request);
    if (base::fold(request.search).empty()) {
        auto select = tx.connection().prepare("SELECT r.rowno" + where + orderOf(list, request));
        bindNamed(select, request);
        while (select.step())
            out.push_back(select.integer(0));
        return out;
    }
    PATRONAT_LET(const auto records, foundRecords(tx, list, request.search, mostFound));
    auto select = tx.connection().prepare("SELECT r.rowno" + where + " AND r.id = :record");
    for (const RecordId record : records) {
        bindNamed(select, request);
        select.bind(*select.parameter(":record"), record);
        if (select.step())
            out.push_back(select.integer(0));
        select.reset();
    }
    return out;
}

std::vector<ListRow> listRows(const ReadTx& tx, const ListDeclaration& list, const std::vector<std::int64_t>& rows)
{
    std::string columns = "r.id";
    for (const ListColumn& column : list.columns)
        columns += ", (" + column.sql + ")";
    auto select = tx.connection().prepare("SELECT " + columns + isHere(list) + " AND r.rowno = :row");
    std::vector<ListRow> out;
    for (const std::int64_t row : rows) {
        ListRow line;
        select.bind(*select.parameter(":row"), row);
        if (select.step()) {
            line.id = select.id<RecordId>(0);
            for (std::size_t i = 0; i < list.columns.size(); ++i)
                line.cells.push_back(select.value(static_cast<int>(i) + 1));
        }
        select.reset();
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<ListOption> listOptions(const ReadTx& tx, const ListFilter& filter)
{
    std::vector<ListOption> out;
    auto select = tx.connection().prepare(filter.options);
    while (select.step())
        out.push_back({ select.id<RecordId>(0), std::string(select.text(1)) });
    return out;
}

} // namespace patronat::ui
