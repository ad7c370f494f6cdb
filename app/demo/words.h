// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patronat::demo {

struct FirstName
{
    std::string name;
    std::string tt; ///< Tatar spelling, where there is one
    std::string son; ///< patronymics of this man's children
    std::string daughter;
};
struct Surname
{
    std::string m;
    std::string f;
    std::string mTt;
    std::string fTt;
};
/// The names that go together.
struct Nation
{
    std::string id;
    unsigned share = 0; ///< of a hundred
    std::vector<FirstName> men;
    std::vector<FirstName> women;
    std::vector<Surname> surnames;
};

struct StaffPost
{
    std::string role;
    std::string category;
    std::string post;
};
struct BodyPost
{
    std::string subject;
    std::string post;
};
struct MeasureWords
{
    std::string block;
    std::string subject;
    std::string title;
    std::string responsible; ///< empty: the case manager
    std::string service;
    std::string period; ///< empty: there is a due date
};
struct ProblemWords
{
    std::string kind;
    std::string task;
    std::vector<MeasureWords> measures;
};
struct TaskWords
{
    std::string subject;
    std::string text;
    std::string responsible;
};

/// What the texts of a demonstration are drawn from: resources/demo/*.json.
struct Words
{
    std::vector<Nation> nations;
    std::vector<std::string> streets, workplaces, schools, kindergartens, resources, absences,
        ownMeasures, results, goals, expected, heard, discussed, opinions, givenUp, visitPurposes,
        observed, agreed;
    std::vector<StaffPost> staffPosts;
    std::vector<BodyPost> bodyPosts;
    std::vector<ProblemWords> problems;
    std::vector<TaskWords> tasks;
    std::string chairPost, topicFirst, topicApprove, topicAmend, topicProgress;

    const ProblemWords& problem(
        const std::string& kind) const; ///< the first when there is none of this kind
};

base::Result<Words> loadWords(const std::filesystem::path& folder);

template <typename T>
const T& pick(const std::vector<T>& among, base::Random& random)
{
    return among[random.below(among.size())];
}

} // namespace patronat::demo
