// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readtx.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace patronat::store {

using base::GroupId;
using base::OperationId;
using base::RecordId;

namespace {

struct Signature
{
    OperationId id;
    GroupId group;
};
using Signatures = std::unordered_map<RecordId, std::vector<Signature>>;

/// Of all records, in one pass through the journal: record by record each would open its frames
/// again.
Signatures allSignatures(const ReadTx& tx)
{
    Signatures out;
    tx.journal().forEach([&](OperationId id, std::string_view bytes) {
        const auto view = journal::view(id, bytes);
        if (view && view->kind == journal::Kind::Sign)
            out[view->record].push_back({ id, journal::decode(*view).group });
    });
    return out;
}

/// One signed record, and what lies under it beside its signature.
class Covering
{
public:
    Covering(const ReadTx& tx, const Signatures& signatures, const profile::RecordType& signer,
        RecordId root)
        : m_tx(tx)
        , m_signatures(signatures)
        , m_signer(signer)
        , m_under { { signer.id, root, {} } }
    {
        // A child that was signed with an earlier signature of the record is not signed again with
        // the next.
        if (const auto own = signatures.find(root); own != signatures.end())
            for (const Signature& signature : own->second)
                m_groups.insert(signature.group);
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
                if (m_under[i].type != parent->target)
                    continue;
                for (const RecordId child : m_tx.children(childType, parent->id, m_under[i].id)) {
                    const auto group = coveringGroup(childType, child, m_under[i].group);
                    m_under.push_back({ childType, child, group });
                    if (!group)
                        add(childType, child, out);
                }
            }
        }
    }

private:
    /// The group by whose signature the child is covered; `above` is that of what it lies under.
    std::optional<GroupId> coveringGroup(
        const std::string& type, RecordId child, const std::optional<GroupId>& above) const
    {
        const auto own = m_signatures.find(child);
        if (own == m_signatures.end())
            return std::nullopt;
        auto life = m_tx.connection().prepare(
            "SELECT life = 'signed' FROM " + sqlName(type) + " WHERE id = ?1");
        life.bind(1, child);
        if (!life.step() || life.integer(0) == 0)
            return std::nullopt;
        // Of several only one stands.
        const auto state = own->second.size() == 1 ? std::nullopt : standing(type, child);
        for (const Signature& signature : own->second)
            if ((own->second.size() == 1 || signature.id == state)
                && (signature.group == above || isOfGroup(type, child, signature.group)))
                return signature.group;
        return std::nullopt;
    }

    std::optional<OperationId> standing(const std::string& type, RecordId child) const
    {
        const auto state = m_tx.state(type, child);
        return state ? std::optional(state->signature) : std::nullopt;
    }

    /// A group in which the record was signed; or one in which a document was signed that hangs on
    /// the record, stands, and is named by the child: what a supplement adds is covered by it, and
    /// what lies under that.
    bool isOfGroup(const std::string& type, RecordId child, GroupId group) const
    {
        if (m_groups.contains(group))
            return true;
        for (const profile::Field& field : m_tx.tables().find(type)->type().fields) {
            const Table* document
                = field.target.empty() ? nullptr : m_tx.tables().find(field.target);
            const profile::Field* above = document == nullptr || !document->type().hasLife
                ? nullptr
                : document->type().field(document->type().parent);
            if (above != nullptr && above->target == m_signer.id
                && wasSignedIn(field, child, type, document->type(), *above, group))
                return true;
        }
        return false;
    }

    bool wasSignedIn(const profile::Field& field, RecordId child, const std::string& type,
        const profile::RecordType& document, const profile::Field& above, GroupId group) const
    {
        auto select = m_tx.connection().prepare("SELECT d.id FROM " + sqlName(type) + " AS c JOIN "
            + sqlName(document.id) + " AS d ON d.id = c." + sqlName(field.id)
            + " WHERE c.id = ?1 AND d.life = 'signed' AND d." + sqlName(above.id) + " = ?2");
        select.bind(1, child).bind(2, m_under.front().id);
        if (!select.step())
            return false;
        const auto signatures = m_signatures.find(select.id<RecordId>(0));
        return signatures != m_signatures.end()
            && std::any_of(signatures->second.begin(), signatures->second.end(),
                [&](const Signature& one) { return one.group == group; });
    }

    void add(const std::string& type, RecordId child, std::vector<UncoveredChild>& out) const
    {
        auto creation = m_tx.journal().operation(base::idCast<OperationId>(child));
        if (creation)
            out.push_back({ m_signer.id, m_under.front().id, type, child, std::move(*creation) });
    }

    const ReadTx& m_tx;
    const Signatures& m_signatures;
    const profile::RecordType& m_signer;
    struct Under
    {
        std::string type;
        RecordId id;
        std::optional<GroupId> group; ///< that covers it, when it is no group of the record itself
    };
    std::vector<Under> m_under; ///< the record first
    std::set<GroupId> m_groups;
};

/// The groups in which a record was signed, by its history.
std::set<GroupId> signingGroups(const std::vector<journal::Operation>& history)
{
    std::set<GroupId> groups;
    for (const journal::Operation& operation : history)
        if (operation.kind == journal::Kind::Sign)
            groups.insert(operation.group);
    return groups;
}

/// Whether the signature that stands on a part was given in one of the groups.
bool standsIn(
    const ReadTx& tx, const std::string& type, RecordId part, const std::set<GroupId>& groups)
{
    const auto history = tx.history(type, part);
    if (!history)
        return false;
    const OperationId signature = journal::replay(*history).signature;
    return std::any_of(history->begin(), history->end(),
        [&](const journal::Operation& o) { return o.id == signature && groups.contains(o.group); });
}

} // namespace

base::Result<SignPlan> ReadTx::cancelPlan(std::string_view type, RecordId id) const
{
    PATRONAT_LET(const Record root, record(type, id));
    PATRONAT_LET(const std::vector<journal::Operation> own, history(type, id));
    const std::set<GroupId> groups = signingGroups(own);
    SignPlan plan { { root.type, id, root.heads } };
    // Also what lies under a part that is not signed (now): all levels are walked.
    std::vector<std::pair<std::string, RecordId>> under { { root.type, id } };
    for (const std::string& childType : m_tables.find(type)->type().signsWith) {
        const Table* table = m_tables.find(childType);
        const profile::Field* parent
            = table == nullptr ? nullptr : table->type().field(table->type().parent);
        if (parent == nullptr)
            continue;
        const std::size_t above = under.size();
        for (std::size_t i = 0; i < above; ++i) {
            if (under[i].first != parent->target)
                continue;
            for (const RecordId child : children(childType, parent->id, under[i].second)) {
                under.emplace_back(childType, child);
                PATRONAT_LET(const Record part, record(childType, child));
                if (part.life == "signed" && standsIn(*this, childType, child, groups))
                    plan.push_back({ childType, child, part.heads });
            }
        }
    }
    return plan;
}

std::vector<UncoveredChild> ReadTx::uncoveredChildren() const
{
    std::vector<UncoveredChild> out;
    const Signatures signatures = allSignatures(*this);
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
            Covering(*this, signatures, table.type(), record).list(out);
    }
    return out;
}

} // namespace patronat::store
