// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace patronat::demo {

inline constexpr unsigned kMaxOffices = 45; ///< the institutions that the region's profile ships

struct DemoOptions {
    unsigned families = 1500;
    unsigned offices = 45; ///< 1 … kMaxOffices
    std::uint64_t seed = 1;
    std::filesystem::path out; ///< made when it is not there; files that exist are never replaced
    std::filesystem::path profile; ///< the folder of the profile, ".../resources/profiles/ru-ta"
    std::filesystem::path words; ///< names and phrases; empty: "demo" beside the folder of the profiles
};

struct DemoReport {
    std::vector<std::filesystem::path> offices; ///< office-01.db …
    std::filesystem::path region; ///< region.db
    std::filesystem::path institutionKey; ///< demo.institution-key
    std::uint64_t families = 0;
    std::uint64_t specialists = 0;
    std::uint64_t meetings = 0;
    std::uint64_t programmes = 0;
    std::uint64_t operations = 0; ///< written by the offices, the profile's seeds not counted
    std::uint64_t conflicts = 0; ///< open in region.db: made on purpose
    std::uint64_t besides = 0; ///< beside a signature in region.db: made on purpose
};

/// Makes a synthetic region under one institution: the databases of its offices, not yet merged, and a
/// supervisor's with all of them merged. Every byte follows from the options: clocks stand still and chance
/// comes from the seed, keys too, so nothing here may ever protect a real person.
base::Result<DemoReport> makeDemo(const DemoOptions& options, base::Job& job);

} // namespace patronat::demo
