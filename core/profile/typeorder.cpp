// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/typeorder.h"

#include <algorithm>
#include <map>
#include <set>

namespace patronat::profile {

namespace {

/// The types that must stand before `type`; a type below itself (a territory's parent) is no
/// circle, but a unit that leads through itself would never end.
std::set<std::string> before(const RecordType& type)
{
    std::set<std::string> out;
    if (const Field* parent = type.field(type.parent); parent && parent->target != type.id)
        out.insert(parent->target);
    for (const std::string& id : type.unitFields) {
        if (const Field* field = type.field(id))
            out.insert(field->target);
    }
    return out;
}

} // namespace

void sortTypes(std::vector<RecordType>& types, const Places& places, Problems& problems)
{
    std::sort(types.begin(), types.end(),
        [](const RecordType& a, const RecordType& b) { return a.id < b.id; });
    std::set<std::string> waiting;
    for (const RecordType& type : types)
        waiting.insert(type.id);
    std::vector<RecordType> sorted;
    while (!types.empty()) {
        const auto free = std::find_if(types.begin(), types.end(), [&](const RecordType& type) {
            const std::set<std::string> needed = before(type);
            return std::none_of(needed.begin(), needed.end(),
                [&](const std::string& id) { return waiting.count(id) != 0; });
        });
        if (free == types.end()) {
            for (RecordType& type : types) {
                const bool unit = !type.unitFields.empty();
                problems.error(places.of(type.id, unit ? "unit" : "parent"), "typeCycle", type.id);
                sorted.push_back(std::move(type));
            }
            break;
        }
        waiting.erase(free->id);
        sorted.push_back(std::move(*free));
        types.erase(free);
    }
    types = std::move(sorted);
}

} // namespace patronat::profile
