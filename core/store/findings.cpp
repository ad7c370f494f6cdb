// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findings.h"

#include "core/db/dberror.h"
#include "core/profile/required.h"
#include "core/store/hanging.h"
#include "core/store/probes.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace patronat::store {

using base::RecordId;
using base::Status;
using profile::Severity;

namespace {

/// Findings that two records have of each other.
bool isOfPair(std::string_view kind)
{
    return kind == "duplicateNumber" || kind == "concurrentTransition" || kind == "duplicateCode" || kind == "rival";
}

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
    std::string rule = finding.kind;
    if (finding.kind == "brokenRule" || finding.kind == "rival")
        rule += ':' + finding.argument.substr(0, finding.argument.find(':'));
    auto insert = connection.prepare(
        "INSERT INTO finding(record, rule, field, type, severity, argument) VALUES(?1, ?2, ?3, ?4, "
        "?5, ?6) "
        "ON CONFLICT(record, rule, field) DO UPDATE SET argument = excluded.argument");
    insert.bind(1, finding.record)
        .bindStatic(2, rule)
        .bindStatic(3, finding.field)
        .bindStatic(4, finding.type);
    insert.bindStatic(5, letter(finding.severity)).bindStatic(6, finding.argument).run();
}

bool anyFinding(db::Connection& connection)
{
    auto any = connection.prepare("SELECT EXISTS(SELECT 1 FROM finding)");
    any.step();
    return any.integer(0) != 0;
}

/// The records of one type that are looked at, in a temporary table.
class Touched
{
public:
    explicit Touched(db::Connection& connection)
        : m_connection(connection)
    {
        m_connection
            .prepare("CREATE TEMP TABLE IF NOT EXISTS touched(id BLOB PRIMARY KEY) WITHOUT ROWID")
            .run();
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

constexpr std::string_view kClassifierCode = "classifierCode";

std::string among(const Table& table)
{
    return sqlName(table.type().id) + ".id IN (SELECT id FROM temp.touched)";
}

} // namespace

struct Judge::Private
{
    Private(db::Connection& c, const Tables& t, const Rules& r)
        : connection(c)
        , tables(t)
        , rules(r)
        , glance(t)
        , hanging(c, t, glance)
    {
    }

    /// The questions of a type, put together when the first of its records is judged.
    /// `…WithoutRules`: asked instead when a rule cannot be computed.
    struct Questions
    {
        Questions(const Tables& tables, const Rules& rules, const Table& table)
        {
            std::vector<Probe> any = pairProbes(tables, table);
            const std::vector<Probe> ofSigned = ruleProbes(tables, rules, table);
            ofNew = Question(table, any, ofSigned);
            ofNewWithoutRules = Question(table, any, {});
            for (Probe& probe : declaredProbes(tables, table))
                any.push_back(std::move(probe));
            all = Question(table, any, ofSigned);
            allWithoutRules = Question(table, any, {});
        }
        Question all;
        Question allWithoutRules;
        Question ofNew; ///< what a Glance leaves open
        Question ofNewWithoutRules;
    };
    const Questions& questions(std::size_t type)
    {
        auto at = known.find(type);
        if (at == known.end())
            at = known.emplace(type, Questions(tables, rules, table(type))).first;
        return at->second;
    }
    const Table& table(std::size_t type) const { return tables.all()[type]; }

    db::Connection& connection;
    const Tables& tables;
    const Rules& rules;
    Glance glance;
    Hanging hanging;
    std::map<std::size_t, Questions> known;
};

/// One run of Judge::update.
class Judge::Update
{
public:
    Update(Private& judge, const std::string& today)
        : m_judge(judge)
        , m_connection(judge.connection)
        , m_glance(judge.glance)
        , m_today(today)
        , m_any(anyFinding(judge.connection))
    {
    }

    void run(const Changes& changes)
    {
        ByType types;
        std::unordered_set<RecordId> created;
        ByType rewritten; // signed or removed now, perhaps, or no longer
        bool newCodes = false;
        bool otherCodes = false;
        m_glance.close();
        for (const Change& change : changes) {
            const std::size_t type = m_judge.tables.position(change.type);
            if (type != Table::npos && !(change.created && m_glance.covers(type, change.record))) {
                types[type].insert(change.record);
                if (change.fields.empty())
                    rewritten[type].insert(change.record);
            }
            if (change.type == profile::kReasonType)
                addExplained(change.record, types);
            if (m_any && change.created)
                created.insert(change.record);
            newCodes = newCodes || change.type == kClassifierCode;
            otherCodes = otherCodes || (change.type == kClassifierCode && !change.created);
        }
        addDoubts(types);
        m_judge.hanging.addBelow(rewritten, types);
        if (m_any) {
            m_judge.hanging.addTold(rewritten, types);
            addPartners(types);
            addMovedWith(types);
            addDangling(created, types);
            if (newCodes)
                addUnknownCodes(types);
        }
        if (otherCodes)
            addUsersOfCodes(types);
        for (const auto& [type, records] : types)
            lookAt(type, { records.begin(), records.end() });
        for (std::size_t type = 0; type < m_judge.tables.all().size(); ++type)
            askOfNew(type);
    }

private:
    /// What the glance could not clear is looked at like any other record.
    void addDoubts(ByType& types)
    {
        for (std::size_t type = 0; type < m_judge.tables.all().size(); ++type)
            if (!m_glance.doubtful(type).empty())
                types[type].insert(m_glance.doubtful(type).begin(), m_glance.doubtful(type).end());
        std::vector<std::unordered_map<RecordId, Hanging::Above>> known(
            m_judge.tables.all().size()); // asked already, by type
        for (const Glance::Reference& reference : m_glance.references()) {
            if (m_glance.covers(reference.targetType, reference.target))
                continue;
            const auto [at, isNew] = known[reference.targetType].try_emplace(
                reference.target, Hanging::Above::Missing);
            if (isNew)
                at->second = m_judge.hanging.above(reference.targetType, reference.target);
            if (at->second == Hanging::Above::Missing
                || (at->second == Hanging::Above::Ended && reference.isUpward))
                types[reference.type].insert(reference.record);
        }
    }

    void addFound(ByType& types, db::Statement& select)
    {
        while (select.step())
            if (const std::size_t type = m_judge.tables.position(select.text(0));
                type != Table::npos)
                types[type].insert(select.id<RecordId>(1));
    }

    /// Those that shared a finding with a touched record: when it is otherwise now, they may be
    /// alone with theirs.
    void addPartners(ByType& types)
    {
        std::set<std::tuple<std::string, std::string, std::string, std::string>> shared;
        auto select = m_connection.prepare(
            "SELECT rule, type, field, argument FROM finding WHERE record = ?1 "
            "AND (rule IN ('duplicateNumber', 'concurrentTransition', 'duplicateCode') OR rule GLOB 'rival:*')");
        for (const auto& [type, records] : types)
            for (const RecordId record : records) {
                select.bind(1, record);
                while (select.step())
                    shared.emplace(select.text(0), select.text(1), select.text(2), select.text(3));
                select.reset();
            }
        for (const auto& [rule, type, field, argument] : shared) {
            auto others = m_connection.prepare("SELECT type, record FROM finding WHERE rule = ?1 "
                                               "AND type = ?2 AND field = ?3 AND argument = ?4");
            others.bindStatic(1, rule).bindStatic(2, type).bindStatic(3, field).bindStatic(
                4, argument);
            addFound(types, others);
        }
    }

    /// An event that takes another one back answers what that one was concurrent with.
    void addMovedWith(ByType& types)
    {
        const std::size_t events = m_judge.tables.position(profile::kEventType);
        if (events == Table::npos || !types.contains(events)
            || m_judge.tables.profile().processes.empty())
            return;
        const std::unordered_set<RecordId> touched(types[events].begin(), types[events].end());
        for (const RecordId event : touched) {
            auto others = m_connection.prepare(
                "SELECT type, record FROM finding WHERE rule = 'concurrentTransition' "
                "AND argument = (SELECT subject FROM caseEvent WHERE id = ?1)");
            others.bind(1, event);
            addFound(types, others);
        }
    }

    /// A reason that is kept, or taken away again, answers a warning or opens it.
    void addExplained(RecordId reason, ByType& types)
    {
        auto select = m_connection.prepare(
            "SELECT \"subjectType\", \"subject\" FROM " + sqlName(profile::kReasonType)
            + " WHERE id = ?1");
        select.bind(1, reason);
        if (!select.step())
            return;
        const std::size_t type = m_judge.tables.position(select.text(0));
        const auto subject = RecordId::fromHex(select.text(1));
        if (type != Table::npos && subject)
            types[type].insert(*subject);
    }

    /// A code that has come answers those that used it before.
    void addUnknownCodes(ByType& types)
    {
        auto select
            = m_connection.prepare("SELECT type, record FROM finding WHERE rule = 'unknownCode'");
        addFound(types, select);
    }

    /// What dangled is looked at again when something has come under the id it names.
    void addDangling(const std::unordered_set<RecordId>& created, ByType& types)
    {
        if (created.empty())
            return;
        auto select = m_connection.prepare(
            "SELECT type, record, argument FROM finding WHERE rule = 'danglingReference'");
        while (select.step()) {
            const auto target = RecordId::fromHex(select.text(2));
            const std::size_t type = m_judge.tables.position(select.text(0));
            if (type != Table::npos && target && created.contains(*target))
                types[type].insert(select.id<RecordId>(1));
        }
    }

    /// A code that is another one now may have been somebody's: everything that carries codes is
    /// looked at.
    void addUsersOfCodes(ByType& types)
    {
        for (std::size_t type = 0; type < m_judge.tables.all().size(); ++type) {
            const Table& table = m_judge.table(type);
            const bool hasCodes
                = std::any_of(table.type().fields.begin(), table.type().fields.end(),
                    [](const profile::Field& field) { return !field.classifier.empty(); });
            if (!hasCodes)
                continue;
            auto select = m_connection.prepare("SELECT id FROM " + sqlName(table.type().id));
            while (select.step())
                types[type].insert(select.id<RecordId>(0));
        }
    }

    void lookAt(std::size_t type, const std::vector<RecordId>& records)
    {
        const Table& table = m_judge.table(type);
        Where where { among(table), 0, {} };
        if (records.size() == 1) // what a person saves: no detour
            where = { sqlName(table.type().id) + ".id = :record", 0, records.front() };
        else
            Touched(m_connection).set(records);
        if (m_any)
            for (const RecordId record : records)
                m_connection.prepare("DELETE FROM finding WHERE record = ?1").bind(1, record).run();
        keep(table, m_judge.questions(type).all, m_judge.questions(type).allWithoutRules, where);
    }

    /// Of the rows that the glance saw only numbers and rules are left to ask: they follow one
    /// another.
    void askOfNew(std::size_t type)
    {
        if (m_glance.firstRow(type) == 0)
            return;
        const Table& table = m_judge.table(type);
        keep(table, m_judge.questions(type).ofNew, m_judge.questions(type).ofNewWithoutRules,
            { sqlName(table.type().id) + ".rowno >= :row", m_glance.firstRow(type), {} });
    }

    void keep(const Table& table, const Question& question, const Question& withoutRules,
        const Where& where)
    {
        std::vector<Finding> found;
        try {
            found = ask(m_connection, question, where, m_today);
        } catch (const db::DbError& error) {
            if (error.isFatal() || question.probes.size() == withoutRules.probes.size())
                throw;
            // A rule that cannot be computed for one of them must not hide what is wrong with the
            // others.
            found = ask(m_connection, withoutRules, where, m_today);
            oneByOne(table, where, found);
        }
        for (const Finding& finding : found) {
            insertFinding(m_connection, finding);
            if (isOfPair(finding.kind))
                tellOthers(table, finding);
        }
    }

    void oneByOne(const Table& table, const Where& where, std::vector<Finding>& found)
    {
        auto select
            = m_connection.prepare(table.selectSql() + " WHERE life = 'signed' AND " + where.sql);
        if (const auto parameter = select.parameter(":row"))
            select.bind(*parameter, where.row);
        if (const auto parameter = select.parameter(":record"))
            select.bind(*parameter, where.record);
        while (select.step()) {
            base::Fields values;
            for (std::size_t i = 0; i < table.columns().size(); ++i) {
                base::Value value = select.value(Table::kFirstSelectedColumn + static_cast<int>(i));
                if (!value.isNull())
                    values.emplace(table.columns()[i].field, std::move(value));
            }
            for (const BrokenRule& rule : m_judge.rules.check(table.type().id, values, m_today))
                if (rule.severity != Severity::Info
                    && !isExplained(select.id<RecordId>(0), rule))
                    found.push_back(findingOf(rule, table.type().id, select.id<RecordId>(0)));
        }
    }

    bool isExplained(RecordId record, const BrokenRule& rule)
    {
        if (rule.severity != Severity::Warning
            || m_judge.tables.find(profile::kReasonType) == nullptr)
            return false;
        const std::string subject = record.hex();
        auto select = m_connection.prepare("SELECT 1 FROM " + sqlName(profile::kReasonType)
            + " WHERE \"subject\" = ?1 AND \"rule\" = ?2 AND life NOT IN ('removed', 'erased')");
        return select.bindStatic(1, subject).bindStatic(2, rule.rule).step();
    }

    void tellOthers(const Table& table, const Finding& finding)
    {
        std::vector<RecordId> others;
        {
            auto select = m_connection.prepare(partnersSql(m_judge.tables, table, finding));
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

    Private& m_judge;
    db::Connection& m_connection;
    Glance& m_glance;
    const std::string& m_today;
    bool m_any;
};

namespace {

Finding findingAt(const db::Statement& select)
{
    std::string rule(select.text(1));
    return { rule.substr(0, rule.find(':')), std::string(select.text(3)), select.id<RecordId>(0),
        std::string(select.text(2)), severityOf(select.text(4)), std::string(select.text(5)) };
}

constexpr std::string_view kSelect
    = "SELECT record, rule, field, type, severity, argument FROM finding";

} // namespace

Judge::Judge(db::Connection& connection, const Tables& tables, const Rules& rules)
    : d(std::make_unique<Private>(connection, tables, rules))
{
}

Judge::~Judge() = default;

Glance& Judge::glance()
{
    return d->glance;
}

Status Judge::update(const Changes& changes, const std::string& today)
{
    if (!changes.empty())
        Update(*d, today).run(changes);
    return {};
}

std::vector<Finding> findings(const ReadTx& read)
{
    std::vector<Finding> out;
    auto select = read.connection().prepare(std::string(kSelect)
        + " ORDER BY CASE severity WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, type, record, rule, "
          "field");
    while (select.step())
        out.push_back(findingAt(select));
    return out;
}

std::vector<Finding> findingsOf(const ReadTx& read, RecordId record)
{
    std::vector<Finding> out;
    auto select = read.connection().prepare(
        std::string(kSelect) + " WHERE record = ?1 ORDER BY rule, field");
    select.bind(1, record);
    while (select.step())
        out.push_back(findingAt(select));
    return out;
}

} // namespace patronat::store
