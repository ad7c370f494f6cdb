// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findings.h"

#include "core/db/dberror.h"
#include "core/store/probes.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace patronat::store {

using base::RecordId;
using base::Status;
using profile::Severity;

namespace {

constexpr std::string_view kDuplicate = "duplicateNumber";

std::string_view letter(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "E";
    case Severity::Warning:
        return "W";
    case Severity::Info:
        break;
    }
    return "I";
}

Severity severityOf(std::string_view letter)
{
    return letter == "E" ? Severity::Error : letter == "W" ? Severity::Warning : Severity::Info;
}

void insertFinding(db::Connection& connection, const Finding& finding)
{
    // Two broken rules of one field are two findings.
    const std::string rule
        = finding.kind == "brokenRule" ? finding.kind + ":" + finding.argument : finding.kind;
    auto insert = connection.prepare(
        "INSERT INTO finding(record, rule, field, type, severity, argument) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT(record, rule, field) DO UPDATE SET argument = excluded.argument");
    insert.bind(1, finding.record).bindStatic(2, rule).bindStatic(3, finding.field).bindStatic(4, finding.type);
    insert.bindStatic(5, letter(finding.severity)).bindStatic(6, finding.argument).run();
}

bool anyFinding(db::Connection& connection)
{
    auto any = connection.prepare("SELECT EXISTS(SELECT 1 FROM finding)");
    any.step();
    return any.integer(0) != 0;
}

/// The records of one type that are looked at, in a temporary table.
class Touched {
public:
    explicit Touched(db::Connection& connection) : m_connection(connection)
    {
        m_connection.prepare("CREATE TEMP TABLE IF NOT EXISTS touched(id BLOB PRIMARY KEY) WITHOUT ROWID").run();
    }
    void set(const std::vector<RecordId>& sorted)
    {
        m_connection.prepare("DELETE FROM temp.touched").run();
        auto insert = m_connection.prepare("INSERT INTO temp.touched(id) VALUES(?1)");
        for (const RecordId id : sorted)
            insert.bind(1, id).run();
    }

private:
    db::Connection& m_connection;
};

using ByType = std::map<std::string, std::set<RecordId>, std::less<>>;

/// One run of updateFindings.
class Update {
public:
    Update(Store::Inner& inner, const Rules& rules, const std::string& today)
        : m_connection(inner.connection)
        , m_tables(inner.tables)
        , m_rules(rules)
        , m_today(today)
        , m_touched(inner.connection)
        , m_any(anyFinding(inner.connection))
    {
    }

    void run(const Changes& changes)
    {
        ByType types;
        std::unordered_set<RecordId> created;
        for (const Change& change : changes) {
            if (m_tables.find(change.type) != nullptr)
                types[change.type].insert(change.record);
            if (m_any && change.created)
                created.insert(change.record);
        }
        if (m_any) {
            addPartners(types);
            answerDangling(created);
        }
        for (const auto& [type, records] : types)
            lookAt(*m_tables.find(type), { records.begin(), records.end() });
    }

private:
    /// Those that shared a number with a touched record: when it has another one now, they are alone with theirs.
    void addPartners(ByType& types)
    {
        std::set<std::tuple<std::string, std::string, std::string>> numbers;
        for (const auto& [type, records] : types) {
            m_touched.set({ records.begin(), records.end() });
            auto select = m_connection.prepare("SELECT type, field, argument FROM finding WHERE record IN "
                                               "(SELECT id FROM temp.touched) AND rule = 'duplicateNumber'");
            while (select.step())
                numbers.emplace(select.text(0), select.text(1), select.text(2));
        }
        for (const auto& [type, field, number] : numbers) {
            auto select = m_connection.prepare("SELECT record FROM finding WHERE rule = 'duplicateNumber' AND type = ?1 "
                                               "AND field = ?2 AND argument = ?3");
            select.bindStatic(1, type).bindStatic(2, field).bindStatic(3, number);
            while (select.step())
                types[type].insert(select.id<RecordId>(0));
        }
    }

    void answerDangling(const std::unordered_set<RecordId>& created)
    {
        if (created.empty())
            return;
        std::vector<std::pair<RecordId, std::string>> answered;
        {
            auto select = m_connection.prepare(
                "SELECT record, field, argument FROM finding WHERE rule = 'danglingReference'");
            while (select.step())
                if (const auto target = RecordId::fromHex(select.text(2)); target && created.contains(*target))
                    answered.emplace_back(select.id<RecordId>(0), select.text(1));
        }
        for (const auto& [record, field] : answered) {
            auto remove = m_connection.prepare(
                "DELETE FROM finding WHERE record = ?1 AND rule = 'danglingReference' AND field = ?2");
            remove.bind(1, record).bindStatic(2, field).run();
        }
    }

    void lookAt(const Table& table, const std::vector<RecordId>& records)
    {
        m_touched.set(records);
        if (m_any)
            m_connection.prepare("DELETE FROM finding WHERE record IN (SELECT id FROM temp.touched)").run();
        for (const std::string& sql : numberIndexSql(table))
            m_connection.prepare(sql).run();
        std::vector<Probe> probes = declaredProbes(m_tables, table);
        const std::vector<Probe> rules = ruleProbes(m_rules, table);
        const std::size_t declared = probes.size();
        probes.insert(probes.end(), rules.begin(), rules.end());
        std::vector<Finding> found;
        try {
            found = askProbes(m_connection, table, probes, m_today);
        } catch (const db::DbError& error) {
            if (error.isFatal() || rules.empty())
                throw;
            // A rule that cannot be computed for one of them must not hide what is wrong with the others.
            probes.resize(declared);
            found = askProbes(m_connection, table, probes, m_today);
            oneByOne(table, found);
        }
        for (const Finding& finding : found) {
            insertFinding(m_connection, finding);
            if (finding.kind == kDuplicate)
                tellOthers(table, finding);
        }
    }

    void oneByOne(const Table& table, std::vector<Finding>& found)
    {
        auto select = m_connection.prepare(
            table.selectSql() + " WHERE life = 'signed' AND id IN (SELECT id FROM temp.touched)");
        while (select.step()) {
            base::Fields values;
            for (std::size_t i = 0; i < table.columns().size(); ++i) {
                base::Value value = select.value(Table::kFirstSelectedColumn + static_cast<int>(i));
                if (!value.isNull())
                    values.emplace(table.columns()[i].field, std::move(value));
            }
            for (const BrokenRule& rule : m_rules.check(table.type().id, values, m_today))
                if (rule.severity != Severity::Info)
                    found.push_back(findingOf(rule, table.type().id, select.id<RecordId>(0)));
        }
    }

    void tellOthers(const Table& table, const Finding& finding)
    {
        std::vector<RecordId> others;
        {
            auto select = m_connection.prepare(sameNumberSql(m_tables, table, *table.type().field(finding.field)));
            select.bind(1, finding.record);
            while (select.step())
                others.push_back(select.id<RecordId>(0));
        }
        for (const RecordId other : others) {
            Finding theirs = finding;
            theirs.record = other;
            insertFinding(m_connection, theirs);
        }
    }

    db::Connection& m_connection;
    const Tables& m_tables;
    const Rules& m_rules;
    const std::string& m_today;
    Touched m_touched;
    bool m_any;
};

Finding findingAt(const db::Statement& select)
{
    std::string rule(select.text(1));
    return { rule.substr(0, rule.find(':')), std::string(select.text(3)), select.id<RecordId>(0),
        std::string(select.text(2)), severityOf(select.text(4)), std::string(select.text(5)) };
}

constexpr std::string_view kSelect = "SELECT record, rule, field, type, severity, argument FROM finding";

} // namespace

Status updateFindings(
    Store::Inner& inner, const Rules& rules, const Changes& changes, const std::string& today)
{
    if (!changes.empty())
        Update(inner, rules, today).run(changes);
    return {};
}

std::vector<Finding> findings(const ReadTx& read)
{
    std::vector<Finding> out;
    auto select = read.connection().prepare(std::string(kSelect)
        + " ORDER BY CASE severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, type, record, rule, field");
    while (select.step())
        out.push_back(findingAt(select));
    return out;
}

std::vector<Finding> findingsOf(const ReadTx& read, RecordId record)
{
    std::vector<Finding> out;
    auto select = read.connection().prepare(std::string(kSelect) + " WHERE record = ?1 ORDER BY rule, field");
    select.bind(1, record);
    while (select.step())
        out.push_back(findingAt(select));
    return out;
}

} // namespace patronat::store
