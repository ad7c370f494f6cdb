// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/profile/profile.h"
#include "core/store/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace patronat::bench {

/// The measured region: the demonstration's offices, their batches, a centre with all of them merged, and one
/// working day of every office as batches for that centre. Kept in a folder and made once.
class Region {
public:
    Region(std::filesystem::path folder, std::filesystem::path profile, unsigned families, unsigned offices);

    /// Makes what is missing. Throws std::runtime_error with what went wrong.
    void make();

    unsigned families() const { return m_families; }
    const std::shared_ptr<const profile::Profile>& profile() const { return m_profile; }
    std::filesystem::path centre() const { return m_folder / "centre.db"; }
    std::filesystem::path scratch(const std::string& name) const { return m_folder / name; }
    const std::vector<std::filesystem::path>& offices() const { return m_offices; }
    const std::vector<std::filesystem::path>& batches() const { return m_batches; }
    const std::vector<std::filesystem::path>& days() const { return m_days; }

    /// Opens with the writer in the calling thread.
    std::unique_ptr<store::Store> open(const std::filesystem::path& file) const;
    /// A new supervisor's database under the demonstration's institution.
    std::unique_ptr<store::Store> newCentre(const std::filesystem::path& file) const;
    void exportTo(store::Store& store, const std::filesystem::path& file, const std::string& recipient = {}) const;
    void merge(store::Store& store, const std::vector<std::filesystem::path>& files) const;

private:
    void makeBatches();
    void makeCentre();
    void makeDays();
    static void prepareDays(store::Store& office, std::uint64_t seed);
    void workOneDay(store::Store& office, std::uint64_t seed) const;

    std::filesystem::path m_folder;
    std::filesystem::path m_profileFolder;
    unsigned m_families;
    std::shared_ptr<const profile::Profile> m_profile;
    std::vector<std::filesystem::path> m_offices;
    std::vector<std::filesystem::path> m_batches;
    std::vector<std::filesystem::path> m_days;
    mutable base::SeededRandom m_random { 7 };
    base::SystemClock m_clock;
};

void removeDatabase(const std::filesystem::path& file);
void copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace patronat::bench
