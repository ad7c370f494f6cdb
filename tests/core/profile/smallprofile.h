// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/loader.h"
#include "tests/support/temporaryfolder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::tests {

/// A small but whole profile in a temporary folder: "base" holds what C++ requires, a person with
/// an address and a marked date, a family with its members; "region" extends it and changes
/// nothing.
class SmallProfile
{
public:
    SmallProfile();

    std::filesystem::path base() const { return m_folder.file("base"); }
    std::filesystem::path region() const { return m_folder.file("region"); }
    std::filesystem::path overlay() const { return m_folder.file("overlay"); }

    /// Writes "base/records/family.json" and the like, folders included.
    void write(std::string_view file, std::string_view content) const;
    std::string read(std::string_view file) const;
    /// Replaces the first `from` in a file; the test fails when there is none.
    void replace(std::string_view file, std::string_view from, std::string_view to) const;
    void remove(std::string_view file) const;
    /// An empty overlay, to be filled by the test.
    void addOverlay() const;

    /// Loads base; fails the test when it does not open.
    std::shared_ptr<const profile::Profile> load() const;

private:
    TemporaryFolder m_folder;
};

/// The first problem with that code; fails the test, listing what there was, when there is none.
profile::Problem findProblem(const profile::Loaded& loaded, std::string_view code);
/// One line a problem, for messages of tests.
std::string listed(const std::vector<profile::Problem>& problems);

} // namespace patronat::tests
