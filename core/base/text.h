// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace patronat::base {

bool isUtf8(std::string_view text);

/// What searching compares: case folded (ICU), ё as е, Tatar letters as the nearest letter of a
/// Russian keyboard (ә а, ө о, ү у, җ ж, ң н, һ х), accents dropped, й kept, everything that is
/// neither letter nor digit one space, no space at the ends.
/// Source: domain.md BR-04 ("ё/е, Tatar letter equivalence").
std::string fold(std::string_view utf8);

/// Without blanks at the ends; blanks inside as typed.
std::string trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// "Иванова" -> "И."; the first letter and a full stop; empty stays empty.
std::string initial(std::string_view name);

} // namespace patronat::base
