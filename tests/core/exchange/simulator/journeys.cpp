// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forks.h"
#include "tests/core/exchange/simulator/deeds.h"

#include <algorithm>

namespace patronat::tests::simulator {

using base::OperationId;
using store::ReadTx;

namespace {

constexpr std::size_t kMaxSites = 8;

struct Loose {
    OperationId id;
    std::string bytes;
};

/// About a half, a quarter … of what a site holds: whatever a hash of id and choice says.
std::vector<Loose> pickLoose(const Site& from, std::uint32_t choice)
{
    std::vector<Loose> out;
    const std::uint64_t share = 2 + choice % 3;
    required(from.store().read([&](const ReadTx& tx) -> base::Status {
        tx.journal().forEach([&](OperationId id, std::string_view bytes) {
            if (base::quickHash(id.hex(), choice) % share == 0)
                out.push_back({ id, std::string(bytes) });
        });
        return {};
    }),
        "read");
    return out;
}

} // namespace

Site& Deeds::other(std::uint32_t choice) const
{
    const auto& sites = m_world.m_sites;
    std::size_t at = choice % sites.size();
    if (sites[at].get() == &m_site)
        at = (at + 1) % sites.size();
    return *sites[at];
}

void Deeds::mustHold(const std::string& after) const
{
    told(after, {});
    const Contents held = m_site.held();
    for (const Content& content : m_site.acknowledged)
        if (!held.contains(content))
            throw Broken(m_site.name() + " lost an acknowledged write when it " + after + ": "
                + content.first.hex());
}

void Deeds::dispatch()
{
    Site& to = other(m_action.a);
    const bool addressed = m_action.b % 2 == 0 || (m_world.m_plan.scoped && !to.isSupervisor());
    m_world.m_parcels.push_back(m_world.pack(m_site, addressed ? &to : nullptr, m_action.b % 7 == 0));
    told("gives a courier a batch for " + (addressed ? to.name() : "whoever gets it"), {});
}

void Deeds::deliver()
{
    auto& parcels = m_world.m_parcels;
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        const std::size_t at = (m_action.a + i) % parcels.size();
        if (!m_world.mayReceive(m_site, parcels[at]))
            continue;
        const std::uint64_t fresh = m_world.merge(m_site, parcels[at]);
        told("merges a batch of " + parcels[at].from, std::to_string(fresh) + " new");
        if (m_action.c % 4 == 0 && m_world.merge(m_site, parcels[at]) != 0)
            throw Broken("a batch merged twice brought something the second time");
        if (m_action.c % 3 != 0)
            parcels.erase(parcels.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
}

void Deeds::lose()
{
    auto& parcels = m_world.m_parcels;
    if (parcels.empty())
        return;
    const std::size_t at = m_action.a % parcels.size();
    m_world.tell(std::to_string(m_action.number) + ". a batch of " + parcels[at].from + " is lost");
    parcels.erase(parcels.begin() + static_cast<std::ptrdiff_t>(at));
}

void Deeds::exchange()
{
    Site& to = other(m_action.a);
    const bool addressed = m_action.b % 2 == 0 || (m_world.m_plan.scoped && !to.isSupervisor());
    const std::uint64_t fresh = m_world.merge(to, m_world.pack(m_site, addressed ? &to : nullptr, false));
    told(std::string("hands ") + (addressed ? "what concerns it" : "everything") + " to " + to.name(),
        std::to_string(fresh) + " new");
}

void Deeds::relay()
{
    Site& to = other(m_action.a);
    if (m_world.m_plan.scoped && !to.isSupervisor())
        return;
    const std::vector<Loose> loose = pickLoose(m_site, m_action.c);
    required(to.store().bulk([&](store::Store::Inner& inner) -> base::Status {
        std::vector<journal::OperationView> fresh;
        for (const Loose& one : loose) {
            PATRONAT_LET(const journal::OperationView view, journal::view(one.id, one.bytes));
            if (inner.journal.holds(one.id)) {
                exchange::meetHeld(inner, view);
                continue;
            }
            inner.journal.keep(one.id, one.bytes);
            fresh.push_back(view);
        }
        inner.applier.apply(fresh, inner.changes);
        inner.journal.sealWhenFull();
        return {};
    }),
        "relay");
    for (const Loose& one : loose)
        to.acknowledged.insert({ one.id, journal::operationHash(one.id, one.bytes) });
    told("lets " + std::to_string(loose.size()) + " of its operations reach " + to.name(), {});
}

void Deeds::kill()
{
    m_site.kill();
    mustHold("lost its power");
}

void Deeds::goBack()
{
    if (!m_site.hasBackup())
        return;
    m_site.goBack(m_action.a);
    mustHold("went back to an older file");
}

void Deeds::copy(bool sameChance)
{
    auto& sites = m_world.m_sites;
    if (sites.size() >= kMaxSites)
        return;
    sites.push_back(std::make_unique<Site>(m_site, sites.size(), sameChance));
    told(sameChance ? "is copied with its chance" : "is copied", "the copy is " + sites.back()->name());
}

void Deeds::setClock()
{
    m_site.clock.set(beliefOf(m_action.a));
    told("believes it is " + base::isoTime(m_site.clock.nowMs()), {});
}

void Deeds::upgrade()
{
    if (m_site.isUpgraded())
        return;
    m_site.upgrade(m_world.m_ground.profiles.later);
    told("takes the later profile", {});
}

} // namespace patronat::tests::simulator
