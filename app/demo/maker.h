// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo.h"
#include "app/demo/office.h"

#include <functional>
#include <memory>

namespace patronat::demo {

/// What stays the same for all offices of a region.
struct Region {
    const DemoOptions& options;
    std::shared_ptr<const profile::Profile> profile;
    Words words;
    /// Makes a new site a member of the demonstration's institution; `territory` empty: of all of it.
    std::function<base::Status(store::Store& store, const std::string& territory)> certify;
};

/// A family that two offices know, with a programme still in draft where there is one.
struct SharedFamily {
    base::RecordId family;
    std::vector<base::RecordId> persons;
    base::RecordId programme;
};

/// What is left of an office when its database is closed.
struct OfficeMade {
    std::filesystem::path file;
    std::uint64_t seed = 0;
    base::RecordId specialist; ///< who edits what is shared
    std::vector<SharedFamily> shared;
    std::uint64_t specialists = 0;
    std::uint64_t meetings = 0;
    std::uint64_t programmes = 0;
    std::uint64_t operations = 0;
};

/// Time and chance of one opening of a database. Each opening has its own, or an origin would come twice.
struct Circumstances {
    Circumstances(std::uint64_t seed, std::uint64_t opening, Day day);
    store::Environment environment() const { return { clock, chance }; }
    base::ManualClock clock;
    mutable base::SeededRandom chance;
};

store::OpenOptions openOptions(const Region& region);
/// "учебные данные" on everything it prints.
base::Status markAsDemo(store::Store& store);

base::Result<OfficeMade> makeOffice(const Region& region, const OfficePlan& plan, base::Job& job);

/// Two neighbouring offices exchange a few families of the first and then both work with them: on different fields,
/// on the same field differently and equally, and beside a signature.
base::Status meetNeighbours(const Region& region, const OfficeMade& first, const OfficeMade& second, std::uint64_t& operations);

/// A supervisor's database with all offices merged; fills in what of the report is seen there.
base::Status makeRegionDatabase(const Region& region, const std::vector<OfficeMade>& offices, base::Job& job, DemoReport& report);

} // namespace patronat::demo
