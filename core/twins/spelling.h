// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

/// Which part of a name is written: each has endings of its own.
enum class NamePart
{
    Surname,
    FirstName,
    Patronymic,
    Family ///< «Ивановы»: a surname of several
};

/// How near one spelling is to another, from far to near.
enum class Likeness
{
    Different,
    Initial, ///< one is the first letter of the other
    Part, ///< one of the two surnames of a double one
    Typo, ///< a letter more, less, other or in another place; two in a long word
    Spelling, ///< another way of writing the same: Гөлнара and Гульнара, Ренат улы and Ренатович
    Same ///< but for capitals, ё and е, Tatar letters on a Russian keyboard, Latin look-alikes
};

enum class PatronymicOf
{
    Unknown,
    Son,
    Daughter
};

/// A part of a name as it is compared. A value, made once for many comparisons.
struct Spelling
{
    std::u32string letters; ///< folded, without blanks and hyphens
    std::u32string stem; ///< without what follows from sex and number
    std::vector<std::u32string> words;
    std::vector<std::u32string>
        sounds; ///< keys: equal ones are said alike; never empty unless `letters` is
    PatronymicOf whose = PatronymicOf::Unknown;
    bool isEmpty() const { return letters.empty(); }
};

Spelling spelled(NamePart part, std::string_view name);
Likeness likeness(const Spelling& a, const Spelling& b);

/// Words of a name as they are compared: "Ивaнов-Петров" with a Latin a -> "иванов", "петров".
std::vector<std::u32string> nameWords(std::string_view name);

/// Beginnings under which other spellings of a word stand in the names index, as it folds them:
/// "хаб" -> "хаб", "габ". `length`: in letters. Few; the one typed comes first.
std::vector<std::string> beginnings(const std::u32string& word, std::size_t length);

std::string utf8(std::u32string_view text);
std::u32string utf32(std::string_view text);

/// So many letters more, less, other or changed with their neighbour; `most` + 1 when there are
/// more.
std::size_t slips(std::u32string_view a, std::u32string_view b, std::size_t most);

} // namespace patronat::twins
