// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/replay.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace patronat::tests {

/// The merge rules of design.md 4 word by word, over explicit sets of ids: slow, and with no line in common
/// with replay.
class Oracle {
public:
    using Id = base::OperationId;
    using Set = std::set<Id>;

    explicit Oracle(const std::vector<journal::Operation>& operations)
    {
        for (const journal::Operation& o : operations)
            m_all.emplace(o.id, o);
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto& [id, o] : m_all)
                if (!m_effective.contains(id) && canTakeEffect(o)) {
                    m_effective.insert(id);
                    moved = true;
                }
        }
        for (const Id& id : m_effective)
            m_after.insert(m_all.at(id).afterSigning.begin(), m_all.at(id).afterSigning.end());
    }

    const Set& effective() const { return m_effective; }

    const Set& ancestors(Id id)
    {
        const auto known = m_ancestors.find(id);
        if (known != m_ancestors.end())
            return known->second;
        Set set;
        for (const journal::Head& head : m_all.at(id).base) {
            set.insert(head.id);
            const Set& further = ancestors(head.id);
            set.insert(further.begin(), further.end());
        }
        return m_ancestors.emplace(id, std::move(set)).first->second;
    }

    /// The writes of a field that nothing in `seen` supersedes.
    Set current(const Set& seen, const std::string& field)
    {
        Set out;
        for (const Id& write : seen) {
            bool superseded = !writes(write, field);
            for (const Id& by : seen)
                superseded = superseded || supersedes(by, write, field);
            if (!superseded)
                out.insert(write);
        }
        return out;
    }

    std::optional<Id> signature(const Set& seen)
    {
        std::optional<Id> shown;
        for (const Id& id : seen) {
            bool stands = m_all.at(id).kind == journal::Kind::Sign;
            for (const Id& later : seen)
                if (m_all.at(later).kind == journal::Kind::Cancel && ancestors(later).contains(id))
                    stands = false;
            if (stands && (!shown || rank(id) > rank(*shown)))
                shown = id;
        }
        return shown;
    }

    /// What the row of somebody who has seen `seen` shows.
    base::Value shown(const Set& seen, const std::string& field)
    {
        const auto sign = signature(seen);
        if (sign && signs(*sign, field))
            return valueOf(*sign, field);
        std::optional<Id> greatest;
        for (const Id& id : current(seen, field))
            if (!greatest || rank(id) > rank(*greatest))
                greatest = id;
        return greatest ? valueOf(*greatest, field) : base::Value();
    }

    base::Value valueOf(Id id, const std::string& field) const
    {
        const journal::Operation& o = m_all.at(id);
        if (field == journal::kRemovedField && !o.fields.contains(field))
            return o.kind == journal::Kind::Remove ? base::Value(1) : base::Value();
        const auto at = o.fields.find(field);
        return at == o.fields.end() ? base::Value() : at->second;
    }

    bool signs(Id id, const std::string& field) const
    {
        const journal::Operation& o = m_all.at(id);
        const bool calledOutside = m_after.contains(field);
        const bool carried = o.fields.contains(field)
            && std::find(o.afterSigning.begin(), o.afterSigning.end(), field) == o.afterSigning.end();
        return field != journal::kRemovedField && (!calledOutside || carried);
    }

    bool writes(Id id, const std::string& field) const
    {
        const journal::Operation& o = m_all.at(id);
        switch (o.kind) {
        case journal::Kind::Write:
            return o.fields.contains(field);
        case journal::Kind::Sign:
            return signs(id, field);
        case journal::Kind::Remove:
            return true;
        case journal::Kind::Erase:
            return field != journal::kRemovedField;
        case journal::Kind::Restore:
            return field == journal::kRemovedField;
        default:
            return false;
        }
    }

    /// A settlement takes away what it names, but not what lies outside signatures.
    bool dismisses(Id by, Id write, const std::string& field)
    {
        const journal::Operation& o = m_all.at(by);
        return o.kind == journal::Kind::Settle && !m_after.contains(field) && ancestors(by).contains(write)
            && std::find(o.named.begin(), o.named.end(), m_all.at(write).head()) != o.named.end();
    }

private:
    bool canTakeEffect(const journal::Operation& o) const
    {
        for (const journal::Head& head : o.base)
            if (!m_effective.contains(head.id) || m_all.at(head.id).head() != head)
                return false;
        return o.isCreation() || !o.base.empty();
    }

    std::pair<std::int64_t, Id> rank(Id id) const { return { m_all.at(id).stamp, id }; }

    bool supersedes(Id by, Id write, const std::string& field)
    {
        if (dismisses(by, write, field))
            return true;
        if (!writes(by, field) || !ancestors(by).contains(write))
            return false;
        const auto key = std::pair(std::pair(by, write), field);
        const auto known = m_supersedes.find(key);
        if (known != m_supersedes.end())
            return known->second;
        const Set seen = ancestors(by);
        const auto& settled = m_all.at(by).settles;
        const bool settles = std::find(settled.begin(), settled.end(), field) != settled.end();
        const bool answer = current(seen, field).contains(write)
            && (settles || valueOf(write, field) == shown(seen, field));
        return m_supersedes[key] = answer;
    }

    std::map<Id, journal::Operation> m_all;
    Set m_effective;
    std::set<std::string> m_after;
    std::map<Id, Set> m_ancestors;
    std::map<std::pair<std::pair<Id, Id>, std::string>, bool> m_supersedes;
};

} // namespace patronat::tests
