// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace patronat::intake {

/// Which of knownEncodings() a text is in: by its mark, by the zeros of UTF-16, as UTF-8 when it is
/// valid, else by how often which letters follow each other; windows-1251 when that says nothing.
std::string guessedEncoding(std::string_view bytes);

/// UTF-8 without a mark; nothing when the encoding is not known.
std::optional<std::string> decoded(std::string_view bytes, const std::string& encoding);

} // namespace patronat::intake
