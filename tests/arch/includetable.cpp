// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/includetable.h"

#include <functional>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace patronat::arch {

namespace {

constexpr std::string_view kEverything = "everything";

std::string trim(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t`");
    const auto last = text.find_last_not_of(" \t`");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

std::string wholePath(const std::string& folder)
{
    return folder.find('/') == std::string::npos ? "core/" + folder : folder;
}

std::vector<std::string> cells(const std::string& row)
{
    std::vector<std::string> found;
    std::stringstream stream(row);
    std::string cell;
    while (std::getline(stream, cell, '|'))
        found.push_back(trim(cell));
    return found; // the first is what stands before the first bar
}

/// "base, `profile` (a remark)" -> core/base, core/profile.
std::vector<std::string> names(const std::string& cell)
{
    static const std::regex remark(R"(\([^)]*\))");
    static const std::regex name(R"([a-z]+(/([a-z]+|\*))?)");
    std::vector<std::string> found;
    std::stringstream stream(std::regex_replace(cell, remark, ""));
    std::string part;
    while (std::getline(stream, part, ',')) {
        part = trim(part);
        if (part == "–")
            continue;
        if (part != kEverything && !std::regex_match(part, name))
            throw std::runtime_error("not a folder: " + part);
        found.push_back(part == kEverything ? part : wholePath(part));
    }
    return found;
}

} // namespace

IncludeTable IncludeTable::parse(std::string_view markdown)
{
    IncludeTable table;
    std::stringstream stream { std::string(markdown) };
    std::string row;
    bool inside = false;
    while (std::getline(stream, row)) {
        const auto columns = cells(row);
        if (!inside) {
            inside = columns.size() == 3 && columns[1] == "folder" && columns[2] == "may include";
            continue;
        }
        if (row.empty() || row.front() != '|')
            break;
        if (columns.size() != 3)
            throw std::runtime_error("not two columns: " + row);
        if (columns[1].find_first_not_of("-:") == std::string::npos)
            continue;
        const auto allowed = names(columns[2]);
        for (const auto& folder : names(columns[1]))
            table.m_allowed[folder].insert(allowed.begin(), allowed.end());
    }
    if (table.m_allowed.empty())
        throw std::runtime_error("no table \"folder | may include\"");
    return table;
}

bool IncludeTable::knows(const std::string& folder) const
{
    return m_allowed.contains(folder)
        || m_allowed.contains(folder.substr(0, folder.find('/')) + "/*");
}

bool IncludeTable::allows(const std::string& from, const std::string& to) const
{
    if (from == to)
        return true;
    auto row = m_allowed.find(from);
    if (row == m_allowed.end())
        row = m_allowed.find(from.substr(0, from.find('/')) + "/*");
    // "everything" means core and ui: a folder of app is included only where the table names it.
    const bool everything = !to.starts_with("app/") && knows(to);
    return row != m_allowed.end()
        && (row->second.contains(to)
            || (row->second.contains(std::string(kEverything)) && everything));
}

std::vector<std::string> IncludeTable::folders() const
{
    std::vector<std::string> found;
    for (const auto& [folder, allowed] : m_allowed)
        found.push_back(folder);
    return found;
}

std::vector<std::string> IncludeTable::circle() const
{
    std::set<std::string> done;
    std::vector<std::string> way;
    const std::function<bool(const std::string&)> visit = [&](const std::string& folder) {
        const bool again = std::find(way.begin(), way.end(), folder) != way.end();
        way.push_back(folder);
        if (again)
            return true;
        if (const auto row = m_allowed.find(folder);
            row != m_allowed.end() && !done.contains(folder))
            for (const auto& next : row->second)
                if (visit(next))
                    return true;
        done.insert(folder);
        way.pop_back();
        return false;
    };
    for (const auto& folder : folders())
        if (visit(folder))
            return way;
    return {};
}

std::vector<Breach> includeBreaches(const std::vector<SourceFile>& files, const IncludeTable& table)
{
    static const std::regex ours("(core|ui|app|tests)/.*");
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        const auto from = folderOf(file.path);
        if (!table.knows(from)) {
            breaches.push_back({ "folder", file.path, "isNotInTheTable" });
            continue;
        }
        for (const auto& include : includesOf(file.text)) {
            const bool named = std::regex_match(include.name, ours);
            const bool good = named ? table.allows(from, folderOf(include.name)) : !include.quoted;
            if (!good)
                breaches.push_back({ "include", file.path, include.name });
        }
    }
    return breaches;
}

} // namespace patronat::arch
