// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readtx.h"

#include <algorithm>
#include <set>

namespace patronat::store {

using base::GroupId;
using base::OperationId;
using base::RecordId;

namespace {

/// One signed record, and what lies under it beside its signature.
class Covering {
public:
    Covering(const ReadTx& tx, const profile::RecordType& signer, RecordId root)
        : m_tx(tx)
        , m_signer(signer)
        , m_under { { signer.id, root } }
    {
        // A child that was signed with an earlier signature of the record is not signed again with the next.
        const auto history = tx.history(signer.id, root);
        if (history)
            for (const journal::Operation& o : *history)
                if (o.kind == journal::Kind::Sign)
                    m_groups.insert(o.group);
    }

    void list(std::vector<UncoveredChild>& out)
    {
        for (const std::string& childType : m_signer.signsWith) {
            const Table* table = m_tx.tables().find(childType);
            const profile::Field* parent
                = table == nullptr ? nullptr : table->type().field(table->type().parent);
            if (parent == nullptr)
                continue;
            // What lies under an uncovered child is not covered either: all levels are walked.
            const std::size_t above = m_under.size();
            for (std::size_t i = 0; i < above; ++i) {
                if (m_under[i].first != parent->target)
                    continue;
                for (const RecordId child : m_tx.children(childType, parent->id, m_under[i].second)) {
                    m_under.emplace_back(childType, child);
                    if (!isCovered(childType, child))
                        add(childType, child, out);
                }
            }
        }
    }

private:
    bool isCovered(const std::string& type, RecordId child) const
    {
        const auto row = m_tx.record(type, child);
        if (!row || row->life != journal::lifeName(journal::Life::Signed))
            return false;
        const auto state = m_tx.state(type, child);
        const auto sign = state ? m_tx.journal().operation(state->signature) : std::nullopt;
        return sign && m_groups.contains(sign->group);
    }

    void add(const std::string& type, RecordId child, std::vector<UncoveredChild>& out) const
    {
        auto creation = m_tx.journal().operation(base::idCast<OperationId>(child));
        if (creation)
            out.push_back({ m_signer.id, m_under.front().second, type, child, std::move(*creation) });
    }

    const ReadTx& m_tx;
    const profile::RecordType& m_signer;
    std::vector<std::pair<std::string, RecordId>> m_under; ///< the record first
    std::set<GroupId> m_groups;
};

} // namespace

std::vector<UncoveredChild> ReadTx::uncoveredChildren() const
{
    std::vector<UncoveredChild> out;
    for (const Table& table : m_tables.all()) {
        if (table.type().signsWith.empty())
            continue;
        std::vector<RecordId> records;
        auto select = m_connection.prepare(
            "SELECT id FROM " + sqlName(table.type().id) + " WHERE life = 'signed' ORDER BY rowno");
        while (select.step())
            records.push_back(select.id<RecordId>(0));
        select.reset();
        for (const RecordId record : records)
            Covering(*this, table.type(), record).list(out);
    }
    return out;
}

} // namespace patronat::store
