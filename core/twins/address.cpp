// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/address.h"

#include <algorithm>
#include <array>

namespace patronat::twins {

namespace {

using LettersView = std::u32string_view;

/// What a place is called besides its name, in Russian and Tatar; folded.
constexpr std::array<LettersView, 45> kKinds { U"ул", U"улица", U"урам", U"урамы", U"пер",
    U"переулок", U"тыкрык", U"тыкрыгы", U"пр", U"просп", U"проспект", U"проспекты", U"пркт",
    U"проезд", U"ш", U"шоссе", U"бр", U"бульвар", U"бульвары", U"пл", U"площадь", U"мкр", U"мкрн",
    U"микрорайон", U"кв", U"квартал", U"г", U"гор", U"город", U"шэхэр", U"шахар", U"с", U"село",
    U"авылы", U"авыл", U"пос", U"поселок", U"пгт", U"п", U"д", U"дер", U"деревня", U"ст", U"им",
    U"имени" };
/// Before the number of a house or a flat.
constexpr std::array<LettersView, 7> kBeforeNumber { U"д", U"дом", U"йорт", U"кв", U"квартира",
    U"фатир", U"кор" };

template <typename Kinds>
bool isKind(const Kinds& kinds, const std::u32string& word)
{
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

std::string_view textOf(const base::Fields& values, std::string_view field, const char* part)
{
    const auto found = values.find(std::string(field) + '.' + part);
    return found == values.end() ? std::string_view() : found->second.textOr({});
}

Spelling placeOf(std::string_view text)
{
    std::string name;
    for (const std::u32string& word : nameWords(text)) {
        if (isKind(kKinds, word))
            continue;
        name += (name.empty() ? "" : " ") + utf8(word);
    }
    return spelled(NamePart::FirstName, name);
}

bool isSamePlace(const Spelling& a, const Spelling& b)
{
    // «Тукая» and «Габдуллы Тукая», «Г. Тукая»: the last word is the name.
    if (likeness(a, b) >= Likeness::Part)
        return true;
    return !a.words.empty() && !b.words.empty() && a.words.size() != b.words.size()
        && a.words.back() == b.words.back();
}

} // namespace

std::string houseOf(std::string_view text)
{
    std::u32string out;
    for (const std::u32string& word : nameWords(text)) {
        if (isKind(kBeforeNumber, word))
            continue;
        // 5 а is 5а, but 5/1 is not 51.
        const auto isDigit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
        if (!out.empty() && isDigit(out.back()) && isDigit(word.front()))
            out += U'/';
        out += word;
    }
    return utf8(out);
}

Dwelling dwellingOf(const base::Fields& values, std::string_view field)
{
    return { placeOf(textOf(values, field, "settlement")), placeOf(textOf(values, field, "street")),
        houseOf(textOf(values, field, "house")), houseOf(textOf(values, field, "flat")) };
}

DwellingMatch compare(const Dwelling& a, const Dwelling& b)
{
    if (a.isEmpty() || b.isEmpty())
        return DwellingMatch::Unknown;
    const bool hasBothSettlements = !a.settlement.isEmpty() && !b.settlement.isEmpty();
    const bool hasBothStreets = !a.street.isEmpty() && !b.street.isEmpty();
    if (!hasBothSettlements && !hasBothStreets)
        return DwellingMatch::Unknown;
    if (a.house != b.house || (hasBothSettlements && !isSamePlace(a.settlement, b.settlement))
        || (hasBothStreets && !isSamePlace(a.street, b.street)))
        return DwellingMatch::Different;
    if (a.flat != b.flat)
        return a.flat.empty() || b.flat.empty() ? DwellingMatch::Near : DwellingMatch::Different;
    const bool isWhole = hasBothSettlements && a.street.isEmpty() == b.street.isEmpty();
    return isWhole ? DwellingMatch::Same : DwellingMatch::Near;
}

} // namespace patronat::twins
