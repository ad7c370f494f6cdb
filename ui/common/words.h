// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace patronat::ui {

enum class Language
{
    English,
    Russian
};

/// One text in the languages that shell and window speak without a translator: what is said of errors. A value.
struct Words
{
    std::string_view en;
    std::string_view ru;
    std::string_view in(Language language) const { return language == Language::Russian ? ru : en; }
};

/// "ru" or "en" as labels of a profile name it.
constexpr std::string_view languageCode(Language language)
{
    return language == Language::Russian ? "ru" : "en";
}

} // namespace patronat::ui
