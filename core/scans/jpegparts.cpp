// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/jpegparts.h"

#include <cstddef>
#include <functional>

namespace patronat::scans {

namespace {

using Part = std::function<void(unsigned char mark, std::string_view bytes)>;

constexpr unsigned char kStart = 0xD8;
constexpr unsigned char kEnd = 0xD9;
constexpr unsigned char kScan = 0xDA;
constexpr unsigned char kComment = 0xFE;
constexpr unsigned char kFirstApp = 0xE0;
constexpr unsigned char kAdobe = 0xEE; ///< says how the colours are coded
constexpr unsigned char kLastApp = 0xEF;

unsigned char at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

bool isAlone(unsigned char mark)
{
    return mark == 0x01 || (mark >= 0xD0 && mark <= 0xD7);
}

/// Where the coded dots that begin at `from` end: at a mark that is neither a stuffed byte nor a restart.
std::size_t afterDots(std::string_view bytes, std::size_t from)
{
    for (std::size_t i = from; i + 1 < bytes.size(); ++i)
        if (at(bytes, i) == 0xFF && at(bytes, i + 1) != 0x00 && at(bytes, i + 1) != 0xFF && !isAlone(at(bytes, i + 1)))
            return i;
    return std::string_view::npos;
}

/// Calls `part` with every part to the end mark; false when the file does not go so far.
bool walk(std::string_view bytes, const Part& part)
{
    if (bytes.size() < 4 || at(bytes, 0) != 0xFF || at(bytes, 1) != kStart)
        return false;
    part(kStart, bytes.substr(0, 2));
    std::size_t here = 2;
    while (here + 1 < bytes.size()) {
        if (at(bytes, here) != 0xFF)
            return false;
        const unsigned char mark = at(bytes, here + 1);
        if (mark == 0xFF) { // filling before a mark
            ++here;
            continue;
        }
        std::size_t end = here + 2;
        if (mark == kEnd) {
            part(mark, bytes.substr(here, 2));
            return true;
        }
        if (!isAlone(mark)) {
            if (here + 4 > bytes.size())
                return false;
            const std::size_t length = at(bytes, here + 2) * 256U + at(bytes, here + 3);
            end = length < 2 ? bytes.size() + 1 : here + 2 + length;
            if (mark == kScan && end <= bytes.size())
                end = afterDots(bytes, end);
        }
        if (end > bytes.size()) // npos too
            return false;
        part(mark, bytes.substr(here, end - here));
        here = end;
    }
    return false;
}

/// JFIF's own head and Adobe's mark say how the dots are coded. A profile of colours names the device too, so it goes.
bool isNote(unsigned char mark, std::string_view bytes)
{
    if (mark == kComment)
        return true;
    if (mark < kFirstApp || mark > kLastApp || mark == kAdobe)
        return false;
    const std::string_view name = bytes.size() > 4 ? bytes.substr(4) : std::string_view();
    return !(mark == kFirstApp && name.substr(0, 4) == "JFIF");
}

} // namespace

bool isWholeJpeg(std::string_view bytes)
{
    return walk(bytes, [](unsigned char, std::string_view) {});
}

std::string withoutNotes(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    const bool isWhole = walk(bytes, [&](unsigned char mark, std::string_view part) {
        if (!isNote(mark, part))
            out += part;
    });
    return isWhole ? out : std::string();
}

bool hasNotes(std::string_view bytes)
{
    bool found = false;
    walk(bytes, [&](unsigned char mark, std::string_view part) { found = found || isNote(mark, part); });
    return found;
}

} // namespace patronat::scans
