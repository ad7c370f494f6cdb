// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/household.h"

#include <algorithm>
#include <utility>

namespace patronat::demo {

namespace {

constexpr std::int64_t kYear = 365; ///< of an age, roughly; bounds leave room for leap days
constexpr std::int64_t kOldestChild = 6150; ///< not 18 before the end of 2016

} // namespace

Household HouseholdMaker::make(unsigned category)
{
    m_home = Household {};
    m_home.category = category;
    const std::size_t few = 1 + m_random.below(2);
    switch (category) {
    case 1:
        substitute();
        break;
    case 2:
        withParents(births(1 + m_random.below(3), 2 * kYear, 12 * kYear), likely(70));
        break;
    case 3: // under three on the last day of 2016
        withParents(births(few, 200, 2 * kYear - 10), likely(80));
        break;
    case 4:
        withParents(births(3 + m_random.below(3), kYear, 6 * kYear), likely(85));
        break;
    case 5: // at most 28 days old on the first day
        withParents(births(few, 2, 27), false);
        break;
    case 6:
        withParents(births(few, 2 * kYear, 13 * kYear), false);
        break;
    case 7:
        withParents(births(few, 12 * kYear + 10, 14 * kYear), likely(55));
        break;
    case 8:
        minorMother();
        break;
    default:
        withParents(births(few, kYear, 13 * kYear), true);
    }
    circumstances();
    troubles();
    return std::move(m_home);
}

std::vector<Day> HouseholdMaker::births(std::size_t count, std::int64_t youngestFrom, std::int64_t youngestTo)
{
    std::int64_t age = youngestFrom + static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(youngestTo - youngestFrom)));
    std::vector<Day> out;
    for (std::size_t i = 0; i < count && age <= kOldestChild; ++i) {
        out.push_back(kEnrolment - age);
        age += 400 + static_cast<std::int64_t>(m_random.below(600));
    }
    return out; // youngest first
}

Relative& HouseholdMaker::addAdult(bool male, std::string role, Day born, const Lineage& lineage)
{
    static const std::vector<std::string> kEducation { "basic", "secondary", "secondary", "vocationalWorker",
        "vocationalWorker", "vocationalSpecialist", "bachelor" };
    static const std::vector<std::string> kEmployment { "permanent", "permanent", "temporary", "hired", "plot",
        "unemployedRegistered", "unemployed" };
    Relative one;
    one.name = drawName(male, lineage, m_random);
    one.male = male;
    one.born = born;
    one.role = std::move(role);
    one.education = pick(kEducation, m_random);
    one.employment = pick(kEmployment, m_random);
    if (one.employment == "permanent" || one.employment == "temporary" || one.employment == "hired")
        one.workplace = pick(m_words.workplaces, m_random);
    m_home.people.push_back(std::move(one));
    return m_home.people.back();
}

Relative& HouseholdMaker::addChild(Day born, const Lineage& lineage, const std::string& placement)
{
    Relative one;
    one.male = likely(51);
    // Brothers and sisters have different first names.
    do {
        one.name = drawName(one.male, lineage, m_random);
    } while (std::any_of(m_home.people.begin(), m_home.people.end(),
        [&](const Relative& other) { return other.child && other.name.firstName == one.name.firstName; }));
    one.born = born;
    one.role = one.male ? "son" : "daughter";
    one.child = true;
    one.placement = placement;
    m_home.people.push_back(std::move(one));
    return m_home.people.back();
}

void HouseholdMaker::mother(Day firstBirth, const Lineage& lineage)
{
    Lineage own = drawLineage(likely(85) ? *lineage.nation : drawNation(m_words, m_random), m_random);
    own.surname = lineage.surname;
    const Day born = firstBirth - 19 * kYear - static_cast<std::int64_t>(m_random.below(12 * kYear));
    Relative& one = addAdult(false, "mother", born, own);
    one.representative = true;
    one.rights = "full";
}

void HouseholdMaker::father(Day firstBirth, const Lineage& lineage)
{
    // The first name is the one that the children's patronymics say.
    Lineage own = drawLineage(*lineage.nation, m_random);
    own.surname = lineage.surname;
    const Day born = firstBirth - 20 * kYear - static_cast<std::int64_t>(m_random.below(15 * kYear));
    Relative& one = addAdult(true, "father", born, own);
    one.name = nameOf(true, *lineage.father, own);
    one.representative = true;
    one.rights = "full";
}

void HouseholdMaker::withParents(std::vector<Day> births, bool complete)
{
    const Lineage lineage = drawLineage(drawNation(m_words, m_random), m_random);
    const Day first = births.back();
    const bool onlyFather = !complete && m_home.category == 6 && likely(12);
    if (!onlyFather)
        mother(first, lineage);
    if (complete || onlyFather)
        father(first, lineage);
    for (auto born = births.rbegin(); born != births.rend(); ++born)
        addChild(*born, lineage, complete ? "parents" : "oneParent");
    Relative& youngest = m_home.people.back();
    if (m_home.category == 2)
        youngest.disabledChild = true;
    if (m_home.category == 3)
        youngest.ovz = true;
    if (m_home.category == 7)
        conflictWithLaw();
    m_home.householdType = complete ? "couple" : onlyFather ? "father" : "mother";
}

void HouseholdMaker::conflictWithLaw()
{
    for (Relative& one : m_home.people)
        if (one.child) { // the oldest; below sixteen nobody answers for an administrative offence
            one.incidents = { one.born <= kEnrolment - 16 * kYear - 5 ? "5" : "6" };
            return;
        }
}

void HouseholdMaker::substitute()
{
    if (likely(60))
        guardian();
    else
        foster();
}

void HouseholdMaker::guardian()
{
    const Nation& nation = drawNation(m_words, m_random);
    Relative& one = addAdult(false, "guardian",
        kEnrolment - 48 * kYear - static_cast<std::int64_t>(m_random.below(16 * kYear)), drawLineage(nation, m_random));
    one.representative = true;
    one.rights = "guardian";
    one.employment = likely(60) ? "pensioner" : one.employment;
    if (one.employment == "pensioner")
        one.workplace.clear();
    const Lineage wards = drawLineage(nation, m_random);
    for (const Day born : births(1 + m_random.below(2), 3 * kYear, 10 * kYear))
        addChild(born, wards, "guardianship").role = "ward";
    m_home.householdType = "noParents";
    m_home.maritalStatus = "widowed";
    trait("guardian");
}

void HouseholdMaker::foster()
{
    const Nation& nation = drawNation(m_words, m_random);
    const Lineage wife = drawLineage(nation, m_random);
    Lineage husband = drawLineage(nation, m_random);
    husband.surname = wife.surname;
    for (const bool male : { false, true }) {
        const Day born = kEnrolment - 34 * kYear - static_cast<std::int64_t>(m_random.below(18 * kYear));
        Relative& one = addAdult(male, "fosterParent", born, male ? husband : wife);
        one.representative = true;
        one.rights = "foster";
    }
    const Lineage children = drawLineage(drawNation(m_words, m_random), m_random);
    for (const Day born : births(1 + m_random.below(2), 3 * kYear, 12 * kYear))
        addChild(born, children, "foster").role = "fosterChild";
    m_home.householdType = "couple";
    m_home.maritalStatus = "married";
    trait("foster");
}

void HouseholdMaker::minorMother()
{
    const Lineage lineage = drawLineage(drawNation(m_words, m_random), m_random);
    const Day girlBorn = kEnrolment - 16 * kYear - 10 - static_cast<std::int64_t>(m_random.below(290));
    Relative& grandmother = addAdult(false, "grandmother",
        girlBorn - 20 * kYear - static_cast<std::int64_t>(m_random.below(8 * kYear)), lineage);
    grandmother.representative = true;
    grandmother.rights = "none";
    Relative& girl = addChild(girlBorn, lineage, "oneParent");
    girl.male = false;
    girl.name = drawName(false, lineage, m_random);
    girl.role = "mother";
    girl.rights = "full";
    girl.education = "basic";
    girl.employment = "student";
    Lineage baby = lineage;
    baby.father = &pick(lineage.nation->men, m_random);
    addChild(kEnrolment - 90 - static_cast<std::int64_t>(m_random.below(180)), baby, "oneParent");
    m_home.householdType = "motherRelatives";
    m_home.maritalStatus = "never";
    trait("minorParent");
    trait("student");
}

bool HouseholdMaker::isComplete() const
{
    return m_home.householdType == "couple";
}

void HouseholdMaker::trait(const std::string& code)
{
    m_home.traits.push_back(code);
}

void HouseholdMaker::circumstances()
{
    static const std::vector<std::string> kApart { "divorced", "divorced", "separated", "widowed", "singleMother" };
    if (m_home.householdType == "couple" || m_home.category == 7 || m_home.householdType == "mother"
        || m_home.householdType == "father" || m_home.householdType == "motherRelatives")
        trait(isComplete() ? "complete" : m_home.householdType == "father" ? "fatherOnly" : "motherOnly");
    if (m_home.maritalStatus.empty())
        m_home.maritalStatus = isComplete() ? (likely(80) ? "married" : "unregistered")
            : m_home.householdType == "father" ? "divorced" : pick(kApart, m_random);
    const auto children = std::count_if(m_home.people.begin(), m_home.people.end(), [](const Relative& one) { return one.child; });
    if (children >= 3)
        trait("manyChildren");
    if (m_home.category == 2)
        trait("disabledChild");
    if (likely(55))
        trait("poor");
}

void HouseholdMaker::troubles()
{
    struct Trouble {
        std::string ground;
        std::vector<std::string> main;
        std::string sign;
    };
    static const std::vector<Trouble> kTroubles { { "G9", { "emotionalRejection" }, "" }, { "G9", { "disability" }, "" },
        { "G9", { "childHealth" }, "" }, { "G9", { "lowIncome", "poorHousing" }, "" },
        { "G7", { "abandonment" }, "abandonment" }, { "G6", { "lowIncome", "unemployment", "isolation" }, "" },
        { "G5", { "offences" }, "childOffences" }, { "G9", { "earlyPregnancy" }, "" },
        { "G1", { "unemployment", "alcoholFather", "parentalConflict", "parentingSkills" }, "indifference" } };
    static const std::vector<std::string> kBeside { "lowIncome", "unemployment", "parentingSkills", "isolation",
        "poorHousing" };
    const Trouble& trouble = kTroubles[m_home.category - 1];
    m_home.grounds = { trouble.ground };
    m_home.problems = { pick(trouble.main, m_random) };
    if (!trouble.sign.empty())
        m_home.signs = { trouble.sign };
    if (m_home.category == 7)
        m_home.problems.push_back("school");
    const std::string& beside = pick(kBeside, m_random);
    if (beside != m_home.problems.front())
        m_home.problems.push_back(beside);
    if (m_home.category == 9 && likely(20)) {
        m_home.grounds.push_back("G3");
        m_home.legalStatus = "SOP";
    } else if (likely(12)) {
        m_home.legalStatus = "RISK";
    }
}

} // namespace patronat::demo
