// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/rules.h"

#include <regex>
#include <sstream>

namespace patronat::arch {

namespace {

std::string fileName(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isIn(const SourceFile& file, std::string_view folder)
{
    return file.path.starts_with(std::string(folder) + "/");
}

/// One breach per file in which `pattern` is found; what = the words found, without blanks.
void findPattern(const SourceFile& file, const std::string& text, const std::regex& pattern,
    const std::string& rule, std::vector<Breach>& breaches)
{
    std::smatch match;
    if (!std::regex_search(text, match, pattern))
        return;
    auto what = match[match.size() > 1 ? 1 : 0].str();
    std::erase_if(what, [](unsigned char c) { return std::isspace(c) != 0; });
    breaches.push_back({ rule, file.path, what });
}

} // namespace

std::vector<Breach> licenceBreaches(const Files& files)
{
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        std::stringstream stream(file.text);
        std::string first;
        std::string second;
        std::getline(stream, first);
        if (first.starts_with("#!"))
            std::getline(stream, first);
        std::getline(stream, second);
        const bool good = first.ends_with(" SPDX-FileCopyrightText: 2026 Patronat contributors")
            && second.ends_with(" SPDX-License-Identifier: GPL-3.0-or-later");
        if (!good)
            breaches.push_back({ "licence", file.path, "noSpdxLines" });
    }
    return breaches;
}

std::vector<Breach> fileNameBreaches(const Files& files)
{
    static const std::regex source(R"([a-z][a-z0-9]*\.(h|cpp|sql))");
    static const std::regex test(R"((test_)?[a-z][a-z0-9]*\.(h|cpp|sql))");
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        const auto name = fileName(file.path);
        if (!std::regex_match(name, isIn(file, "tests") ? test : source))
            breaches.push_back({ "fileName", file.path, name });
    }
    return breaches;
}

std::vector<Breach> typeNameBreaches(const Files& files)
{
    static const std::regex types(R"(\b(?:class|struct|using)\s+(\w+))");
    static const std::regex empty(".*(Manager|Helper|Util|Utils|Handler|Data|Info)([^a-z].*)?");
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        const auto text = withoutComments(file.text, Literals::Drop);
        for (std::sregex_iterator match(text.begin(), text.end(), types), end; match != end;
             ++match) {
            const auto name = (*match)[1].str();
            if (std::regex_match(name, empty))
                breaches.push_back({ "typeName", file.path, name });
        }
    }
    return breaches;
}

std::vector<Breach> translationBreaches(const Files& files)
{
    static const std::regex pattern(R"((\btr|Application::translate|\bQT_TR_NOOP|\bQT_TRANSLATE_NOOP)\s*\()");
    std::vector<Breach> breaches;
    for (const auto& file : files)
        if (isIn(file, "core"))
            findPattern(
                file, withoutComments(file.text, Literals::Drop), pattern, "translation", breaches);
    return breaches;
}

std::vector<Breach> qtBreaches(const Files& files, const std::set<std::string>& widgetHeaders)
{
    static const std::regex folders("Qt(Widgets|PrintSupport|Charts)(/.*)?|QPrint[A-Z].*");
    static const std::regex sql("(QtSql/.*|QtSql|QSql.*)");
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!isIn(file, "core"))
            continue;
        for (const auto& include : includesOf(file.text)) {
            if (widgetHeaders.contains(include.name) || std::regex_match(include.name, folders))
                breaches.push_back({ "widgets", file.path, include.name });
            if (!isIn(file, "core/db") && std::regex_match(include.name, sql))
                breaches.push_back({ "qtSql", file.path, include.name });
        }
    }
    return breaches;
}

std::vector<Breach> savepointBreaches(const Files& files)
{
    static const std::regex pattern(
        R"(\bROLLBACK\s+(?:TRANSACTION\s+)?TO\b|\bSAVEPOINT\b|\bsavepoint\s)",
        std::regex::ECMAScript | std::regex::icase);
    std::vector<Breach> breaches;
    for (const auto& file : files)
        if (!isIn(file, "tests"))
            findPattern(
                file, withoutComments(file.text, Literals::Keep), pattern, "savepoint", breaches);
    return breaches;
}

std::vector<Breach> openBreaches(const Files& files)
{
    static const std::regex pattern(R"(\bsqlite3_open\w*)");
    std::vector<Breach> breaches;
    for (const auto& file : files)
        if (!isIn(file, "core/db") && !isIn(file, "tests"))
            findPattern(
                file, withoutComments(file.text, Literals::Drop), pattern, "open", breaches);
    return breaches;
}

std::vector<Breach> ownHeaderBreaches(const Files& files)
{
    std::set<std::string> paths;
    for (const auto& file : files)
        paths.insert(file.path);
    std::vector<Breach> breaches;
    for (const auto& file : files) {
        if (!file.path.ends_with(".cpp"))
            continue;
        const auto header = file.path.substr(0, file.path.size() - 4) + ".h";
        const auto includes = includesOf(file.text);
        if (paths.contains(header) && (includes.empty() || includes.front().name != header))
            breaches.push_back({ "ownHeader", file.path, "isNotFirst" });
    }
    return breaches;
}

std::vector<Breach> pragmaBreaches(const Files& files)
{
    std::vector<Breach> breaches;
    for (const auto& file : files)
        if (file.path.ends_with(".h") && file.text.find("#pragma once") == std::string::npos)
            breaches.push_back({ "pragmaOnce", file.path, "isMissing" });
    return breaches;
}

} // namespace patronat::arch
