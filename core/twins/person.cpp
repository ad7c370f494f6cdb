// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/person.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdlib>

namespace patronat::twins {

namespace {

constexpr std::size_t kPhoneDigits = 10;
constexpr std::size_t kLeastPhoneDigits = 6;
constexpr std::size_t kSnilsDigits = 11;

std::string textOf(const base::Fields& values, std::string_view field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string() : base::trimmed(found->second.textOr({}));
}

/// A list as people write it: "Иванова, Петрова; (Сидорова)".
std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (std::string_view(",;/()\n").find(c) == std::string_view::npos)
            out.back() += c;
        else if (!out.back().empty())
            out.emplace_back();
    }
    std::erase_if(out, [](const std::string& one) { return base::trimmed(one).empty(); });
    return out;
}

NameTraits nameOf(const base::Fields& values, const Sight& sight, NamePart part, const char* field,
    const char* inTatar)
{
    NameTraits out;
    out.text = textOf(values, field);
    out.own = spelled(part, out.text);
    if (Spelling tatar = spelled(part, textOf(values, inTatar)); !tatar.isEmpty())
        out.others.push_back(std::move(tatar));
    if (part == NamePart::FirstName)
        if (const auto full = sight.settings.fullNames.find(base::fold(out.text));
            full != sight.settings.fullNames.end())
            for (const std::string& name : full->second)
                out.others.push_back(spelled(part, name));
    if (!sight.sees("otherSpellings"))
        return out;
    // Nobody says there which part is meant.
    for (const std::string& whole : listed(textOf(values, "otherSpellings")))
        for (const std::string& word : base::split(base::fold(whole), ' '))
            if (Spelling other = spelled(part, word); !other.isEmpty())
                out.others.push_back(std::move(other));
    return out;
}

/// «Иванов Иван Петрович» in the field of the surname.
void splitWhole(PersonTraits& person)
{
    if (!person.firstName.own.isEmpty() || !person.patronymic.own.isEmpty())
        return;
    const auto words = base::split(base::fold(person.surname.text), ' ');
    if (words.size() < 2 || words.size() > 4 || person.surname.text.find('-') != std::string::npos)
        return;
    person.surname.own = spelled(NamePart::Surname, words[0]);
    person.firstName.text = words[1];
    person.firstName.own = spelled(NamePart::FirstName, words[1]);
    if (words.size() > 2) {
        person.patronymic.text = words.size() > 3 ? words[2] + ' ' + words[3] : words[2];
        person.patronymic.own = spelled(NamePart::Patronymic, person.patronymic.text);
    }
}

std::string documentOf(const base::Fields& values, const Sight& sight)
{
    const std::string kind = textOf(values, "docKind");
    const std::string number
        = base::join(base::split(base::fold(textOf(values, "docNumber")), ' '), "");
    if (kind.empty() || kind == "none" || number.size() < 4 || !sight.sees("docNumber"))
        return {};
    return kind + '/' + base::join(base::split(base::fold(textOf(values, "docSeries")), ' '), "")
        + '/' + number;
}

} // namespace

std::string digitsOf(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
        [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

std::string phoneOf(std::string_view text)
{
    const std::string digits = digitsOf(text);
    if (digits.size() < kLeastPhoneDigits)
        return {};
    return digits.size() > kPhoneDigits ? digits.substr(digits.size() - kPhoneDigits) : digits;
}

PersonTraits::PersonTraits(const base::Fields& values, const Sight& sight)
    : surname(nameOf(values, sight, NamePart::Surname, "surname", "surnameTt"))
    , firstName(nameOf(values, sight, NamePart::FirstName, "firstName", "firstNameTt"))
    , patronymic(nameOf(values, sight, NamePart::Patronymic, "patronymic", "patronymicTt"))
    , birthDate(textOf(values, "birthDate"))
    , sex(textOf(values, "sex"))
    , document(documentOf(values, sight))
{
    splitWhole(*this);
    if (sight.sees("formerSurnames"))
        for (const std::string& former : listed(textOf(values, "formerSurnames")))
            formerSurnames.emplace_back(base::trimmed(former), spelled(NamePart::Surname, former));
    isBirthRough = textOf(values, "birthDate.mark") == "approximate";
    const auto year = values.find("birthYear");
    birthYear = birthDate.size() >= 4 ? std::atoi(birthDate.substr(0, 4).c_str())
        : year != values.end()        ? static_cast<int>(year->second.numberOr(0))
                                      : 0;
    if (sight.sees("snils"))
        if (std::string digits = digitsOf(textOf(values, "snils")); digits.size() == kSnilsDigits)
            snils = std::move(digits);
    for (const char* field : { "phone", "phone2" })
        if (std::string number = phoneOf(textOf(values, field));
            !number.empty() && sight.sees(field))
            phones.push_back(std::move(number));
    for (const char* field : { "addrFact", "addrReg" })
        if (Dwelling dwelling = dwellingOf(values, field); !dwelling.isEmpty() && sight.sees(field))
            dwellings.push_back(std::move(dwelling));
}

const std::vector<std::string>& personFields()
{
    static const std::vector<std::string> fields { "surname", "firstName", "patronymic",
        "surnameTt", "firstNameTt", "patronymicTt", "otherSpellings", "formerSurnames", "birthDate",
        "birthYear", "sex", "snils", "docKind", "docSeries", "docNumber", "phone", "phone2",
        "addrFact.settlement", "addrFact.street", "addrFact.house", "addrFact.flat",
        "addrReg.settlement", "addrReg.street", "addrReg.house", "addrReg.flat", "birthDate.mark" };
    return fields;
}

} // namespace patronat::twins
