// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writetx.h"

#include "core/profile/required.h"
#include "core/store/numbers.h"
#include "core/store/probes.h"
#include "core/store/rules.h"

#include <algorithm>
#include <set>

namespace patronat::store {

using base::ErrorCode;
using base::Fields;
using base::OperationId;
using base::RecordId;
using base::Result;
using base::Status;
using base::UnitId;
using base::Value;
using journal::Head;
using journal::Kind;
using journal::Operation;

namespace {

std::vector<std::string> afterSigningAmong(const Table& table, const Fields& fields)
{
    std::vector<std::string> out;
    for (const auto& [field, value] : fields) {
        const std::size_t column = table.column(field);
        if (column != Table::npos && table.columns()[column].afterSigning)
            out.push_back(field);
    }
    return out;
}

std::vector<std::string> fieldsOf(const std::vector<journal::Conflict>& conflicts)
{
    std::vector<std::string> out;
    for (const journal::Conflict& conflict : conflicts)
        out.push_back(conflict.field);
    return out;
}

base::Error refused(
    ErrorCode code, std::string_view type, RecordId id, const std::vector<std::string>& more)
{
    base::Error error { code, { std::string(type), id.hex() }, {} };
    error.args.insert(error.args.end(), more.begin(), more.end());
    return error;
}

/// Two contents met under its id: what stands there may be what another copy of this file wrote.
bool isForked(db::Connection& connection, OperationId id)
{
    auto select = connection.prepare("SELECT 1 FROM fork WHERE operation = ?1 LIMIT 1");
    select.bind(1, id);
    return select.step();
}

/// What cannot be taken back: a conflict that a person has settled would have to be opened again.
/// An edit of what the same action created goes with the record.
bool isFinal(const Operation& operation, bool removedWhole)
{
    switch (operation.kind) {
    case Kind::Write:
        return !removedWhole && !operation.settles.empty();
    case Kind::Remove:
    case Kind::Restore:
        return !operation.settles.empty();
    case Kind::Sign:
        return false;
    case Kind::Cancel:
    case Kind::Settle:
    case Kind::Erase:
        break;
    }
    return true;
}

Value valueIn(const Fields& fields, const std::string& field)
{
    const auto at = fields.find(field);
    return at == fields.end() ? Value() : at->second;
}

/// What a form filled from a plain row showed: nothing beside it, so no history is asked.
journal::RecordState shownBy(Record record)
{
    journal::RecordState state;
    state.exists = true;
    state.type = std::move(record.type);
    state.unit = record.unit;
    state.heads = std::move(record.heads);
    state.values = std::move(record.values);
    for (const journal::Life life : { journal::Life::Signed, journal::Life::Cancelled,
             journal::Life::Removed, journal::Life::Erased })
        if (lifeName(life) == record.life)
            state.life = life;
    return state;
}

} // namespace

WriteTx::WriteTx(const ReadTx& read, JournalWriter& journal, Applier& applier, const Rules& rules,
    OwnOrigin& own, const base::Clock& clock, WriteOptions options)
    : m_read(read)
    , m_journal(journal)
    , m_applier(applier)
    , m_rules(rules)
    , m_own(own)
    , m_clock(clock)
    , m_options(std::move(options))
{
}

Result<Operation> WriteTx::prepare(
    Kind kind, std::string_view type, RecordId id, const std::vector<Head>& base)
{
    if (base.empty())
        return refused(ErrorCode::BaseRequired, type, id, {});
    PATRONAT_LET(const Record record, m_read.record(type, id));
    Operation operation;
    operation.kind = kind;
    operation.type = type;
    operation.record = id;
    operation.unit = record.unit;
    operation.base = base;
    std::sort(operation.base.begin(), operation.base.end());
    return operation;
}

Result<OperationId> WriteTx::write(Operation operation)
{
    const std::size_t most = m_options.isWhole ? kMaxWhole : kMaxWrite;
    if (m_written >= most)
        return { ErrorCode::WriteTooLarge, { std::to_string(m_written), std::to_string(most) } };
    operation.id = { m_own.origin, m_own.last + 1 };
    if (operation.record.isNull())
        operation.record = base::idCast<RecordId>(operation.id);
    if (operation.unit == base::idCast<UnitId>(OperationId {}) && operation.base.empty()) {
        const Table* table = m_read.tables().find(operation.type);
        if (table->type().unitKind == profile::UnitKind::Self)
            operation.unit = base::idCast<UnitId>(operation.id);
    }
    if (operation.id.sequence == 1)
        operation.opening = journal::Opening { m_own.site, m_own.previousHead };
    m_own.stamp = std::max(m_own.stamp + 1, m_clock.nowMs());
    operation.stamp = m_own.stamp;
    operation.author = m_options.author;
    if (m_options.group.isNull())
        m_options.group = base::idCast<base::GroupId>(operation.id);
    operation.group = m_options.group;
    operation.draft = m_options.draft;
    const std::string bytes = journal::seal(operation);
    PATRONAT_LET(const journal::OperationView view, journal::view(operation.id, bytes));
    m_journal.number(operation.id.origin, m_own.site);
    m_journal.keep(operation.id, bytes);
    m_applier.apply({ &view, 1 }, m_changes);
    m_own.last = operation.id.sequence;
    if (m_written++ == 0)
        m_first = operation.id;
    return operation.id;
}

Status WriteTx::checkFields(const Table& table, const Fields& fields) const
{
    for (const auto& [field, value] : fields) {
        const std::size_t column = table.column(field);
        if (column == Table::npos)
            return { ErrorCode::UnknownField, { table.type().id, field } };
        if (!table.fits(column, value))
            return { ErrorCode::InvalidValue, { table.type().id, field, "storage" } };
        if (value.text() && value.text()->size() > journal::kMaxTextBytes)
            return { ErrorCode::InvalidValue, { table.type().id, field, "tooLong" } };
    }
    return {};
}

/// A state, and the events that led to it, follow from transitions; `shown`: of a change, for what
/// it settles.
Status WriteTx::checkOfProcess(
    const Table& table, RecordId id, const Fields& fields, const journal::RecordState* shown) const
{
    if (m_byProcess || m_read.profile().processes.empty())
        return {};
    const std::string& type = table.type().id;
    if (type == profile::kEventType)
        return refused(
            ErrorCode::OfProcess, type, id, { fields.empty() ? type : fields.begin()->first });
    const profile::Process* process = m_read.profile().processOf(type);
    const auto written = process != nullptr ? fields.find(process->field) : fields.end();
    if (written == fields.end())
        return {};
    const journal::Conflict* conflict
        = shown != nullptr ? shown->conflict(process->field) : nullptr;
    const bool isOneOfThem = conflict != nullptr
        && std::any_of(conflict->candidates.begin(), conflict->candidates.end(),
            [&](const journal::Candidate& candidate) {
                return candidate.value == written->second;
            });
    if (isOneOfThem)
        return {};
    return refused(ErrorCode::OfProcess, type, id, { process->field });
}

Status WriteTx::checkSettles(const Table& table, const journal::RecordState& shown,
    const std::vector<std::string>& settles) const
{
    for (const std::string& field : settles) {
        if (table.column(field) == Table::npos)
            return { ErrorCode::UnknownField, { table.type().id, field } };
        if (shown.conflict(field) == nullptr)
            return { ErrorCode::InvalidArgument, { "settle", field } };
    }
    return {};
}

Result<UnitId> WriteTx::unitOf(const profile::RecordType& type, const Fields& fields) const
{
    if (type.unitKind != profile::UnitKind::Through)
        return UnitId {};
    for (const std::string& name : type.unitFields) {
        const Value value = valueIn(fields, name);
        if (value.isNull())
            continue;
        const profile::Field* field = type.field(name);
        const RecordId target = *value.reference();
        auto select = m_read.connection().prepare(
            "SELECT unit FROM " + sqlName(field->target) + " WHERE id = ?1");
        select.bind(1, target);
        if (!select.step())
            return { ErrorCode::NotFound, { field->target, target.hex() } };
        return select.id<UnitId>(0);
    }
    return { ErrorCode::InvalidValue, { type.id, type.unitFields.front(), "unitRequired" } };
}

Status WriteTx::checkAbove(const profile::RecordType& type, const Fields& fields) const
{
    for (const profile::Field& field : type.fields) {
        const Value value = leadsUpward(type, field) ? valueIn(fields, field.id) : Value();
        if (!value.reference() || m_read.tables().find(field.target) == nullptr)
            continue;
        auto select = m_read.connection().prepare("SELECT 1 FROM " + sqlName(field.target)
            + " WHERE id = ?1 AND life IN ('removed', 'erased')");
        select.bind(1, *value.reference());
        if (select.step())
            return refused(ErrorCode::RecordRemoved, field.target, *value.reference(), {});
    }
    return {};
}

Result<RecordId> WriteTx::create(std::string_view type, Fields fields)
{
    const Table* table = m_read.tables().find(type);
    if (table == nullptr)
        return { ErrorCode::UnknownType, { std::string(type) } };
    std::erase_if(fields, [](const auto& field) { return field.second.isNull(); });
    PATRONAT_TRY(checkFields(*table, fields));
    PATRONAT_TRY(checkOfProcess(*table, {}, fields, nullptr));
    Operation operation;
    operation.type = type;
    PATRONAT_TRY(checkAbove(table->type(), fields));
    PATRONAT_LET(operation.unit, unitOf(table->type(), fields));
    PATRONAT_TRY(issueNumbers(
        m_read, *table, fields, NumberMoment::Creation, m_own.stationCode, m_clock.today()));
    operation.afterSigning = afterSigningAmong(*table, fields);
    operation.fields = std::move(fields);
    PATRONAT_LET(const OperationId id, write(std::move(operation)));
    return base::idCast<RecordId>(id);
}

Result<journal::RecordState> WriteTx::shownAt(
    std::string_view type, RecordId id, const std::vector<Head>& base) const
{
    PATRONAT_LET(Record record, m_read.record(type, id));
    if (record.isPlain && !record.hasBeside && record.heads == base)
        return shownBy(std::move(record));
    PATRONAT_LET(const std::vector<Operation> history, m_read.history(type, id));
    for (const Head& head : base) {
        const bool known = std::any_of(
            history.begin(), history.end(), [&](const Operation& o) { return o.head() == head; });
        if (!known)
            return refused(ErrorCode::UnknownBase, type, id, { headsText({ head }) });
    }
    journal::RecordState shown = journal::replay(ancestorsOf(history, base));
    // What waits for something missing was shown to nobody: built on it, a change would wait too.
    if (!shown.waiting.empty())
        return refused(ErrorCode::UnknownBase, type, id, { headsText(base) });
    return shown;
}

Status WriteTx::checkNotSigned(const journal::RecordState& shown, std::string_view type,
    RecordId id, const Fields& changes, const Table& table) const
{
    if (shown.life != journal::Life::Signed)
        return {};
    std::vector<std::string> covered;
    for (const auto& [field, value] : changes) {
        const std::size_t column = table.column(field);
        if (column == Table::npos || !table.columns()[column].afterSigning)
            covered.push_back(field);
    }
    if (covered.empty())
        return {};
    return refused(ErrorCode::RecordSigned, type, id, covered);
}

Result<OperationId> WriteTx::put(std::string_view type, RecordId id, const std::vector<Head>& base,
    Fields changes, std::vector<std::string> settles)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Write, type, id, base));
    const Table& table = *m_read.tables().find(type);
    PATRONAT_TRY(checkFields(table, changes));
    PATRONAT_LET(const journal::RecordState shown, shownAt(type, id, base));
    // A removal against an edit leaves conflicts that a person must be able to settle without
    // restoring.
    const bool settlesOnly = std::all_of(changes.begin(), changes.end(), [&](const auto& change) {
        return std::find(settles.begin(), settles.end(), change.first) != settles.end();
    });
    if ((shown.life == journal::Life::Removed && !settlesOnly)
        || shown.life == journal::Life::Erased)
        return refused(ErrorCode::RecordRemoved, type, id, {});
    // A settled field is written even when its shown value stays: that is what settles it.
    std::sort(settles.begin(), settles.end());
    settles.erase(std::unique(settles.begin(), settles.end()), settles.end());
    PATRONAT_TRY(checkSettles(table, shown, settles));
    for (const std::string& field : settles)
        if (!changes.contains(field))
            changes.emplace(field, valueIn(shown.values, field));
    std::erase_if(changes, [&](const auto& change) {
        return !std::binary_search(settles.begin(), settles.end(), change.first)
            && valueIn(shown.values, change.first) == change.second;
    });
    if (changes.empty())
        return OperationId {}; // saving an unchanged form records nothing
    PATRONAT_TRY(checkOfProcess(table, id, changes, &shown));
    PATRONAT_TRY(checkNotSigned(shown, type, id, changes, table));
    for (const std::string& field : table.type().unitFields)
        if (changes.contains(field))
            return refused(ErrorCode::UnitFixed, type, id, { field });
    operation.afterSigning = afterSigningAmong(table, changes);
    operation.fields = std::move(changes);
    operation.settles = std::move(settles);
    return write(std::move(operation));
}

Status WriteTx::fillAtSigning(const Table& table, RecordId id, Fields& values)
{
    PATRONAT_TRY(issueNumbers(
        m_read, table, values, NumberMoment::Signing, m_own.stationCode, m_clock.today()));
    for (const profile::Field& field : table.type().fields) {
        if (field.signingExpression.empty())
            continue;
        // The expression sees the row before this signature, and what the group has signed already.
        auto select = m_read.connection().prepare("SELECT (" + field.signingExpression + ") FROM "
            + sqlName(table.type().id) + " WHERE id = :id");
        if (const auto parameter = select.parameter(":id"))
            select.bind(*parameter, id);
        if (const auto parameter = select.parameter(":today"))
            select.bind(*parameter, std::string_view(m_clock.today()));
        if (!select.step())
            continue;
        const Value value = select.value(0);
        if (value.isNull())
            values.erase(field.id);
        else if (table.fits(table.column(field.id), value))
            values[field.id] = value;
    }
    return {};
}

Result<OperationId> WriteTx::signOne(const SignItem& item)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Sign, item.type, item.id, item.heads));
    const Table& table = *m_read.tables().find(item.type);
    PATRONAT_LET(const journal::RecordState now, m_read.state(item.type, item.id));
    if (!now.conflicts.empty())
        return refused(ErrorCode::OpenConflict, item.type, item.id, fieldsOf(now.conflicts));
    PATRONAT_LET(const journal::RecordState shown, shownAt(item.type, item.id, item.heads));
    if (!shown.conflicts.empty())
        return refused(ErrorCode::OpenConflict, item.type, item.id, fieldsOf(shown.conflicts));
    if (shown.life == journal::Life::Signed)
        return refused(ErrorCode::RecordSigned, item.type, item.id, {});
    if (shown.life == journal::Life::Removed || shown.life == journal::Life::Erased)
        return refused(ErrorCode::RecordRemoved, item.type, item.id, {});
    Fields values = shown.values;
    // Before the rules: some of them judge what only the signing fills (quorum, counts).
    PATRONAT_TRY(fillAtSigning(table, item.id, values));
    std::vector<std::string> broken;
    for (const BrokenRule& rule : m_rules.check(item.type, values, m_clock.today()))
        if (rule.severity == profile::Severity::Error)
            broken.push_back(rule.field.empty() ? rule.rule : rule.rule + ":" + rule.field);
    if (!broken.empty())
        return refused(ErrorCode::RuleBroken, item.type, item.id, broken);
    for (const std::string& field : shown.afterSigning)
        values.erase(field);
    for (const std::string& field : afterSigningAmong(table, values))
        values.erase(field);
    operation.fields = std::move(values);
    return write(std::move(operation));
}

Result<base::GroupId> WriteTx::sign(const SignPlan& plan)
{
    for (const SignItem& item : plan)
        PATRONAT_TRY(signOne(item));
    return m_options.group;
}

Result<OperationId> WriteTx::cancel(
    std::string_view type, RecordId id, const std::vector<Head>& base)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Cancel, type, id, base));
    PATRONAT_LET(const journal::RecordState shown, shownAt(type, id, base));
    if (shown.life != journal::Life::Signed)
        return refused(ErrorCode::RecordNotSigned, type, id, {});
    return write(std::move(operation));
}

Result<base::GroupId> WriteTx::cancel(const SignPlan& plan)
{
    for (const SignItem& item : plan)
        PATRONAT_TRY(cancel(item.type, item.id, item.heads));
    return m_options.group;
}

Result<OperationId> WriteTx::settle(std::string_view type, RecordId id,
    const std::vector<Head>& base, const std::vector<Head>& named)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Settle, type, id, base));
    PATRONAT_LET(const journal::RecordState shown, shownAt(type, id, base));
    for (const Head& head : named) {
        const bool beside = std::any_of(shown.beside.begin(), shown.beside.end(),
            [&](const journal::Candidate& candidate) { return candidate.operation == head.id; });
        if (!beside)
            return { ErrorCode::NotFound, { "beside", head.id.hex() } };
    }
    operation.named = named;
    std::sort(operation.named.begin(), operation.named.end());
    if (operation.named.empty())
        return { ErrorCode::InvalidArgument, { "named", "" } };
    return write(std::move(operation));
}

Result<OperationId> WriteTx::remove(
    std::string_view type, RecordId id, const std::vector<Head>& base)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Remove, type, id, base));
    if (type == profile::kEventType) // taken back by a later event, not taken away
        PATRONAT_TRY(checkOfProcess(*m_read.tables().find(type), id, {}, nullptr));
    PATRONAT_LET(const journal::RecordState shown, shownAt(type, id, base));
    const bool settling = shown.conflict(journal::kRemovedField) != nullptr;
    PATRONAT_LET(journal::RecordState now, m_read.state(type, id));
    // A removal against a restoring is what a removal settles; anything else it would write over.
    if (settling)
        std::erase_if(now.conflicts,
            [](const auto& conflict) { return conflict.field == journal::kRemovedField; });
    if (!now.conflicts.empty())
        return refused(ErrorCode::OpenConflict, type, id, fieldsOf(now.conflicts));
    if ((shown.life == journal::Life::Removed && !settling) || shown.life == journal::Life::Erased)
        return refused(ErrorCode::RecordRemoved, type, id, {});
    if (shown.life == journal::Life::Signed)
        return refused(ErrorCode::RecordSigned, type, id, {});
    operation.fields = shown.values;
    operation.fields.erase(std::string(journal::kRemovedField));
    if (settling)
        operation.settles = { std::string(journal::kRemovedField) };
    return write(std::move(operation));
}

Result<OperationId> WriteTx::restore(
    std::string_view type, RecordId id, const std::vector<Head>& base)
{
    PATRONAT_LET(Operation operation, prepare(Kind::Restore, type, id, base));
    PATRONAT_LET(const journal::RecordState shown, shownAt(type, id, base));
    const bool settling = shown.conflict(journal::kRemovedField) != nullptr;
    if (shown.life != journal::Life::Removed && !settling)
        return { ErrorCode::InvalidArgument, { "restore", id.hex() } };
    if (settling)
        operation.settles = { std::string(journal::kRemovedField) };
    return write(std::move(operation));
}

Head WriteTx::headOf(OperationId id) const
{
    const auto operation = m_read.journal().operation(id);
    return operation ? operation->head() : Head { id, 0 };
}

Result<OperationId> WriteTx::undoOne(const Operation& operation, const std::vector<Head>& base)
{
    switch (operation.kind) {
    case Kind::Sign:
        return cancel(operation.type, operation.record, base);
    case Kind::Remove:
        return restore(operation.type, operation.record, base);
    case Kind::Restore:
        return remove(operation.type, operation.record, base);
    case Kind::Write:
        break;
    case Kind::Cancel:
    case Kind::Settle:
    case Kind::Erase:
        return { ErrorCode::InvalidArgument, { "undo", operation.id.hex() } };
    }
    return operation.isCreation() ? remove(operation.type, operation.record, base)
                                  : undoWrite(operation, base);
}

Result<OperationId> WriteTx::undoWrite(const Operation& operation, const std::vector<Head>& base)
{
    PATRONAT_LET(const journal::RecordState before,
        shownAt(operation.type, operation.record, operation.base));
    PATRONAT_LET(
        const std::vector<Operation> history, m_read.history(operation.type, operation.record));
    const auto seen = ancestorsOf(history, { operation.head() });
    PATRONAT_LET(const journal::RecordState after, shownAt(operation.type, operation.record, base));
    Fields ours;
    Fields others;
    for (const auto& [field, value] : operation.fields) {
        // A conflict that shows another's value stays for a person: taking it back would take that
        // one away.
        if (after.conflict(field) != nullptr && valueIn(after.values, field) != value)
            continue;
        // Somebody else wrote the field before the group went on: taking back ours must not take
        // his out.
        bool foreign = false;
        for (const Operation& o : ancestorsOf(history, base))
            foreign = foreign
                || (o.group != operation.group && o.group != m_options.group
                    && o.fields.contains(field)
                    && std::none_of(seen.begin(), seen.end(),
                        [&](const Operation& s) { return s.id == o.id; }));
        (foreign ? others : ours).emplace(field, valueIn(before.values, field));
    }
    if (!others.empty())
        PATRONAT_TRY(
            put(operation.type, operation.record, { operation.head() }, std::move(others)));
    return put(operation.type, operation.record, base, std::move(ours));
}

Status WriteTx::undo(const std::vector<Operation>& operations, std::vector<OperationId>& impossible)
{
    const ByProcess takingBack(*this);
    // All of it or nothing: half an action taken back is a state that nobody has been shown.
    const std::size_t known = impossible.size();
    for (const Operation& o : operations)
        if (isFinal(o, operations.front().isCreation()) || isForked(m_read.connection(), o.id))
            impossible.push_back(o.id);
    if (impossible.size() > known)
        return {};
    // The group's own leaves: the newest of its operations on this record.
    std::vector<Head> base;
    for (const Operation& o : operations) {
        for (const Head& parent : o.base)
            std::erase(base, parent);
        base.push_back(o.head());
    }
    for (auto o = operations.rbegin(); o != operations.rend(); ++o) {
        // What the group created is removed whole: its later writes need not be taken back one by
        // one.
        const bool covered
            = o->kind == Kind::Write && !o->isCreation() && operations.front().isCreation();
        if (covered)
            continue;
        const Result<OperationId> undone = undoOne(*o, base);
        if (!undone && undone.error().code == ErrorCode::InvalidArgument)
            impossible.push_back(o->id);
        else if (!undone)
            return undone.error();
        else if (!undone->isNull())
            base = { headOf(*undone) };
    }
    return {};
}

void WriteTx::finish()
{
    if (m_written == 0)
        return;
    auto action = m_read.connection().prepare(
        "INSERT INTO action(first, operations, last, open, name) VALUES(?1, ?2, ?3, 0, ?4) "
        "ON CONFLICT(first) DO UPDATE SET operations = operations + excluded.operations, last = "
        "excluded.last");
    action.bind(1, m_options.group)
        .bind(2, static_cast<std::int64_t>(m_written))
        .bind(3, lastOperation());
    action.bind(4, std::string_view(m_options.name)).run();
    if (!m_options.draft.isNull()) {
        auto draft = m_read.connection().prepare("INSERT INTO saved_draft(draft, operation) "
                                                 "VALUES(?1, ?2) ON CONFLICT(draft) DO NOTHING");
        draft.bind(1, m_options.draft).bind(2, m_first).run();
    }
    m_journal.sealWhenFull();
}

} // namespace patronat::store
