// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/listdate.h"

#include "core/intake/cellformat.h"
#include "core/intake/mapping.h"

#include <QDate>
#include <QRegularExpression>

namespace patronat::intake {

namespace {

constexpr int kFirstSerial = 10000; ///< 1927-05-18: what is smaller may be a year
constexpr int kLastSerial = 80000; ///< 2119
constexpr int kYearsBack = 80;
constexpr int kCentury = 100;

std::optional<ListDate> dateOf(int year, int month, int day, bool isGuessed = false)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1000)
        return std::nullopt;
    return ListDate { date.toString(Qt::ISODate).toStdString(), isGuessed };
}

std::optional<ListDate> serial(const QString& text, bool from1904)
{
    static const QRegularExpression kNumber(QStringLiteral("^[0-9]{5}([.,]0+)?$"));
    if (!kNumber.match(text).hasMatch())
        return std::nullopt;
    const int number = text.left(5).toInt();
    if (number < kFirstSerial || number > kLastSerial)
        return std::nullopt;
    const auto iso = isoOfSerial(number, from1904);
    return iso ? std::optional(ListDate { *iso, false }) : std::nullopt;
}

std::optional<ListDate> typed(const QString& text, int thisYear)
{
    constexpr const char* kAfter = "(?:[ T]+0{1,2}:00(?::00)?)?(?: *г(?:\\.|ода)?)?$";
    static const QRegularExpression kIso(
        QString::fromUtf8("^([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
        + QString::fromUtf8(kAfter));
    static const QRegularExpression kDayFirst(
        QString::fromUtf8("^([0-9]{1,2}) *([-./ ,]) *([0-9]{1,2}) *\\2 *([0-9]{4}|[0-9]{2})")
        + QString::fromUtf8(kAfter));
    if (const auto iso = kIso.match(text); iso.hasMatch())
        return dateOf(iso.captured(1).toInt(), iso.captured(2).toInt(), iso.captured(3).toInt());
    const auto match = kDayFirst.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int year = match.captured(4).toInt();
    const bool isGuessed = match.captured(4).size() == 2;
    if (isGuessed) {
        const int first = thisYear - kYearsBack;
        year += first / kCentury * kCentury;
        year += year < first ? kCentury : 0;
    }
    return dateOf(year, match.captured(3).toInt(), match.captured(1).toInt(), isGuessed);
}

} // namespace

std::optional<ListDate> readListDate(const std::string& text, const DateWriting& writing)
{
    const QString cell = QString::fromStdString(text).simplified();
    if (writing.format != kAutoDates) {
        // What the file itself knows as a date comes as ISO, however dates are typed in the list.
        QDate date = QDate::fromString(cell, QString::fromStdString(writing.format));
        if (!date.isValid())
            date = QDate::fromString(cell, Qt::ISODate);
        return date.isValid() ? dateOf(date.year(), date.month(), date.day()) : std::nullopt;
    }
    if (auto number = serial(cell, writing.countsFrom1904))
        return number;
    return typed(cell, writing.thisYear);
}

} // namespace patronat::intake
