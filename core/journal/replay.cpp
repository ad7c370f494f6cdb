// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/replay.h"

#include "core/journal/graph.h"

#include <algorithm>
#include <optional>
#include <set>

namespace patronat::journal {

using base::Value;

namespace {

bool writesEverything(Kind kind)
{
    return kind == Kind::Sign || kind == Kind::Remove || kind == Kind::Erase;
}

bool contains(const std::vector<std::string>& sorted, std::string_view name)
{
    return std::binary_search(sorted.begin(), sorted.end(), name, std::less<>());
}

Value valueIn(const Fields& fields, std::string_view field)
{
    const auto at = fields.find(field);
    return at == fields.end() ? Value() : at->second;
}

/// What the operations of a record say as a whole, before any field is looked at.
struct History {
    const Graph& graph;
    const std::vector<std::string>& afterSigning;
    std::vector<std::size_t> signatures; ///< positions
    std::vector<std::optional<std::size_t>> signatureShown; ///< to the author of each; empty: never signed

    /// The signature whose snapshot the row showed to the author of the operation at `position`.
    std::optional<std::size_t> shownTo(std::size_t position) const
    {
        return signatures.empty() ? std::nullopt : signatureShown[position];
    }
};

/// Whether a field lies inside a signature. What the snapshot carries was signed, also when later programs
/// call that field one that is filled in after signing.
bool covers(const Operation& sign, std::string_view field, const std::vector<std::string>& afterSigning)
{
    if (field == kRemovedField)
        return false;
    if (!contains(afterSigning, field))
        return true;
    return sign.fields.contains(field) && !contains(sign.afterSigning, field);
}

/// Of the signatures `seen` and not `ended`, the one that is shown: the greatest (stamp, id).
std::optional<std::size_t> standing(
    const Graph& graph, const std::vector<std::size_t>& signatures, const Bits* seen, const Bits& ended)
{
    std::optional<std::size_t> shown;
    for (const std::size_t i : signatures)
        if ((seen == nullptr || seen->has(i)) && !ended.has(i) && (!shown || graph.isGreater(i, *shown)))
            shown = i;
    return shown;
}

History historyOf(const Graph& graph, const std::vector<std::string>& afterSigning)
{
    History history { graph, afterSigning, {}, {} };
    for (std::size_t i = 0; i < graph.size(); ++i)
        if (graph.operations[i]->kind == Kind::Sign)
            history.signatures.push_back(i);
    if (history.signatures.empty())
        return history;
    for (std::size_t i = 0; i < graph.size(); ++i)
        history.signatureShown.push_back(
            standing(graph, history.signatures, &graph.ancestors[i], graph.ended[i]));
    return history;
}

/// One write of one field, and which writes it supersedes.
struct Write {
    std::size_t position;
    Value value;
    std::vector<std::size_t> supersededBy; // positions
};

bool supersededWithin(const Graph& graph, const Write& write, std::size_t position)
{
    return std::any_of(write.supersededBy.begin(), write.supersededBy.end(),
        [&](std::size_t by) { return graph.isAncestor(by, position); });
}

/// What stood in the field when its author wrote `now`: the snapshot's value under a signature, else the
/// greatest of the candidates.
Value shownValue(const History& history, const std::string& field, const std::vector<Write>& writes,
    const std::vector<std::size_t>& candidates, std::size_t now)
{
    if (const auto signature = history.shownTo(now)) {
        const Operation& sign = *history.graph.operations[*signature];
        if (covers(sign, field, history.afterSigning))
            return valueIn(sign.fields, field);
    }
    std::size_t shown = candidates.front();
    for (const std::size_t i : candidates)
        if (history.graph.isGreater(writes[i].position, writes[shown].position))
            shown = i;
    return writes[shown].value;
}

/// A write takes out of *current* what its author was shown: every candidate of its base when they agree or
/// when it settles the field, else only the value that was shown (design.md 4).
void supersede(const History& history, const std::string& field, std::vector<Write>& writes, std::size_t now)
{
    const Graph& graph = history.graph;
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < writes.size(); ++i)
        if (graph.isAncestor(writes[i].position, now) && !supersededWithin(graph, writes[i], now))
            candidates.push_back(i);
    if (candidates.empty())
        return;
    const bool settles = contains(graph.operations[now]->settles, field);
    const Value shown = shownValue(history, field, writes, candidates, now);
    for (const std::size_t i : candidates)
        if (settles || writes[i].value == shown)
            writes[i].supersededBy.push_back(now);
}

/// A settlement dismisses what it names, of which its author was shown all: that does not come back when the
/// signature beside which it stood is cancelled. What merges beside signatures was not dismissed.
void dismissNamed(const Graph& graph, std::vector<Write>& writes, std::size_t now)
{
    const std::vector<Head>& named = graph.operations[now]->named;
    for (Write& write : writes)
        if (graph.isAncestor(write.position, now)
            && std::find(named.begin(), named.end(), graph.operations[write.position]->head()) != named.end())
            write.supersededBy.push_back(now);
}

/// Drops what everything from `now` on knows to be superseded: a long history of one hand costs one
/// comparison per write, not one per pair.
void forgetSettled(const Graph& graph, std::vector<Write>& writes, std::size_t now)
{
    std::erase_if(writes, [&](const Write& write) {
        return std::any_of(write.supersededBy.begin(), write.supersededBy.end(),
            [&](std::size_t by) { return graph.lastUnaware[by] < now; });
    });
}

std::optional<Write> writeOf(const History& history, std::size_t position, const std::string& field)
{
    const Operation& o = *history.graph.operations[position];
    if (o.kind == Kind::Sign && !covers(o, field, history.afterSigning))
        return std::nullopt;
    if (o.fields.contains(field))
        return Write { position, valueIn(o.fields, field), {} };
    if (field == kRemovedField) {
        if (o.kind == Kind::Remove || o.kind == Kind::Restore)
            return Write { position, o.kind == Kind::Remove ? Value(1) : Value(), {} };
        return std::nullopt;
    }
    if (writesEverything(o.kind))
        return Write { position, Value(), {} };
    return std::nullopt;
}

/// The unsuperseded writes of a field, the one shown first.
std::vector<Write> currentWrites(const History& history, const std::string& field)
{
    const Graph& graph = history.graph;
    std::vector<Write> writes;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        if (graph.operations[i]->kind == Kind::Settle && !contains(history.afterSigning, field))
            dismissNamed(graph, writes, i);
        auto now = writeOf(history, i, field);
        if (!now)
            continue;
        forgetSettled(graph, writes, i);
        supersede(history, field, writes, i);
        writes.push_back(std::move(*now));
    }
    std::erase_if(writes, [](const Write& write) { return !write.supersededBy.empty(); });
    std::sort(writes.begin(), writes.end(),
        [&](const Write& a, const Write& b) { return graph.isGreater(a.position, b.position); });
    return writes;
}

Candidate candidateOf(const Operation& o, Value value)
{
    return { o.id, o.stamp, o.author, std::move(value) };
}

void mergeField(const History& history, const std::string& field, RecordState& state)
{
    const auto writes = currentWrites(history, field);
    if (writes.empty())
        return;
    if (!writes.front().value.isNull())
        state.values[field] = writes.front().value;
    const bool differ = std::any_of(writes.begin(), writes.end(),
        [&](const Write& write) { return write.value != writes.front().value; });
    if (!differ)
        return;
    Conflict conflict { field, {} };
    for (const Write& write : writes)
        conflict.candidates.push_back(candidateOf(*history.graph.operations[write.position], write.value));
    state.conflicts.push_back(std::move(conflict));
}

/// Every field any operation writes, and those that lie outside signatures.
std::set<std::string> fieldsOf(const Graph& graph, std::vector<std::string>& afterSigning)
{
    std::set<std::string> fields;
    std::set<std::string> after;
    bool removal = false;
    for (const Operation* o : graph.operations) {
        for (const auto& [field, value] : o->fields)
            fields.insert(field);
        after.insert(o->afterSigning.begin(), o->afterSigning.end());
        removal = removal || o->kind == Kind::Remove;
    }
    if (removal)
        fields.emplace(kRemovedField);
    afterSigning.assign(after.begin(), after.end());
    return fields;
}

/// Everything that a cancel descends from.
Bits endedIn(const Graph& graph)
{
    Bits ended(graph.size());
    for (const Bits& bits : graph.ended)
        ended.unite(bits);
    return ended;
}

/// Whether an operation that is not among a signature's ancestors has to be shown beside it. A cancel of an
/// older signature is; what dismisses others is not, nor what merges like any field.
bool comesBeside(const Operation& o, const Operation& sign, const std::vector<std::string>& afterSigning)
{
    if (o.kind == Kind::Settle)
        return false;
    if (o.kind != Kind::Write)
        return true;
    return std::any_of(o.fields.begin(), o.fields.end(), [&](const auto& field) {
        return field.first == kRemovedField || covers(sign, field.first, afterSigning);
    });
}

/// With the content that was shown: what dismissed one of two contents under one id leaves the other.
std::set<Head> settledOperations(const Graph& graph)
{
    std::set<Head> settled;
    for (const Operation* o : graph.operations)
        if (o->kind == Kind::Settle)
            settled.insert(o->named.begin(), o->named.end());
    return settled;
}

void listBeside(const Graph& graph, std::size_t signature, RecordState& state)
{
    const auto settled = settledOperations(graph);
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const Operation& o = *graph.operations[i];
        if (i != signature && !graph.isAncestor(i, signature) && !settled.contains(o.head())
            && comesBeside(o, *graph.operations[signature], state.afterSigning))
            state.beside.push_back(candidateOf(o, {}));
    }
    std::sort(state.beside.begin(), state.beside.end(),
        [](const Candidate& a, const Candidate& b) { return a.operation < b.operation; });
}

/// Puts the snapshot in place of what has come beside it, and lists that.
void showSignature(const Graph& graph, std::size_t signature, RecordState& state)
{
    const Operation& sign = *graph.operations[signature];
    state.signature = sign.id;
    state.life = Life::Signed;
    const auto hidden = [&](const std::string& field) {
        return field == kRemovedField || covers(sign, field, state.afterSigning);
    };
    std::erase_if(state.values, [&](const auto& field) { return hidden(field.first); });
    for (const auto& [field, value] : sign.fields)
        if (!value.isNull() && covers(sign, field, state.afterSigning))
            state.values[field] = value;
    std::erase_if(state.conflicts, [&](const Conflict& conflict) { return hidden(conflict.field); });
    listBeside(graph, signature, state);
}

Life unsignedLife(const History& history, const Bits& ended, const RecordState& state)
{
    if (state.values.contains(kRemovedField))
        return Life::Removed;
    // A cancel of nothing signed says nothing.
    const bool cancelled = std::any_of(history.signatures.begin(), history.signatures.end(),
        [&](std::size_t signature) { return ended.has(signature); });
    return cancelled ? Life::Cancelled : Life::Draft;
}

bool isErased(const Graph& graph)
{
    return std::any_of(graph.operations.begin(), graph.operations.end(),
        [](const Operation* o) { return o->kind == Kind::Erase; });
}

} // namespace

std::string_view lifeName(Life life)
{
    static constexpr std::string_view kNames[] = { "draft", "signed", "cancelled", "removed", "erased" };
    return kNames[static_cast<std::size_t>(life)];
}

const Conflict* RecordState::conflict(std::string_view field) const
{
    const auto at = std::find_if(conflicts.begin(), conflicts.end(),
        [&](const Conflict& conflict) { return conflict.field == field; });
    return at == conflicts.end() ? nullptr : &*at;
}

RecordState replay(const std::vector<Operation>& operations)
{
    const Graph graph = graphOf(operations);
    RecordState state;
    state.waiting = graph.waiting;
    state.heads = graph.heads;
    if (graph.operations.empty()) {
        const auto first = std::min_element(operations.begin(), operations.end(),
            [](const Operation& a, const Operation& b) { return a.id < b.id; });
        if (first != operations.end())
            state.type = first->type;
        return state;
    }
    const Operation& creation = *graph.operations.front();
    state.exists = true;
    state.type = creation.type;
    state.unit = creation.unit;
    if (isErased(graph)) {
        state.life = Life::Erased;
        return state;
    }
    const auto fields = fieldsOf(graph, state.afterSigning);
    const History history = historyOf(graph, state.afterSigning);
    for (const std::string& field : fields)
        mergeField(history, field, state);
    const Bits ended = endedIn(graph);
    state.life = unsignedLife(history, ended, state);
    if (const auto signature = standing(graph, history.signatures, nullptr, ended))
        showSignature(graph, *signature, state);
    return state;
}

} // namespace patronat::journal
