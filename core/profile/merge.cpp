// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/merge.h"

#include <algorithm>
#include <array>

namespace patronat::profile {

namespace {

/// Which lists merge by what; every other key is replaced.
std::string_view keyOfList(std::string_view list)
{
    static constexpr std::array<std::string_view, 11> kById { "fields", "checks", "rivals",
        "transitions", "deadlines", "types", "groups", "items", "scales", "outcomes", "forms" };
    if (std::find(kById.begin(), kById.end(), list) != kById.end())
        return "id";
    return list == "codes" || list == "states" ? "code" : std::string_view();
}

Node* findItem(Node& list, std::string_view key, std::string_view wanted)
{
    const auto found = std::find_if(list.items.begin(), list.items.end(),
        [&](const Node& item) { return !wanted.empty() && item.textOf(key) == wanted; });
    return found == list.items.end() ? nullptr : &*found;
}

void mergeList(Node& base, const Node& over, std::string_view key)
{
    for (const Node& item : over.items) {
        Node* inherited = findItem(base, key, item.textOf(key));
        if (!inherited) {
            base.items.push_back(item);
            continue;
        }
        for (const auto& [name, value] : item.members)
            inherited->set(name, value);
    }
}

bool overlayId(std::string_view id)
{
    return id.substr(0, 2) == "x_";
}

/// Member by member, how the engine stores a field: none of it may change under a journal.
void checkSameStorage(const Node& inherited, const Node& over, Problems& problems)
{
    static constexpr std::array<std::pair<const char*, const char*>, 3> kStorage { {
        { "type", "fieldTypeChanged" },
        { "decimals", "decimalsChanged" },
        { "target", "targetChanged" },
    } };
    for (const auto& [key, code] : kStorage) {
        const Node* now = over.member(key);
        const Node* before = inherited.member(key);
        if (now && (!before || nodeText(*now) != nodeText(*before)))
            problems.error(now->place(), code, std::string(over.textOf("id")));
    }
}

void checkFieldOver(const Node* inherited, const Node& field, Problems& problems)
{
    if (inherited)
        checkSameStorage(*inherited, field, problems);
    else if (field.source->overlay && !overlayId(field.textOf("id")))
        problems.error(field.place(), "overlayId", std::string(field.textOf("id")));
}

} // namespace

Node mergedOver(const Node* base, const Node& over, Problems& problems)
{
    const Node* extends = over.member("extends");
    if (!extends || !extends->isTrue())
        return over;
    if (!base) {
        problems.error(extends->place(), "nothingToExtend", std::string(over.textOf("id")));
        return over;
    }
    Node merged = *base;
    for (const auto& [name, value] : over.members) {
        if (name == "extends")
            continue;
        const std::string_view key = keyOfList(name);
        const Node* inherited = merged.member(name);
        if (key.empty() || !value.isArray() || !inherited || !inherited->isArray()) {
            merged.set(name, value);
            continue;
        }
        Node list = *inherited;
        mergeList(list, value, key);
        merged.set(name, std::move(list));
    }
    return merged;
}

void checkRecordOver(const Node* base, const Node& over, Problems& problems)
{
    const Node* extends = over.member("extends");
    const bool replaces = !extends || !extends->isTrue();
    const bool overlay = over.source->overlay;
    if (overlay && replaces && base)
        problems.error(over.place(), "overlayReplaces", std::string(over.textOf("id")));
    if (overlay && !base && !overlayId(over.textOf("id")))
        problems.error(over.place(), "overlayId", std::string(over.textOf("id")));
    const Node* fields = over.member("fields");
    const Node* inherited = base ? base->member("fields") : nullptr;
    if (!fields)
        return;
    for (const Node& field : fields->items) {
        const Node* same = nullptr;
        if (inherited) {
            for (const Node& candidate : inherited->items) {
                if (candidate.textOf("id") == field.textOf("id"))
                    same = &candidate;
            }
        }
        checkFieldOver(same, field, problems);
    }
}

} // namespace patronat::profile
