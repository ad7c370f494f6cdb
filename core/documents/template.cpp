// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/template.h"

#include "core/base/text.h"
#include "core/documents/keepmarks.h"

#include <kainjow/mustache.hpp>

#include <QString>

#include <algorithm>
#include <cctype>
#include <optional>

namespace patronat::documents {

namespace {

namespace mustache = kainjow::mustache;

using base::ErrorCode;

/// Walks the tags of a template with the keys that are known where each stands.
class TemplateChecker {
public:
    TemplateChecker(const std::string& file, const std::string& text, const Keys& keys)
        : m_file(file)
        , m_text(text)
    {
        m_scopes.push_back({ {}, &keys });
    }

    base::Result<std::string> check()
    {
        std::size_t at = 0;
        for (;;) {
            const std::size_t open = m_text.find("{{", at);
            m_out += m_text.substr(at, open - at);
            if (open == std::string::npos)
                break;
            m_at = open;
            const std::size_t close = m_text.find("}}", open);
            if (close == std::string::npos)
                return broken({}, "unclosedTag");
            PATRONAT_TRY(tag(m_text.substr(open + 2, close - open - 2)));
            at = close + 2;
        }
        if (m_scopes.size() > 1)
            return broken(m_scopes.back().name, "unclosedSection");
        return std::move(m_out);
    }

private:
    struct Scope {
        std::string name;
        const Keys* keys; ///< null: a section by a value adds none
    };

    base::Error broken(const std::string& key, const char* why) const
    {
        const auto line = 1
            + std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(m_at), '\n');
        return { ErrorCode::ProfileBroken, { m_file, std::to_string(line), key, why }, {} };
    }

    base::Status tag(const std::string& inside)
    {
        const char kind = inside.empty() ? ' ' : inside.front();
        if (kind == '!')
            return {};
        const bool plain = std::string_view("#^/{&>=").find(kind) == std::string_view::npos;
        const std::string key = base::trimmed(plain ? inside : inside.substr(1));
        if (kind == '{' || kind == '&')
            return broken(key, "unescapedTag");
        if (kind == '>' || kind == '=')
            return broken(key, "tagNotAllowed");
        if (key.find('<') != std::string::npos)
            return broken(key, "tagSplitByFormatting");
        if (kind == '/')
            return closed(key);
        if (!plain)
            return opened(kind, key);
        if (!hasValue(key))
            return broken(key, "unknownKey");
        m_out += "{{" + key + "}}";
        return {};
    }

    base::Status opened(char kind, const std::string& key)
    {
        const Keys* list = listOf(key);
        const bool byValue = !list && hasValue(key);
        if (!list && !byValue && !isPresence(key))
            return broken(key, "unknownKey");
        m_scopes.push_back({ key, kind == '#' ? list : nullptr });
        m_suffixes.push_back(byValue ? "?" : "");
        m_out += std::string("{{") + kind + key + m_suffixes.back() + "}}";
        return {};
    }

    base::Status closed(const std::string& key)
    {
        if (m_scopes.size() < 2 || m_scopes.back().name != key)
            return broken(key, "unopenedSection");
        m_out += "{{/" + key + m_suffixes.back() + "}}";
        m_scopes.pop_back();
        m_suffixes.pop_back();
        return {};
    }

    bool hasValue(const std::string& key) const
    {
        return std::ranges::any_of(
            m_scopes, [&key](const Scope& s) { return s.keys && s.keys->values.contains(key); });
    }

    const Keys* listOf(const std::string& key) const
    {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
            if (!scope->keys)
                continue;
            if (const auto list = scope->keys->lists.find(key); list != scope->keys->lists.end())
                return &list->second;
        }
        return nullptr;
    }

    bool isPresence(const std::string& key) const
    {
        for (const Scope& scope : m_scopes)
            for (const auto& [list, keys] : scope.keys ? scope.keys->lists : Keys {}.lists)
                if (presenceKey(list) == key)
                    return true;
        return false;
    }

    const std::string& m_file;
    const std::string& m_text;
    std::string m_out;
    std::vector<Scope> m_scopes;
    std::vector<std::string> m_suffixes;
    std::size_t m_at = 0;
};

std::string textOf(const base::Value& value)
{
    if (const std::int64_t* number = value.number())
        return std::to_string(*number);
    if (const base::RecordId* reference = value.reference())
        return reference->hex();
    return std::string(value.textOr({}));
}

bool isThere(const base::Value& value)
{
    if (const std::int64_t* number = value.number())
        return *number != 0;
    return !value.isNull() && value.textOr("x") != "";
}

mustache::data toMustache(const Node& node)
{
    mustache::data data(mustache::data::type::object);
    for (const auto& [key, value] : node.values) {
        // A null hides the value of the same key around it, as a row of its own should.
        data.set(key, mustache::data(textOf(value)));
        data.set(key + '?', mustache::data(isThere(value)));
    }
    for (const auto& [key, rows] : node.lists) {
        mustache::data list(mustache::data::type::list);
        for (const Node& row : rows)
            list.push_back(toMustache(row));
        data.set(key, list);
        const std::string presence = presenceKey(key);
        if (!node.values.contains(presence))
            data.set(presence, mustache::data(!rows.empty()));
    }
    return data;
}

void escapeCharacter(std::string& out, char c, Markup markup)
{
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    case '\n': out += markup == Markup::Html ? "<br/>" : "<text:line-break/>"; break;
    case '\t': out += markup == Markup::Html ? " " : "<text:tab/>"; break;
    default:
        // Other control characters are no XML and print as nothing.
        if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
}

/// Noncharacters are ours (see keepmarks.h) and no XML.
std::string withoutNoncharacters(const std::string& text)
{
    if (text.find("\xEF\xB7") == std::string::npos && text.find("\xEF\xBF") == std::string::npos)
        return text;
    QString out = QString::fromStdString(text);
    out.removeIf([](QChar c) {
        return (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF) || c.unicode() >= 0xFFFE;
    });
    return out.toStdString();
}

std::string escaped(const std::string& text, Markup markup)
{
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : withoutNoncharacters(text))
        escapeCharacter(out, c, markup);
    return out;
}

} // namespace

std::string presenceKey(std::string_view list)
{
    std::string key = "has";
    key += list;
    if (key.size() > 3)
        key[3] = static_cast<char>(std::toupper(static_cast<unsigned char>(key[3])));
    return key;
}

base::Result<Template> Template::parse(std::string file, const std::string& text, const Keys& keys)
{
    Template out;
    PATRONAT_LET(out.m_text, TemplateChecker(file, text, keys).check());
    mustache::mustache parsed(out.m_text);
    if (!parsed.is_valid())
        return { ErrorCode::ProfileBroken, { file, "0", {}, "brokenTemplate" }, parsed.error_message() };
    return out;
}

std::string Template::render(const Node& node, Markup markup) const
{
    mustache::mustache parsed(m_text);
    parsed.set_custom_escape([markup](const std::string& text) { return escaped(text, markup); });
    return parsed.render(toMustache(node));
}

} // namespace patronat::documents
