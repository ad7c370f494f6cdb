// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/program.h"

#include "app/tool/attachcommands.h"
#include "app/tool/classifiercommands.h"
#include "app/tool/command.h"
#include "core/db/dberror.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace patronat::tool {

namespace {

constexpr Words kNoCommand { "which command? `patronatctl help` lists them",
    "какая команда? Список — `patronatctl help`" };
constexpr Words kUnknownCommand { "unknown command", "неизвестная команда" };
constexpr Words kTooFew { "an argument is missing; usage", "не хватает аргумента; формат" };
constexpr Words kTooMany { "too many arguments; usage", "лишний аргумент; формат" };
constexpr Words kUnknownLanguage { "--lang is ru or en", "--lang — ru или en" };

constexpr std::array kCommon {
    Option { "--db", "FILE", { "the database", "база" } },
    Option { "--json", "", { "answer with one JSON document", "ответить одним документом JSON" } },
    Option { "--lang", "ru|en",
        { "language of words about errors and of labels", "язык сообщений и названий" } },
    Option { "--profiles", "DIR", { "the folder of the profiles", "папка профилей" } },
};

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (const auto part : { siteCommands(), backupCommands(), demoCommands(), typeCommands(),
             recordCommands(), attachCommands(), classifierCommands(), signingCommands(),
             processCommands(), caseworkCommands(), historyCommands(), searchCommands(),
             importCommands(), exchangeCommands(), conflictCommands(), twinCommands(),
             instrumentCommands(), paperCommands(), checkCommands(), profileCommands() })
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string usageOf(const Command& command)
{
    std::string out = "patronatctl " + std::string(command.name);
    return command.usage.empty() ? out : out + ' ' + std::string(command.usage);
}

std::string optionLines(std::span<const Option> options, Language language)
{
    std::vector<std::vector<std::string>> rows;
    for (const Option& option : options) {
        std::string name = "  " + std::string(option.name);
        if (!option.value.empty())
            name += ' ' + std::string(option.value);
        rows.push_back({ std::move(name), std::string(option.meaning.in(language)) });
    }
    return tableText({ "", "" }, rows).substr(1);
}

std::string helpOf(const Command& command, Language language)
{
    std::string out
        = usageOf(command) + "\n\n" + std::string(command.summary.in(language)) + "\n\n";
    out += optionLines(command.options, language) + optionLines(commonOptions(), language);
    return out + "\n--json: " + std::string(command.json) + '\n';
}

std::string overview(Language language)
{
    std::vector<std::vector<std::string>> rows;
    for (const Command& command : allCommands())
        rows.push_back(
            { "  " + std::string(command.name), std::string(command.summary.in(language)) });
    const Words head { "patronatctl COMMAND … --db FILE [--json] [--lang ru|en]\n",
        "patronatctl КОМАНДА … --db ФАЙЛ [--json] [--lang ru|en]\n" };
    return std::string(head.in(language)) + tableText({ "", "" }, rows);
}

Language systemChoice(const std::string& systemLanguage)
{
    return systemLanguage.starts_with("ru") ? Language::Russian : Language::English;
}

/// Read before anything else, so that a wrong command line is already answered in the language
/// asked for.
Language languageOf(std::span<const std::string> words, const std::string& systemLanguage)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string asked;
        if (words[i] == "--lang" && i + 1 < words.size())
            asked = words[i + 1];
        else if (words[i].starts_with("--lang="))
            asked = words[i].substr(std::string_view("--lang=").size());
        else
            continue;
        if (asked != "ru" && asked != "en")
            throw UsageError(kUnknownLanguage, asked);
        return asked == "ru" ? Language::Russian : Language::English;
    }
    return systemChoice(systemLanguage);
}

/// The words' first that is neither an option nor the value of a common one.
std::size_t commandPosition(std::span<const std::string> words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].starts_with("--"))
            return i;
        const auto common = std::find_if(kCommon.begin(), kCommon.end(),
            [&](const Option& option) { return option.name == words[i]; });
        if (common != kCommon.end() && !common->value.empty())
            ++i;
    }
    throw UsageError(kNoCommand);
}

int showHelp(
    const std::vector<Command>& commands, std::span<const std::string> rest, Language language)
{
    const Output output(language, false);
    const auto asked = std::find_if(
        rest.begin(), rest.end(), [](const std::string& word) { return !word.starts_with("--"); });
    if (asked == rest.end()) {
        output.bytes(overview(language));
        return kDone;
    }
    bool known = false;
    for (const Command& command : commands) {
        if (command.name != *asked && !command.name.starts_with(*asked + ' '))
            continue;
        output.bytes((known ? "\n" : "") + helpOf(command, language));
        known = true;
    }
    if (!known)
        throw UsageError(kUnknownCommand, *asked);
    return kDone;
}

int runCommand(const Command& command, std::span<const std::string> words, Language language)
{
    std::vector<Option> options(command.options.begin(), command.options.end());
    options.insert(options.end(), kCommon.begin(), kCommon.end());
    const Arguments arguments(words, options);
    if (arguments.positional().size() < command.leastArguments)
        throw UsageError(kTooFew, usageOf(command));
    if (arguments.positional().size() > command.mostArguments)
        throw UsageError(kTooMany, usageOf(command));
    const Output output(language, arguments.has("--json"));
    Invocation invocation(arguments, output);
    base::Result<int> code = base::Error {};
    try {
        code = command.run(invocation);
    } catch (const db::DbError& error) {
        code = error.error();
    } catch (const UsageError&) {
        throw;
    } catch (const std::filesystem::filesystem_error& error) {
        code = base::Error { base::ErrorCode::FileNotReadable, { pathText(error.path1()) },
            error.code().message() };
    } catch (const std::exception& error) {
        code = base::Error { base::ErrorCode::Internal, {}, error.what() };
    }
    if (code)
        return *code;
    output.error(code.error());
    return kNotDone;
}

int dispatch(std::span<const std::string> words, Language language)
{
    const std::vector<Command> commands = allCommands();
    if (words.empty() || std::find(words.begin(), words.end(), "--help") != words.end()) {
        std::vector<std::string> rest(words.begin(), words.end());
        std::erase(rest, "--help");
        return showHelp(commands, rest, language);
    }
    const std::size_t at = commandPosition(words);
    if (words[at] == "help")
        return showHelp(commands, words.subspan(at + 1), language);
    std::vector<std::string> rest(words.begin(), words.end());
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    // Commands of two words ("profile check") go by both.
    const std::string second = at < rest.size() ? words[at] + ' ' + rest[at] : std::string();
    for (const Command& command : commands) {
        if (command.name == second) {
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
            return runCommand(command, rest, language);
        }
        if (command.name == words[at])
            return runCommand(command, rest, language);
    }
    throw UsageError(kUnknownCommand, words[at]);
}

} // namespace

std::span<const Option> commonOptions()
{
    return kCommon;
}

int runProgram(std::span<const std::string> words, const std::string& systemLanguage)
{
    Language language = systemChoice(systemLanguage);
    try {
        language = languageOf(words, systemLanguage);
        return dispatch(words, language);
    } catch (const UsageError& error) {
        Output(language, false).note("patronatctl: " + error.text(language));
        return kUsage;
    }
}

} // namespace patronat::tool
