// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/people.h"

#include <string>
#include <vector>

namespace patronat::demo {

/// One person in a household, before there is a record.
struct Relative {
    FullName name;
    bool male = false;
    Day born = 0;
    std::string role; ///< kinship
    bool child = false; ///< has a child card
    bool representative = false;
    std::string rights;
    std::string custodyAct;
    std::string education;
    std::string employment;
    std::string workplace;
    bool disabledChild = false;
    bool ovz = false;
    std::vector<std::string> incidents;
    std::string placement; ///< of a child
};

/// A family that fits its category of domain.md 4.1 and no category of higher priority.
struct Household {
    unsigned category = 9;
    std::vector<Relative> people; ///< representatives first
    std::string householdType;
    std::string maritalStatus;
    std::vector<std::string> traits;
    std::vector<std::string> grounds; ///< the main one first
    std::vector<std::string> signs;
    std::vector<std::string> problems; ///< the main one first
    std::string legalStatus = "TZS";
};

/// Ages are as of kEnrolment, and hold what the category asks for through the whole of 2016.
class HouseholdMaker {
public:
    HouseholdMaker(const Words& words, base::Random& random)
        : m_words(words)
        , m_random(random)
    {
    }
    Household make(unsigned category);

private:
    void substitute();
    void guardian();
    void foster();
    void withParents(std::vector<Day> births, bool complete);
    void minorMother();
    std::vector<Day> births(std::size_t count, std::int64_t youngestFrom, std::int64_t youngestTo);
    Relative& addAdult(bool male, std::string role, Day born, const Lineage& lineage);
    Relative& addChild(Day born, const Lineage& lineage, const std::string& placement);
    void mother(Day firstBirth, const Lineage& lineage);
    void father(Day firstBirth, const Lineage& lineage);
    void circumstances();
    void troubles();
    void conflictWithLaw();
    void trait(const std::string& code);
    bool isComplete() const;
    bool likely(unsigned percent) { return m_random.chance(percent); }

    const Words& m_words;
    base::Random& m_random;
    Household m_home;
};

} // namespace patronat::demo
