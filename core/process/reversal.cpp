// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/process/caseevent.h"
#include "core/process/transitions.h"
#include "core/profile/required.h"

#include <algorithm>

namespace patronat::process {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using base::Value;
using journal::Operation;
using store::ReadTx;
using namespace nlohmann::literals;

namespace {

constexpr const char* kOpened = "opened";

std::string textOf(const store::Record& record, const char* field)
{
    const auto at = record.values.find(field);
    return at == record.values.end() ? std::string() : std::string(at->second.textOr({}));
}

Value valueIn(const base::Fields& fields, const std::string& field)
{
    const auto at = fields.find(field);
    return at == fields.end() ? Value() : at->second;
}

bool holds(const std::vector<Operation>& operations, OperationId id)
{
    return std::any_of(
        operations.begin(), operations.end(), [&](const Operation& o) { return o.id == id; });
}

/// What one operation of a record wrote, seen from what the record is now.
class Effects
{
public:
    Effects(const profile::RecordType& type, std::vector<Operation> history, const Operation& wrote)
        : m_type(type)
        , m_history(std::move(history))
        , m_wrote(wrote)
        , m_now(journal::replay(m_history))
        , m_before(journal::replay(store::ancestorsOf(m_history, wrote.base)))
        , m_known(store::ancestorsOf(m_history, { wrote.head() }))
    {
    }

    /// Sorts the fields into those that are taken back (with what they were) and those that stay.
    void sort()
    {
        for (const auto& [field, value] : m_wrote.fields) {
            if (const journal::Conflict* conflict = m_now.conflict(field))
                settle(*conflict);
            else if (isCovered(field) || valueIn(m_now.values, field) != value
                || isHeldByAnother(field))
                kept.push_back(field);
            else
                changes[field] = valueIn(m_before.values, field);
        }
    }

    base::Fields changes;
    std::vector<std::string> settles;
    std::vector<std::string> kept;

private:
    /// It is one of those that stand against each other: the other one is left.
    void settle(const journal::Conflict& conflict)
    {
        const auto isOurs = [&](const journal::Candidate& candidate) {
            return candidate.operation == m_wrote.id;
        };
        if (std::none_of(conflict.candidates.begin(), conflict.candidates.end(), isOurs))
            return kept.push_back(conflict.field);
        const auto other
            = std::find_if_not(conflict.candidates.begin(), conflict.candidates.end(), isOurs);
        if (other == conflict.candidates.end())
            return kept.push_back(conflict.field);
        changes[conflict.field] = other->value;
        settles.push_back(conflict.field);
    }

    bool isCovered(const std::string& field) const
    {
        const profile::Field* declared = m_type.field(field);
        return m_now.life == journal::Life::Signed
            && (declared == nullptr || !declared->afterSigning);
    }

    /// Somebody wrote it later, or the same without knowing of this.
    bool isHeldByAnother(const std::string& field) const
    {
        return std::any_of(m_history.begin(), m_history.end(), [&](const Operation& o) {
            return o.id != m_wrote.id && o.fields.contains(field) && !holds(m_known, o.id);
        });
    }

    const profile::RecordType& m_type;
    std::vector<Operation> m_history;
    const Operation& m_wrote;
    journal::RecordState m_now;
    journal::RecordState m_before;
    std::vector<Operation> m_known;
};

/// The taking back of one event.
class Reversal
{
public:
    Reversal(store::WriteTx& tx, const store::Record& event, const Case& subject)
        : m_tx(tx)
        , m_event(event)
        , m_case(subject)
        , m_byProcess(tx)
    {
    }

    Result<Reversed> run(const std::vector<journal::Head>& base, const Step& step)
    {
        Event told { m_case.process, m_case.record.id, textOf(m_event, "transition"), m_case.state,
            {} };
        told.follows = lastEvent(m_tx.read(), m_case);
        told.reverses = m_event.id;
        PATRONAT_LET(told.operation, takeBack(base));
        PATRONAT_TRY(takeBackOpened(step));
        PATRONAT_LET(const Case now, caseOf(m_tx.read(), m_case.process->type, m_case.record.id));
        told.to = now.state;
        told.kept = base::join(m_reversed.kept, " ");
        PATRONAT_LET(m_reversed.event, write(m_tx, told, step));
        m_reversed.from = told.from;
        m_reversed.to = told.to;
        return m_reversed;
    }

private:
    Result<OperationId> takeBack(const std::vector<journal::Head>& base)
    {
        const auto id = OperationId::fromHex(textOf(m_event, "operation"));
        if (!id)
            return OperationId {};
        const std::string& type = m_case.process->type;
        PATRONAT_LET(std::vector<Operation> history, m_tx.read().history(type, m_case.record.id));
        const auto at = std::find_if(
            history.begin(), history.end(), [&](const Operation& o) { return o.id == *id; });
        if (at == history.end())
            return { ErrorCode::NotFound, { "operation", id->hex() } };
        const Operation wrote = *at;
        Effects effects(*m_tx.read().profile().type(type), std::move(history), wrote);
        effects.sort();
        m_reversed.kept = effects.kept;
        return m_tx.put(type, m_case.record.id, base, effects.changes, effects.settles);
    }

    std::vector<store::Record> eventsOf(RecordId subject) const
    {
        std::vector<RecordId> ids;
        auto select
            = m_tx.read().connection().prepare("SELECT id FROM caseEvent WHERE subject = ?1 AND "
                                               "life NOT IN ('removed', 'erased') ORDER BY id");
        select.bind(1, std::string_view(subject.hex()));
        while (select.step())
            ids.push_back(select.id<RecordId>(0));
        select.reset();
        std::vector<store::Record> out;
        for (const RecordId id : ids)
            if (auto record = m_tx.read().record(profile::kEventType, id))
                out.push_back(std::move(*record));
        return out;
    }

    base::GroupId groupOf(RecordId record) const
    {
        const auto created = m_tx.read().journal().operation(base::idCast<OperationId>(record));
        return created ? created->group : base::GroupId {};
    }

    /// Nothing but the transition has touched it, and nothing hangs on it.
    Result<bool> isUntouched(const std::string& type, RecordId id) const
    {
        PATRONAT_LET(const std::vector<Operation> history, m_tx.read().history(type, id));
        const base::GroupId group = groupOf(m_event.id);
        if (std::any_of(history.begin(), history.end(),
                [&](const Operation& o) { return o.group != group; }))
            return false;
        for (const store::Table& table : m_tx.read().tables().all())
            for (const profile::Field& field : table.type().fields)
                if (table.type().id != profile::kEventType && field.id == table.type().parent
                    && field.target == type
                    && !m_tx.read().children(table.type().id, field.id, id).empty())
                    return false;
        return eventsOf(id).size() <= 1;
    }

    base::Status remove(const std::string& type, RecordId id)
    {
        PATRONAT_LET(const store::Record record, m_tx.read().record(type, id));
        PATRONAT_LET(const OperationId removed, m_tx.remove(type, id, record.heads));
        return removed.isNull() ? base::Status(ErrorCode::Internal, { "remove" }) : base::Status();
    }

    /// A record that it made goes with it while nobody has worked on it; one that it joined is told
    /// so.
    base::Status takeBackOpened(const Step& step)
    {
        const auto id = RecordId::fromHex(textOf(m_event, "opened"));
        const auto type = id ? m_tx.read().typeOf(*id) : std::nullopt;
        if (!type)
            return {};
        if (groupOf(*id) == groupOf(m_event.id)) {
            PATRONAT_LET(const bool untouched, isUntouched(*type, *id));
            if (!untouched) {
                m_reversed.kept.emplace_back(kOpened);
                return {};
            }
            for (const store::Record& event : eventsOf(*id))
                PATRONAT_TRY(remove(std::string(profile::kEventType), event.id));
            return remove(*type, *id);
        }
        for (const store::Record& event : eventsOf(*id))
            if (groupOf(event.id) == groupOf(m_event.id))
                return tellJoined(*type, *id, event.id, step);
        return {};
    }

    base::Status tellJoined(const std::string& type, RecordId id, RecordId event, const Step& step)
    {
        PATRONAT_LET(const Case joined, caseOf(m_tx.read(), type, id));
        Event told { joined.process, id, textOf(m_event, "transition"), joined.state,
            joined.state };
        told.follows = lastEvent(m_tx.read(), joined);
        told.reverses = event;
        PATRONAT_LET(const RecordId written, write(m_tx, told, step));
        return written.isNull() ? base::Status(ErrorCode::Internal, { "event" }) : base::Status();
    }

    store::WriteTx& m_tx;
    const store::Record& m_event;
    const Case& m_case;
    const store::WriteTx::ByProcess m_byProcess;
    Reversed m_reversed;
};

const profile::Process* processNamed(const profile::Profile& profile, std::string_view id)
{
    const auto found = std::find_if(profile.processes.begin(), profile.processes.end(),
        [&](const profile::Process& process) { return process.id == id; });
    return found == profile.processes.end() ? nullptr : &*found;
}

/// One of those who may do it, or a supervisor.
/// Who may take back any transition, by the profile's word: the setting "reversal".
std::vector<std::string> reversers(const profile::Profile& profile)
{
    const auto settings = nlohmann::json::parse(profile.settingsJson, nullptr, false);
    std::vector<std::string> out;
    const auto roles = settings.is_object()
        ? settings.value("/reversal/by"_json_pointer, nlohmann::json::array())
        : nlohmann::json::array();
    for (const auto& role : roles)
        if (role.is_string())
            out.push_back(role.get<std::string>());
    return out;
}

bool mayReverse(const ReadTx& tx, const profile::Transition* transition, RecordId who)
{
    if (transition == nullptr || transition->by.empty()
        || tx.profile().type("staff")->field("role") == nullptr)
        return true;
    auto select = tx.connection().prepare("SELECT role FROM staff WHERE id = ?1");
    select.bind(1, who);
    const std::string role = select.step() ? std::string(select.text(0)) : std::string();
    const std::vector<std::string> always = reversers(tx.profile());
    return std::find(always.begin(), always.end(), role) != always.end()
        || std::find(transition->by.begin(), transition->by.end(), role) != transition->by.end();
}

bool isReversed(const ReadTx& tx, RecordId event)
{
    auto select = tx.connection().prepare(
        "SELECT 1 FROM caseEvent WHERE reverses = ?1 AND life NOT IN ('removed', 'erased')");
    select.bind(1, event);
    return select.step();
}

} // namespace

Result<Reversed> reverse(store::WriteTx& tx, RecordId id, const std::vector<journal::Head>& base,
    const std::string& reason)
{
    PATRONAT_LET(const store::Record event, tx.read().record(profile::kEventType, id));
    if (event.life == "removed" || event.life == "erased")
        return { ErrorCode::RecordRemoved, { std::string(profile::kEventType), id.hex() } };
    const profile::Process* process = processNamed(tx.read().profile(), textOf(event, "process"));
    const auto subject = RecordId::fromHex(textOf(event, "subject"));
    if (process == nullptr || !subject)
        return { ErrorCode::NotFound, { "process", textOf(event, "process") } };
    PATRONAT_LET(const Case moved, caseOf(tx.read(), process->type, *subject));
    const profile::Transition* transition = process->transition(textOf(event, "transition"));
    std::vector<std::string> missing;
    if (isReversed(tx.read(), id))
        missing.emplace_back("reversed");
    if (base::trimmed(reason).empty())
        missing.emplace_back("reason");
    if (!mayReverse(tx.read(), transition, tx.options().author))
        missing.emplace_back("role:" + base::join(transition->by, " ") + ' '
            + base::join(reversers(tx.read().profile()), " "));
    std::vector<journal::Head> shown = base;
    std::sort(shown.begin(), shown.end());
    if (shown != moved.record.heads)
        missing.emplace_back("changed");
    if (!missing.empty()) {
        base::Error error { ErrorCode::TransitionRefused,
            { process->type, subject->hex(), textOf(event, "transition") }, {} };
        error.args.insert(error.args.end(), missing.begin(), missing.end());
        return error;
    }
    Step step;
    step.who = tx.options().author;
    step.today = tx.clock().today();
    step.now = base::isoTime(tx.clock().nowMs());
    step.reason = reason;
    return Reversal(tx, event, moved).run(base, step);
}

} // namespace patronat::process
