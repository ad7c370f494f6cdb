// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace patronat::scans {

/// Whether a JPEG goes on to its end mark. Decoders fill the missing part of a file that was cut short with grey and say
/// nothing.
bool isWholeJpeg(std::string_view bytes);

/// The same picture without what tells where, when and with what it was taken (EXIF, XMP, IPTC, maker's notes, comments)
/// and without what follows its end mark; the coded dots are not touched. Empty when it is no whole JPEG.
std::string withoutNotes(std::string_view bytes);

/// Whether withoutNotes() would leave something out.
bool hasNotes(std::string_view bytes);

} // namespace patronat::scans
