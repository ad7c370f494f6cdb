// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/words.h"

#include <exception>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::tool {

/// The command line is not one: exit 2. Thrown while a command line is read, caught in main.
class UsageError : public std::exception {
public:
    UsageError(Words words, std::string argument = {}) : m_words(words), m_argument(std::move(argument)) {}
    std::string text(Language language) const;
    const char* what() const noexcept override { return "usage"; }

private:
    Words m_words;
    std::string m_argument;
};

/// An option of a command line; `value` is the placeholder of what follows it, empty for a flag.
struct Option {
    std::string_view name; ///< "--base"
    std::string_view value;
    Words meaning;
    bool repeatable = false; ///< given again, or with commas between
};

/// A command line taken apart: options may stand anywhere, "--" ends them.
class Arguments {
public:
    /// Throws UsageError for an option that is not known, lacks its value or comes twice.
    Arguments(std::span<const std::string> words, std::span<const Option> options);

    const std::vector<std::string>& positional() const { return m_positional; }
    bool has(std::string_view option) const { return m_values.contains(option); }
    std::optional<std::string> value(std::string_view option) const;
    /// Of a repeatable option, taken apart at commas.
    std::vector<std::string> values(std::string_view option) const;
    std::string required(std::string_view option) const;

private:
    std::vector<std::string> m_positional;
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
};

} // namespace patronat::tool
