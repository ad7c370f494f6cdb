// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/person.h"

#include <algorithm>
#include <cstdlib>

namespace patronat::twins {

namespace {

std::string_view likenessName(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Different:
        return "different";
    case Likeness::Initial:
        return "initial";
    case Likeness::Part:
        return "part";
    case Likeness::Typo:
        return "typo";
    case Likeness::Spelling:
        return "spelling";
    case Likeness::Same:
        return "same";
    }
    return "different";
}

std::string codeOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Spelling:
        return "otherSpelling";
    case Likeness::Part:
        return "partOfSurname";
    default:
        return std::string(likenessName(likeness));
    }
}

/// The nearest of all the ways in which both have it.
Likeness nearest(const NameTraits& a, const NameTraits& b)
{
    Likeness best = likeness(a.own, b.own);
    // Another way of writing it is never more than that.
    const auto consider = [&best](const Spelling& x, const Spelling& y) {
        best = std::max(best, std::min(likeness(x, y), Likeness::Spelling));
    };
    for (const Spelling& other : a.others)
        consider(other, b.own);
    for (const Spelling& other : b.others) {
        consider(a.own, other);
        for (const Spelling& mine : a.others)
            consider(mine, other);
    }
    return best;
}

bool isHeld(const NameTraits& name)
{
    return !name.own.isEmpty() || !name.others.empty();
}

/// The former surname that joins the two; empty when there is none.
std::string formerSurname(const PersonTraits& typed, const PersonTraits& held)
{
    for (const auto& [text, former] : held.formerSurnames)
        if (likeness(typed.surname.own, former) >= Likeness::Spelling)
            return text;
    for (const auto& [text, former] : typed.formerSurnames) {
        if (likeness(former, held.surname.own) >= Likeness::Spelling)
            return held.surname.text;
        for (const auto& [heldText, heldFormer] : held.formerSurnames)
            if (likeness(former, heldFormer) >= Likeness::Spelling)
                return heldText;
    }
    return {};
}

enum class BirthMatch
{
    Unknown,
    Different,
    SameYear,
    Near,
    Swapped,
    Same
};

bool isSwapped(const std::string& a, const std::string& b)
{
    return a.size() == 10 && b.size() == 10 && a.substr(0, 4) == b.substr(0, 4)
        && a.substr(5, 2) == b.substr(8, 2) && a.substr(8, 2) == b.substr(5, 2);
}

/// One digit another, or two neighbours changed: how a date is misread and mistyped.
bool isNear(const std::string& a, const std::string& b)
{
    const std::string left = digitsOf(a);
    const std::string right = digitsOf(b);
    if (left.size() != right.size())
        return false;
    const auto first = std::mismatch(left.begin(), left.end(), right.begin());
    if (first.first == left.end())
        return true;
    const auto at = static_cast<std::size_t>(first.first - left.begin());
    if (left.substr(at + 1) == right.substr(at + 1))
        return true;
    return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at]
        && left.substr(at + 2) == right.substr(at + 2);
}

BirthMatch matchBirth(const PersonTraits& a, const PersonTraits& b)
{
    if (a.birthYear == 0 || b.birthYear == 0)
        return BirthMatch::Unknown;
    const int apart = std::abs(a.birthYear - b.birthYear);
    if (a.birthDate.empty() || b.birthDate.empty() || a.isBirthRough || b.isBirthRough) {
        if (!a.birthDate.empty() && a.birthDate == b.birthDate)
            return BirthMatch::Same;
        return apart == 0 ? BirthMatch::SameYear
            : apart == 1  ? BirthMatch::Unknown
                          : BirthMatch::Different;
    }
    if (a.birthDate == b.birthDate)
        return BirthMatch::Same;
    if (isSwapped(a.birthDate, b.birthDate))
        return BirthMatch::Swapped;
    return isNear(a.birthDate, b.birthDate) ? BirthMatch::Near : BirthMatch::Different;
}

/// One comparison of two persons.
class PersonComparison
{
public:
    PersonComparison(const PersonTraits& typed, const PersonTraits& held, const Settings& settings)
        : m_typed(typed)
        , m_held(held)
        , m_weighing(settings)
    {
    }

    Verdict run()
    {
        names();
        birth();
        papers();
        places();
        if (!m_typed.sex.empty() && !m_held.sex.empty() && m_typed.sex != m_held.sex)
            m_weighing.add("sex.different", "different", { "sex", m_held.sex });
        // One number of two people is asked about whatever else they have.
        return std::move(m_weighing)
            .verdict(m_hasSamePaper ? Degree::Likely : Degree::None, most());
    }

private:
    void names()
    {
        m_surname = nearest(m_typed.surname, m_held.surname);
        m_first = nearest(m_typed.firstName, m_held.firstName);
        m_patronymic = nearest(m_typed.patronymic, m_held.patronymic);
        const bool isSwappedNames = m_surname < Likeness::Typo && m_first < Likeness::Typo
            && likeness(m_typed.surname.own, m_held.firstName.own) >= Likeness::Spelling
            && likeness(m_typed.firstName.own, m_held.surname.own) >= Likeness::Spelling;
        if (isSwappedNames) {
            m_surname = m_first = Likeness::Spelling;
            m_weighing.add("names.swapped", "swappedNames");
        } else {
            surname();
            part("firstName", m_first, m_typed.firstName, m_held.firstName);
        }
        part("patronymic", m_patronymic, m_typed.patronymic, m_held.patronymic);
    }

    void surname()
    {
        if (m_surname < Likeness::Part) {
            if (const std::string former = formerSurname(m_typed, m_held); !former.empty()) {
                m_surname = Likeness::Spelling;
                m_weighing.add("surname.former", "formerSurname", { former });
                return;
            }
        }
        const bool isWoman = m_typed.patronymic.own.whose == PatronymicOf::Daughter
            || m_held.patronymic.own.whose == PatronymicOf::Daughter;
        if (m_surname == Likeness::Different && isWoman && isHeld(m_typed.surname)
            && isHeld(m_held.surname))
            m_weighing.add("surname.married", "different", { "surname", m_held.surname.text });
        else
            part("surname", m_surname, m_typed.surname, m_held.surname);
    }

    void part(const std::string& field, Likeness likeness, const NameTraits& typed,
        const NameTraits& held)
    {
        if (!isHeld(typed) || !isHeld(held))
            return;
        std::vector<std::string> args { field };
        if (likeness != Likeness::Same)
            args.push_back(held.text);
        m_weighing.add(
            field + '.' + std::string(likenessName(likeness)), codeOf(likeness), std::move(args));
    }

    void birth()
    {
        m_birth = matchBirth(m_typed, m_held);
        switch (m_birth) {
        case BirthMatch::Unknown:
            return;
        case BirthMatch::Different:
            return m_weighing.add("birthDate.different", "different", { "birthDate", birthText() });
        case BirthMatch::SameYear:
            return m_weighing.add(
                "birthDate.year", "sameBirthYear", { std::to_string(m_held.birthYear) });
        case BirthMatch::Near:
            return m_weighing.add("birthDate.near", "nearBirthDate", { birthText() });
        case BirthMatch::Swapped:
            return m_weighing.add("birthDate.swapped", "swappedBirthDate", { birthText() });
        case BirthMatch::Same:
            return m_weighing.add("birthDate.same", "sameBirthDate");
        }
    }
    std::string birthText() const
    {
        return m_held.birthDate.empty() ? std::to_string(m_held.birthYear) : m_held.birthDate;
    }

    void papers()
    {
        if (!m_typed.snils.empty() && !m_held.snils.empty()) {
            const bool isSame = m_typed.snils == m_held.snils;
            m_hasSamePaper = isSame;
            if (isSame)
                m_weighing.add("snils.same", "sameSnils");
            else
                m_weighing.add("snils.different", "different", { "snils", m_held.snils });
        }
        if (!m_typed.document.empty() && m_typed.document == m_held.document) {
            m_hasSamePaper = true;
            m_weighing.add("document.same", "sameDocument");
        }
    }

    void places()
    {
        const auto share = [](const auto& a, const auto& b) {
            return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
        };
        if (share(m_typed.phones, m_held.phones))
            m_weighing.add("phone.same", "samePhone");
        DwellingMatch best = DwellingMatch::Unknown;
        for (const Dwelling& a : m_typed.dwellings)
            for (const Dwelling& b : m_held.dwellings)
                best = std::max(best, twins::compare(a, b));
        if (best == DwellingMatch::Same)
            m_weighing.add("address.same", "sameAddress");
        else if (best == DwellingMatch::Near)
            m_weighing.add("address.near", "nearAddress");
    }

    /// However many points: what may be said at most.
    Degree most() const
    {
        const bool hasFirstNames = isHeld(m_typed.firstName) && isHeld(m_held.firstName);
        const bool isOtherFirstName = hasFirstNames && m_first == Likeness::Different;
        if (m_hasSamePaper)
            return isOtherFirstName ? Degree::Likely : Degree::Sure; // a number is mistyped, too
        if (isOtherFirstName)
            return Degree::None; // brothers and sisters share all the rest
        const bool hasPatronymics = isHeld(m_typed.patronymic) && isHeld(m_held.patronymic);
        if (hasPatronymics && m_patronymic == Likeness::Different)
            return Degree::Possible;
        const bool isWholeName = m_surname == Likeness::Same && m_first == Likeness::Same
            && (!hasPatronymics || m_patronymic >= Likeness::Spelling);
        if (isWholeName && m_birth == BirthMatch::Same)
            return Degree::Sure;
        return m_birth == BirthMatch::Different ? Degree::Possible : Degree::Likely;
    }

    const PersonTraits& m_typed;
    const PersonTraits& m_held;
    Weighing m_weighing;
    Likeness m_surname = Likeness::Different;
    Likeness m_first = Likeness::Different;
    Likeness m_patronymic = Likeness::Different;
    BirthMatch m_birth = BirthMatch::Unknown;
    bool m_hasSamePaper = false;
};

/// A first name of which nothing is alike, not even by a slip: by far the most pairs.
bool haveOtherFirstNames(const PersonTraits& a, const PersonTraits& b)
{
    const Spelling& x = a.firstName.own;
    const Spelling& y = b.firstName.own;
    return !x.isEmpty() && !y.isEmpty() && a.firstName.others.empty() && b.firstName.others.empty()
        && likeness(x, y) == Likeness::Different;
}

bool isOneWith(const PersonTraits& a, const PersonTraits& b)
{
    return likeness(a.surname.own, b.firstName.own) >= Likeness::Spelling;
}

} // namespace

bool mayBeOne(const PersonTraits& a, const PersonTraits& b)
{
    const bool hasSamePaper = (!a.snils.empty() && a.snils == b.snils)
        || (!a.document.empty() && a.document == b.document);
    return hasSamePaper || !haveOtherFirstNames(a, b) || isOneWith(a, b);
}

Verdict compare(const PersonTraits& typed, const PersonTraits& held, const Settings& settings)
{
    return PersonComparison(typed, held, settings).run();
}

} // namespace patronat::twins
