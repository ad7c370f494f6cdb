// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/scansettings.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace patronat::scans {

namespace {

using Json = nlohmann::json;

void take(const Json& from, const char* key, int least, int most, int& into)
{
    const auto at = from.find(key);
    if (at != from.end() && at->is_number_integer())
        into = static_cast<int>(std::clamp<std::int64_t>(at->get<std::int64_t>(), least, most));
}

std::string text(const Json& from, const char* key)
{
    const auto at = from.find(key);
    return at != from.end() && at->is_string() ? at->get<std::string>() : std::string();
}

} // namespace

const PictureConsent* ScanSettings::consentFor(std::string_view type, std::string_view field) const
{
    const auto found = std::find_if(consents.begin(), consents.end(),
        [&](const PictureConsent& one) { return one.type == type && one.field == field; });
    return found == consents.end() ? nullptr : &*found;
}

ScanSettings scanSettings(const profile::Profile& profile)
{
    ScanSettings out;
    const Json all = Json::parse(profile.settingsJson, nullptr, false);
    const auto own = all.is_object() ? all.find("attachments") : all.end();
    if (own == all.end() || !own->is_object())
        return out;
    take(*own, "longSide", 600, 10000, out.longSide);
    take(*own, "quality", 40, 100, out.quality);
    if (const auto consents = own->find("consents"); consents != own->end() && consents->is_array())
        for (const Json& one : *consents)
            if (one.is_object())
                out.consents.push_back({ text(one, "type"), text(one, "field"), text(one, "family"), text(one, "purpose"), text(one, "basis") });
    return out;
}

} // namespace patronat::scans
