// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace patronat::store {

/// "2027-03-12" moved by days; empty when it is no date.
std::string plusDays(std::string_view isoDate, std::int64_t days);

/// «12» марта 2027 г. · 2027 елның 12 марты · 12 март 2027 г. · 12 March 2027; empty when it is no
/// date.
std::string longDate(std::string_view isoDate, std::string_view language);

/// 12.03.2027; empty when it is no date.
std::string shortDate(std::string_view isoDate);

/// "09:30" of "9:30", "09:30:00", "2027-03-12T09:30" (a local time) or "2027-03-12T06:30:00Z" (in
/// the zone named, an IANA id; of this computer when empty); empty when it is no time.
std::string clockTime(std::string_view iso, std::string_view zone);

/// How far the clocks of a zone (an IANA id; of this computer when empty) are ahead of UTC at a
/// moment.
std::int64_t zoneOffsetMs(std::string_view zone, std::int64_t ms);

/// Whole years from one ISO date to another; -1 when one is no date.
int yearsBetween(std::string_view from, std::string_view to);

} // namespace patronat::store
