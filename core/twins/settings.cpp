// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/settings.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"

#include <algorithm>

namespace patronat::twins {

namespace {

using Json = nlohmann::json;

int numberIn(const Json& from, const char* key)
{
    const auto at = from.find(key);
    return at != from.end() && at->is_number_integer() ? at->get<int>() : 0;
}

bool has(const std::vector<std::string>& all, const std::string& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// The profile writes for people: each full name with what its bearers are called.
void readNames(const Json& names, Settings& out)
{
    for (const auto& [full, called] : names.items())
        if (called.is_array())
            for (const Json& one : called)
                if (one.is_string())
                    out.fullNames[base::fold(one.get<std::string>())].push_back(base::fold(full));
}

} // namespace

int Settings::pointsOf(std::string_view reason) const
{
    const auto found = points.find(reason);
    return found == points.end() ? 0 : found->second;
}

Settings settingsOf(const profile::Profile& profile)
{
    Settings out;
    const Json all = Json::parse(profile.settingsJson, nullptr, false);
    const auto own = all.is_object() ? all.find("twins") : all.end();
    if (own == all.end() || !own->is_object())
        return out;
    out.sure = numberIn(*own, "sure");
    out.likely = numberIn(*own, "likely");
    out.possible = numberIn(*own, "possible");
    if (const auto points = own->find("points"); points != own->end() && points->is_object())
        for (const auto& [reason, count] : points->items())
            if (count.is_number_integer())
                out.points.emplace(reason, count.get<int>());
    if (const auto names = own->find("calledNames"); names != own->end() && names->is_object())
        readNames(*names, out);
    if (const auto closed = own->find("readableBy"); closed != own->end() && closed->is_object())
        for (const auto& [field, roles] : closed->items())
            if (roles.is_array())
                for (const Json& role : roles)
                    if (role.is_string())
                        out.readableBy[field].push_back(role.get<std::string>());
    return out;
}

bool Sight::sees(std::string_view field) const
{
    const auto closed = settings.readableBy.find(field);
    return role.empty() || closed == settings.readableBy.end() || has(closed->second, role);
}

bool Sight::sees(const profile::RecordType& type) const
{
    return role.empty() || type.readableBy.empty() || has(type.readableBy, role);
}

} // namespace patronat::twins
