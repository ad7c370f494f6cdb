// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/text.h"

#include <QString>
#include <catch2/catch.hpp>

#include <random>

using namespace patronat::base;

namespace {

std::string utf8(char32_t c)
{
    return QString::fromUcs4(&c, 1).toStdString();
}

bool isSurrogate(char32_t c)
{
    return c >= 0xD800 && c < 0xE000;
}

/// Letters, signs and accents of which names are made, common and rare.
constexpr std::u32string_view kPieces
    = U"aZ09 -.,'\t«»–—’№АЯая ёЁйЙѝҐїЇғәӘөӨүҮҗҖңҢһҺӑ\u0306\u0301\u0308\u00ADиИéÉßİıſfiﬁ½²ǅ字Ω";

std::string someName(Random& random)
{
    std::u32string name;
    for (std::uint64_t i = random.below(12); i > 0; --i)
        name += kPieces[static_cast<std::size_t>(random.below(kPieces.size()))];
    return QString::fromStdU32String(name).toStdString();
}

} // namespace

TEST_CASE("names fold to what a search compares", "[text]")
{
    const auto [source, folded] = GENERATE(table<std::string, std::string>({
        { "", "" },
        { "   ", "" },
        { "Иванова", "иванова" },
        { "ЁЛКИНА Алёна", "елкина алена" },
        { "Йода-Крайнов", "йода крайнов" },
        { "И\u0306ода", "йода" },
        { "Андреи\u0306", "андрей" },
        { "и\u0301и\u0306", "ий" },
        { "и \u0306", "и" },
        { "Ѝ", "и" },
        { "Зәйнәп", "зайнап" },
        { "Гөлүсә Җәмилева", "голуса жамилева" },
        { "Таңсылу Һади", "тансылу хади" },
        { "ТАҢСЫЛУ ҺАДИ ӘӨҮҖ", "тансылу хади аоуж" },
        { "Їжакевич", "іжакевич" },
        { "  Петров ,  Пётр\t", "петров петр" },
        { "ул. Баумана, д. 5/7", "ул баумана д 5 7" },
        { "МБОУ «Школа № 5» — Казань", "мбоу школа 5 казань" },
        { "д’Артаньян", "д артаньян" },
        { "José Ünal", "jose unal" },
        { "Straße", "strasse" },
        { "İstanbul", "istanbul" },
        { "ﬁnale", "finale" },
        { "со\u00ADбес", "собес" },
        { "字幕", "字幕" },
        { "\u0410\u0301нна", "анна" },
        { "\xFF\xFEабв\xD0", "абв" },
    }));
    CAPTURE(source);

    CHECK(fold(source) == folded);
}

TEST_CASE("folding what is folded changes nothing", "[text]")
{
    for (char32_t c = 0; c < 0x11000; ++c) {
        if (isSurrogate(c))
            continue;
        const std::string once = fold(utf8(c) + "k");
        if (fold(once) != once)
            FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(c));
    }
}

TEST_CASE("the table of common letters folds as ICU does", "[text]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 20000; ++i) {
        const std::string name = someName(random);
        const std::string folded = fold(name);
        // A character outside the table sends the whole text to ICU.
        const std::string throughIcu = fold(name + " 字");
        CAPTURE(name);
        REQUIRE(throughIcu == (folded.empty() ? "字" : folded + " 字"));
    }
}

TEST_CASE("accents of Latin and Cyrillic do not matter, but й is no и", "[text]")
{
    for (const char32_t c : std::u32string_view(U"àáâãäåāăąǎȁȧạảấ"))
        CHECK(fold(utf8(c)) == "a");
    CHECK(fold("й") == "й");
    CHECK(fold("й") != fold("и"));
    CHECK(fold("ў") == "у");
    CHECK(fold("ѓ") == "г");
}

TEST_CASE("UTF-8 is told from other bytes as Qt tells it", "[text]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 20000; ++i) {
        std::string text = someName(random);
        if (!text.empty() && random.chance(50))
            text[static_cast<std::size_t>(random.below(text.size()))]
                = static_cast<char>(random.below(256));
        const QByteArray bytes = QByteArray::fromStdString(text);
        CAPTURE(bytes.toHex().toStdString());
        REQUIRE(isUtf8(text) == bytes.isValidUtf8());
    }
    CHECK_FALSE(isUtf8("\xC0\xAF"));
    CHECK_FALSE(isUtf8("\xED\xA0\x80")); // half of a pair
    CHECK_FALSE(isUtf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
    CHECK_FALSE(isUtf8("\xD0"));
    CHECK(isUtf8(std::string_view("a\0b", 3)));
}

TEST_CASE("blanks are taken from the ends and kept inside", "[text]")
{
    CHECK(trimmed("").empty());
    CHECK(trimmed(" \t\r\n\u00A0\u3000").empty());
    CHECK(trimmed(" а  б ") == "а  б");
    CHECK(trimmed("\u00A0Казань\u2003") == "Казань");
    CHECK(trimmed("Я") == "Я");
    CHECK(trimmed(" \xD0") == "\xD0");
    CHECK(trimmed("\xA0\xA0 ") == "\xA0\xA0");
}

TEST_CASE("splitting and joining are each other's inverse", "[text]")
{
    CHECK(split("a,b,,c", ',') == std::vector<std::string> { "a", "b", "", "c" });
    CHECK(split("", ',') == std::vector<std::string> { "" });
    CHECK(split(",", ',') == std::vector<std::string> { "", "" });
    CHECK(join(split("a,b,,c,", ','), ",") == "a,b,,c,");
    CHECK(join({}, ",").empty());
    CHECK(join({ "a", "b" }, ", ") == "a, b");
}

TEST_CASE("an initial is the first letter and a full stop", "[text]")
{
    CHECK(initial("Иванова") == "И.");
    CHECK(initial("  «Әминә»") == "Ә.");
    CHECK(initial("И\u0306одова") == "И\u0306.");
    CHECK(initial("").empty());
    CHECK(initial(" - ").empty());
}
