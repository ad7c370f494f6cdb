// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/properties.h"

#include "core/base/hash.h"
#include "core/exchange/scope.h"
#include "core/exchange/unittotals.h"
#include "core/store/digest.h"
#include "core/store/rebuild.h"
#include "core/store/verify.h"
#include "tests/core/exchange/simulator/reach.h"

#include <algorithm>

namespace patronat::tests::simulator {

using base::RecordId;
using base::Result;
using base::UnitId;
using journal::RecordState;
using store::ReadTx;

namespace {

constexpr int kMaxRounds = 12;

base::Digest256 digestOf(const Site& site, const std::function<bool(UnitId)>& inScope = {})
{
    return required(site.store().read([&](const ReadTx& tx) -> Result<base::Digest256> { return digest(tx, inScope); }),
        "digest of " + site.name());
}

exchange::UnitTotals totalsOf(const Site& site)
{
    return required(site.store().read(
                        [](const ReadTx& tx) -> Result<exchange::UnitTotals> { return exchange::unitTotals(tx.connection()); }),
        "units of " + site.name());
}

exchange::Scope scopeAt(const Site& supervisor, const std::string& district)
{
    return required(supervisor.store().read([&](const ReadTx& tx) -> Result<exchange::Scope> {
        return exchange::Scope(tx, { district });
    }),
        "scope");
}

} // namespace

void Properties::check()
{
    if (m_world.plan().scoped) {
        settleScopes();
        // Of two contents under one id, an office whose scope has only the other one does not meet the one that
        // stands: it learns of it when it meets everything.
        if (!m_world.ledger().hasForks())
            unitsAreWhole();
        nothingElseArrived();
    }
    settleAll();
    nothingIsLost();
    digestsAgree("after everybody met everybody");
    filesAreClean("after everybody met everybody");
    valuesLeaveOnlyWhenShown();
    signaturesStand();
    profilesDoNotMatter();
}

/// Supervisors among themselves everything; offices by what is made for them. True when anything was new.
bool Properties::round(bool all)
{
    std::uint64_t fresh = 0;
    Site& hub = *m_world.sites().front();
    for (const auto& site : m_world.sites())
        if (site.get() != &hub)
            fresh += m_world.merge(hub, m_world.pack(*site, nullptr, false));
    const Parcel everything = m_world.pack(hub, nullptr, false);
    for (const auto& site : m_world.sites()) {
        if (site.get() == &hub)
            continue;
        if (site->isSupervisor() || all)
            fresh += m_world.merge(*site, everything);
        else
            // Of two files of one site each asks for all: what one has confirmed the other may not have.
            fresh += m_world.merge(*site, m_world.pack(hub, site.get(), site->wasCopied));
    }
    return fresh != 0;
}

void Properties::settleScopes()
{
    for (int i = 0; round(false); ++i)
        if (i == kMaxRounds)
            throw Broken("exchange by scope never came to an end");
}

void Properties::settleAll()
{
    for (int i = 0; round(true); ++i)
        if (i == kMaxRounds)
            throw Broken("exchange of everything never came to an end");
}

void Properties::unitsAreWhole()
{
    const Site& hub = *m_world.sites().front();
    const auto expected = totalsOf(hub);
    for (const auto& site : m_world.sites()) {
        if (site->isSupervisor())
            continue;
        const exchange::Scope scope = scopeAt(hub, site->district());
        const auto totals = totalsOf(*site);
        for (const UnitId& unit : scope.units()) {
            const auto there = expected.find(unit);
            const auto here = totals.find(unit);
            if (there != expected.end() && (here == totals.end() || here->second != there->second))
                throw Broken("unit " + unit.hex() + " is not whole at " + site->name() + ": "
                    + std::to_string(here == totals.end() ? 0 : here->second.operations) + " operations of "
                    + std::to_string(there->second.operations));
        }
        const auto inScope = [&](UnitId unit) { return scope.has(unit); };
        if (digestOf(*site, inScope) != digestOf(hub, inScope))
            throw Broken(site->name() + " shows its scope otherwise than the supervisor");
        for (const UnitId& unit : mustReach(hub, site->district()))
            if (!totals.contains(unit))
                throw Broken("unit " + unit.hex() + " is of " + site->district() + " and not at " + site->name());
    }
}

void Properties::nothingElseArrived()
{
    for (const auto& site : m_world.sites()) {
        if (site->isSupervisor())
            continue;
        const auto allowed = mayReach(m_world.ledger(), *m_world.sites().front(), site->district(), site->id());
        for (const auto& [unit, share] : totalsOf(*site))
            if (!unit.isNull() && !allowed.contains(unit))
                throw Broken("unit " + unit.hex() + " is at " + site->name() + " and never was of "
                    + site->district());
    }
}

void Properties::digestsAgree(const std::string& when)
{
    const base::Digest256 expected = digestOf(*m_world.sites().front());
    for (const auto& site : m_world.sites())
        if (digestOf(*site) != expected)
            throw Broken(when + ", " + site->name() + " has another digest than "
                + m_world.sites().front()->name());
}

void Properties::nothingIsLost()
{
    Contents expected;
    Contents anywhere;
    std::vector<Contents> helds;
    for (const auto& site : m_world.sites()) {
        expected.insert(site->acknowledged.begin(), site->acknowledged.end());
        helds.push_back(site->held());
        anywhere.insert(helds.back().begin(), helds.back().end());
    }
    for (const Content& content : expected) {
        // Of two contents under one id one is in the graph everywhere, the other kept where both were met.
        const bool forked = m_world.ledger().isForked(content.first);
        const Written* written = m_world.ledger().find(content);
        const std::string what = written ? "what was written at step " + written->step : "a seed";
        if (!anywhere.contains(content))
            throw Broken(what + " is nowhere: " + content.first.hex());
        for (std::size_t i = 0; i < helds.size(); ++i)
            if (!forked && !helds[i].contains(content))
                throw Broken(what + " is not at " + m_world.sites()[i]->name() + ": " + content.first.hex());
    }
}

void Properties::valuesLeaveOnlyWhenShown()
{
    const Site& hub = *m_world.sites().front();
    std::set<std::pair<std::string, RecordId>> records;
    for (const Written& written : m_world.ledger().all())
        records.emplace(written.type, written.record);
    for (const auto& [type, record] : records)
        leavesOnlyWhenShown(hub, record, type);
}

namespace {

struct Judged {
    RecordState state;
    std::vector<journal::Operation> history;
    std::set<base::OperationId> waiting;

    const journal::Operation* inEffect(const Written& written) const
    {
        for (const journal::Operation& o : history)
            if (o.id == written.content.first && o.hash == written.content.second && !waiting.contains(o.id))
                return &o;
        return nullptr;
    }
};

Result<Judged> judge(const ReadTx& tx, const std::string& type, RecordId record)
{
    PATRONAT_LET(auto history, tx.history(type, record));
    Judged out { journal::replay(history), std::move(history), {} };
    for (const journal::Waiting& waiting : out.state.waiting)
        out.waiting.insert(waiting.operation);
    return out;
}

bool isPresent(const RecordState& state, const Written& written, const std::string& field, const base::Value& value)
{
    const auto shown = state.values.find(field);
    if (shown != state.values.end() && shown->second == value)
        return true;
    if (const journal::Conflict* conflict = state.conflict(field))
        for (const journal::Candidate& candidate : conflict->candidates)
            if (candidate.operation == written.content.first || candidate.value == value)
                return true;
    return std::any_of(state.beside.begin(), state.beside.end(),
        [&](const journal::Candidate& beside) { return beside.operation == written.content.first; });
}

} // namespace

void Properties::leavesOnlyWhenShown(const Site& site, RecordId record, const std::string& type)
{
    const auto judged = site.store().read([&](const ReadTx& tx) { return judge(tx, type, record); });
    if (!judged)
        return; // lost with an older file, before anybody else had it
    const auto known = m_world.ledger().of(record);
    for (const Written* written : known) {
        const journal::Operation* operation = judged->inEffect(*written);
        if (operation == nullptr || written->kind == journal::Kind::Sign)
            continue;
        for (const auto& [field, value] : written->written) {
            if (value.isNull() || isPresent(judged->state, *written, field, value))
                continue;
            const bool excused = std::any_of(known.begin(), known.end(), [&](const Written* by) {
                const bool dismissed = std::find(by->named.begin(), by->named.end(), written->content.first) != by->named.end();
                return by != written && judged->inEffect(*by) && (dismissed || by->takesAway(field, value));
            });
            if (!excused)
                throw Broken(valueText(value) + ", written to " + field + " of " + type + " " + record.hex() + " at step "
                    + written->step + ", left without anybody who saw it putting another in its place");
        }
        for (const auto& [field, value] : written->written)
            if (written->kind == journal::Kind::Write
                && (!operation->fields.contains(field) || operation->fields.at(field) != value))
                throw Broken("the journal does not hold " + field + " as it was written at step " + written->step);
    }
}

/// A standing signature shows what its author was shown.
void Properties::signaturesStand()
{
    const Site& hub = *m_world.sites().front();
    for (const Written& written : m_world.ledger().all()) {
        if (written.kind != journal::Kind::Sign)
            continue;
        const auto judged = hub.store().read([&](const ReadTx& tx) { return judge(tx, written.type, written.record); });
        if (!judged || judged->state.signature != written.content.first || !judged->inEffect(written))
            continue;
        for (const auto& [field, value] : written.shown) {
            const auto shown = judged->state.values.find(field);
            if (!isAfterSigning(field) && (shown == judged->state.values.end() || shown->second != value))
                throw Broken(field + " of " + written.type + " " + written.record.hex() + " is not what was signed at step "
                    + written.step);
        }
        for (const auto& [field, value] : judged->state.values)
            if ((field == "title" || field == "note") && !written.shown.contains(field))
                throw Broken(field + " slipped into what was signed at step " + written.step);
    }
}

void Properties::filesAreClean(const std::string& when)
{
    for (const auto& site : m_world.sites()) {
        base::Job job;
        const auto report = required(store::verify(site->store(), job), "verify of " + site->name());
        if (report.clean())
            continue;
        std::string what;
        for (const store::VerifyProblem& problem : report.problems) {
            what += "; " + problem.code;
            for (const std::string& argument : problem.args)
                what += " " + argument;
        }
        throw Broken(when + ", " + site->name() + " is not clean" + what);
    }
}

void Properties::profilesDoNotMatter()
{
    for (const auto& site : m_world.sites())
        if (!site->isUpgraded())
            site->upgrade(m_world.ground().profiles.later);
    // The later profile ships a district more: whoever took it first has handed it round already, or nobody has.
    settleAll();
    digestsAgree("with one profile everywhere");
    filesAreClean("with one profile everywhere");
    const Site& chosen = *m_world.sites()[m_world.plan().seed % m_world.sites().size()];
    const base::Digest256 expected = digestOf(chosen);
    base::Job job;
    required(store::rebuildAll(chosen.store(), job), "rebuild of " + chosen.name());
    if (digestOf(chosen) != expected)
        throw Broken("a rebuild changed the digest of " + chosen.name());
    filesAreClean("after a rebuild");
}

} // namespace patronat::tests::simulator
