// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/institution.h"
#include "tests/core/exchange/simulator/actions.h"
#include "tests/core/exchange/simulator/ledger.h"
#include "tests/core/exchange/simulator/site.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace patronat::tests::simulator {

/// What all runs of a process share: the profiles, a prepared database, an institution.
struct Ground {
    explicit Ground(const std::filesystem::path& folder);
    std::filesystem::path folder;
    Profiles profiles;
    std::filesystem::path prepared;
    vault::InstitutionKey institution;
};

/// A batch file in the hands of a courier.
struct Parcel {
    std::filesystem::path file;
    std::string from;
    base::SiteId recipient; ///< null: for whoever gets it
    Contents contents; ///< of a batch for whoever gets it
};

/// Sites, couriers and what people do, step by step. Throws Broken when something is not as promised.
class World {
public:
    World(const Ground& ground, const Plan& plan, std::filesystem::path folder, std::function<void(const std::string&)> tell);

    void step(const Action& action);

    const Plan& plan() const { return m_plan; }
    const Ground& ground() const { return m_ground; }
    const Ledger& ledger() const { return m_ledger; }
    const std::vector<std::unique_ptr<Site>>& sites() const { return m_sites; }
    void tell(const std::string& sentence) const { m_tell(sentence); }

    /// A batch of everything, or of what the recipient may see and has not confirmed.
    Parcel pack(Site& from, const Site* recipient, bool all);
    /// Returns how many operations were new.
    std::uint64_t merge(Site& to, const Parcel& parcel);
    bool mayReceive(const Site& site, const Parcel& parcel) const;

private:
    friend class Deeds;
    void settleIn();
    const Ground& m_ground;
    const Plan& m_plan;
    std::filesystem::path m_folder;
    std::function<void(const std::string&)> m_tell;
    std::vector<std::unique_ptr<Site>> m_sites;
    std::vector<Parcel> m_parcels;
    Ledger m_ledger;
    std::size_t m_files = 0;
};

} // namespace patronat::tests::simulator
