// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/world.h"

#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/exchange/merge.h"
#include "core/exchange/sites.h"
#include "tests/core/exchange/simulator/deeds.h"

#include <algorithm>
#include <filesystem>

namespace patronat::tests::simulator {

namespace fs = std::filesystem;

namespace {

vault::InstitutionKey makeInstitution()
{
    base::SeededRandom random(414);
    return vault::createInstitution("Institution", random);
}

store::SiteIdentity identityOf(const Plan& plan, std::size_t number)
{
    base::SeededRandom random(plan.seed * 31 + number);
    const bool supervisor = number < plan.supervisors;
    const std::string code = "S" + std::to_string(number);
    return { { random.next(), random.next() }, supervisor ? "supervisor" : "office", code, code };
}

} // namespace

Ground::Ground(const fs::path& where)
    : folder(where)
    , profiles(makeProfiles(where / "profiles"))
    , prepared(where / "prepared.db")
    , institution(makeInstitution())
{
    Site::prepare(prepared, profiles.first);
}

World::World(const Ground& ground, const Plan& plan, fs::path folder, std::function<void(const std::string&)> tell)
    : m_ground(ground)
    , m_plan(plan)
    , m_folder(std::move(folder))
    , m_tell(std::move(tell))
{
    for (std::size_t i = 0; i < plan.supervisors + plan.offices; ++i) {
        const std::string district = i < plan.supervisors ? "" : kDistricts[i % std::size(kDistricts)];
        m_sites.push_back(std::make_unique<Site>(
            m_folder, i, identityOf(plan, i), district, beliefOf(plan.clocks[i]), plan.seed * 1000 + i));
        m_sites.back()->startFrom(ground.prepared, ground.profiles.first);
    }
    settleIn();
}

/// Every site is certified, and knows the others' certificates: what they may see.
void World::settleIn()
{
    std::vector<std::string> certificates;
    for (const auto& site : m_sites) {
        const std::vector<std::string> territories
            = site->isSupervisor() ? std::vector<std::string> {} : std::vector { site->district() };
        required(exchange::certifySite(site->store(), m_ground.institution, territories), "certify");
        certificates.push_back(required(exchange::membership(site->store()), "membership").certificate);
    }
    for (const auto& site : m_sites)
        for (const std::string& certificate : certificates)
            required(exchange::learnSite(site->store(), certificate), "learn");
}

void World::step(const Action& action)
{
    Deeds(*this, action).run();
}

Parcel World::pack(Site& from, const Site* recipient, bool all)
{
    exchange::ExportOptions options;
    options.file = m_folder / ("parcel" + std::to_string(++m_files) + ".patronat-batch");
    options.all = all;
    if (recipient)
        options.recipient = recipient->id().hex();
    base::Job job;
    required(exchange::exportBatch(from.store(), options, job), "export of " + from.name());
    Parcel parcel { options.file, from.name(), recipient ? recipient->id() : base::SiteId {}, {} };
    if (!recipient)
        parcel.contents = from.graph();
    return parcel;
}

bool World::mayReceive(const Site& site, const Parcel& parcel) const
{
    if (m_plan.scoped && !site.isSupervisor())
        return parcel.recipient == site.id();
    return true;
}

std::uint64_t World::merge(Site& to, const Parcel& parcel)
{
    base::Job job;
    const auto report = required(exchange::mergeBatches(to.store(), { parcel.file }, {}, job), "merge at " + to.name());
    for (const exchange::BatchOutcome& outcome : report.batches)
        if (outcome.refused)
            throw Broken("a genuine batch was refused: " + describe(*outcome.refused));
    to.acknowledged.insert(parcel.contents.begin(), parcel.contents.end());
    return report.totals().fresh + report.totals().forks;
}

} // namespace patronat::tests::simulator
