// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/settingvalues.h"

#include "core/base/text.h"

#include <cctype>
#include <optional>

namespace patronat::profile {

namespace {

constexpr std::string_view kMark = ":setting.";

bool isOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

std::string inQuotes(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::optional<std::string> sqlOf(const Node& settings, const std::string& path)
{
    const Node* at = &settings;
    for (const std::string& name : base::split(path, '.')) {
        at = at->member(name);
        if (at == nullptr)
            return std::nullopt;
    }
    switch (at->kind) {
    case Node::Kind::Boolean:
    case Node::Kind::Integer:
        return std::to_string(at->number);
    case Node::Kind::Decimal:
        return at->text;
    case Node::Kind::Text:
        return inQuotes(at->text);
    default:
        return std::nullopt;
    }
}

std::string filled(const Node& node, const Node& settings, Problems& problems)
{
    const std::string& text = node.text;
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = text.find(kMark); at != std::string::npos; at = text.find(kMark, from)) {
        std::size_t end = at + kMark.size();
        while (end < text.size() && isOfName(text[end]))
            ++end;
        const std::string name = text.substr(at + kMark.size(), end - at - kMark.size());
        const auto sql = sqlOf(settings, name);
        if (!sql)
            problems.error(node.place(), "unknownSetting", name);
        out += text.substr(from, at - from) + sql.value_or("NULL");
        from = end;
    }
    return out + text.substr(from);
}

} // namespace

void fillSettings(Node& declaration, const Node& settings, Problems& problems)
{
    if (declaration.isText() && declaration.text.find(kMark) != std::string::npos)
        declaration.text = filled(declaration, settings, problems);
    for (auto& [key, value] : declaration.members)
        if (key != "comment")
            fillSettings(value, settings, problems);
    for (Node& item : declaration.items)
        fillSettings(item, settings, problems);
}

} // namespace patronat::profile
