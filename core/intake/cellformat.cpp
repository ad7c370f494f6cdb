// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/cellformat.h"

#include <QDateTime>

#include <cmath>

namespace patronat::intake {

namespace {

constexpr double kLastSerial = 2958465; ///< 9999-12-31
constexpr qint64 kSecondsOfDay = 86400;
constexpr int kDigits = 15;
constexpr double kWhole = 1e15;

bool isBuiltIn(int number)
{
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36)
        || (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

} // namespace

bool isDateFormat(int number, QStringView code)
{
    if (code.isEmpty())
        return isBuiltIn(number);
    bool quoted = false;
    bool bracketed = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == QLatin1Char('\\') || c == QLatin1Char('_') || c == QLatin1Char('*'))
            ++i; // the next one stands for itself
        else if (c == QLatin1Char('['))
            bracketed = true;
        else if (c == QLatin1Char(']'))
            bracketed = false;
        else if (c == QLatin1Char(';'))
            break; // negative numbers have a format of their own
        else if (!bracketed && QStringView(u"dmyhs").contains(c))
            return true;
    }
    return false;
}

std::optional<std::string> isoOfSerial(double serial, bool from1904)
{
    if (!(serial >= 0) || serial > kLastSerial)
        return std::nullopt;
    auto day = static_cast<qint64>(std::floor(serial));
    qint64 second
        = std::llround((serial - std::floor(serial)) * static_cast<double>(kSecondsOfDay));
    if (second == kSecondsOfDay) {
        ++day;
        second = 0;
    }
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(second * 1000));
    if (serial < 1 && !from1904)
        return time.toString(QStringLiteral("HH:mm:ss")).toStdString();
    constexpr qint64 kNoSuchDay = 60;
    if (!from1904 && day == kNoSuchDay)
        return std::nullopt;
    const QDate first = from1904 ? QDate(1904, 1, 1)
        : day < kNoSuchDay       ? QDate(1899, 12, 31)
                                 : QDate(1899, 12, 30);
    const QDate date = first.addDays(day);
    if (second == 0)
        return date.toString(Qt::ISODate).toStdString();
    return QDateTime(date, time, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"))
        .toStdString();
}

std::string numberText(double number)
{
    if (std::floor(number) == number && std::abs(number) < kWhole)
        return std::to_string(static_cast<long long>(number));
    return QString::number(number, 'g', kDigits).toStdString();
}

} // namespace patronat::intake
