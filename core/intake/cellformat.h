// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <string>

namespace patronat::intake {

/// Whether a number format of Excel shows a date or a time: by its number (14 to 22, 45 to 47 and
/// those of East Asia), or by its letters outside quotes and brackets.
bool isDateFormat(int number, QStringView code);

/// A day that stands as a number: 1 is 1900-01-01 (Excel has a 29 February 1900 too, which gives
/// nothing), or 0 is 1904-01-01. With a time "2015-03-02T10:30:00"; less than a day is a time only.
std::optional<std::string> isoOfSerial(double serial, bool from1904);

/// As a person would have typed it: "79170000001", "0.5"; no 7.917E10, no 0.30000000000000004.
std::string numberText(double number);

} // namespace patronat::intake
