// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/spelling.h"

#include "core/base/text.h"
#include "core/twins/letters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace patronat::twins {

namespace {

using Letters = std::u32string;
using LettersView = std::u32string_view;

/// Below it one letter makes another name: Ян and Ия.
constexpr std::size_t kLeastForTypo = 4;
/// From here on two slips are as likely as one.
constexpr std::size_t kLong = 8;

struct Ending
{
    LettersView text;
    PatronymicOf whose;
};

/// Longest first; what a father's name takes at its end (Tatar, Azerbaijani, Russian).
constexpr std::array kPatronymicEndings {
    Ending { U"инична", PatronymicOf::Daughter },
    Ending { U"ович", PatronymicOf::Son },
    Ending { U"евич", PatronymicOf::Son },
    Ending { U"овна", PatronymicOf::Daughter },
    Ending { U"евна", PatronymicOf::Daughter },
    Ending { U"ична", PatronymicOf::Daughter },
    Ending { U"углы", PatronymicOf::Son },
    Ending { U"оглы", PatronymicOf::Son },
    Ending { U"оглу", PatronymicOf::Son },
    Ending { U"кызы", PatronymicOf::Daughter },
    Ending { U"гызы", PatronymicOf::Daughter },
    Ending { U"кизи", PatronymicOf::Daughter },
    Ending { U"улы", PatronymicOf::Son },
    Ending { U"ич", PatronymicOf::Son },
};

constexpr std::array<LettersView, 4> kSurnameRoots { U"ов", U"ев", U"ин", U"ын" };
/// Of a wife, of several, of several in Tatar; longest first.
constexpr std::array<LettersView, 8> kSurnameEndings { U"лар", U"нар", U"ые", U"ие", U"ыи", U"а",
    U"ы", U"и" };
constexpr std::array<LettersView, 6> kAdjectiveEndings { U"ский", U"ская", U"ские", U"цкий",
    U"цкая", U"цкие" };

bool isVowelOrSign(char32_t c)
{
    return LettersView(U"аеиоуыэюяйьъ").find(c) != LettersView::npos;
}

Letters fatherOf(Letters letters, PatronymicOf& whose)
{
    for (const Ending& ending : kPatronymicEndings) {
        if (letters.size() <= ending.text.size() + 1 || !letters.ends_with(ending.text))
            continue;
        letters.resize(letters.size() - ending.text.size());
        whose = ending.whose;
        break;
    }
    // Андре-евич and Андрей улы, Ил-ьич and Илья улы.
    while (letters.size() > 2 && isVowelOrSign(letters.back()))
        letters.pop_back();
    return letters;
}

bool endsWithRoot(LettersView word)
{
    return word.size() > 3
        && std::any_of(kSurnameRoots.begin(), kSurnameRoots.end(),
            [word](LettersView root) { return word.ends_with(root); });
}

Letters withoutSex(const Letters& letters)
{
    const LettersView word = letters;
    for (const LettersView ending : kAdjectiveEndings)
        if (word.size() > ending.size() + 1 && word.ends_with(ending))
            return letters.substr(0, letters.size() - 2);
    for (const LettersView ending : kSurnameEndings)
        if (word.ends_with(ending) && endsWithRoot(word.substr(0, word.size() - ending.size())))
            return letters.substr(0, letters.size() - ending.size());
    return letters;
}

void addSound(std::vector<Letters>& sounds, LettersView word)
{
    Letters key = soundOf(word);
    if (std::find(sounds.begin(), sounds.end(), key) == sounds.end())
        sounds.push_back(std::move(key));
}

/// ө is rendered as о or у, which a key takes for one, or as е.
bool hasTatarO(std::string_view name)
{
    return name.find("ө") != std::string_view::npos || name.find("Ө") != std::string_view::npos;
}

std::string withE(std::string_view name)
{
    std::string out(name);
    for (const auto& [from, to] : { std::pair("ө", "е"), std::pair("Ө", "Е") })
        for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from))
            out.replace(at, 2, to);
    return out;
}

Letters joined(const std::vector<Letters>& words)
{
    Letters out;
    for (const Letters& word : words)
        out += word;
    return out;
}

Letters stemOf(NamePart part, const Letters& letters, PatronymicOf& whose)
{
    switch (part) {
    case NamePart::Surname:
    case NamePart::Family:
        return withoutSex(letters);
    case NamePart::Patronymic:
        return fatherOf(letters, whose);
    case NamePart::FirstName:
        break;
    }
    return letters;
}

bool shareSound(const Spelling& a, const Spelling& b)
{
    return std::any_of(a.sounds.begin(), a.sounds.end(), [&b](const Letters& sound) {
        return std::find(b.sounds.begin(), b.sounds.end(), sound) != b.sounds.end();
    });
}

bool isOneOf(const Letters& letters, const Spelling& whole)
{
    return whole.words.size() > 1 && letters.size() > 2
        && std::any_of(whole.words.begin(), whole.words.end(),
            [&](const Letters& word) { return withoutSex(word) == letters; });
}

bool haveSameWords(const Spelling& a, const Spelling& b)
{
    return a.words.size() > 1 && a.words.size() == b.words.size()
        && std::is_permutation(a.words.begin(), a.words.end(), b.words.begin());
}

bool isTypo(const Letters& a, const Letters& b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < kLeastForTypo)
        return false;
    const std::size_t most = shorter >= kLong ? 2 : 1;
    return slips(a, b, most) <= most;
}

/// Other letters under which a word may stand in the index, for one letter at its beginning.
LettersView renderingsOf(char32_t c)
{
    switch (c) {
    case U'а':
        return U"аэяе";
    case U'э':
        return U"эаие";
    case U'я':
        return U"яаэе";
    case U'е':
        return U"еиэо";
    case U'и':
        return U"ией";
    case U'о':
        return U"оуае";
    case U'у':
        return U"уою";
    case U'ю':
        return U"юуи";
    case U'г':
        return U"гх";
    case U'х':
        return U"хг";
    case U'д':
        return U"дт";
    case U'т':
        return U"тд";
    case U'б':
        return U"бп";
    case U'п':
        return U"пб";
    case U'з':
        return U"зс";
    case U'с':
        return U"сз";
    default:
        return {};
    }
}

constexpr std::size_t kMostBeginnings = 24;

bool isConsonant(char32_t c)
{
    return !isVowelOrSign(c);
}

/// A word with what is often left out or put in: Эльфия and Әлфия, Алла and Ала, Җәмилә and
/// Джамиля.
std::vector<Letters> writings(const Letters& word)
{
    Letters hard;
    Letters soft;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool isSign = word[i] == U'ь' || word[i] == U'ъ';
        if (!isSign && (hard.empty() || hard.back() != word[i]))
            hard += word[i];
        soft += word[i];
        if (word[i] == U'л' && i + 1 < word.size() && isConsonant(word[i + 1])
            && word[i + 1] != U'л')
            soft += U'ь';
    }
    std::vector<Letters> out { word, hard, soft };
    if (word.starts_with(U"дж"))
        out.push_back(word.substr(1));
    else if (word.starts_with(U'ж'))
        out.push_back(U'д' + word);
    return out;
}

/// With other letters for the same sounds; as it stands first.
std::vector<Letters> rendered(const Letters& beginning)
{
    std::vector<Letters> all { {} };
    for (const char32_t c : beginning) {
        const std::size_t before = all.size();
        for (std::size_t i = 0; i < before; ++i) {
            for (const char32_t other : renderingsOf(c))
                if (other != c && all.size() < kMostBeginnings)
                    all.push_back(all[i] + other);
            all[i] += c;
        }
    }
    return all;
}

} // namespace

std::string utf8(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | (c >> 6));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out += static_cast<char>(0xE0 | (c >> 12));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xF0 | (c >> 18));
            out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return out;
}

std::u32string utf32(std::string_view text)
{
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (i + size > text.size())
            break; // cut in the middle of a letter
        char32_t c = size == 1 ? first : first & (0x7FU >> size);
        for (std::size_t k = 1; k < size; ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        out += c;
        i += size;
    }
    return out;
}

std::vector<std::u32string> nameWords(std::string_view name)
{
    std::vector<Letters> words;
    if (!base::isUtf8(name))
        return words;
    for (const std::string& word : base::split(base::fold(name), ' '))
        if (!word.empty())
            words.push_back(inRussianLetters(utf32(word)));
    return words;
}

Spelling spelled(NamePart part, std::string_view name)
{
    Spelling out;
    out.words = nameWords(name);
    out.letters = joined(out.words);
    if (out.isEmpty())
        return out;
    out.stem = stemOf(part, out.letters, out.whose);
    addSound(out.sounds, out.stem);
    if (hasTatarO(name)) {
        PatronymicOf whose = PatronymicOf::Unknown;
        addSound(out.sounds, stemOf(part, joined(nameWords(withE(name))), whose));
    }
    return out;
}

Likeness likeness(const Spelling& a, const Spelling& b)
{
    if (a.isEmpty() || b.isEmpty())
        return Likeness::Different;
    const bool isOtherSex = a.whose != b.whose && a.whose != PatronymicOf::Unknown
        && b.whose != PatronymicOf::Unknown;
    if (isOtherSex)
        return Likeness::Different; // «улы» and «кызы» of one father: brother and sister
    if (a.letters == b.letters)
        return Likeness::Same;
    if (a.letters.size() == 1 || b.letters.size() == 1)
        return a.letters.front() == b.letters.front()
                || soundOf(a.letters.substr(0, 1)) == soundOf(b.letters.substr(0, 1))
            ? Likeness::Initial
            : Likeness::Different;
    if (a.stem == b.stem || shareSound(a, b) || haveSameWords(a, b))
        return Likeness::Spelling;
    if (isOneOf(a.stem, b) || isOneOf(b.stem, a))
        return Likeness::Part;
    return isTypo(a.stem, b.stem) || isTypo(a.letters, b.letters) ? Likeness::Typo
                                                                  : Likeness::Different;
}

std::vector<std::string> beginnings(const std::u32string& word, std::size_t length)
{
    std::vector<std::string> out;
    for (const Letters& one : writings(word))
        for (const Letters& beginning : rendered(one.substr(0, length)))
            if (std::string text = utf8(beginning);
                std::find(out.begin(), out.end(), text) == out.end())
                out.push_back(std::move(text));
    return out;
}

std::size_t slips(std::u32string_view a, std::u32string_view b, std::size_t most)
{
    const std::size_t tooMany = most + 1;
    if (a.size() > b.size() + most || b.size() > a.size() + most)
        return tooMany;
    std::vector<std::size_t> twoBack;
    std::vector<std::size_t> back(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        twoBack = std::exchange(back, row);
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({ changed, back[j] + 1, row[j - 1] + 1 });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoBack[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return tooMany;
    }
    return std::min(row.back(), tooMany);
}

} // namespace patronat::twins
