// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/verdict.h"

#include <algorithm>

namespace patronat::twins {

std::string_view degreeName(Degree degree)
{
    switch (degree) {
    case Degree::None:
        return "none";
    case Degree::Possible:
        return "possible";
    case Degree::Likely:
        return "likely";
    case Degree::Sure:
        return "sure";
    }
    return "none";
}

bool Verdict::has(std::string_view code) const
{
    return std::any_of(reasons.begin(), reasons.end(),
        [code](const Reason& reason) { return reason.code == code; });
}

void Weighing::add(std::string_view weight, std::string code, std::vector<std::string> args)
{
    const int points = m_settings.pointsOf(weight);
    m_verdict.points += points;
    m_verdict.reasons.push_back({ std::move(code), std::move(args), points });
}

Verdict Weighing::verdict(Degree least, Degree most) &&
{
    const int points = m_verdict.points;
    const Degree reached = points >= m_settings.sure ? Degree::Sure
        : points >= m_settings.likely                ? Degree::Likely
        : points >= m_settings.possible              ? Degree::Possible
                                                     : Degree::None;
    m_verdict.degree = m_settings.isOn() ? std::clamp(reached, least, most) : Degree::None;
    std::stable_sort(m_verdict.reasons.begin(), m_verdict.reasons.end(),
        [](const Reason& a, const Reason& b) { return a.points > b.points; });
    return std::move(m_verdict);
}

} // namespace patronat::twins
