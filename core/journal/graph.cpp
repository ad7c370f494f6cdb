// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/graph.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace patronat::journal {

namespace {

struct Slot {
    const Operation* operation = nullptr;
    std::vector<std::size_t> children; // indexes into the source
    std::size_t pending = 0; // parents held, not yet in effect
    bool blocked = false; // something it needs is not held, or is another content
    bool effective = false;
    bool built = false; // an effective operation names it
    std::size_t position = 0;
};

/// Finds what can take effect by following children from the creation: each operation and each head is
/// looked at once, whatever the stamps say.
class Ordering {
public:
    explicit Ordering(const std::vector<Operation>& source) : m_slots(source.size())
    {
        m_indexes.reserve(source.size());
        for (std::size_t i = 0; i < source.size(); ++i) {
            m_slots[i].operation = &source[i];
            m_indexes.emplace(source[i].id, i);
            if (source[i].isCreation())
                m_creation = &source[i];
        }
        for (std::size_t i = 0; i < source.size(); ++i)
            link(i);
    }

    Graph graph()
    {
        Graph graph;
        for (const std::size_t i : order())
            graph.operations.push_back(m_slots[i].operation);
        for (std::size_t position = 0; position < graph.size(); ++position)
            addAncestors(graph, position);
        listRest(graph);
        return graph;
    }

private:
    const Slot* held(const Head& head) const
    {
        const auto at = m_indexes.find(head.id);
        if (at == m_indexes.end())
            return nullptr;
        const Slot& slot = m_slots[at->second];
        return slot.operation->head().check == head.check ? &slot : nullptr;
    }
    Slot& parent(const Head& head) { return m_slots[m_indexes.at(head.id)]; }

    void link(std::size_t index)
    {
        Slot& slot = m_slots[index];
        const Operation& o = *slot.operation;
        if (o.isCreation())
            return;
        // Another type or unit than the creation's is no change of this record.
        slot.blocked = m_creation == nullptr || o.base.empty() || o.type != m_creation->type
            || o.unit != m_creation->unit;
        for (const Head& head : o.base) {
            if (held(head) == nullptr) {
                slot.blocked = true;
                continue;
            }
            parent(head).children.push_back(index);
            ++slot.pending;
        }
    }

    std::vector<std::size_t> order()
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            if (m_slots[i].operation == m_creation)
                order.push_back(i);
        for (std::size_t next = 0; next < order.size(); ++next) {
            Slot& slot = m_slots[order[next]];
            slot.effective = true;
            slot.position = next;
            for (const std::size_t child : slot.children)
                if (--m_slots[child].pending == 0 && !m_slots[child].blocked)
                    order.push_back(child);
        }
        return order;
    }

    void addAncestors(Graph& graph, std::size_t position)
    {
        const Operation& o = *graph.operations[position];
        Bits ancestors(graph.size());
        Bits ended(graph.size());
        for (const Head& head : o.base) {
            Slot& slot = parent(head);
            ancestors.unite(graph.ancestors[slot.position]);
            ancestors.add(slot.position);
            ended.unite(graph.ended[slot.position]);
            slot.built = true;
        }
        if (o.kind == Kind::Cancel)
            ended.unite(ancestors);
        graph.ancestors.push_back(std::move(ancestors));
        graph.ended.push_back(std::move(ended));
    }

    Waiting waiting(const Operation& o) const
    {
        for (const Head& head : o.base) {
            const Slot* slot = held(head);
            if (slot == nullptr || !slot->effective)
                return { o.id, head };
        }
        return { o.id, o.base.empty() ? Head {} : o.base.front() };
    }

    void listRest(Graph& graph) const
    {
        for (const Slot& slot : m_slots) {
            if (!slot.effective)
                graph.waiting.push_back(waiting(*slot.operation));
            else if (!slot.built)
                graph.heads.push_back(slot.operation->head());
        }
        std::sort(graph.heads.begin(), graph.heads.end());
        std::sort(graph.waiting.begin(), graph.waiting.end(),
            [](const Waiting& a, const Waiting& b) { return a.operation < b.operation; });
    }

    std::vector<Slot> m_slots;
    std::unordered_map<OperationId, std::size_t> m_indexes;
    const Operation* m_creation = nullptr;
};

void findLastUnaware(Graph& graph)
{
    graph.lastUnaware.resize(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
        std::size_t last = graph.size() - 1;
        while (last > i && graph.isAncestor(i, last))
            --last;
        graph.lastUnaware[i] = last;
    }
}

} // namespace

bool Graph::isGreater(std::size_t a, std::size_t b) const
{
    const Operation& left = *operations[a];
    const Operation& right = *operations[b];
    return std::pair(left.stamp, left.id) > std::pair(right.stamp, right.id);
}

Graph graphOf(const std::vector<Operation>& operations)
{
    Graph graph = Ordering(operations).graph();
    findLastUnaware(graph);
    return graph;
}

} // namespace patronat::journal
