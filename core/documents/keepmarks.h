// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace patronat::documents {

/// What QTextDocument forgets when it reads HTML (classes), kept as marks inside the text: a noncharacter
/// pair (kMark, kMark + 1 + digit … ) before every piece of text inside an element of class "keep". The
/// page layout reads them back and removes them before anything is laid out.
inline constexpr char16_t kMark = 0xFDD0; ///< begins and ends a mark
inline constexpr char16_t kMarkDigits = 0xFDD1; ///< the digit 0 of the group's number, base 16, up to 0xFDE0
inline constexpr int kMarkLength = 6; ///< kMark, four digits, kMark

/// The same HTML with its keep groups marked, lengths of its style sheet in the one unit that Qt reads for them
/// (margins in points or millimetres are ignored otherwise), and its links and event attributes gone: paper needs none,
/// and in a preview they would be clickable.
std::string withKeepMarks(std::string_view html);

} // namespace patronat::documents
