// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/period.h"

#include "core/store/civildate.h"

#include <QDate>
#include <QString>

#include <array>

namespace patronat::reports {

namespace {

bool isDate(std::string_view text)
{
    return text.size() == 10
        && QDate::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate)
               .isValid();
}

bool isYear(std::string_view text)
{
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos && text > "0000";
}

} // namespace

Period yearPeriod(const std::string& year) { return { year, year + "-01-01", year + "-12-31" }; }

std::string printed(const Period& period)
{
    return isYear(period.id) ? period.id : store::shortDate(period.from) + "–" + store::shortDate(period.to);
}

base::Result<Period> parsePeriod(std::string_view text)
{
    constexpr std::array<std::pair<const char*, const char*>, 4> kQuarters {
        { { "-01-01", "-03-31" }, { "-04-01", "-06-30" }, { "-07-01", "-09-30" }, { "-10-01", "-12-31" } }
    };
    const std::string id(text);
    if (isYear(text))
        return yearPeriod(id);
    if (text.size() == 6 && isYear(text.substr(0, 4)) && text[4] == 'Q' && text[5] >= '1' && text[5] <= '4') {
        const std::string year = id.substr(0, 4);
        const auto& [first, last] = kQuarters[static_cast<std::size_t>(text[5] - '1')];
        return Period { id, year + first, year + last };
    }
    const std::size_t dots = text.find("..");
    if (dots != std::string_view::npos) {
        Period period { id, id.substr(0, dots), id.substr(dots + 2) };
        if (isDate(period.from) && isDate(period.to) && period.from <= period.to)
            return period;
    }
    return { base::ErrorCode::InvalidArgument, { "period", id } };
}

} // namespace patronat::reports
