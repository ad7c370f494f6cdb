// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/civildate.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <array>

namespace patronat::store {

namespace {

// CLDR gives the bare names; a Tatar date names its month in the possessive («2027 елның 12
// марты»).
constexpr std::array<const char*, 12> kTatarMonths { "гыйнвары", "феврале", "марты", "апреле",
    "мае", "июне", "июле", "августы", "сентябре", "октябре", "ноябре", "декабре" };

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QDate date(std::string_view iso)
{
    return QDate::fromString(text(iso.substr(0, 10)), Qt::ISODate);
}

} // namespace

std::string plusDays(std::string_view isoDate, std::int64_t days)
{
    return date(isoDate).addDays(days).toString(Qt::ISODate).toStdString();
}

std::string longDate(std::string_view isoDate, std::string_view language)
{
    const QDate day = date(isoDate);
    if (!day.isValid())
        return {};
    const std::string number = std::to_string(day.day());
    const std::string year = std::to_string(day.year());
    if (language == "tt")
        return year + " елның " + number + ' '
            + kTatarMonths[static_cast<std::size_t>(day.month() - 1)];
    const std::string month = QLocale(text(language)).monthName(day.month()).toStdString();
    if (language == "ru")
        return "«" + number + "» " + month + ' ' + year + " г.";
    if (language == "bg")
        return number + ' ' + month + ' ' + year + " г.";
    return number + ' ' + month + ' ' + year;
}

std::string shortDate(std::string_view isoDate)
{
    return date(isoDate).toString(QStringLiteral("dd.MM.yyyy")).toStdString();
}

std::string clockTime(std::string_view iso, std::string_view zone)
{
    const QString given = text(iso);
    const QString pattern = QStringLiteral("HH:mm");
    if (!given.contains(QLatin1Char('T'))) {
        QTime time = QTime::fromString(given, Qt::ISODate);
        if (!time.isValid())
            time = QTime::fromString(given, QStringLiteral("H:mm"));
        return time.toString(pattern).toStdString();
    }
    QDateTime moment = QDateTime::fromString(given, Qt::ISODate);
    if (moment.timeSpec() != Qt::LocalTime)
        moment = zone.empty() ? moment.toLocalTime()
                              : moment.toTimeZone(QTimeZone(text(zone).toLatin1()));
    return moment.time().toString(pattern).toStdString();
}

std::int64_t zoneOffsetMs(std::string_view zone, std::int64_t ms)
{
    constexpr std::int64_t kSecondMs = 1000;
    const QTimeZone clocks
        = zone.empty() ? QTimeZone::systemTimeZone() : QTimeZone(text(zone).toLatin1());
    return clocks.isValid()
        ? clocks.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) * kSecondMs
        : 0;
}

int yearsBetween(std::string_view from, std::string_view to)
{
    const QDate begin = date(from);
    const QDate end = date(to);
    if (!begin.isValid() || !end.isValid())
        return -1;
    const bool before = std::pair(end.month(), end.day()) < std::pair(begin.month(), begin.day());
    return end.year() - begin.year() - (before ? 1 : 0);
}

} // namespace patronat::store
