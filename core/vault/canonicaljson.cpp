// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/canonicaljson.h"

#include "core/base/text.h"

namespace patronat::vault {

using nlohmann::json;

namespace {

/// Deeper than the bound, brackets within texts not counted: asked before parsing.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '{' || c == '['))
            ++depth;
        else if (!inText && (c == '}' || c == ']'))
            --depth;
        if (depth > kMaxJsonDepth)
            return true;
    }
    return false;
}

} // namespace

std::string canonical(const json& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<json> parseCanonical(std::string_view text)
{
    if (!base::isUtf8(text) || isTooDeep(text))
        return std::nullopt;
    json value = json::parse(text, nullptr, false);
    if (value.is_discarded() || canonical(value) != text)
        return std::nullopt;
    return value;
}

std::optional<std::string> textOf(const json& object, const char* key)
{
    const auto at = object.is_object() ? object.find(key) : object.end();
    if (at == object.end() || !at->is_string())
        return std::nullopt;
    return at->get<std::string>();
}

std::optional<std::uint64_t> numberOf(const json& object, const char* key)
{
    const auto at = object.is_object() ? object.find(key) : object.end();
    if (at == object.end() || !at->is_number_integer() || at->get<std::int64_t>() < 0)
        return std::nullopt;
    return at->get<std::uint64_t>();
}

} // namespace patronat::vault
