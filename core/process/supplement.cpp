// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/supplement.h"

#include "core/store/sqlfunctions.h"

#include <algorithm>

namespace patronat::process {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Status;
using base::Value;
using store::ReadTx;
using store::Record;

namespace {

constexpr const char* kSupplement = "supplement";
constexpr const char* kLine = "supplementLine";
constexpr const char* kMeasure = "measure";
constexpr const char* kTarget = "measureTarget";

/// What a line says of a measure: the fields both have by the same name. Numbers, the bond to the
/// supplement and what the signature copies from above are each record's own.
std::vector<std::string> carriedFields(const profile::Profile& profile)
{
    const profile::RecordType& line = *profile.type(kLine);
    const profile::RecordType& measure = *profile.type(kMeasure);
    std::vector<std::string> out;
    for (const profile::Field& field : line.fields) {
        const profile::Field* same = measure.field(field.id);
        const bool own = field.id == line.orderField || field.target == kSupplement
            || !field.signingExpression.empty();
        if (!own && same != nullptr && same->type == field.type && same->isStored()
            && !same->retired)
            out.push_back(field.id);
    }
    return out;
}

bool knowsSupplements(const profile::Profile& profile)
{
    const auto has = [&](const char* type, const char* field) {
        const profile::RecordType* declared = profile.type(type);
        return declared != nullptr && declared->field(field) != nullptr;
    };
    return has(kSupplement, "programme") && has(kLine, "change") && has(kLine, "newMeasure")
        && has(kMeasure, "replaces") && has(kMeasure, "cancelledBy")
        && has(kMeasure, "supplementNote") && has("problem", "supplement");
}

Value valueOf(const Record& record, const std::string& field)
{
    const auto at = record.values.find(field);
    return at == record.values.end() ? Value() : at->second;
}

std::string textOf(const Record& record, const std::string& field)
{
    return std::string(valueOf(record, field).textOr({}));
}

RecordId referenceOf(const Record& record, const std::string& field)
{
    const Value value = valueOf(record, field);
    return value.reference() == nullptr ? RecordId() : *value.reference();
}

std::string dayText(const std::string& iso)
{
    return iso.size() < 10 ? iso
                           : iso.substr(8, 2) + '.' + iso.substr(5, 2) + '.' + iso.substr(0, 4);
}

Result<std::vector<Record>> linesOf(const ReadTx& tx, RecordId supplement)
{
    std::vector<Record> out;
    for (const RecordId id : tx.children(kLine, kSupplement, supplement)) {
        PATRONAT_LET(Record line, tx.record(kLine, id));
        if (line.life != "removed" && line.life != "erased")
            out.push_back(std::move(line));
    }
    std::stable_sort(out.begin(), out.end(), [](const Record& a, const Record& b) {
        return valueOf(a, "n").numberOr(0) < valueOf(b, "n").numberOr(0);
    });
    return out;
}

/// A line is for those whom the measure was for.
bool namesTheSame(const Record& line, const Record& measure)
{
    const Value target = valueOf(line, "target");
    return valueOf(line, "targets") == valueOf(measure, "targets")
        && (target.isNull() || target == valueOf(measure, "target"));
}

/// Carries out one supplement that has just been signed.
class Approval
{
public:
    Approval(store::WriteTx& tx, Record supplement)
        : m_tx(tx)
        , m_supplement(std::move(supplement))
        , m_programme(referenceOf(m_supplement, "programme"))
    {
        const std::string approved = textOf(m_supplement, "approvalDate");
        m_day = dayText(approved.empty() ? textOf(m_supplement, "date") : approved);
    }

    Status run()
    {
        PATRONAT_LET(const auto lines, linesOf(m_tx.read(), m_supplement.id));
        for (const Record& line : lines)
            if (referenceOf(line, "newMeasure").isNull())
                PATRONAT_TRY(carryOut(line));
        return {};
    }

private:
    /// The profile's sentence with the supplement's number and day, and the number of the other
    /// measure.
    Value words(const char* what, std::int64_t other) const
    {
        const profile::Profile& profile = m_tx.read().profile();
        std::string out = store::settingOf(profile, std::string("supplement.") + what,
            store::settingOf(profile, "printLanguage", {}));
        for (const auto& [place, text] :
            { std::pair<std::string, std::string> { "{no}", textOf(m_supplement, "no") },
                { "{day}", m_day }, { "{n}", std::to_string(other) } })
            if (const std::size_t at = out.find(place); at != std::string::npos)
                out.replace(at, place.size(), text);
        return out.empty() ? Value() : Value(out);
    }

    Status refused(const char* code, const Record& line) const
    {
        return { ErrorCode::InvalidArgument,
            { kSupplement, code, std::to_string(valueOf(line, "n").numberOr(0)) } };
    }

    Status carryOut(const Record& line)
    {
        const std::string change = textOf(line, "change");
        const RecordId old = change == "added" ? RecordId() : referenceOf(line, "measure");
        std::optional<Record> before;
        if (!old.isNull()) {
            PATRONAT_LET(before, m_tx.read().record(kMeasure, old));
            PATRONAT_TRY(checkOld(*before, line));
        }
        RecordId added;
        if (change != "cancelled") {
            PATRONAT_LET(added, add(line, before));
            PATRONAT_LET(const Record now, m_tx.read().record(kLine, line.id));
            PATRONAT_TRY(m_tx.put(kLine, line.id, now.heads, { { "newMeasure", Value(added) } }));
        }
        return before ? end(*before, added) : Status();
    }

    Status checkOld(const Record& old, const Record& line) const
    {
        if (referenceOf(old, "programme") != m_programme)
            return refused("foreignMeasure", line);
        const std::string state = textOf(old, "state");
        if (state == "done" || state == "partly")
            return refused("measureDone", line);
        const RecordId ended = referenceOf(old, "cancelledBy");
        if ((!ended.isNull() && ended != m_supplement.id) || old.life == "removed"
            || (state == "cancelled" && ended.isNull()))
            return refused("measureEnded", line);
        for (const store::OpenConflict& conflict : m_tx.read().conflictsOf(kMeasure, old.id))
            if (conflict.field == "state" || conflict.field == "cancelledBy")
                return refused("conflict", line);
        return {};
    }

    std::int64_t nextNumber() const
    {
        auto select = m_tx.read().connection().prepare(
            "SELECT coalesce(max(n), 0) + 1 FROM measure WHERE programme = ?1 AND life NOT IN "
            "('removed', 'erased')");
        select.bind(1, m_programme);
        return select.step() ? select.integer(0) : 1;
    }

    /// The measure that the line words, signed in this write: the supplement's signature covers it.
    Result<RecordId> add(const Record& line, const std::optional<Record>& before)
    {
        Fields fields { { "programme", m_programme },
            { "family", referenceOf(m_supplement, "family") }, { "n", nextNumber() },
            { "supplement", m_supplement.id }, { "state", "notStarted" } };
        for (const std::string& field : carriedFields(m_tx.read().profile()))
            if (const Value value = valueOf(line, field); !value.isNull())
                fields[field] = value;
        if (!fields.contains("problem")) {
            PATRONAT_LET(const RecordId found, addProblem(line));
            fields["problem"] = found;
        }
        if (before) {
            fields["replaces"] = before->id;
            if (const Value task = valueOf(*before, "task"); !task.isNull())
                fields["task"] = task;
        }
        fields["supplementNote"]
            = before ? words("instead", valueOf(*before, "n").numberOr(0)) : words("added", 0);
        PATRONAT_LET(const RecordId id, m_tx.create(kMeasure, std::move(fields)));
        PATRONAT_TRY(signOne(kMeasure, id));
        if (before && namesTheSame(line, *before))
            PATRONAT_TRY(copyTargets(before->id, id));
        return id;
    }

    /// For whom a measure is stays as it was, where the line names nobody else.
    Status copyTargets(RecordId from, RecordId to)
    {
        if (m_tx.read().profile().type(kTarget) == nullptr)
            return {};
        for (const RecordId old : m_tx.read().children(kTarget, kMeasure, from)) {
            PATRONAT_LET(const Record target, m_tx.read().record(kTarget, old));
            if (target.life == "removed" || target.life == "erased")
                continue;
            Fields fields = target.values;
            fields[kMeasure] = to;
            PATRONAT_LET(const RecordId id, m_tx.create(kTarget, std::move(fields)));
            PATRONAT_TRY(signOne(kTarget, id));
        }
        return {};
    }

    Result<RecordId> addProblem(const Record& line)
    {
        Fields fields { { "programme", m_programme }, { "supplement", m_supplement.id },
            { "kind", valueOf(line, "newProblem") }, { "severity", valueOf(line, "newSeverity") } };
        auto select = m_tx.read().connection().prepare(
            "SELECT coalesce(max(n), 0) + 1 FROM problem WHERE programme = ?1 AND life NOT IN "
            "('removed', 'erased')");
        select.bind(1, m_programme);
        fields["n"] = select.step() ? select.integer(0) : 1;
        select.reset();
        PATRONAT_LET(const RecordId id, m_tx.create("problem", std::move(fields)));
        PATRONAT_TRY(signOne("problem", id));
        return id;
    }

    Status signOne(const char* type, RecordId id)
    {
        PATRONAT_LET(const Record record, m_tx.read().record(type, id));
        const auto done = m_tx.sign({ { type, id, record.heads } });
        return done ? Status() : Status(done.error());
    }

    /// What was approved stays as it was; it only says that it does not count any more, and why.
    Status end(const Record& old, RecordId added)
    {
        Value note = words("cancelled", 0);
        if (!added.isNull()) {
            PATRONAT_LET(const Record after, m_tx.read().record(kMeasure, added));
            note = words("replaced", valueOf(after, "n").numberOr(0));
        }
        const auto done = m_tx.put(kMeasure, old.id, old.heads,
            { { "state", "cancelled" }, { "cancelledBy", Value(m_supplement.id) },
                { "supplementNote", note } });
        return done ? Status() : Status(done.error());
    }

    store::WriteTx& m_tx;
    Record m_supplement;
    RecordId m_programme;
    std::string m_day; ///< of the approval, as people write it
};

/// The state of a measure before this supplement ended it.
Result<Value> stateBefore(const ReadTx& tx, RecordId measure, RecordId supplement)
{
    PATRONAT_LET(const auto history, tx.history(kMeasure, measure));
    for (auto operation = history.rbegin(); operation != history.rend(); ++operation) {
        const auto by = operation->fields.find("cancelledBy");
        if (operation->kind != journal::Kind::Write || by == operation->fields.end()
            || by->second != Value(supplement))
            continue;
        const journal::RecordState before
            = journal::replay(store::ancestorsOf(history, operation->base));
        const auto state = before.values.find("state");
        return state == before.values.end() ? Value() : state->second;
    }
    return Value("notStarted");
}

/// Takes back what a supplement changed, where it still stands.
class Annulment
{
public:
    Annulment(store::WriteTx& tx, RecordId supplement)
        : m_tx(tx)
        , m_supplement(supplement)
    {
    }

    Status run()
    {
        PATRONAT_LET(const auto effects, supplementEffects(m_tx.read(), m_supplement));
        for (const SupplementEffect& effect : effects) {
            if (!effect.before.isNull())
                PATRONAT_TRY(giveBack(effect.before));
            if (!effect.after.isNull())
                PATRONAT_TRY(annul(effect));
        }
        return {};
    }

private:
    Status giveBack(RecordId measure)
    {
        PATRONAT_LET(const Record old, m_tx.read().record(kMeasure, measure));
        if (referenceOf(old, "cancelledBy") != m_supplement)
            return {}; // somebody has decided otherwise since
        PATRONAT_LET(const Value state, stateBefore(m_tx.read(), measure, m_supplement));
        const auto done = m_tx.put(kMeasure, measure, old.heads,
            { { "state", state }, { "cancelledBy", Value() }, { "supplementNote", Value() } });
        return done ? Status() : Status(done.error());
    }

    Status annul(const SupplementEffect& effect)
    {
        PATRONAT_LET(const Record added, m_tx.read().record(kMeasure, effect.after));
        if (added.life == "signed") {
            PATRONAT_TRY(
                m_tx.put(kMeasure, effect.after, added.heads, { { "state", "cancelled" } }));
            PATRONAT_LET(const Record now, m_tx.read().record(kMeasure, effect.after));
            PATRONAT_TRY(m_tx.cancel(kMeasure, effect.after, now.heads));
        }
        PATRONAT_LET(const Record line, m_tx.read().record(kLine, effect.line));
        const auto done = m_tx.put(kLine, effect.line, line.heads, { { "newMeasure", Value() } });
        return done ? Status() : Status(done.error());
    }

    store::WriteTx& m_tx;
    RecordId m_supplement;
};

} // namespace

Result<std::vector<SupplementEffect>> supplementEffects(const ReadTx& tx, RecordId supplement)
{
    std::vector<SupplementEffect> out;
    if (!knowsSupplements(tx.profile()))
        return out;
    PATRONAT_LET(const auto lines, linesOf(tx, supplement));
    for (const Record& line : lines) {
        const std::string change = textOf(line, "change");
        out.push_back({ line.id, change == "added" ? RecordId() : referenceOf(line, "measure"),
            referenceOf(line, "newMeasure"), change });
    }
    return out;
}

Status approveSupplements(store::WriteTx& tx, const store::SignPlan& plan)
{
    if (!knowsSupplements(tx.read().profile()))
        return {};
    for (const store::SignItem& item : plan)
        if (item.type == kSupplement) {
            PATRONAT_LET(Record supplement, tx.read().record(item.type, item.id));
            PATRONAT_TRY(Approval(tx, std::move(supplement)).run());
        }
    return {};
}

Status annulSupplements(store::WriteTx& tx, const store::SignPlan& plan)
{
    if (!knowsSupplements(tx.read().profile()))
        return {};
    for (const store::SignItem& item : plan)
        if (item.type == kSupplement)
            PATRONAT_TRY(Annulment(tx, item.id).run());
    return {};
}

} // namespace patronat::process
