// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/calendar.h"
#include "app/demo/words.h"

#include <cstdint>
#include <string>

namespace patronat::demo {

struct FullName {
    std::string surname;
    std::string firstName;
    std::string patronymic;
    std::string surnameTt;
    std::string firstNameTt;
    std::string patronymicTt;

    std::string whole() const { return surname + " " + firstName + " " + patronymic; }
    std::string initials() const; ///< "Фамилия И.О."
};

/// Where a name comes from: a people, a surname, a father.
struct Lineage {
    const Nation* nation = nullptr;
    const Surname* surname = nullptr;
    const FirstName* father = nullptr;
};

const Nation& drawNation(const Words& words, base::Random& random);
/// A lineage of this people with any surname and father.
Lineage drawLineage(const Nation& nation, base::Random& random);
FullName nameOf(bool male, const FirstName& first, const Lineage& lineage);
FullName drawName(bool male, const Lineage& lineage, base::Random& random);

/// Numbers of papers that cannot belong to anybody, each once in a region: an office has its own range.
class Papers {
public:
    explicit Papers(unsigned office) : m_office(office) {}

    /// Right check digits; numbers beginning with 99 are not issued.
    std::string snils();
    std::string passportNumber();
    /// A region of the code 00 does not exist.
    static std::string passportSeries(Day issued);
    std::string certificateNumber();
    /// The code 000 is no area's and no operator's.
    std::string phone();

private:
    std::string digits(unsigned& counter, int width) const;
    unsigned m_office;
    unsigned m_snils = 0;
    unsigned m_passports = 0;
    unsigned m_certificates = 0;
    unsigned m_phones = 0;
};

} // namespace patronat::demo
