// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/ratchet.h"
#include "tests/arch/sourcetree.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::arch {

/// Who may include whom, as the table of ARCHITECTURE.md says. Core folders stand there without
/// "core/"; here every folder has its whole path. A value.
class IncludeTable
{
public:
    /// Reads the first table of the text whose head is "folder | may include". Throws
    /// std::runtime_error naming what is not understood.
    static IncludeTable parse(std::string_view markdown);

    bool knows(const std::string& folder) const;
    bool allows(const std::string& from, const std::string& to) const;
    std::vector<std::string> folders() const;
    /// The folders of a circle, nothing when there is none.
    std::vector<std::string> circle() const;

private:
    std::map<std::string, std::set<std::string>> m_allowed;
};

/// Includes of core, ui and app that the table does not allow, and folders it does not name.
std::vector<Breach> includeBreaches(
    const std::vector<SourceFile>& files, const IncludeTable& table);

} // namespace patronat::arch
