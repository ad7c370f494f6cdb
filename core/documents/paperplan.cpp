// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paperplan.h"

#include <nlohmann/json.hpp>

#include "core/store/outputfile.h"

#include <cctype>

namespace patronat::documents {

namespace {

using base::ErrorCode;
using nlohmann::json;

Query queryOf(const json& from)
{
    Query query;
    query.sql = from.at("sql").get<std::string>();
    if (from.contains("lists"))
        for (const auto& [name, list] : from.at("lists").items())
            query.lists.emplace(name, queryOf(list));
    return query;
}

profile::Label labelOf(const json& from)
{
    profile::Label label;
    for (const auto& [language, text] : from.items())
        label.emplace(language, text.get<std::string>());
    return label;
}

/// Throws what nlohmann throws when the file is not as FORMAT.md says.
PaperPlan planOf(const json& from)
{
    PaperPlan plan;
    plan.id = from.at("id").get<std::string>();
    plan.type = from.at("type").get<std::string>();
    plan.label = labelOf(from.at("label"));
    plan.landscape = from.value("orientation", "portrait") == "landscape";
    if (from.contains("margins"))
        for (std::size_t i = 0; i < 4; ++i)
            plan.margins[i] = from.at("margins").at(i).get<double>();
    plan.header = from.value("header", std::string());
    plan.footer = from.value("footer", std::string());
    plan.given = from.value("given", std::vector<std::string>());
    plan.data = queryOf(from.at("data"));
    return plan;
}

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Where the quoted text or comment that begins at `at` ends; `at` when none does.
std::size_t skipQuoted(std::string_view sql, std::size_t at)
{
    std::size_t end = at;
    if (sql[at] == '\'' || sql[at] == '"')
        end = sql.find(sql[at], at + 1);
    else if (sql.substr(at).starts_with("--"))
        end = sql.find('\n', at);
    else if (sql.substr(at).starts_with("/*"))
        end = sql.find("*/", at + 2);
    else
        return at;
    return end == std::string_view::npos ? sql.size() : end + 1;
}

} // namespace

base::Result<PaperPlan> readPaperPlan(const profile::Profile& profile, std::string_view id)
{
    const auto found = profile.templates.find(id);
    if (found == profile.templates.end())
        return { ErrorCode::NotFound, { "template", std::string(id) } };
    const std::filesystem::path path = profile.locate(found->second);
    PATRONAT_LET(const std::string text, store::readFile(path));
    // nlohmann reports by exceptions; this is where they end.
    try {
        PaperPlan plan = planOf(json::parse(text));
        plan.folder = path.parent_path();
        return plan;
    } catch (const json::exception& problem) {
        return { ErrorCode::ProfileBroken, { path.filename().string(), "0", {}, "brokenTemplate" },
            problem.what() };
    }
}

std::set<std::string> parametersOf(std::string_view sql)
{
    std::set<std::string> names;
    std::size_t at = 0;
    while (at < sql.size()) {
        if (const std::size_t end = skipQuoted(sql, at); end > at) {
            at = end;
            continue;
        }
        if (sql[at++] != ':')
            continue;
        std::size_t end = at;
        while (end < sql.size() && isNameCharacter(sql[end]))
            ++end;
        if (end > at)
            names.emplace(sql.substr(at, end - at));
        at = end;
    }
    return names;
}

} // namespace patronat::documents
