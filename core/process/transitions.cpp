// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/transitions.h"

#include "core/base/text.h"
#include "core/process/caseevent.h"
#include "core/process/workcalendar.h"

#include <algorithm>

namespace patronat::process {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using base::Value;
using profile::Severity;
using profile::Transition;
using store::ReadTx;

namespace {

std::string roleOf(const ReadTx& tx, RecordId who)
{
    const profile::RecordType* staff = tx.profile().type("staff");
    if (who.isNull() || staff == nullptr || staff->field("role") == nullptr)
        return {};
    auto select = tx.connection().prepare("SELECT role FROM staff WHERE id = ?1");
    select.bind(1, who);
    return select.step() && !select.isNull(0) ? std::string(select.text(0)) : std::string();
}

/// Signed by itself or with what it is a part of.
bool isSignable(const profile::Profile& profile, const std::string& type)
{
    return profile.type(type)->hasLife
        || std::any_of(
            profile.types.begin(), profile.types.end(), [&](const profile::RecordType& other) {
                return std::find(other.signsWith.begin(), other.signsWith.end(), type)
                    != other.signsWith.end();
            });
}

/// Judges the transitions of one case for what a person has said so far.
class Judgement
{
public:
    Judgement(const ReadTx& tx, const store::Rules& rules, const Case& subject, const Step& step)
        : m_tx(tx)
        , m_rules(rules)
        , m_case(subject)
        , m_step(step)
        , m_row(tx, subject, step)
        , m_role(roleOf(tx, step.who))
    {
    }

    bool leadsOn(const Transition& transition) const
    {
        if (transition.to == m_case.state && transition.from.empty())
            return false;
        if (!transition.from.empty())
            return std::find(transition.from.begin(), transition.from.end(), m_case.state)
                != transition.from.end();
        const profile::ProcessState* state = m_case.process->state(m_case.state);
        return state != nullptr && state->open;
    }

    Possible of(const Transition& transition)
    {
        m_possible = { &transition, transition.to, {}, true };
        if (transition.to.empty()) {
            m_possible.to = stateBefore(m_tx, m_case).value_or(std::string());
            if (m_possible.to.empty())
                miss("noStateBefore");
        }
        checkConflict();
        if (!transition.by.empty()
            && std::find(transition.by.begin(), transition.by.end(), m_role) == transition.by.end())
            miss("role", base::join(transition.by, " "));
        checkDate();
        checkDocument(transition.document);
        if (transition.reason && base::trimmed(m_step.reason).empty())
            miss("reason");
        if (transition.complete)
            checkComplete();
        for (const profile::Check& need : transition.needs)
            checkNeed(need);
        return std::move(m_possible);
    }

private:
    void miss(std::string code, std::string argument = {}, Severity severity = Severity::Error,
        const profile::Label& message = {})
    {
        if (severity == Severity::Error
            || (severity == Severity::Warning && base::trimmed(m_step.reason).empty()))
            m_possible.mayHappen = false;
        m_possible.missing.push_back({ std::move(code), std::move(argument), severity, message });
    }

    /// Two offices moved it apart: a person says first which of the states it is in.
    void checkConflict()
    {
        if (!m_case.record.hasConflicts)
            return;
        for (const store::OpenConflict& conflict :
            m_tx.conflictsOf(m_case.process->type, m_case.record.id))
            if (conflict.field == m_case.process->field)
                miss("conflict", conflict.field);
    }

    void checkDate()
    {
        const std::string& day = m_step.day();
        if (day.size() != m_step.today.size() || !dayOf(day))
            return miss("date", day);
        if (day > m_step.today)
            return miss("dateInFuture", day);
        if (const std::string last = lastEventDay(m_tx, m_case); day < last)
            miss("dateBefore", last);
    }

    void checkDocument(const std::string& needed)
    {
        const RecordId id = m_step.document;
        if (id.isNull()) {
            if (!needed.empty())
                miss("document", needed);
            return;
        }
        const auto type = m_tx.typeOf(id);
        if (!type || (!needed.empty() && *type != needed) || m_tx.profile().type(*type) == nullptr)
            return miss("documentMissing", id.hex());
        const auto document = m_tx.record(*type, id);
        if (!document)
            return miss("documentMissing", id.hex());
        if (document->life == "removed" || document->life == "erased"
            || document->life == "cancelled")
            miss("documentEnded", id.hex());
        else if (document->life != "signed" && isSignable(m_tx.profile(), *type))
            miss("documentDraft", id.hex());
        if (!isOurs(*document))
            miss("documentForeign", id.hex());
    }

    /// Of the case's unit, or of the unit of a record that the case names: the survey act of the
    /// family of a signal.
    bool isOurs(const store::Record& document) const
    {
        if (document.unit == m_case.record.unit || document.unit.isNull())
            return true;
        for (const profile::Field& field : m_tx.profile().type(m_case.process->type)->fields) {
            const auto given = m_step.fields.find(field.id);
            const auto held = m_case.record.values.find(field.id);
            const Value value = given != m_step.fields.end() ? given->second
                : held != m_case.record.values.end()         ? held->second
                                                             : Value();
            if (value.reference() && *value.reference() == base::idCast<RecordId>(document.unit))
                return true;
        }
        return false;
    }

    void checkComplete()
    {
        base::Fields values = m_case.record.values;
        for (const auto& [field, value] : m_step.fields)
            values[field] = value;
        std::erase_if(values, [](const auto& field) { return field.second.isNull(); });
        for (const store::BrokenRule& rule :
            m_rules.check(m_case.process->type, values, m_step.today))
            if (rule.severity == Severity::Error)
                miss(rule.rule == "required" ? "required" : "rule",
                    rule.rule == "required" ? rule.field : rule.rule, Severity::Error,
                    rule.message);
    }

    void checkNeed(const profile::Check& need)
    {
        const Value value = m_row.value(need.expression);
        if (const std::int64_t* number = value.number(); number != nullptr && *number == 0)
            miss("need", need.id, need.severity, need.message);
    }

    const ReadTx& m_tx;
    const store::Rules& m_rules;
    const Case& m_case;
    const Step& m_step;
    CaseRow m_row;
    std::string m_role;
    Possible m_possible;
};

base::Error refused(
    const Case& subject, std::string_view transition, std::vector<std::string> missing)
{
    base::Error error { ErrorCode::TransitionRefused,
        { subject.process->type, subject.record.id.hex(), std::string(transition) }, {} };
    error.args.insert(error.args.end(), missing.begin(), missing.end());
    return error;
}

/// What the person was shown is what is there now.
bool isShown(std::vector<journal::Head> base, const store::Record& record)
{
    std::sort(base.begin(), base.end());
    return base == record.heads;
}

/// One transition that is being carried out.
class Application
{
public:
    Application(store::WriteTx& tx, const Case& subject, const Possible& possible, const Step& step)
        : m_tx(tx)
        , m_case(subject)
        , m_possible(possible)
        , m_transition(*possible.transition)
        , m_step(step)
        , m_row(tx.read(), subject, step)
        , m_byProcess(tx)
    {
    }

    Result<Applied> run(const std::vector<journal::Head>& base)
    {
        base::Fields changes = m_step.fields;
        for (const profile::Filling& filling : m_transition.fills)
            if (!m_step.fields.contains(filling.field))
                changes[filling.field] = m_row.value(filling.expression);
        m_applied.from = m_case.state;
        m_applied.to = m_possible.to;
        changes[m_case.process->field] = m_possible.to;
        const auto before = lastEvent(m_tx.read(), m_case);
        if (!m_transition.opens.type.empty()) {
            PATRONAT_TRY(open());
            changes[m_transition.opens.link] = m_applied.opened;
        }
        PATRONAT_LET(m_applied.operation,
            m_tx.put(m_case.process->type, m_case.record.id, base, std::move(changes)));
        Event event { m_case.process, m_case.record.id, m_transition.id, m_applied.from,
            m_applied.to };
        event.follows = before;
        event.operation = m_applied.operation;
        event.opened = m_applied.opened;
        event.warnings = warnings();
        PATRONAT_LET(m_applied.event, write(m_tx, event, m_step));
        if (!m_transition.opens.type.empty())
            PATRONAT_TRY(tellOpened());
        return m_applied;
    }

private:
    base::Status open()
    {
        const profile::Opening& opens = m_transition.opens;
        m_applied.openedType = opens.type;
        const Value existing = opens.existing.empty() ? Value() : m_row.value(opens.existing);
        if (const RecordId* id = existing.reference()) {
            m_applied.joined = true;
            m_applied.opened = *id;
            return {};
        }
        base::Fields fields;
        for (const profile::Filling& filling : opens.fields)
            fields[filling.field] = m_row.value(filling.expression);
        PATRONAT_LET(m_applied.opened, m_tx.create(opens.type, std::move(fields)));
        return {};
    }

    /// The opened case's own line begins, or goes on, with this.
    base::Status tellOpened()
    {
        if (m_tx.read().profile().processOf(m_applied.openedType) == nullptr)
            return {};
        PATRONAT_LET(
            const Case opened, caseOf(m_tx.read(), m_applied.openedType, m_applied.opened));
        Event event { opened.process, opened.record.id, m_transition.id,
            m_applied.joined ? opened.state : "", opened.state };
        event.follows = lastEvent(m_tx.read(), opened);
        event.document = m_case.record.id;
        Step step = m_step;
        // A joined case may have gone on since the day it is told of.
        if (const std::string last = lastEventDay(m_tx.read(), opened); step.day() < last)
            step.date = last;
        PATRONAT_LET(const RecordId told, write(m_tx, event, step));
        return told.isNull() ? base::Status(ErrorCode::Internal, { "event" }) : base::Status();
    }

    std::string warnings() const
    {
        std::vector<std::string> rules;
        for (const Missing& missing : m_possible.missing)
            if (missing.severity == Severity::Warning)
                rules.push_back(missing.argument);
        return base::join(rules, " ");
    }

    store::WriteTx& m_tx;
    const Case& m_case;
    const Possible& m_possible;
    const Transition& m_transition;
    const Step& m_step;
    CaseRow m_row;
    const store::WriteTx::ByProcess m_byProcess;
    Applied m_applied;
};

} // namespace

Result<std::vector<Possible>> transitions(const ReadTx& tx, const store::Rules& rules,
    std::string_view type, RecordId id, const Step& step)
{
    PATRONAT_LET(const Case subject, caseOf(tx, type, id));
    Judgement judgement(tx, rules, subject, step);
    std::vector<Possible> out;
    for (const Transition& transition : subject.process->transitions)
        if (judgement.leadsOn(transition))
            out.push_back(judgement.of(transition));
    return out;
}

Result<Applied> apply(store::WriteTx& tx, std::string_view type, RecordId id,
    std::string_view transition, const std::vector<journal::Head>& base, Step step)
{
    PATRONAT_LET(const Case subject, caseOf(tx.read(), type, id));
    step.who = tx.options().author;
    step.today = tx.clock().today();
    step.now = base::isoTime(tx.clock().nowMs());
    const Transition* wanted = subject.process->transition(transition);
    if (wanted == nullptr)
        return refused(subject, transition, { "unknown" });
    // What the person was shown is what is judged: the state, and what may follow from it.
    if (!isShown(base, subject.record))
        return refused(subject, transition, { "changed" });
    Judgement judgement(tx.read(), tx.rules(), subject, step);
    if (!judgement.leadsOn(*wanted))
        return refused(subject, transition, { "state:" + subject.state });
    const Possible possible = judgement.of(*wanted);
    if (!possible.mayHappen) {
        std::vector<std::string> missing;
        for (const Missing& one : possible.missing)
            if (one.severity != Severity::Info)
                missing.push_back(one.text());
        return refused(subject, transition, std::move(missing));
    }
    return Application(tx, subject, possible, step).run(base);
}

} // namespace patronat::process
