// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace patronat::ui {

/// What an administrator asks about this installation. A value, read beside the window.
struct Installation
{
    enum class Trust
    {
        Nobody, ///< belongs to no institution yet
        Joined, ///< belongs to one that has not certified it
        Certified
    };
    std::string kind; ///< "office" …
    std::string officeCode;
    std::string name;
    Trust trust = Trust::Nobody;
    std::string institution;
    std::string certified; ///< UTC moment of the certificate; empty: none
    bool servesAll = false; ///< its certificate names no territory: everything
    std::vector<std::string> territories; ///< names
    std::string profile;
    std::string profileVersion;
    bool isDemo = false;
    std::filesystem::path database;
    std::int64_t fileBytes = 0;
    std::int64_t logBytes = 0;
    std::int64_t draftBytes = 0;
    std::int64_t lastBackup = 0; ///< ms since 1970, UTC; 0: none was made
};

base::Result<Installation> installationOf(const store::Store& store);

} // namespace patronat::ui
