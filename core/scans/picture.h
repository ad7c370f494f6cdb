// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace patronat::scans {

enum class PictureOutcome {
    Made,
    Unreadable, ///< damaged, cut short, or not what it says
    TooManyDots, ///< asked before anything is unpacked
    NoReader, ///< a kind that no plugin of this computer reads
    SeveralPages, ///< a TIFF of more than one: one picture would lose the others
};

struct Picture {
    PictureOutcome outcome = PictureOutcome::Unreadable;
    std::string bytes; ///< only when Made
    bool isPng = false; ///< else JPEG
    int width = 0; ///< pixels, as shown
    int height = 0;
    int widthBefore = 0;
    int heightBefore = 0;
};

/// More dots than any camera or scanner of an office makes; a file may name as many as it likes in a few bytes.
inline constexpr std::int64_t kMostDots = 120'000'000;

/// A new picture of the dots only: turned as it is to be looked at, its colours those of every screen (sRGB), no side longer than
/// `longSide`, never made larger. PNG where that keeps letters sharp in fewer bytes or something is transparent. Any thread.
Picture redrawn(const std::string& bytes, int longSide, int quality);

/// A small picture for a line of a form, or one for a screen: PNG, empty when it cannot be read. Any thread.
std::string thumbnail(const std::string& bytes, int longSide);

} // namespace patronat::scans
