// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace patronat::reports {

/// From the first day to the last, both within. ISO dates, so that comparing texts compares days.
struct Period {
    std::string id; ///< as asked: "2016Q3", "2016", "2016-01-01..2016-03-31"
    std::string from;
    std::string to;
    bool operator==(const Period&) const = default;
};

/// "2016Q3", "2016", "FROM..TO"; else InvalidArgument("period", text).
base::Result<Period> parsePeriod(std::string_view text);

Period yearPeriod(const std::string& year);

/// As paper says it in any language: "2016", "01.07.2016–30.09.2016".
std::string printed(const Period& period);

} // namespace patronat::reports
