// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/arguments.h"

#include "core/base/text.h"

#include <algorithm>

namespace patronat::tool {

namespace {

constexpr Words kUnknownOption { "unknown option", "неизвестный ключ" };
constexpr Words kNoValue { "this option needs a value", "этому ключу нужно значение" };
constexpr Words kFlagWithValue { "this option takes no value", "этот ключ пишется без значения" };
constexpr Words kTwice { "this option stands twice", "ключ указан дважды" };
constexpr Words kMissing { "this option is required", "нужен ключ" };

const Option& optionNamed(std::span<const Option> options, const std::string& name)
{
    const auto found = std::find_if(
        options.begin(), options.end(), [&](const Option& option) { return option.name == name; });
    if (found == options.end())
        throw UsageError(kUnknownOption, name);
    return *found;
}

} // namespace

std::string UsageError::text(Language language) const
{
    std::string out(m_words.in(language));
    return m_argument.empty() ? out : out + ": " + m_argument;
}

Arguments::Arguments(std::span<const std::string> words, std::span<const Option> options)
{
    bool ended = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (ended || !word.starts_with("--")) {
            m_positional.push_back(word);
            continue;
        }
        if (word == "--") {
            ended = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const Option& option = optionNamed(options, name);
        if (m_values.contains(name) && !option.repeatable)
            throw UsageError(kTwice, name);
        if (option.value.empty() && equals != std::string::npos)
            throw UsageError(kFlagWithValue, name);
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (!option.value.empty() && ++i == words.size())
            throw UsageError(kNoValue, name);
        else if (!option.value.empty())
            value = words[i];
        m_values[name].push_back(std::move(value));
    }
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    std::vector<std::string> out;
    const auto found = m_values.find(option);
    if (found == m_values.end())
        return out;
    for (const std::string& value : found->second)
        for (const std::string& part : base::split(value, ','))
            if (std::string one = base::trimmed(part); !one.empty())
                out.push_back(std::move(one));
    return out;
}

std::string Arguments::required(std::string_view option) const
{
    const auto found = value(option);
    if (!found)
        throw UsageError(kMissing, std::string(option));
    return *found;
}

} // namespace patronat::tool
