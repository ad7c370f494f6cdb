// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/letters.h"

#include <algorithm>
#include <array>

namespace patronat::twins {

namespace {

struct Rendering
{
    std::u32string_view from;
    std::u32string_view to;
};

/// Letters of both alphabets that look alike, small or as capitals.
constexpr std::array kLookAlikes { Rendering { U"a", U"а" }, Rendering { U"b", U"в" },
    Rendering { U"c", U"с" }, Rendering { U"e", U"е" }, Rendering { U"h", U"н" },
    Rendering { U"k", U"к" }, Rendering { U"m", U"м" }, Rendering { U"o", U"о" },
    Rendering { U"p", U"р" }, Rendering { U"t", U"т" }, Rendering { U"x", U"х" },
    Rendering { U"y", U"у" }, Rendering { U"i", U"и" }, Rendering { U"n", U"п" },
    Rendering { U"r", U"г" }, Rendering { U"u", U"и" } };

/// As passports write Russian names, longest first.
constexpr std::array kSounds { Rendering { U"shch", U"щ" }, Rendering { U"sch", U"щ" },
    Rendering { U"zh", U"ж" }, Rendering { U"kh", U"х" }, Rendering { U"ts", U"ц" },
    Rendering { U"ch", U"ч" }, Rendering { U"sh", U"ш" }, Rendering { U"iu", U"ю" },
    Rendering { U"yu", U"ю" }, Rendering { U"ia", U"я" }, Rendering { U"ya", U"я" },
    Rendering { U"yo", U"е" }, Rendering { U"ye", U"е" }, Rendering { U"ie", U"ъ" },
    Rendering { U"a", U"а" }, Rendering { U"b", U"б" }, Rendering { U"c", U"к" },
    Rendering { U"d", U"д" }, Rendering { U"e", U"е" }, Rendering { U"f", U"ф" },
    Rendering { U"g", U"г" }, Rendering { U"h", U"х" }, Rendering { U"i", U"и" },
    Rendering { U"j", U"дж" }, Rendering { U"k", U"к" }, Rendering { U"l", U"л" },
    Rendering { U"m", U"м" }, Rendering { U"n", U"н" }, Rendering { U"o", U"о" },
    Rendering { U"p", U"п" }, Rendering { U"q", U"к" }, Rendering { U"r", U"р" },
    Rendering { U"s", U"с" }, Rendering { U"t", U"т" }, Rendering { U"u", U"у" },
    Rendering { U"v", U"в" }, Rendering { U"w", U"в" }, Rendering { U"x", U"кс" },
    Rendering { U"y", U"ы" }, Rendering { U"z", U"з" } };

bool isLatin(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

bool isCyrillic(char32_t c)
{
    return c >= U'\u0400' && c <= U'\u052F';
}

const Rendering* lookAlike(char32_t c)
{
    const auto found = std::find_if(kLookAlikes.begin(), kLookAlikes.end(),
        [c](const Rendering& one) { return one.from.front() == c; });
    return found == kLookAlikes.end() ? nullptr : &*found;
}

std::u32string bySound(std::u32string_view word)
{
    std::u32string out;
    while (!word.empty()) {
        const auto found = std::find_if(kSounds.begin(), kSounds.end(),
            [word](const Rendering& one) { return word.starts_with(one.from); });
        if (found == kSounds.end()) {
            out += word.front();
            word.remove_prefix(1);
        } else {
            out += found->to;
            word.remove_prefix(found->from.size());
        }
    }
    return out;
}

/// What a letter counts as in a key; 0: nothing.
char32_t classOf(char32_t c)
{
    switch (c) {
    case U'э':
    case U'я':
    case U'е':
    case U'ё':
        return U'а';
    case U'о':
    case U'ю':
        return U'у';
    case U'ы':
        return U'и';
    case U'б':
        return U'п';
    case U'д':
        return U'т';
    case U'з':
    case U'ц':
        return U'с';
    case U'г':
        return U'х';
    case U'щ':
        return U'ш';
    case U'ф':
        return U'в';
    case U'й':
    case U'ь':
    case U'ъ':
        return 0;
    default:
        return c;
    }
}

} // namespace

std::u32string inRussianLetters(std::u32string word)
{
    if (std::none_of(word.begin(), word.end(), isLatin))
        return word;
    // Between Russian letters a Latin one was meant to be Russian.
    const bool isMixed = std::any_of(word.begin(), word.end(), isCyrillic);
    if (!isMixed)
        return bySound(word);
    for (char32_t& c : word)
        if (const Rendering* meant = lookAlike(c))
            c = meant->to.front();
    return bySound(word);
}

std::u32string soundOf(std::u32string_view word)
{
    std::u32string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t next = i + 1 < word.size() ? word[i + 1] : 0;
        if (word[i] == U'д' && next == U'ж')
            continue;
        if (word[i] == U'г' && i > 0 && word[i - 1] == U'н')
            continue;
        const bool isGlide = word[i] == U'и' && (next == U'я' || next == U'е' || next == U'ю');
        if (isGlide)
            continue; // Наталия and Наталья
        const char32_t c = classOf(word[i]);
        if (c != 0 && (out.empty() || out.back() != c))
            out += c;
    }
    return out;
}

} // namespace patronat::twins
