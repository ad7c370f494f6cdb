// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <utility>

namespace patronat::ui {

/// The periods that a filter offers.
enum class Span
{
    ThisMonth,
    LastMonth,
    ThisQuarter,
    ThisYear,
    LastYear
};

/// First and last day.
inline std::pair<QDate, QDate> daysOf(Span span, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    switch (span) {
    case Span::ThisMonth:
        return { month, month.addMonths(1).addDays(-1) };
    case Span::LastMonth:
        return { month.addMonths(-1), month.addDays(-1) };
    case Span::ThisQuarter:
        return { quarter, quarter.addMonths(3).addDays(-1) };
    case Span::ThisYear:
        return { QDate(today.year(), 1, 1), QDate(today.year(), 12, 31) };
    case Span::LastYear:
        break;
    }
    return { QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31) };
}

} // namespace patronat::ui
