// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casesummary.h"

#include "core/access/visibility.h"
#include "ui/common/valuetext.h"
#include "ui/forms/loadedrecord.h"

#include <algorithm>
#include <map>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

/// Reads texts of one row by name, in the order they were asked for.
class Row
{
public:
    explicit Row(const db::Statement& statement)
        : m_statement(statement)
    {
    }
    std::string text() { return std::string(m_statement.text(m_at++)); }
    RecordId id() { return m_statement.id<RecordId>(m_at++); }
    int number() { return static_cast<int>(m_statement.integer(m_at++)); }

private:
    const db::Statement& m_statement;
    int m_at = 0;
};

template <typename Fn>
void eachRow(const ReadTx& tx, const char* sql, RecordId family, const std::string& today, Fn fn)
{
    auto select = tx.connection().prepare(sql);
    select.bind(*select.parameter(":family"), family);
    if (const auto at = select.parameter(":today"))
        select.bind(*at, std::string_view(today));
    while (select.step())
        fn(Row(select));
}

void addHead(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    eachRow(tx,
        R"(SELECT f.name, f.phone, coalesce(f."addrFact.settlement" || ', ', '') || coalesce(f."addrFact.street", '')
             || coalesce(', ' || f."addrFact.house", '') || coalesce('-' || f."addrFact.flat", ''),
             (SELECT t.name FROM territory AS t WHERE t.id = f.territory),
             EXISTS (SELECT 1 FROM conflict AS c WHERE c.record = f.id)
           FROM family AS f WHERE f.id = :family)",
        family, today, [&](Row row) {
            out.name = row.text();
            out.phone = row.text();
            out.address = row.text();
            out.territory = row.text();
            out.hasConflict = row.number() != 0;
        });
}

/// The same as the facts of papers that take it for a reason not to be signed.
void addConsent(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    if (tx.tables().find("consent") == nullptr)
        return;
    eachRow(tx,
        R"(SELECT EXISTS (SELECT 1 FROM consent AS c WHERE c.family = :family AND c.purpose = 'support' AND c.life = 'signed'
               AND c.withdrawnAt <= :today)
             AND NOT EXISTS (SELECT 1 FROM consent AS c WHERE c.family = :family AND c.purpose = 'support' AND c.life = 'signed'
               AND c.withdrawnAt IS NULL AND coalesce(c.validTo, '9999') >= :today))",
        family, today, [&](Row row) { out.isConsentWithdrawn = row.number() != 0; });
}

void addEpisodes(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    eachRow(tx,
        R"(SELECT e.id, e.regNo, e.regDate, e.endDate, e.legalStatus, e.primaryCategory, e.caseManager,
             e.kind
           FROM episode AS e WHERE e.family = :family AND e.life NOT IN ('removed', 'erased')
           ORDER BY e.regDate DESC, e.id DESC)",
        family, today, [&](Row row) {
            CaseLine line { "episode", row.id(), {}, row.text(), {} };
            line.date = row.text();
            const std::string end = row.text();
            const std::string status = row.text();
            const std::string category = row.text();
            if (out.episodes.empty()) {
                out.regNo = line.title;
                out.regDate = line.date;
                out.endDate = end;
                out.status = status;
                out.category = category;
                out.curator = staffName(tx, row.id());
                out.kind = row.text();
            }
            line.detail = end;
            out.episodes.push_back(std::move(line));
        });
    eachRow(tx,
        R"(SELECT c.id, c.person, coalesce(c.eduOrganisation, '') || coalesce(', ' || c.eduClass, '') FROM childCard AS c
           WHERE c.family = :family AND c.life NOT IN ('removed', 'erased') ORDER BY c.id)",
        family, today, [&](Row row) {
            CaseLine line { "childCard", row.id(), {}, {}, {} };
            line.title = row.id().hex(); // replaced by the person's name
            line.isName = true;
            line.detail = row.text();
            out.children.push_back(std::move(line));
        });
}

void addMembers(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    eachRow(tx,
        R"(SELECT m.id, m.person, p.surname || ' ' || coalesce(p.firstName, '') || coalesce(' ' || p.patronymic, ''),
             m.role, coalesce(p.birthDate, CAST(p.birthYear AS TEXT)), coalesce(m.livesTogether, 0),
             coalesce(m.isLegalRepresentative, 0)
           FROM member AS m LEFT JOIN person AS p ON p.id = m.person
           WHERE m.family = :family AND m.life NOT IN ('removed', 'erased') AND (m."to" IS NULL OR m."to" >= :today)
           ORDER BY m.n, m.id)",
        family, today, [&](Row row) {
            CaseMember member { row.id(), row.id(), row.text(), row.text(), row.text(),
                row.number() != 0, row.number() != 0 };
            for (CaseLine& child : out.children)
                if (child.title == member.person.hex())
                    child.title = member.name;
            out.members.push_back(std::move(member));
        });
}

void addProgrammes(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    eachRow(tx,
        R"(SELECT p.id, p.no, p."from", p."to", p.goal, p.life, count(m.id) - count(CASE m.state WHEN 'cancelled' THEN 1 END),
             count(CASE m.state WHEN 'done' THEN 1 END), count(CASE m.state WHEN 'partly' THEN 1 END),
             count(CASE WHEN m.state IN ('notStarted', 'inProgress') AND m.due < :today THEN 1 END)
           FROM programme AS p LEFT JOIN measure AS m ON m.programme = p.id AND m.life NOT IN ('removed', 'erased')
           WHERE p.family = :family AND p.life NOT IN ('removed', 'erased') GROUP BY p.id ORDER BY p."from" DESC)",
        family, today, [&](Row row) {
            out.programmes.push_back({ row.id(), row.text(), row.text(), row.text(), row.text(),
                row.text(), row.number(), row.number(), row.number(), row.number() });
        });
    eachRow(tx,
        R"(SELECT s.programme, s.id, s.no, s.date, s.newTo, count(CASE l.change WHEN 'added' THEN 1 END),
             count(CASE l.change WHEN 'changed' THEN 1 END), count(CASE l.change WHEN 'cancelled' THEN 1 END)
           FROM supplement AS s LEFT JOIN supplementLine AS l ON l.supplement = s.id AND l.life NOT IN ('removed', 'erased')
           WHERE s.family = :family AND s.life = 'signed' GROUP BY s.id ORDER BY s.date, s.id)",
        family, today, [&](Row row) {
            const RecordId programme = row.id();
            const CaseSupplement one { row.id(), row.text(), row.text(), row.text(), row.number(),
                row.number(), row.number() };
            for (CaseProgramme& of : out.programmes)
                if (of.id == programme) {
                    of.supplements.push_back(one);
                    of.to = std::max(of.to, one.newTo);
                }
        });
    eachRow(tx,
        R"(SELECT m.id, m.due, m.title, m.responsible FROM measure AS m
           WHERE m.family = :family AND m.life NOT IN ('removed', 'erased') AND m.state IN ('notStarted', 'inProgress')
             AND :today IS NOT NULL
           ORDER BY m.due IS NULL, m.due LIMIT 12)",
        family, today, [&](Row row) {
            CaseLine line { "measure", row.id(), row.text(), row.text(), row.text() };
            if (out.nextDue.empty()) {
                out.nextDue = line.date;
                out.nextTitle = line.title;
            }
            out.measures.push_back(std::move(line));
        });
}

void addHearings(const ReadTx& tx, RecordId family, const std::string& today, CaseSummary& out)
{
    eachRow(tx,
        R"(SELECT a.id, coalesce(a.protocolDate, (SELECT g.date FROM meeting AS g WHERE g.id = a.meeting)), a.topic,
             coalesce((SELECT group_concat(d.text, '; ') FROM decision AS d WHERE d.agendaItem = a.id
               AND d.life NOT IN ('removed', 'erased')), '')
           FROM agendaItem AS a WHERE a.family = :family AND a.life NOT IN ('removed', 'erased') ORDER BY 2 DESC)",
        family, today, [&](Row row) {
            out.hearings.push_back(
                { "agendaItem", row.id(), row.text(), row.text(), row.text(), true });
        });
}

/// Names of the offices that operations came from, each looked up once.
class Offices
{
public:
    Offices(const ReadTx& tx, const store::SiteIdentity& here)
        : m_tx(tx)
        , m_here(here)
    {
    }

    const std::string& nameOf(base::OperationId operation)
    {
        const auto bytes = operation.bytes();
        const std::string origin(reinterpret_cast<const char*>(bytes.data()), bytes.size() / 2);
        const auto known = m_names.find(origin);
        return known != m_names.end() ? known->second
                                      : m_names.emplace(origin, read(origin)).first->second;
    }

private:
    std::string read(const std::string& origin) const
    {
        auto select = m_tx.connection().prepare("SELECT o.site, s.name FROM origin AS o LEFT JOIN "
                                                "site AS s ON s.id = o.site WHERE o.origin = ?1");
        select.bindBlob(1, origin);
        if (!select.step())
            return {};
        return select.id<base::SiteId>(0) == m_here.id ? m_here.name : std::string(select.text(1));
    }
    const ReadTx& m_tx;
    const store::SiteIdentity& m_here;
    std::map<std::string, std::string> m_names;
};

std::string kindWord(const journal::Operation& operation)
{
    switch (operation.kind) {
    case journal::Kind::Sign:
        return "signed";
    case journal::Kind::Cancel:
        return "cancelled";
    case journal::Kind::Settle:
        return "settled";
    case journal::Kind::Remove:
        return "removed";
    case journal::Kind::Restore:
        return "restored";
    case journal::Kind::Erase:
        return "erased";
    case journal::Kind::Write:
        break;
    }
    return operation.isCreation() ? "created" : "changed";
}

} // namespace

Result<CaseSummary> caseSummary(const ReadTx& tx, const store::Rules&, RecordId family,
    const std::string& today, const std::string&)
{
    CaseSummary out;
    addHead(tx, family, today, out);
    if (out.name.empty())
        return base::Error { base::ErrorCode::NotFound, { "family", family.hex() }, {} };
    addConsent(tx, family, today, out);
    addEpisodes(tx, family, today, out);
    addMembers(tx, family, today, out);
    addProgrammes(tx, family, today, out);
    addHearings(tx, family, today, out);
    return out;
}

Result<std::vector<CaseChange>> caseTimeline(const ReadTx& tx, const store::Rules& rules,
    const store::SiteIdentity& here, RecordId family, RecordId viewer, const std::string& language,
    std::size_t limit)
{
    std::vector<CaseChange> out;
    const access::Viewer who = access::viewerOf(tx, viewer);
    Offices offices(tx, here);
    PATRONAT_LET(const store::Record root, tx.record("family", family));
    for (const store::Table& table : tx.tables().all()) {
        if (table.type().unitKind == profile::UnitKind::Everyone)
            continue;
        struct Held
        {
            RecordId id;
            bool isRemoved = false;
        };
        std::vector<Held> held;
        auto select = tx.connection().prepare("SELECT id, life = 'removed' FROM "
            + store::sqlName(table.type().id) + " WHERE unit = ?1");
        select.bind(1, root.unit);
        while (select.step())
            held.push_back({ select.id<RecordId>(0), select.integer(1) != 0 });
        select.reset();
        for (const auto& [id, isRemoved] : held) {
            PATRONAT_LET(const auto operations, tx.history(table.type().id, id));
            const std::string title = access::mayRead(table.type(), who)
                ? recordTitle(tx, rules, table.type().id, id, language)
                : std::string();
            CaseChange* removal = nullptr;
            const std::size_t first = out.size();
            for (const journal::Operation& operation : operations) {
                CaseChange change { table.type().id, id, operation.stamp,
                    staffName(tx, operation.author), title, kindWord(operation), {},
                    offices.nameOf(operation.id), operation.id };
                if (operation.kind == journal::Kind::Write && !operation.isCreation())
                    for (const auto& [name, value] : operation.fields)
                        change.fields.push_back(name);
                out.push_back(std::move(change));
            }
            for (std::size_t i = first; i < out.size(); ++i)
                if (out[i].kind == "removed")
                    removal = &out[i];
            if (removal != nullptr)
                removal->canRestore = isRemoved;
        }
    }
    std::sort(out.begin(), out.end(), [](const CaseChange& a, const CaseChange& b) {
        return a.stamp != b.stamp ? a.stamp > b.stamp : b.operation < a.operation;
    });
    if (out.size() > limit)
        out.resize(limit);
    return out;
}

} // namespace patronat::ui
