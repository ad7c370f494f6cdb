// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/words.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace patronat::demo {

namespace {

using nlohmann::json;

std::string text(const json& object, const char* key)
{
    return object.value(key, std::string());
}

std::vector<std::string> texts(const json& object, const char* key)
{
    return object.at(key).get<std::vector<std::string>>();
}

template <typename Read>
auto list(const json& array, Read read)
{
    std::vector<decltype(read(array))> out;
    for (const json& item : array)
        out.push_back(read(item));
    if (out.empty())
        throw std::invalid_argument("an empty list");
    return out;
}

FirstName firstName(const json& item)
{
    return { item.at("name").get<std::string>(), text(item, "tt"), text(item, "son"),
        text(item, "daughter") };
}

Surname surname(const json& item)
{
    return { item.at("m").get<std::string>(), item.at("f").get<std::string>(), text(item, "mTt"),
        text(item, "fTt") };
}

Nation nation(const json& item)
{
    return { item.at("id").get<std::string>(), item.at("share").get<unsigned>(),
        list(item.at("men"), firstName), list(item.at("women"), firstName),
        list(item.at("surnames"), surname) };
}

MeasureWords measure(const json& item)
{
    return { item.at("block").get<std::string>(), item.at("subject").get<std::string>(),
        item.at("title").get<std::string>(), text(item, "responsible"), text(item, "service"),
        text(item, "period") };
}

ProblemWords problemWords(const json& item)
{
    return { item.at("kind").get<std::string>(), item.at("task").get<std::string>(),
        list(item.at("measures"), measure) };
}

void readWork(const json& work, Words& words)
{
    words.streets = texts(work, "streets");
    words.workplaces = texts(work, "workplaces");
    words.schools = texts(work, "schools");
    words.kindergartens = texts(work, "kindergartens");
    words.resources = texts(work, "resources");
    words.absences = texts(work, "absences");
    words.ownMeasures = texts(work, "ownMeasures");
    words.results = texts(work, "results");
    words.goals = texts(work, "goals");
    words.expected = texts(work, "expected");
    words.heard = texts(work, "heard");
    words.discussed = texts(work, "discussed");
    words.opinions = texts(work, "opinions");
    words.givenUp = texts(work, "givenUp");
    words.visitPurposes = texts(work, "visitPurposes");
    words.observed = texts(work, "observed");
    words.agreed = texts(work, "agreed");
    words.staffPosts = list(work.at("staffPosts"), [](const json& item) {
        return StaffPost { text(item, "role"), text(item, "category"), text(item, "post") };
    });
    words.bodyPosts = list(work.at("bodyPosts"), [](const json& item) {
        return BodyPost { text(item, "subject"), text(item, "post") };
    });
    words.problems = list(work.at("problems"), problemWords);
    words.tasks = list(work.at("tasks"), [](const json& item) {
        return TaskWords { text(item, "subject"), text(item, "text"), text(item, "responsible") };
    });
    words.chairPost = work.at("chairPost").get<std::string>();
    words.topicFirst = work.at("topics").at("first").get<std::string>();
    words.topicApprove = work.at("topics").at("approve").get<std::string>();
    words.topicAmend = work.at("topics").at("amend").get<std::string>();
    words.topicProgress = work.at("topics").at("progress").get<std::string>();
}

base::Result<json> readJson(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return { base::ErrorCode::FileNotReadable, { file.string() } };
    return json::parse(in);
}

} // namespace

const ProblemWords& Words::problem(const std::string& kind) const
{
    for (const ProblemWords& words : problems)
        if (words.kind == kind)
            return words;
    return problems.front();
}

base::Result<Words> loadWords(const std::filesystem::path& folder)
{
    try {
        PATRONAT_LET(const json names, readJson(folder / "names.json"));
        PATRONAT_LET(const json work, readJson(folder / "work.json"));
        Words words;
        words.nations = list(names.at("nations"), nation);
        readWork(work, words);
        return words;
    } catch (const std::exception& e) { // a damaged file of ours: say where
        return { base::ErrorCode::ProfileBroken, { folder.string(), "0", "", "words" }, e.what() };
    }
}

} // namespace patronat::demo
