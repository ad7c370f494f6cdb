// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/openquestions.h"

#include "core/access/visibility.h"
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

/// What one operation changed of what is signed; a signature writes every field again.
std::vector<std::string> changedFields(const journal::Operation& operation, const base::Fields& now)
{
    std::vector<std::string> out;
    for (const auto& [field, value] : operation.fields) {
        const auto held = now.find(field);
        if ((held == now.end() ? base::Value() : held->second) != value)
            out.push_back(field);
    }
    return out;
}

std::vector<journal::Operation> besidesOf(
    const ReadTx& tx, const std::string& type, RecordId record)
{
    std::vector<journal::Operation> out;
    auto history = tx.history(type, record);
    if (!history)
        return out;
    auto select
        = tx.connection().prepare("SELECT 1 FROM beside WHERE record = ?1 AND operation = ?2");
    for (journal::Operation& operation : *history) {
        select.reset();
        select.bind(1, record).bind(2, operation.id);
        if (select.step())
            out.push_back(std::move(operation));
    }
    return out;
}

void addBesideFields(const ReadTx& tx, SignLine& line)
{
    const auto record = tx.record(line.type, line.record);
    if (!record)
        return;
    for (const journal::Operation& operation : besidesOf(tx, line.type, line.record))
        for (std::string& field : changedFields(operation, record->values))
            if (std::find(line.fields.begin(), line.fields.end(), field) == line.fields.end())
                line.fields.push_back(std::move(field));
}

/// The second of the two that a finding is about.
void addOther(const ReadTx& tx, TitleReader& titles, SignLine& line)
{
    const profile::RecordType* type = tx.profile().type(line.type);
    const profile::Field* field = type != nullptr ? type->field(line.field) : nullptr;
    if (field == nullptr)
        return;
    if (line.rule == "parentRemoved" || line.rule == "besideSigned") {
        line.otherType = field->target;
        line.other = RecordId::fromHex(line.argument).value_or(RecordId {});
    } else if (line.rule == "duplicateNumber" || line.rule == "concurrentTransition"
        || line.rule == "duplicateCode" || line.rule.starts_with("rival:")) {
        auto select = tx.connection().prepare(
            "SELECT record FROM finding WHERE rule = ?5 AND type = ?1 "
            "AND field = ?2 AND argument = ?3 AND record <> ?4 ORDER BY record LIMIT 1");
        select.bind(5, std::string_view(line.rule));
        select.bind(1, std::string_view(line.type)).bind(2, std::string_view(line.field));
        select.bind(3, std::string_view(line.argument)).bind(4, line.record);
        line.otherType = line.type;
        if (select.step())
            line.other = select.id<RecordId>(0);
    }
    if (!line.other.isNull())
        line.otherTitle = titles.of(line.otherType, line.other);
}

SignLine lineOf(MergeEntry::What what, std::string_view type, RecordId record)
{
    SignLine line;
    line.what = what;
    line.type = std::string(type);
    line.record = record;
    return line;
}

void addFindings(const ReadTx& tx, TitleReader& titles, OpenQuestions& out)
{
    auto select = tx.connection().prepare(
        std::string("SELECT type, record, rule, field, argument FROM finding "
                    "ORDER BY CASE severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, type, "
                    "record, rule, field")
        + kMost);
    while (select.step()) {
        SignLine line = lineOf(MergeEntry::What::Finding, select.text(0), select.id<RecordId>(1));
        line.rule = std::string(select.text(2));
        line.field = std::string(select.text(3));
        line.argument = std::string(select.text(4));
        addOther(tx, titles, line);
        addSign(titles, std::move(line), out);
    }
}

void addOperations(const ReadTx& tx, const char* table, MergeEntry::What what, TitleReader& titles,
    OpenQuestions& out)
{
    auto select = tx.connection().prepare(std::string("SELECT DISTINCT type, record FROM ") + table
        + " ORDER BY type, record" + kMost);
    while (select.step()) {
        SignLine line = lineOf(what, select.text(0), select.id<RecordId>(1));
        if (what == MergeEntry::What::Beside)
            addBesideFields(tx, line);
        addSign(titles, std::move(line), out);
    }
}

void addForks(const ReadTx& tx, TitleReader& titles, OpenQuestions& out)
{
    for (const exchange::Fork& fork : exchange::forks(tx)) {
        if (fork.adopted)
            continue;
        ++out.signCount;
        if (out.signs.size() < kMostForks)
            addSign(titles,
                lineOf(MergeEntry::What::Fork, fork.operation.type, fork.operation.record), out);
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

Result<Question> readQuestion(const store::Store& store, const ConflictLine& line,
    const std::string& language, base::RecordId viewer)
{
    PATRONAT_TRY(store.read([&](const ReadTx& tx) -> base::Status {
        const profile::RecordType* type = tx.profile().type(line.type);
        if (type == nullptr || access::mayRead(*type, access::viewerOf(tx, viewer)))
            return {};
        return { base::ErrorCode::NotPermitted, { line.type, access::readersText(tx.profile(), *type, language) } };
    }));
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

namespace {

void addSignature(const ReadTx& tx, SignQuestion& out)
{
    const auto history = tx.history(out.record.type, out.record.id);
    if (!history)
        return; // it stays without a name
    for (const journal::Operation& operation : *history) {
        const bool isBeside = std::any_of(out.besides.begin(), out.besides.end(),
            [&](const journal::Operation& beside) { return beside.id == operation.id; });
        if (operation.kind != journal::Kind::Sign || operation.stamp < out.signedAt || isBeside)
            continue;
        out.signer = staffName(tx, operation.author);
        out.signedAt = operation.stamp;
    }
}

base::Status fillSign(
    const ReadTx& tx, const store::Rules& rules, const std::string& language, SignQuestion& out)
{
    const bool isBeside = out.line.what == MergeEntry::What::Beside;
    const std::string& type = isBeside ? out.line.type : out.line.otherType;
    PATRONAT_LET(out.record, tx.record(type, isBeside ? out.line.record : out.line.other));
    if (isBeside)
        out.besides = besidesOf(tx, type, out.record.id);
    if (out.record.life != "signed" || (isBeside && out.besides.empty()))
        return { base::ErrorCode::NotFound, { "beside", out.record.id.hex() } };
    PATRONAT_LET(out.signature, tx.cancelPlan(type, out.record.id));
    addSignature(tx, out);
    const profile::RecordType& declared = *tx.profile().type(type);
    addTitles(tx, rules, declared, out.record.values, language, out.titles);
    for (const journal::Operation& operation : out.besides) {
        addTitles(tx, rules, declared, operation.fields, language, out.titles);
        out.titles[operation.author] = staffName(tx, operation.author);
        out.offices[operation.id] = officeName(tx, operation.author, operation.id);
    }
    return {};
}

} // namespace

Result<SignQuestion> readSign(
    const store::Store& store, const SignLine& line, const std::string& language)
{
    SignQuestion out;
    out.line = line;
    PATRONAT_TRY(
        store.read([&](const ReadTx& tx) { return fillSign(tx, store.rules(), language, out); }));
    return out;
}

} // namespace patronat::ui
