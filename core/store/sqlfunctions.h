// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/connection.h"
#include "core/profile/profile.h"
#include "core/store/paperwords.h"

#include <string>
#include <string_view>

namespace patronat::store {

/// Makes the functions of papers, lists and reports (resources/profiles/FORMAT.md) callable on a connection, in one
/// language: long_date short_date clock plus_days age initials surname_initials label labels address setting money
/// decimal. Labels of codes are the profile's, overridden by the records of type classifierCode as they stand now:
/// registered anew, it reads them anew. Throws DbError.
void registerSqlFunctions(
    db::Connection& connection, const profile::Profile& profile, std::string_view language);

/// The setting at a dotted path ("paper.organisation") as text; a label gives its text in `language`; empty when
/// there is none.
std::string settingOf(const profile::Profile& profile, std::string_view path, std::string_view language);

/// The word as the profile has it ("words" of its settings), else the engine's own.
std::string wordOf(const profile::Profile& profile, PaperWord word, std::string_view language);

} // namespace patronat::store
