// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/twins/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

/// How far one may believe that two records are about the same.
enum class Degree
{
    None,
    Possible, ///< told, nothing is asked
    Likely, ///< asked about before saving
    Sure ///< the same identity paper, or the same whole name and birth date
};
std::string_view degreeName(Degree degree);

/// One thing that speaks for it (points > 0) or against it. A code with arguments: field ids, and
/// values as the record that was found has them. Codes:
/// sameName · same(field) · otherSpelling(field, value) · typo(field, value) · initial(field,
/// value) · partOfSurname(field, value) · formerSurname(value) · swappedNames · sameBirthDate ·
/// swappedBirthDate(value) · nearBirthDate(value) · sameBirthYear(value) · sameSnils · sameDocument
/// · samePhone · sameAddress · nearAddress · sharedMembers(count) · different(field, value)
struct Reason
{
    std::string code;
    std::vector<std::string> args;
    int points = 0;
    bool operator==(const Reason&) const = default;
};

struct Verdict
{
    Degree degree = Degree::None;
    int points = 0;
    std::vector<Reason> reasons; ///< what speaks for it first, each by weight

    bool has(std::string_view code) const;
};

/// Gathers reasons; the degree follows from their points, between `least` and `most`.
class Weighing
{
public:
    explicit Weighing(const Settings& settings)
        : m_settings(settings)
    {
    }
    /// `weight`: the name under which the profile says what it counts.
    void add(std::string_view weight, std::string code, std::vector<std::string> args = {});
    Verdict verdict(Degree least, Degree most) &&;

private:
    const Settings& m_settings;
    Verdict m_verdict;
};

} // namespace patronat::twins
