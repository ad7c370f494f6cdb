// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listquery.h"

#include "core/access/screen.h"
#include "core/access/visibility.h"
#include "core/base/text.h"
#include "core/process/deadlines.h"
#include "core/store/search.h"

#include <algorithm>
#include <map>
#include <optional>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

std::string isHere(const ListDeclaration& list)
{
    return " FROM " + store::sqlName(list.type) + " AS r WHERE r.life NOT IN ('removed', 'erased')";
}

void bindNamed(db::Statement& select, const ListRequest& request, const std::optional<std::string>& withDeadline)
{
    if (const auto families = select.parameter(":withDeadline"))
        select.bind(*families, std::string_view(withDeadline ? *withDeadline : std::string_view("[]")));
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

bool isOfDeadlines(const ListFilter& filter)
{
    return filter.kind == ListFilter::Kind::Due || filter.kind == ListFilter::Kind::DueKind;
}

std::string_view chosen(const ListDeclaration& list, const ListRequest& request, ListFilter::Kind kind)
{
    for (const ListFilter& filter : list.filters) {
        const auto choice = request.choices.find(filter.id);
        if (filter.kind == kind && choice != request.choices.end())
            return choice->second.value.textOr({});
    }
    return {};
}

bool isWithin(const process::OpenDeadline& one, std::string_view near)
{
    using process::Standing;
    const bool isLate = one.standing == Standing::Overdue || one.standing == Standing::LongOverdue;
    if (near == kDueLate)
        return isLate;
    if (near == kDueWeek)
        return one.standing == Standing::Today || one.standing == Standing::ThisWeek;
    return near != kDueReminds || isLate || one.reminds;
}

/// The families with a deadline that is as near and of the kind that was asked for, as a list of
/// JSON; none: nothing was asked about deadlines.
Result<std::optional<std::string>> familiesWithDeadline(
    const ReadTx& tx, const ListDeclaration& list, const ListRequest& request)
{
    const std::string_view near = chosen(list, request, ListFilter::Kind::Due);
    const std::string_view kind = chosen(list, request, ListFilter::Kind::DueKind);
    if (near.empty() && kind.empty())
        return std::optional<std::string>();
    PATRONAT_LET(const auto open, process::deadlines(tx, request.today));
    std::set<RecordId> families;
    for (const process::OpenDeadline& one : open)
        if (!one.family.isNull() && (kind.empty() || one.deadline->id == kind) && isWithin(one, near))
            families.insert(one.family);
    std::string out;
    for (const RecordId family : families)
        out += (out.empty() ? "[\"" : ",\"") + family.hex() + '"';
    return std::optional(out.empty() ? std::string("[]") : out + "]");
}

std::string conditions(const ListDeclaration& list, const ListRequest& request)
{
    std::string out;
    for (const ListFilter& filter : list.filters)
        if (isOfDeadlines(filter)) {
            if (request.choices.contains(filter.id))
                out += " AND lower(hex(" + filter.sql + ")) IN (SELECT value FROM json_each(:withDeadline))";
        } else if (request.filters.contains(filter.id) || request.choices.contains(filter.id))
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

/// Each word begins a word of the text; both folded.
bool hasAllWords(std::string_view text, const std::vector<std::string>& words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return text.starts_with(word) || text.find(' ' + word) != std::string_view::npos;
    });
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
    PATRONAT_TRY(access::checkReadable(tx, list.type, request.author));
    const auto screened = access::screen(tx, request.author, store::ClosedReads::Empty);
    const std::string where = isHere(list) + conditions(list, request);
    PATRONAT_LET(const auto withDeadline, familiesWithDeadline(tx, list, request));
    if (base::fold(request.search).empty()) {
        auto select = tx.connection().prepare("SELECT r.rowno" + where + orderOf(list, request));
        bindNamed(select, request, withDeadline);
        while (select.step())
            out.push_back(select.integer(0));
        return out;
    }
    if (!list.searched.empty()) {
        auto select = tx.connection().prepare("SELECT r.rowno, (" + list.searched + ")" + where + orderOf(list, request));
        bindNamed(select, request, withDeadline);
        const std::vector<std::string> words = base::split(base::fold(request.search), ' ');
        while (select.step())
            if (hasAllWords(base::fold(select.text(1)), words))
                out.push_back(select.integer(0));
        return out;
    }
    PATRONAT_LET(const auto records, foundRecords(tx, list, request.search, mostFound));
    auto select = tx.connection().prepare("SELECT r.rowno" + where + " AND r.id = :record");
    for (const RecordId record : records) {
        bindNamed(select, request, withDeadline);
        select.bind(*select.parameter(":record"), record);
        if (select.step())
            out.push_back(select.integer(0));
        select.reset();
    }
    return out;
}

std::vector<ListRow> listRows(
    const ReadTx& tx, const ListDeclaration& list, const std::vector<std::int64_t>& rows, RecordId viewer)
{
    const auto screened = access::screen(tx, viewer, store::ClosedReads::Empty);
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

std::vector<ListOption> listOptions(const ReadTx& tx, const ListFilter& filter, RecordId viewer)
{
    const auto screened = access::screen(tx, viewer, store::ClosedReads::Empty);
    std::vector<ListOption> out;
    auto select = tx.connection().prepare(filter.options);
    while (select.step())
        out.push_back({ select.id<RecordId>(0), std::string(select.text(1)) });
    return out;
}

} // namespace patronat::ui
