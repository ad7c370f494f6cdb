// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/output.h"
#include "tests/support/temporaryfolder.h"

#include <string>
#include <vector>

namespace patronat::tests {

using tool::Json;

/// What a run of patronatctl left.
struct Ran
{
    int code = -1;
    std::string out;
    std::string err;
    Json json() const { return Json::parse(out); }
};

/// A folder with databases of different offices, worked only through the built program.
class Shell
{
public:
    Ran run(const std::vector<std::string>& words, const std::string& input = {},
        const std::string& language = "C") const;
    /// The same with --db FILE and --json; fails the test unless it exits 0.
    Json ask(const std::string& database, std::vector<std::string> words,
        const std::string& input = {}) const;
    std::string file(const std::string& name) const { return pathTo(name); }
    void writeFile(const std::string& name, const std::string& bytes) const;

    /// A new office of Tatarstan.
    void init(const std::string& database, const std::string& office,
        std::vector<std::string> more = {}) const;
    /// A reference record by its code.
    std::string idOf(
        const std::string& database, const std::string& type, const std::string& code) const;

    struct Shown
    {
        std::string id;
        std::string heads;
    };
    Shown create(const std::string& database, const std::string& type, const Json& fields) const;
    Shown change(const std::string& database, const std::string& type, const Shown& base,
        const Json& fields) const;
    Json get(const std::string& database, const std::string& type, const std::string& id) const;
    Shown family(const std::string& database, const std::string& name) const;
    /// The id of a new member of a body.
    std::string bodyMember(const std::string& database, const std::string& body, const std::string& surname,
        const std::string& role) const;
    /// Everything that `from` holds goes to `to` by stick; the merge report.
    Json carry(const std::string& from, const std::string& to) const;

private:
    std::string pathTo(const std::string& name) const;
    TemporaryFolder m_folder;
};

} // namespace patronat::tests
