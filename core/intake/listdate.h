// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace patronat::intake {

/// How a list writes its days.
struct DateWriting
{
    std::string format; ///< kAutoDates or a format of Qt
    bool countsFrom1904 = false;
    int thisYear = 2026; ///< for years of two digits
};

struct ListDate
{
    std::string iso;
    bool isCenturyGuessed = false;
};

/// A day as people type it: 2.3.2015, 02/03/15, 2-3-2015, 2015-03-02, with "г." after it or a time
/// of midnight, or a number of Excel from 1927 on (a smaller one may be a year). Two digits of a
/// year lie within the eighty years before this one and the nineteen after. A day that no calendar
/// has gives nothing: nobody moves the 31st of February.
std::optional<ListDate> readListDate(const std::string& text, const DateWriting& writing);

} // namespace patronat::intake
