// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <array>
#include <optional>
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

/// How a kept filter writes a period that moves with the calendar.
inline constexpr std::array kSpanNames { std::pair { Span::ThisMonth, "thisMonth" },
    std::pair { Span::LastMonth, "lastMonth" }, std::pair { Span::ThisQuarter, "thisQuarter" },
    std::pair { Span::ThisYear, "thisYear" }, std::pair { Span::LastYear, "lastYear" } };

inline QString spanName(Span span)
{
    for (const auto& [one, name] : kSpanNames)
        if (one == span)
            return QString::fromLatin1(name);
    return {};
}

inline std::optional<Span> spanNamed(const QString& name)
{
    for (const auto& [span, one] : kSpanNames)
        if (name == QLatin1String(one))
            return span;
    return std::nullopt;
}

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
