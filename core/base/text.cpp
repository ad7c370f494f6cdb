// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace patronat::base {

namespace {

constexpr char16_t kShortI = u'й';
constexpr char16_t kBreve = u'\u0306';

const icu::Normalizer2& decomposition()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        std::abort(); // an ICU without its own tables cannot run anything of ours
    return *nfkd;
}

bool isMark(UChar32 c)
{
    return c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// The letter of a Russian keyboard nearest to a letter that keyboard has not.
UChar32 onRussianKeyboard(UChar32 c)
{
    switch (c) {
    case U'ә':
        return U'а';
    case U'ө':
        return U'о';
    case U'ү':
        return U'у';
    case U'җ':
        return U'ж';
    case U'ң':
        return U'н';
    case U'һ':
        return U'х';
    default:
        return c;
    }
}

/// Builds the folded text letter by letter: runs of what is neither letter nor digit become one
/// space, none at the ends.
class FoldedText {
public:
    void add(UChar32 c)
    {
        if (m_gap && !m_out.isEmpty())
            m_out.append(u' ');
        m_gap = false;
        m_out.append(c);
    }
    void gap() { m_gap = true; }
    /// An accent says nothing, but й is a letter of its own.
    void mark(UChar32 c)
    {
        const int32_t last = m_out.length() - 1;
        if (c == kBreve && !m_gap && last >= 0 && m_out.charAt(last) == u'и')
            m_out.setCharAt(last, kShortI);
    }
    std::string utf8() const
    {
        std::string out;
        m_out.toUTF8String(out);
        return out;
    }

private:
    icu::UnicodeString m_out;
    bool m_gap = false;
};

std::string foldAnything(std::string_view utf8)
{
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    // "школа № 5" is looked for as "школа 5", and NFKD would make "no" of the sign.
    text.findAndReplace(icu::UnicodeString(u'№'), icu::UnicodeString(u' '));
    text.foldCase();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = decomposition().normalize(text, status);

    FoldedText folded;
    for (int32_t i = 0; i < parts.length();) {
        const UChar32 c = parts.char32At(i);
        i += U16_LENGTH(c);
        if (u_isalnum(c))
            folded.add(onRussianKeyboard(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
        else if (isMark(c))
            folded.mark(c);
        else if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            folded.gap(); // and a soft hyphen inside a word is nothing at all
    }
    return folded.utf8();
}

/// What folding makes of each character of one or two bytes up to the end of the Cyrillic blocks,
/// asked of ICU once: names are folded by the hundred thousand when batches are merged.
class FoldTable {
public:
    static constexpr UChar32 kEnd = 0x0530;
    struct Entry {
        enum class Kind : std::uint8_t { AskIcu, Letter, Gap, Nothing };
        Kind kind = Kind::AskIcu;
        std::uint8_t size = 0;
        std::array<char, 2> bytes {};
    };

    FoldTable()
    {
        for (UChar32 c = 0; c < kEnd; ++c)
            m_entries[static_cast<std::size_t>(c)] = entryFor(c);
    }
    const Entry& operator[](std::size_t c) const { return m_entries[c]; }

private:
    static Entry entryFor(UChar32 c)
    {
        if (isMark(c))
            return {}; // what an accent does depends on the letter before it
        std::string source = "a";
        icu::UnicodeString(c).toUTF8String(source);
        const std::string folded = foldAnything(source + "b");
        if (folded == "a b")
            return { Entry::Kind::Gap, 1, { ' ', 0 } };
        if (folded == "ab")
            return { Entry::Kind::Nothing, 0, {} };
        const std::string_view middle = std::string_view(folded).substr(1, folded.size() - 2);
        const std::size_t sourceSize = source.size() - 1;
        const bool oneLetter = middle.size() == 1
            || (middle.size() == 2 && (static_cast<unsigned char>(middle[0]) & 0xE0) == 0xC0);
        if (!oneLetter || middle.size() > sourceSize)
            return {};
        Entry entry { Entry::Kind::Letter, static_cast<std::uint8_t>(middle.size()), {} };
        std::ranges::copy(middle, entry.bytes.begin());
        return entry;
    }

    std::array<Entry, kEnd> m_entries;
};

constexpr bool isTail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Quotes and dashes stand in names of institutions: the block of them is punctuation, but for
/// its joiners and directions, which fold to nothing.
constexpr bool isQuoteOrDash(unsigned char second, unsigned char third)
{
    return second == 0x80 && third >= 0x90 && third <= 0xA7;
}

/// The character at `at`, which moves behind it; negative when the bytes are no UTF-8.
UChar32 nextCharacter(std::string_view text, std::size_t& at)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    return c;
}

bool isBlank(std::string_view text, std::size_t at)
{
    const UChar32 c = nextCharacter(text, at);
    return c >= 0 && u_isUWhiteSpace(c);
}

/// False when a character is met that only ICU knows. Never longer than the source.
bool foldCommon(std::string_view source, std::string& out)
{
    static const FoldTable table;
    out.resize(source.size());
    char* to = out.data();
    const auto* from = reinterpret_cast<const unsigned char*>(source.data());
    const auto* const end = from + source.size();
    bool gap = false;
    while (from != end) {
        std::size_t c = from[0];
        if (c < 0x80) {
            ++from;
        } else if (c >= 0xC2 && c <= 0xD4 && end - from >= 2 && isTail(from[1])) {
            c = (c & 0x1F) << 6 | (from[1] & 0x3F);
            from += 2;
        } else if (c == 0xE2 && end - from >= 3 && isQuoteOrDash(from[1], from[2])) {
            c = ' ';
            from += 3;
        } else {
            return false;
        }
        if (c >= static_cast<std::size_t>(FoldTable::kEnd))
            return false;
        const FoldTable::Entry entry = table[c];
        if (entry.kind == FoldTable::Entry::Kind::Letter) {
            if (gap && to != out.data())
                *to++ = ' ';
            gap = false;
            *to++ = entry.bytes[0];
            if (entry.size == 2)
                *to++ = entry.bytes[1];
        } else if (entry.kind == FoldTable::Entry::Kind::Gap) {
            gap = true;
        } else if (entry.kind == FoldTable::Entry::Kind::AskIcu) {
            return false;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return true;
}

} // namespace

namespace {

/// Eight bytes at once: all ASCII, or four letters of two bytes, which is what nearly all text here is made of.
bool isPlainEight(const unsigned char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    if ((word & 0x8080808080808080ULL) == 0)
        return true;
    if constexpr (std::endian::native != std::endian::little)
        return false;
    // 110xxxxx 10xxxxxx four times, and no lead of C0 or C1, which would be a longer spelling of ASCII.
    const std::uint64_t leads = word & 0x001E001E001E001EULL;
    const bool someShort = ((leads - 0x0001000100010001ULL) & ~leads & 0x8000800080008000ULL) != 0;
    return (word & 0xC0E0C0E0C0E0C0E0ULL) == 0x80C080C080C080C0ULL && !someShort;
}

} // namespace

bool isUtf8(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t size = text.size();
    std::size_t i = 0;
    while (i < size) {
        // The two lengths nearly all text here has, without a table.
        if (i + 8 <= size && isPlainEight(bytes + i)) {
            i += 8;
        } else if (bytes[i] < 0x80) {
            ++i;
        } else if (bytes[i] >= 0xC2 && bytes[i] < 0xE0) {
            if (i + 1 >= size || !isTail(bytes[i + 1]))
                return false;
            i += 2;
        } else {
            if (nextCharacter(text, i) < 0)
                return false;
        }
    }
    return true;
}

std::string fold(std::string_view utf8)
{
    std::string out;
    if (foldCommon(utf8, out))
        return out;
    return foldAnything(utf8);
}

std::string trimmed(std::string_view text)
{
    std::size_t first = 0;
    while (first < text.size() && isBlank(text, first))
        nextCharacter(text, first);
    std::size_t end = text.size();
    while (end > first) {
        std::size_t last = end - 1;
        while (last > first && isTail(static_cast<unsigned char>(text[last])))
            --last;
        if (!isBlank(text, last))
            break;
        end = last;
    }
    return std::string(text.substr(first, end - first));
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, start)) {
        parts.emplace_back(text.substr(start, at - start));
        start = at + 1;
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += separator;
        out += parts[i];
    }
    return out;
}

std::string initial(std::string_view name)
{
    std::string letter;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t start = at;
        const UChar32 c = nextCharacter(name, at);
        if (!letter.empty() && !isMark(c))
            break; // "й" may be two characters
        if (!letter.empty() || (c >= 0 && u_isalpha(c)))
            letter += name.substr(start, at - start);
    }
    return letter.empty() ? letter : letter + '.';
}

} // namespace patronat::base
