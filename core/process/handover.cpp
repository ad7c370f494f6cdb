// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/handover.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/process/caseholders.h"
#include "core/process/deadlines.h"
#include "core/process/workcalendar.h"

#include <algorithm>
#include <set>

namespace patronat::process {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using store::ReadTx;

namespace {

constexpr std::size_t kIsoDate = 10;
/// From so many cases on the dates of all are read at once.
constexpr std::size_t kManyCases = 6;

/// A field that follows a hand-over for good, as the profile's setting "handOver" declares it.
struct Following
{
    std::string type;
    std::string field;
    std::string when; ///< SQL over `r`; empty: always
};

std::vector<Following> followingOf(const profile::Profile& profile)
{
    std::vector<Following> out { { "episode", "caseManager", {} } };
    const auto settings = nlohmann::json::parse(profile.settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("handOver"))
        return out;
    for (const auto& one : settings["handOver"].value("follows", nlohmann::json::array())) {
        Following following { one.value("type", ""), one.value("field", ""),
            one.value("when", "") };
        const profile::RecordType* type = profile.type(following.type);
        if (type != nullptr && type->field(following.field) != nullptr
            && !(following.type == "episode" && following.field == "caseManager"))
            out.push_back(std::move(following));
    }
    return out;
}

struct StaffWords
{
    std::string name; ///< Галиева А.Р.
    std::string post;
    std::string until; ///< last day at work; empty: still there
    RecordId organisation;
};

std::optional<StaffWords> staffWords(const ReadTx& tx, RecordId id)
{
    const auto record = tx.record("staff", id);
    if (!record || record->life == "removed" || record->life == "erased")
        return std::nullopt;
    const auto text = [&](const char* field) {
        const auto at = record->values.find(field);
        return at == record->values.end() ? std::string() : std::string(at->second.textOr({}));
    };
    StaffWords out { text("surname"), text("post"), text("to"), {} };
    const std::string initials
        = base::initial(text("firstName")) + base::initial(text("patronymic"));
    out.name += initials.empty() ? "" : ' ' + initials;
    const auto organisation = record->values.find("organisation");
    if (organisation != record->values.end() && organisation->second.reference() != nullptr)
        out.organisation = *organisation->second.reference();
    return out;
}

/// Finds what a hand-over takes along; changes nothing.
class Planning
{
public:
    Planning(const ReadTx& tx, const HandOverAsked& asked, const std::string& today)
        : m_tx(tx)
        , m_asked(asked)
        , m_today(today)
        , m_following(followingOf(tx.profile()))
    {
    }

    Result<HandOverPlan> run()
    {
        if (!hasHandOvers(m_tx.profile())) {
            miss("notDeclared");
            return std::move(m_plan);
        }
        checkPeople();
        checkSaid();
        for (const RecordId episode : episodes())
            PATRONAT_TRY(add(episode));
        if (m_plan.cases.empty() && m_plan.problems.empty())
            miss("noCases");
        PATRONAT_TRY(addDates());
        return std::move(m_plan);
    }

private:
    void miss(std::string code, std::string argument = {})
    {
        m_plan.problems.push_back({ std::move(code), std::move(argument) });
    }

    void checkPeople()
    {
        if (m_asked.from.isNull() || m_asked.to.isNull())
            return miss("who");
        const auto from = staffWords(m_tx, m_asked.from);
        const auto to = staffWords(m_tx, m_asked.to);
        if (!from)
            miss("noStaff", m_asked.from.hex());
        if (!to)
            miss("noStaff", m_asked.to.hex());
        if (m_asked.from == m_asked.to)
            miss("sameStaff");
        if (to && !to->until.empty() && to->until < m_today)
            miss("leftStaff", to->name);
        m_plan.fromName = from ? from->name : std::string();
        m_plan.toName = to ? to->name : std::string();
    }

    void checkSaid()
    {
        if (base::trimmed(m_asked.reason).empty())
            miss("reason");
        const std::string& until = m_asked.until;
        if (!until.empty() && (until.size() != kIsoDate || !dayOf(until) || until < m_today))
            miss("until", until);
    }

    /// The newest open card of each case that was asked for.
    std::vector<RecordId> episodes()
    {
        std::vector<RecordId> out;
        if (m_asked.all) {
            auto select = m_tx.connection().prepare(
                "SELECT e.id FROM episode AS e WHERE e.caseManager = ?1 AND e.endDate IS NULL AND "
                "e.life NOT IN ('removed', 'erased') ORDER BY (SELECT f.name FROM family AS f "
                "WHERE f.id = e.family), e.id");
            select.bind(1, m_asked.from);
            while (select.step())
                out.push_back(select.id<RecordId>(0));
            return out;
        }
        for (const RecordId id : m_asked.cases)
            if (const auto episode = openEpisode(id);
                episode && std::find(out.begin(), out.end(), *episode) == out.end())
                out.push_back(*episode);
        return out;
    }

    std::optional<RecordId> openEpisode(RecordId id)
    {
        const auto type = m_tx.typeOf(id);
        if (!type || (*type != "family" && *type != "episode")) {
            miss("notACase", id.hex());
            return std::nullopt;
        }
        auto select = m_tx.connection().prepare(std::string("SELECT id FROM episode WHERE ")
            + (*type == "family" ? "family" : "id")
            + " = ?1 AND endDate IS NULL AND life NOT IN ('removed', 'erased', 'cancelled') ORDER "
              "BY regDate DESC, id DESC LIMIT 1");
        select.bind(1, id);
        if (select.step())
            return select.id<RecordId>(0);
        miss("closedCase", *type == "family" ? nameOf(id) : id.hex());
        return std::nullopt;
    }

    std::string nameOf(RecordId family) const
    {
        auto select = m_tx.connection().prepare("SELECT name FROM family WHERE id = ?1");
        select.bind(1, family);
        return select.step() ? std::string(select.text(0)) : family.hex();
    }

    base::Status add(RecordId episode)
    {
        PATRONAT_LET(const store::Record card, m_tx.record("episode", episode));
        CaseToHand one;
        one.episode = episode;
        one.family = *card.values.at("family").reference();
        one.name = nameOf(one.family);
        if (const auto number = card.values.find("regNo"); number != card.values.end())
            one.regNo = number->second.textOr({});
        const auto manager = card.values.find("caseManager");
        if (manager == card.values.end() || manager->second.reference() == nullptr
            || *manager->second.reference() != m_asked.from) {
            miss("notTheirs", one.name);
            return {};
        }
        for (const store::OpenConflict& conflict : m_tx.conflictsOf("episode", episode))
            if (conflict.field == "caseManager")
                miss("conflict", one.name);
        if (m_asked.until.empty())
            for (const Following& following : m_following)
                addNamed(following, one);
        m_plan.cases.push_back(std::move(one));
        return {};
    }

    /// Records of the case whose field names the old curator. A signal is of its own unit and names
    /// its family; a line of a table has the unit of its family and no field for it.
    void addNamed(const Following& following, CaseToHand& one)
    {
        const profile::RecordType& type = *m_tx.profile().type(following.type);
        const profile::Field* family = type.field("family");
        const bool byFamily = family != nullptr && family->target == "family";
        auto select = m_tx.connection().prepare("SELECT r.id, r.life FROM "
            + store::sqlName(type.id) + " AS r WHERE r." + store::sqlName(following.field)
            + " = ?1 AND r." + (byFamily ? "family" : "unit")
            + " = ?2 AND r.life NOT IN ('removed', 'erased', 'cancelled')"
            + (type.id == "episode" ? " AND r.endDate IS NULL" : "")
            + (following.when.empty() ? "" : " AND (" + following.when + "\n)") + " ORDER BY r.id");
        select.bind(1, m_asked.from).bind(2, one.family);
        while (select.step()) {
            NamedCurator named { following.type, select.id<RecordId>(0), following.field, {} };
            if (select.text(1) == "signed" && !type.field(following.field)->afterSigning)
                named.why = "signed";
            else if (isInConflict(named))
                named.why = "conflict";
            (named.why.empty() ? one.follow : one.stay).push_back(std::move(named));
        }
    }

    bool isInConflict(const NamedCurator& named) const
    {
        const auto conflicts = m_tx.conflictsOf(named.type, named.record);
        return std::any_of(conflicts.begin(), conflicts.end(),
            [&](const store::OpenConflict& one) { return one.field == named.field; });
    }

    /// What the new one will have to see to.
    base::Status addDates()
    {
        std::map<RecordId, CaseToHand*> of;
        for (CaseToHand& one : m_plan.cases)
            of[one.family] = &one;
        const auto count = [&](const std::vector<OpenDeadline>& all) {
            for (const OpenDeadline& open : all) {
                const auto at = of.find(open.family);
                if (at == of.end() || open.who != m_asked.from)
                    continue;
                const std::string due = isoOf(open.due.day);
                if (at->second->openDates++ == 0 || due < at->second->nextDue)
                    at->second->nextDue = due;
            }
        };
        if (of.size() >= kManyCases) {
            PATRONAT_LET(const auto all, deadlines(m_tx, m_today));
            count(all);
            return {};
        }
        for (const auto& [family, one] : of) {
            DeadlineScope scope;
            scope.family = family;
            PATRONAT_LET(const auto all, deadlines(m_tx, m_today, scope));
            count(all);
        }
        return {};
    }

    const ReadTx& m_tx;
    const HandOverAsked& m_asked;
    const std::string& m_today;
    std::vector<Following> m_following;
    HandOverPlan m_plan;
};

Value textOrNothing(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

Value referenceOrNothing(RecordId id)
{
    return id.isNull() ? Value() : Value(id);
}

/// The territory the act's number and scope are of: the office's, else that of the first family.
RecordId territoryOf(const ReadTx& tx, RecordId organisation, RecordId family)
{
    for (const auto& [sql, id] :
        { std::pair { "SELECT territory FROM organisation WHERE id = ?1", organisation },
            std::pair { "SELECT territory FROM family WHERE id = ?1", family } }) {
        auto select = tx.connection().prepare(sql);
        select.bind(1, id);
        if (!id.isNull() && select.step() && !select.isNull(0))
            return select.id<RecordId>(0);
    }
    return {};
}

/// Writes the act, its lines and what follows.
class Handing
{
public:
    Handing(store::WriteTx& tx, const HandOverAsked& asked, HandOverPlan plan)
        : m_tx(tx)
        , m_asked(asked)
        , m_today(tx.clock().today())
    {
        m_done.plan = std::move(plan);
    }

    Result<HandedOver> run()
    {
        PATRONAT_TRY(writeAct());
        int n = 0;
        for (const CaseToHand& one : m_done.plan.cases) {
            PATRONAT_TRY(writeLine(one, ++n));
            for (const NamedCurator& named : one.follow)
                PATRONAT_TRY(follow(named));
        }
        return std::move(m_done);
    }

private:
    /// What the act and each of its lines say alike: an office that holds one family only
    /// understands its line without the act.
    Fields common() const
    {
        Fields fields { { "from", m_asked.from }, { "to", m_asked.to },
            { "fromName", m_done.plan.fromName }, { "toName", m_done.plan.toName },
            { "temporary", m_asked.until.empty() ? 0 : 1 },
            { "until", textOrNothing(m_asked.until) },
            { "reason", base::trimmed(m_asked.reason) } };
        return fields;
    }

    base::Status writeAct()
    {
        const auto from = staffWords(m_tx.read(), m_asked.from);
        const auto to = staffWords(m_tx.read(), m_asked.to);
        const RecordId territory
            = territoryOf(m_tx.read(), from->organisation, m_done.plan.cases.front().family);
        if (territory.isNull())
            return { ErrorCode::InvalidArgument, { "handOver", "territory", "" } };
        Fields fields = common();
        fields["territory"] = territory;
        fields["organisation"] = referenceOrNothing(from->organisation);
        fields["date"] = m_today;
        fields["order"] = textOrNothing(base::trimmed(m_asked.order));
        fields["fromPost"] = textOrNothing(from->post);
        fields["toPost"] = textOrNothing(to->post);
        PATRONAT_LET(m_done.act, m_tx.create(kHandOverType, std::move(fields)));
        PATRONAT_LET(const store::Record act, m_tx.read().record(kHandOverType, m_done.act));
        if (const auto number = act.values.find("no"); number != act.values.end())
            m_done.number = number->second.textOr({});
        return {};
    }

    base::Status writeLine(const CaseToHand& one, int n)
    {
        Fields fields = common();
        fields["handOver"] = m_done.act;
        fields["n"] = n;
        fields["family"] = one.family;
        fields["episode"] = one.episode;
        fields["regNo"] = textOrNothing(one.regNo);
        fields["since"] = m_today;
        fields["followed"] = static_cast<int>(one.follow.size());
        fields["stayed"] = static_cast<int>(one.stay.size());
        fields["openCount"] = one.openDates;
        fields["nextDue"] = textOrNothing(one.nextDue);
        const auto line = m_tx.create(kHandedCaseType, std::move(fields));
        return line ? base::Status() : base::Status(line.error());
    }

    base::Status follow(const NamedCurator& named)
    {
        PATRONAT_LET(const store::Record record, m_tx.read().record(named.type, named.record));
        const auto done = m_tx.put(
            named.type, named.record, record.heads, { { named.field, Value(m_asked.to) } });
        return done ? base::Status() : base::Status(done.error());
    }

    store::WriteTx& m_tx;
    const HandOverAsked& m_asked;
    std::string m_today;
    HandedOver m_done;
};

} // namespace

std::size_t HandOverPlan::follows() const
{
    std::size_t count = 0;
    for (const CaseToHand& one : cases)
        count += one.follow.size();
    return count;
}

std::size_t HandOverPlan::stays() const
{
    std::size_t count = 0;
    for (const CaseToHand& one : cases)
        count += one.stay.size();
    return count;
}

Result<HandOverPlan> planHandOver(
    const ReadTx& tx, const HandOverAsked& asked, const std::string& today)
{
    return Planning(tx, asked, today).run();
}

Result<HandedOver> handOver(store::WriteTx& tx, const HandOverAsked& asked)
{
    PATRONAT_LET(HandOverPlan plan, planHandOver(tx.read(), asked, tx.clock().today()));
    if (!plan.problems.empty())
        return { ErrorCode::InvalidArgument,
            { "handOver", plan.problems.front().code, plan.problems.front().argument } };
    return Handing(tx, asked, std::move(plan)).run();
}

} // namespace patronat::process
