// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/import.h"
#include "tests/support/office.h"

#include <map>
#include <string>

namespace patronat::tests {

/// The shipped profile of Tatarstan, loaded once.
std::shared_ptr<const profile::Profile> shippedProfile();

/// A list of persons as an office keeps it, with what goes wrong in such lists.
struct FaultyList
{
    std::string bytes; ///< windows-1251, semicolons
    std::size_t sound = 0;
    std::size_t repeated = 0;
    std::map<int, std::string> faults; ///< line -> reason
};
FaultyList faultyList(std::size_t rows, std::size_t faults, std::size_t repeats);
/// Which column is which field of a person.
extern const std::string kPersonMap;

intake::ListTable tableOfCsv(const std::string& bytes);
intake::Mapping mappingOf(const std::string& json, std::string_view type = {});
intake::ImportPlan plan(
    store::Store& store, const intake::ListTable& table, const intake::Mapping& mapping);
intake::Imported run(store::Store& store, const intake::ImportPlan& plan);

} // namespace patronat::tests
