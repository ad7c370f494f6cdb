// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/template.h"
#include "core/profile/profile.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patronat::documents {

/// One query of a paper and the lists of its rows.
struct Query
{
    std::string sql;
    std::map<std::string, Query, std::less<>> lists;
};

/// templates/ID.json, read. Its two forms lie beside it.
struct PaperPlan
{
    std::filesystem::path folder;
    std::string id;
    std::string type; ///< of the record printed
    profile::Label label;
    bool landscape = false;
    double margins[4] = { 20, 10, 10, 10 }; ///< left, top, right, bottom; millimetres
    std::string header; ///< a mustache line on top of the pages after the first
    std::string footer; ///< a mustache line at the foot of every page
    std::vector<std::string> given; ///< parameters that whoever prints it gives, beside the record
    Query data;
};

/// NotFound(template, id), FileNotReadable or ProfileBroken.
base::Result<PaperPlan> readPaperPlan(const profile::Profile& profile, std::string_view id);

/// Names of the parameters of an SQL text (":id" gives "id"), quoted text and comments left out.
std::set<std::string> parametersOf(std::string_view sql);

} // namespace patronat::documents
