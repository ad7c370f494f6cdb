// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/worksettings.h"

#include <nlohmann/json.hpp>

namespace patronat::profile {

namespace {

using Json = nlohmann::json;

std::string textIn(const Json& from, const char* key)
{
    const auto at = from.find(key);
    return at != from.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::vector<std::string> listIn(const Json& from, const char* key)
{
    std::vector<std::string> out;
    const auto at = from.find(key);
    if (at != from.end() && at->is_array())
        for (const Json& one : *at)
            if (one.is_string())
                out.push_back(one.get<std::string>());
    return out;
}

} // namespace

WorkSettings workSettings(const Profile& profile)
{
    const Json settings = Json::parse(profile.settingsJson, nullptr, false);
    WorkSettings out;
    const auto work = settings.is_object() ? settings.find("work") : settings.end();
    if (work == settings.end() || !work->is_object())
        return out;
    out.caseTypes = listIn(*work, "caseTypes");
    out.openMeasures = listIn(*work, "openMeasures");
    out.atOnce = textIn(*work, "atOnce");
    out.reviewQuestion = textIn(*work, "reviewQuestion");
    out.otherQuestion = textIn(*work, "otherQuestion");
    out.visits = listIn(*work, "visits");
    out.seesAll = listIn(*work, "seesAll");
    if (const auto roles = work->find("roleOfSite"); roles != work->end() && roles->is_object())
        for (const auto& [kind, role] : roles->items())
            if (role.is_string())
                out.roleOfSite.emplace(kind, role.get<std::string>());
    return out;
}

} // namespace patronat::profile
