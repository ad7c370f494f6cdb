// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/clerk.h"

#include <algorithm>

namespace patronat::tests::simulator {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Kind;
using store::ReadTx;
using store::WriteTx;

namespace {

/// What a step may be told without anything being wrong: it was drawn without looking.
std::string refusal(const base::Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::InvalidArgument:
    case ErrorCode::UnknownBase:
    case ErrorCode::UnknownType:
    case ErrorCode::UnknownField:
    case ErrorCode::OpenConflict:
    case ErrorCode::RecordSigned:
    case ErrorCode::RecordNotSigned:
    case ErrorCode::RecordRemoved:
        return std::string(codeName(error.code));
    default:
        throw Broken("a write was answered with " + describe(error));
    }
}

Result<Window> filled(const ReadTx& tx, const std::string& type, RecordId id)
{
    PATRONAT_LET(const store::Record record, tx.record(type, id));
    Window window { type, id, record.heads, record.life, record.values, {}, {}, {}, {}, {}, {}, {}, {} };
    if (record.life == "removed")
        window.values.insert_or_assign(std::string(journal::kRemovedField), base::Value(1));
    for (const store::OpenConflict& conflict : tx.conflictsOf(type, id))
        for (const journal::Candidate& candidate : conflict.candidates)
            window.candidates[conflict.field].push_back(candidate.value);
    for (const store::BesideSigned& beside : tx.besides())
        if (beside.record == id)
            window.beside.push_back(beside.operation.head());
    PATRONAT_LET(window.plan, tx.signPlan(type, id));
    for (const store::SignItem& item : window.plan) {
        PATRONAT_LET(const store::Record shown, tx.record(item.type, item.id));
        window.planValues.push_back(shown.values);
    }
    PATRONAT_LET(window.cancelPlan, tx.cancelPlan(type, id));
    return window;
}

} // namespace

std::optional<Window> Clerk::fill(const std::string& type, RecordId record) const
{
    auto window = m_site.store().read([&](const ReadTx& tx) { return filled(tx, type, record); });
    if (!window)
        return std::nullopt;
    return std::move(*window);
}

store::WriteOptions Clerk::options(base::DraftId draft) const
{
    return { RecordId { 0x57AFF, m_site.number() + 1 }, {}, draft, "simulated" };
}

journal::Operation Clerk::stored(OperationId id) const
{
    return required(m_site.store().read([&](const ReadTx& tx) -> Result<journal::Operation> {
        auto operation = tx.journal().operation(id);
        if (!operation)
            return { ErrorCode::NotFound, { "operation", id.hex() } };
        return std::move(*operation);
    }),
        "an acknowledged write at " + m_site.name());
}

void Clerk::note(OperationId id, Written written)
{
    const journal::Operation operation = stored(id);
    const std::int64_t expected = std::max(m_site.lastStamp + 1, m_site.clock.nowMs());
    if (operation.stamp != expected)
        throw Broken("a stamp is not of the site's own time: " + std::to_string(operation.stamp) + ", not "
            + std::to_string(expected));
    if (operation.kind != written.kind || operation.record != written.record)
        throw Broken("the journal holds something else than was done at step " + m_step);
    m_site.lastStamp = operation.stamp;
    written.content = { id, operation.hash };
    written.unit = operation.unit;
    written.site = m_site.id();
    written.step = m_step;
    m_site.acknowledged.insert(written.content);
    if (m_site.groups.empty() || m_site.groups.back() != operation.group)
        m_site.groups.push_back(operation.group);
    m_ledger.add(std::move(written));
}

RecordId Clerk::create(const std::string& type, const base::Fields& fields)
{
    const auto made = m_site.store().write(options(), [&](WriteTx& tx) { return tx.create(type, fields); });
    if (!made) {
        refusal(made.error());
        return {};
    }
    Written written;
    written.type = type;
    written.record = *made;
    written.written = fields;
    note(base::idCast<OperationId>(*made), std::move(written));
    return *made;
}

std::string Clerk::group(const base::Fields& family, const std::string& text)
{
    RecordId root;
    RecordId child;
    base::Fields member { { "role", text } };
    const base::Fields edit { { "note", text + "+" } };
    base::GroupId group;
    const auto first = m_site.store().write(options(), [&](WriteTx& tx) -> Result<OperationId> {
        PATRONAT_LET(root, tx.create("family", family));
        member.insert_or_assign("family", root);
        PATRONAT_LET(child, tx.create("member", member));
        group = tx.group();
        return tx.lastOperation();
    });
    if (!first)
        return refusal(first.error());
    note(base::idCast<OperationId>(root), { {}, Kind::Write, "family", root, {}, {}, {}, {}, family, {}, {}, {} });
    note(base::idCast<OperationId>(child), { {}, Kind::Write, "member", child, {}, {}, {}, {}, member, {}, {}, {} });
    const auto shown = fill("family", root);
    auto going = options();
    going.group = group;
    const auto second = m_site.store().write(
        going, [&](WriteTx& tx) { return tx.put("family", root, shown->heads, edit); });
    Written written = from(*shown, Kind::Write);
    written.written = edit;
    note(required(second, "the second write of a group"), std::move(written));
    return {};
}

Written Clerk::from(const Window& window, Kind kind) const
{
    Written written;
    written.kind = kind;
    written.type = window.type;
    written.record = window.record;
    written.shown = window.values;
    written.candidates = window.candidates;
    return written;
}

std::string Clerk::one(Written written, base::DraftId draft, const Step& step,
    std::optional<OperationId>* answer)
{
    const auto before = draft.isNull() ? std::nullopt : m_site.store().savedDraft(draft);
    const auto result = m_site.store().write(options(draft), [&](WriteTx& tx) { return step(tx); });
    if (!result)
        return refusal(result.error());
    if (answer)
        *answer = *result;
    if (before && *before != *result)
        throw Broken("a draft saved twice was answered differently");
    if (before)
        return "saved before";
    if (result->isNull())
        return "nothing changed";
    if (!draft.isNull() && m_site.store().savedDraft(draft) != *result)
        throw Broken("a draft was saved and is not known as saved");
    note(*result, std::move(written));
    return {};
}

std::string Clerk::save(Window& window, std::vector<std::string> settles)
{
    Written written = from(window, Kind::Write);
    written.settles = settles;
    for (const auto& [field, value] : window.typed) {
        const auto shown = window.values.find(field);
        const bool settled = std::find(settles.begin(), settles.end(), field) != settles.end();
        if (settled || (shown == window.values.end() ? base::Value() : shown->second) != value)
            written.written.emplace(field, value);
    }
    for (const std::string& field : settles)
        if (!written.written.contains(field)) {
            const auto shown = window.values.find(field);
            written.written.emplace(field, shown == window.values.end() ? base::Value() : shown->second);
        }
    const auto put = [&](WriteTx& tx) {
        return tx.put(window.type, window.record, window.heads, window.typed, settles);
    };
    return one(std::move(written), window.draft, put, &window.saved);
}

std::string Clerk::sign(const Window& window)
{
    OperationId last;
    const auto signedGroup = m_site.store().write(options(), [&](WriteTx& tx) {
        auto group = tx.sign(window.plan);
        last = tx.lastOperation();
        return group;
    });
    if (!signedGroup)
        return refusal(signedGroup.error());
    const std::size_t count = window.plan.size();
    for (std::size_t i = 0; i < count; ++i) {
        Written written;
        written.kind = Kind::Sign;
        written.type = window.plan[i].type;
        written.record = window.plan[i].id;
        written.shown = window.planValues[i];
        written.written = written.shown;
        std::erase_if(written.written, [](const auto& field) { return isAfterSigning(field.first); });
        note({ last.origin, last.sequence + 1 + i - count }, std::move(written));
    }
    return {};
}

std::string Clerk::cancel(const Window& window)
{
    OperationId last;
    const auto cancelled = m_site.store().write(options(), [&](WriteTx& tx) {
        auto group = tx.cancel(window.cancelPlan);
        last = tx.lastOperation();
        return group;
    });
    if (!cancelled)
        return refusal(cancelled.error());
    const std::size_t count = window.cancelPlan.size();
    for (std::size_t i = 0; i < count; ++i) {
        Written written;
        if (i == 0)
            written = from(window, Kind::Cancel);
        written.kind = Kind::Cancel;
        written.type = window.cancelPlan[i].type;
        written.record = window.cancelPlan[i].id;
        note({ last.origin, last.sequence + 1 + i - count }, std::move(written));
    }
    return {};
}

std::string Clerk::settle(const Window& window, std::vector<journal::Head> named)
{
    Written written = from(window, Kind::Settle);
    for (const journal::Head& head : named)
        written.named.push_back(head.id);
    return one(std::move(written), {},
        [&](WriteTx& tx) { return tx.settle(window.type, window.record, window.heads, named); });
}

namespace {

/// A removal or a restoring settles that both stand side by side, where that was shown.
std::vector<std::string> settledRemoval(const Written& written)
{
    const std::string removed(journal::kRemovedField);
    return written.candidates.contains(removed) ? std::vector { removed } : std::vector<std::string> {};
}

} // namespace

std::string Clerk::remove(const Window& window)
{
    Written written = from(window, Kind::Remove);
    written.settles = settledRemoval(written);
    written.written = window.values;
    written.written.insert_or_assign(std::string(journal::kRemovedField), base::Value(1));
    return one(std::move(written), {},
        [&](WriteTx& tx) { return tx.remove(window.type, window.record, window.heads); });
}

std::string Clerk::restore(const Window& window)
{
    Written written = from(window, Kind::Restore);
    written.settles = settledRemoval(written);
    return one(std::move(written), {},
        [&](WriteTx& tx) { return tx.restore(window.type, window.record, window.heads); });
}

std::vector<const Written*> Clerk::written(base::GroupId group, RecordId record) const
{
    std::vector<const Written*> out;
    for (const Written* one : m_ledger.of(record))
        if (m_site.acknowledged.contains(one->content)) {
            const journal::Operation operation = stored(one->content.first);
            if (operation.group == group && operation.hash == one->content.second)
                out.push_back(one);
        }
    return out;
}

void Clerk::noteUndone(OperationId id, base::GroupId group)
{
    const journal::Operation operation = stored(id);
    // The author of an undo knows what the action that is taken back had left, and nothing newer.
    std::vector<const Written*> known = written(operation.group, operation.record);
    if (known.empty())
        known = written(group, operation.record);
    if (known.empty())
        throw Broken("an undo touched a record that its action had not");
    Written undone;
    undone.kind = operation.kind;
    undone.type = operation.type;
    undone.record = operation.record;
    undone.shown = known.back()->after();
    undone.written = operation.fields;
    if (operation.kind == Kind::Remove)
        undone.written.insert_or_assign(std::string(journal::kRemovedField), base::Value(1));
    note(id, std::move(undone));
}

std::string Clerk::undo(base::GroupId group)
{
    const auto undone = m_site.store().undo(group, options().author);
    if (!undone)
        return refusal(undone.error());
    for (std::size_t i = 0; i < undone->operations; ++i)
        noteUndone({ undone->group.origin, undone->group.sequence + i }, group);
    return undone->operations == 0 ? "nothing to undo" : "";
}

} // namespace patronat::tests::simulator
