// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/openquestions.h"

#include "core/exchange/forks.h"
#include "ui/forms/loadedrecord.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using exchange::MergeEntry;
using store::ReadTx;

namespace {

constexpr const char* kMost = " LIMIT 500";
constexpr std::size_t kMostForks = 500;

/// Reads titles, each once.
class TitleReader
{
public:
    TitleReader(const ReadTx& tx, const store::Rules& rules, const std::string& language)
        : m_tx(tx)
        , m_rules(rules)
        , m_language(language)
    {
    }
    const std::string& of(const std::string& type, RecordId id)
    {
        const auto [at, isNew] = m_titles.try_emplace(id);
        if (isNew)
            at->second = recordTitle(m_tx, m_rules, type, id, m_language);
        return at->second;
    }
    bool isHeld(const std::string& type, RecordId id) const { return m_tx.record(type, id).ok(); }

private:
    const ReadTx& m_tx;
    const store::Rules& m_rules;
    const std::string& m_language;
    Titles m_titles;
};

std::int64_t countOf(const ReadTx& tx, const char* sql)
{
    auto select = tx.connection().prepare(sql);
    return select.step() ? select.integer(0) : 0;
}

void addConflicts(const ReadTx& tx, TitleReader& titles, OpenQuestions& out)
{
    auto select = tx.connection().prepare(
        std::string(
            "SELECT type, record, field FROM conflict WHERE rank = 0 ORDER BY type, record, field")
        + kMost);
    while (select.step()) {
        ConflictLine line { std::string(select.text(0)), select.id<RecordId>(1),
            std::string(select.text(2)), {} };
        line.title = titles.of(line.type, line.record);
        out.conflicts.push_back(std::move(line));
    }
    out.conflictCount = countOf(tx, "SELECT count(*) FROM conflict WHERE rank = 0");
}

void addSign(TitleReader& titles, SignLine line, OpenQuestions& out)
{
    line.title = titles.of(line.type, line.record);
    if (!titles.isHeld(line.type, line.record))
        line.record = RecordId();
    out.signs.push_back(std::move(line));
}

void addFindings(const ReadTx& tx, TitleReader& titles, OpenQuestions& out)
{
    auto select = tx.connection().prepare(
        std::string("SELECT type, record, rule, field, argument FROM finding "
                    "ORDER BY CASE severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, type, "
                    "record, rule, field")
        + kMost);
    while (select.step())
        addSign(titles,
            { MergeEntry::What::Finding, std::string(select.text(0)), select.id<RecordId>(1), {},
                std::string(select.text(2)), std::string(select.text(3)),
                std::string(select.text(4)) },
            out);
}

void addOperations(const ReadTx& tx, const char* table, MergeEntry::What what, TitleReader& titles,
    OpenQuestions& out)
{
    auto select = tx.connection().prepare(std::string("SELECT DISTINCT type, record FROM ") + table
        + " ORDER BY type, record" + kMost);
    while (select.step())
        addSign(titles,
            { what, std::string(select.text(0)), select.id<RecordId>(1), {}, {}, {}, {} }, out);
}

void addForks(const ReadTx& tx, TitleReader& titles, OpenQuestions& out)
{
    for (const exchange::Fork& fork : exchange::forks(tx)) {
        if (fork.adopted)
            continue;
        ++out.signCount;
        if (out.signs.size() < kMostForks)
            addSign(titles,
                { MergeEntry::What::Fork, fork.operation.type, fork.operation.record, {}, {}, {},
                    {} },
                out);
    }
}

} // namespace

OpenQuestions openQuestions(
    const ReadTx& tx, const store::Rules& rules, const std::string& language)
{
    OpenQuestions out;
    TitleReader titles(tx, rules, language);
    addConflicts(tx, titles, out);
    out.signCount = countOf(tx, "SELECT count(*) FROM finding")
        + countOf(tx, "SELECT count(*) FROM (SELECT DISTINCT type, record FROM beside)")
        + countOf(tx, "SELECT count(*) FROM (SELECT DISTINCT type, record FROM waiting)");
    addOperations(tx, "beside", MergeEntry::What::Beside, titles, out);
    addOperations(tx, "waiting", MergeEntry::What::Waiting, titles, out);
    addForks(tx, titles, out);
    addFindings(tx, titles, out);
    return out;
}

Result<Question> readQuestion(
    const store::Store& store, const ConflictLine& line, const std::string& language)
{
    PATRONAT_LET(auto open, exchange::shownConflicts(store, line.type, line.record));
    const auto found = std::find_if(open.begin(), open.end(),
        [&](const exchange::ShownConflict& one) { return one.conflict.field == line.field; });
    if (found == open.end())
        return base::Error { base::ErrorCode::NotFound, { "conflict", line.field }, {} };
    Question out { std::move(*found), line.title, {}, {} };
    PATRONAT_TRY(store.read([&](const ReadTx& tx) -> base::Status {
        const profile::RecordType& type = *tx.profile().type(line.type);
        const store::OpenConflict& conflict = out.shown.conflict;
        if (conflict.base)
            addTitles(
                tx, store.rules(), type, { { line.field, *conflict.base } }, language, out.titles);
        for (const journal::Candidate& candidate : conflict.candidates) {
            addTitles(
                tx, store.rules(), type, { { line.field, candidate.value } }, language, out.titles);
            out.titles[candidate.author] = staffName(tx, candidate.author);
            out.offices[candidate.operation]
                = officeName(tx, candidate.author, candidate.operation);
        }
        return {};
    }));
    return out;
}

} // namespace patronat::ui
