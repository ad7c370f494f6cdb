// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/loader.h"

#include <string>
#include <utility>
#include <vector>

namespace patronat::profile {

/// Where something stands in a profile's files.
struct Place
{
    std::string file;
    int line = 0;
    std::string path;
};

/// Collects what is wrong while a profile is read and checked, so that one run shows everything.
class Problems
{
public:
    void error(const Place& place, std::string code, std::string argument = {})
    {
        add(Severity::Error, place, std::move(code), std::move(argument));
        m_hasError = true;
    }
    void warning(const Place& place, std::string code, std::string argument = {})
    {
        add(Severity::Warning, place, std::move(code), std::move(argument));
    }
    bool hasError() const { return m_hasError; }
    std::vector<Problem> take() { return std::move(m_list); }

private:
    void add(Severity severity, const Place& place, std::string code, std::string argument)
    {
        m_list.push_back(
            { severity, place.file, place.line, place.path, std::move(code), std::move(argument) });
    }

    std::vector<Problem> m_list;
    bool m_hasError = false;
};

} // namespace patronat::profile
