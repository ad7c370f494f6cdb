// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace patronat::profile {

/// A place in a profile that is wrong or missing. `severity` Error keeps the profile from opening.
struct Problem {
    Severity severity = Severity::Error;
    std::string file; ///< relative to the profile's folder
    int line = 0; ///< 0 when not known
    std::string path; ///< "fields[3].classifier"
    std::string code; ///< stable: "unknownClassifier", "missingLabel", "brokenExpression" …
    std::string argument;
};

/// An SQL text of a profile and its place. This folder knows no SQLite: the store prepares them all for
/// `profile check`, and can say where a wrong one stands.
struct Expression {
    std::string type; ///< record type; empty of a query
    std::string field; ///< empty when the record type itself has it
    std::string key; ///< "required", "visible", "expr" (a check or a computed field), "default",
                     ///< "title"; "sql": a whole query of a paper or a report
    std::string text;
    std::string file;
    int line = 0;
    std::string path;
};

struct Loaded {
    std::shared_ptr<const Profile> profile; ///< null when a problem is an Error
    std::vector<Problem> problems;
    std::vector<Expression> expressions;
};

/// Reads `folder`/profile.json and everything it extends (sibling folders of the same name as the id),
/// then the overlays in order, resolves and checks it as a whole. Reads files; no thread of its own.
Loaded loadProfile(const std::filesystem::path& folder,
    const std::vector<std::filesystem::path>& overlays = {});

/// The same as a Result: the first Error as ProfileBroken(file, line, path, why).
base::Result<std::shared_ptr<const Profile>> openProfile(const std::filesystem::path& folder,
    const std::vector<std::filesystem::path>& overlays = {});

/// The resolved profile as one JSON text and back: what a database caches under the profile's hash so
/// that a start parses no folder.
std::string toCache(const Profile& profile);
/// `folders`: see Profile::folders, which no cache can hold.
base::Result<std::shared_ptr<const Profile>> fromCache(const std::string& cached,
    std::map<std::string, std::string, std::less<>> folders = {});

/// Problems of `now` as a successor of `old`: a released seed entry changed, a field's type changed, a
/// field or type vanished.
std::vector<Problem> checkSuccession(const Profile& old, const Profile& now);

/// How many labels each language lacks: language -> paths of what is missing.
std::map<std::string, std::vector<std::string>> missingLabels(const Profile& profile);

/// Compares the reference files of `folder` with its seed log and appends one entry per new or
/// changed record. Returns how many were appended; refuses to touch released entries: a record that
/// vanished from the files is ProfileBroken (close its validity instead).
base::Result<int> releaseSeeds(const std::filesystem::path& folder);

} // namespace patronat::profile
