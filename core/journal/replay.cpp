// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/replay.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace patronat::journal {

using base::Value;

namespace {

/// A set of positions in the list of effective operations.
class Bits {
public:
    explicit Bits(std::size_t size = 0) : m_words((size + 63) / 64) {}
    void add(std::size_t i) { m_words[i / 64] |= std::uint64_t { 1 } << (i % 64); }
    bool has(std::size_t i) const { return m_words[i / 64] >> (i % 64) & 1; }
    void unite(const Bits& other)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            m_words[w] |= other.m_words[w];
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// The operations of a record that take effect, in an order where parents come first, each with its ancestors.
struct Graph {
    std::vector<const Operation*> operations;
    std::vector<Bits> ancestors;
    std::vector<Waiting> waiting;
    std::vector<Head> heads;

    bool isAncestor(std::size_t older, std::size_t newer) const { return ancestors[newer].has(older); }
};

struct Slot {
    const Operation* operation;
    std::uint32_t check;
    int state = 0; // 0 not seen, 1 effective, 2 waiting
    std::size_t position = 0;
};
using Slots = std::unordered_map<OperationId, Slot>;

/// Why `operation` cannot take effect given what is effective; nothing when it can.
const Head* missingOf(const Operation& operation, const Slots& slots, const Operation* creation)
{
    if (operation.isCreation())
        return nullptr;
    for (const Head& head : operation.base) {
        const auto parent = slots.find(head.id);
        if (parent == slots.end() || parent->second.check != head.check
            || parent->second.state != 1)
            return &head;
    }
    // Another type or unit than the creation's is no change of this record.
    if (creation == nullptr || operation.type != creation->type || operation.unit != creation->unit)
        return operation.base.data();
    return nullptr;
}

const Operation* creationAmong(const std::vector<Operation>& operations)
{
    for (const Operation& o : operations)
        if (o.isCreation())
            return &o;
    return nullptr;
}

Slots slotsOf(const std::vector<Operation>& operations)
{
    Slots slots;
    slots.reserve(operations.size());
    for (const Operation& o : operations)
        slots.emplace(o.id, Slot { &o, o.head().check, 0, 0 });
    return slots;
}

/// Orders what can take effect by repeated passes: histories are short and nearly sorted by stamp.
std::vector<const Operation*> effectiveOrder(
    const std::vector<Operation>& operations, Slots& slots, const Operation* creation)
{
    std::vector<const Operation*> open;
    for (const Operation& o : operations)
        open.push_back(&o);
    std::sort(open.begin(), open.end(), [](const Operation* a, const Operation* b) {
        return std::pair(a->stamp, a->id) < std::pair(b->stamp, b->id);
    });
    std::vector<const Operation*> order;
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<const Operation*> left;
        for (const Operation* o : open) {
            if (missingOf(*o, slots, creation) != nullptr) {
                left.push_back(o);
                continue;
            }
            Slot& slot = slots.at(o->id);
            slot.state = 1;
            slot.position = order.size();
            order.push_back(o);
            moved = true;
        }
        open = std::move(left);
    }
    return order;
}

Graph graphOf(const std::vector<Operation>& operations)
{
    Graph graph;
    const Operation* creation = creationAmong(operations);
    Slots slots = slotsOf(operations);
    graph.operations = effectiveOrder(operations, slots, creation);
    std::set<OperationId> built;
    for (const Operation* o : graph.operations) {
        Bits ancestors(graph.operations.size());
        for (const Head& head : o->base) {
            const std::size_t parent = slots.at(head.id).position;
            ancestors.unite(graph.ancestors[parent]);
            ancestors.add(parent);
            built.insert(head.id);
        }
        graph.ancestors.push_back(std::move(ancestors));
    }
    for (const Operation& o : operations) {
        const Slot& slot = slots.at(o.id);
        if (slot.state != 1) {
            const Head* missing = missingOf(o, slots, creation);
            graph.waiting.push_back({ o.id, missing ? *missing : Head {} });
        } else if (!built.contains(o.id)) {
            graph.heads.push_back({ o.id, slot.check });
        }
    }
    std::sort(graph.heads.begin(), graph.heads.end());
    std::sort(graph.waiting.begin(), graph.waiting.end(),
        [](const Waiting& a, const Waiting& b) { return a.operation < b.operation; });
    return graph;
}

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

/// One write of one field, and which writes it supersedes.
struct Write {
    std::size_t position;
    Value value;
    std::vector<std::size_t> supersededBy; // positions
};

bool isGreater(const Graph& graph, std::size_t a, std::size_t b)
{
    const Operation& left = *graph.operations[a];
    const Operation& right = *graph.operations[b];
    return std::pair(left.stamp, left.id) > std::pair(right.stamp, right.id);
}

bool supersededWithin(const Graph& graph, const Write& write, std::size_t position)
{
    return std::any_of(write.supersededBy.begin(), write.supersededBy.end(),
        [&](std::size_t by) { return graph.isAncestor(by, position); });
}

/// A write takes out of *current* what its author was shown: every candidate of its base when they agree or
/// when it settles the field, else only the value that was shown (design.md 4).
void supersede(const Graph& graph, std::vector<Write>& writes, const Write& now, bool settles)
{
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < writes.size(); ++i)
        if (graph.isAncestor(writes[i].position, now.position)
            && !supersededWithin(graph, writes[i], now.position))
            candidates.push_back(i);
    if (candidates.empty())
        return;
    std::size_t shown = candidates.front();
    for (const std::size_t i : candidates)
        if (isGreater(graph, writes[i].position, writes[shown].position))
            shown = i;
    const Value shownValue = writes[shown].value;
    for (const std::size_t i : candidates)
        if (settles || writes[i].value == shownValue)
            writes[i].supersededBy.push_back(now.position);
}

std::optional<Write> writeOf(const Graph& graph, std::size_t position, const std::string& field,
    bool outsideSignature)
{
    const Operation& o = *graph.operations[position];
    if (o.fields.contains(field))
        return Write { position, valueIn(o.fields, field), {} };
    if (field == kRemovedField) {
        if (o.kind == Kind::Remove || o.kind == Kind::Restore)
            return Write { position, o.kind == Kind::Remove ? Value(1) : Value(), {} };
        return std::nullopt;
    }
    if (writesEverything(o.kind) && !(outsideSignature && o.kind == Kind::Sign))
        return Write { position, Value(), {} };
    return std::nullopt;
}

/// The unsuperseded writes of a field, the one shown first.
std::vector<Write> currentWrites(const Graph& graph, const std::string& field, bool outsideSignature)
{
    std::vector<Write> writes;
    for (std::size_t i = 0; i < graph.operations.size(); ++i) {
        auto now = writeOf(graph, i, field, outsideSignature);
        if (!now)
            continue;
        supersede(graph, writes, *now, contains(graph.operations[i]->settles, field));
        writes.push_back(std::move(*now));
    }
    std::erase_if(writes, [](const Write& write) { return !write.supersededBy.empty(); });
    std::sort(writes.begin(), writes.end(), [&](const Write& a, const Write& b) {
        return isGreater(graph, a.position, b.position);
    });
    return writes;
}

Candidate candidateOf(const Operation& o, Value value)
{
    return { o.id, o.stamp, o.author, std::move(value) };
}

void mergeField(const Graph& graph, const std::string& field, RecordState& state)
{
    const auto writes = currentWrites(graph, field, contains(state.afterSigning, field));
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
        conflict.candidates.push_back(candidateOf(*graph.operations[write.position], write.value));
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

/// The standing signature that is shown: not cancelled by a descendant, greatest (stamp, id).
std::optional<std::size_t> standingSignature(const Graph& graph)
{
    std::optional<std::size_t> shown;
    for (std::size_t i = 0; i < graph.operations.size(); ++i) {
        if (graph.operations[i]->kind != Kind::Sign)
            continue;
        bool cancelled = false;
        for (std::size_t later = i + 1; later < graph.operations.size(); ++later)
            cancelled = cancelled
                || (graph.operations[later]->kind == Kind::Cancel && graph.isAncestor(i, later));
        if (!cancelled && (!shown || isGreater(graph, i, *shown)))
            shown = i;
    }
    return shown;
}

/// Whether an operation touches what a signature covers.
bool touchesSigned(const Operation& o, const std::vector<std::string>& afterSigning)
{
    if (o.kind == Kind::Cancel || o.kind == Kind::Settle)
        return false;
    if (o.kind != Kind::Write)
        return true;
    return std::any_of(o.fields.begin(), o.fields.end(),
        [&](const auto& field) { return !contains(afterSigning, field.first); });
}

std::set<OperationId> settledOperations(const Graph& graph)
{
    std::set<OperationId> settled;
    for (const Operation* o : graph.operations)
        if (o->kind == Kind::Settle)
            for (const Head& head : o->named)
                settled.insert(head.id);
    return settled;
}

/// Puts the snapshot in place of what has come beside it, and lists that.
void showSignature(const Graph& graph, std::size_t signature, RecordState& state)
{
    const Operation& sign = *graph.operations[signature];
    state.signature = sign.id;
    state.life = Life::Signed;
    std::erase_if(state.values, [&](const auto& field) { return !contains(state.afterSigning, field.first); });
    for (const auto& [field, value] : sign.fields)
        if (!value.isNull() && !contains(state.afterSigning, field))
            state.values[field] = value;
    std::erase_if(state.conflicts,
        [&](const Conflict& conflict) { return !contains(state.afterSigning, conflict.field); });
    const auto settled = settledOperations(graph);
    for (std::size_t i = 0; i < graph.operations.size(); ++i) {
        const Operation& o = *graph.operations[i];
        if (i != signature && !graph.isAncestor(i, signature) && touchesSigned(o, state.afterSigning)
            && !settled.contains(o.id))
            state.beside.push_back(candidateOf(o, {}));
    }
    std::sort(state.beside.begin(), state.beside.end(),
        [](const Candidate& a, const Candidate& b) { return a.operation < b.operation; });
}

Life unsignedLife(const Graph& graph, const RecordState& state)
{
    if (state.values.contains(kRemovedField))
        return Life::Removed;
    const bool cancelled = std::any_of(graph.operations.begin(), graph.operations.end(),
        [](const Operation* o) { return o->kind == Kind::Cancel; });
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
        if (!operations.empty())
            state.type = operations.front().type;
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
    for (const std::string& field : fieldsOf(graph, state.afterSigning))
        mergeField(graph, field, state);
    state.life = unsignedLife(graph, state);
    if (const auto signature = standingSignature(graph))
        showSignature(graph, *signature, state);
    return state;
}

} // namespace patronat::journal
