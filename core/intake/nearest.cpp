// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/nearest.h"

#include <QString>

#include <algorithm>
#include <numeric>

namespace patronat::intake {

namespace {

constexpr std::size_t kLongest = 80; ///< of a text that is looked for: longer ones are no names

std::size_t apart(const QString& a, const QString& b, std::size_t bound)
{
    const auto rows = static_cast<std::size_t>(a.size());
    const auto columns = static_cast<std::size_t>(b.size());
    if ((rows > columns ? rows - columns : columns - rows) > bound)
        return bound + 1;
    std::vector<std::size_t> line(columns + 1);
    std::iota(line.begin(), line.end(), std::size_t { 0 });
    for (std::size_t i = 1; i <= rows; ++i) {
        std::size_t diagonal = line[0];
        line[0] = i;
        for (std::size_t j = 1; j <= columns; ++j) {
            const bool isSame
                = a[static_cast<qsizetype>(i) - 1] == b[static_cast<qsizetype>(j) - 1];
            const std::size_t replaced = diagonal + (isSame ? 0 : 1);
            diagonal = line[j];
            line[j] = std::min({ replaced, line[j] + 1, line[j - 1] + 1 });
        }
    }
    return std::min(line[columns], bound + 1);
}

} // namespace

std::size_t lettersApart(const std::string& a, const std::string& b, std::size_t bound)
{
    return apart(QString::fromStdString(a), QString::fromStdString(b), bound);
}

std::string nearestOf(
    const std::vector<std::pair<std::string, std::string>>& names, const std::string& folded)
{
    const QString wanted = QString::fromStdString(folded);
    const auto length = static_cast<std::size_t>(wanted.size());
    if (length < 2 || length > kLongest)
        return {};
    std::size_t best = std::max<std::size_t>(1, length / 3) + 1;
    std::string nearest;
    for (const auto& [name, meaning] : names) {
        const std::size_t distance = apart(wanted, QString::fromStdString(name), best - 1);
        if (distance >= best)
            continue;
        best = distance;
        nearest = meaning;
        if (best == 0)
            break;
    }
    return nearest;
}

} // namespace patronat::intake
