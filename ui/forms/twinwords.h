// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/twins/verdict.h"

#include <QString>

#include <string>

namespace patronat::ui {

/// Why two records are perhaps about the same, as one line for people: what is alike first, what
/// differs last. `isMasked`: others are near, and values of the record found are not shown.
QString twinReasons(const twins::Verdict& verdict, const profile::RecordType& type,
    const std::string& language, bool isMasked);

} // namespace patronat::ui
