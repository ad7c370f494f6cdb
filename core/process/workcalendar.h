// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/process/workdays.h"

#include <optional>
#include <string>
#include <string_view>

namespace patronat::store {
class ReadTx;
}

namespace patronat::process {

/// The days of the calendars that the profile's setting `calendars` names, as the records
/// `calendarDay` say them: the country's first, then what a region adds. A year counts as listed
/// when the country's calendar has a day of it that is no holiday of every year.
base::Result<WorkDays> workDays(const store::ReadTx& tx);

/// "2027-03-12", or the day of a moment; nothing when it is neither.
std::optional<Day> dayOf(std::string_view iso);
std::string isoOf(Day day);

} // namespace patronat::process
