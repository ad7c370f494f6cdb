// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/people.h"

namespace patronat::demo {

namespace {

/// The first letter of a text: two bytes in Cyrillic.
std::string letter(const std::string& text)
{
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return text.substr(0, end);
}

std::string padded(std::uint64_t number, std::size_t width)
{
    const std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

} // namespace

std::string FullName::initials() const
{
    return surname + " " + letter(firstName) + "." + (patronymic.empty() ? "" : letter(patronymic) + ".");
}

const Nation& drawNation(const Words& words, base::Random& random)
{
    std::uint64_t sum = 0;
    for (const Nation& nation : words.nations)
        sum += nation.share;
    std::uint64_t at = random.below(sum);
    for (const Nation& nation : words.nations) {
        if (at < nation.share)
            return nation;
        at -= nation.share;
    }
    return words.nations.front();
}

Lineage drawLineage(const Nation& nation, base::Random& random)
{
    const Surname& surname = pick(nation.surnames, random);
    return { &nation, &surname, &pick(nation.men, random) };
}

FullName nameOf(bool male, const FirstName& first, const Lineage& lineage)
{
    FullName name;
    name.surname = male ? lineage.surname->m : lineage.surname->f;
    name.firstName = first.name;
    name.patronymic = male ? lineage.father->son : lineage.father->daughter;
    name.surnameTt = male ? lineage.surname->mTt : lineage.surname->fTt;
    name.firstNameTt = first.tt;
    if (!lineage.father->tt.empty())
        name.patronymicTt = lineage.father->tt + (male ? " улы" : " кызы");
    return name;
}

FullName drawName(bool male, const Lineage& lineage, base::Random& random)
{
    return nameOf(male, pick(male ? lineage.nation->men : lineage.nation->women, random), lineage);
}

std::string Papers::digits(unsigned& counter, int width) const
{
    unsigned bound = 1;
    for (int i = 0; i < width; ++i)
        bound *= 10;
    return padded(m_office, 2) + padded(++counter % bound, static_cast<std::size_t>(width));
}

std::string Papers::snils()
{
    const std::string nine = "99" + digits(m_snils, 5);
    unsigned sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += static_cast<unsigned>(nine[i] - '0') * static_cast<unsigned>(9 - i);
    return nine.substr(0, 3) + "-" + nine.substr(3, 3) + "-" + nine.substr(6, 3) + " " + padded(sum % 101 % 100, 2);
}

std::string Papers::passportNumber()
{
    return digits(m_passports, 4);
}

std::string Papers::passportSeries(Day issued)
{
    return "00" + padded(static_cast<std::uint64_t>(yearOf(issued) % 100), 2);
}

std::string Papers::certificateNumber()
{
    return digits(m_certificates, 4);
}

std::string Papers::phone()
{
    const std::string seven = digits(m_phones, 5);
    return "+7 000 " + seven.substr(0, 3) + "-" + seven.substr(3, 2) + "-" + seven.substr(5, 2);
}

} // namespace patronat::demo
