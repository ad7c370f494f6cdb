// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seeds.h"

#include "core/journal/frame.h"
#include "core/profile/valuejson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace patronat::store {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Operation;
using nlohmann::json;

namespace {

/// Constant, so that the same log gives the same operations; earlier than any clock.
constexpr std::int64_t kSeedStamp = 0;

using Keys = std::map<std::pair<std::string, std::string>, RecordId>;

Keys keysOf(const profile::Profile& profile)
{
    Keys keys;
    for (const profile::SeedLog& log : profile.seeds)
        for (const profile::SeedEntry& entry : log.entries)
            keys[{ entry.type, entry.key }] = RecordId { log.origin, entry.record };
    return keys;
}

Result<base::Fields> fieldsOf(const profile::Profile& profile, const profile::SeedEntry& entry, const Keys& keys)
{
    const profile::RecordType* type = profile.type(entry.type);
    if (type == nullptr)
        return { ErrorCode::UnknownType, { entry.type } };
    json fields = json::parse(entry.fieldsJson, nullptr, false);
    if (!fields.is_object())
        return { ErrorCode::ProfileBroken, { "seeds.log", entry.type, entry.key, "json" } };
    for (auto& [name, value] : fields.items()) {
        if (!value.is_object() || !value.contains("seed"))
            continue;
        const auto found = keys.find({ value["seed"][0].get<std::string>(), value["seed"][1].get<std::string>() });
        if (found == keys.end())
            return { ErrorCode::ProfileBroken, { "seeds.log", entry.type, entry.key, name } };
        value = found->second.hex();
    }
    return profile::fieldsFromJson(*type, fields.dump());
}

base::UnitId unitOf(const profile::Profile& profile, const std::string& type, RecordId record)
{
    const bool self = profile.type(type)->unitKind == profile::UnitKind::Self;
    return self ? base::idCast<base::UnitId>(record) : base::UnitId {};
}

Result<std::vector<Operation>> operationsOf(
    const profile::Profile& profile, const profile::SeedLog& log, const Keys& keys)
{
    std::vector<Operation> out;
    for (std::size_t i = 0; i < log.entries.size(); ++i) {
        const profile::SeedEntry& entry = log.entries[i];
        Operation operation;
        operation.id = { log.origin, i + 1 };
        operation.stamp = kSeedStamp;
        operation.type = entry.type;
        operation.record = { log.origin, entry.record };
        operation.group = base::idCast<base::GroupId>(operation.id);
        PATRONAT_LET(operation.fields, fieldsOf(profile, entry, keys));
        operation.unit = unitOf(profile, entry.type, operation.record);
        if (entry.base == 0)
            std::erase_if(operation.fields, [](const auto& field) { return field.second.isNull(); });
        else
            operation.base = { out[entry.base - 1].head() };
        journal::seal(operation);
        out.push_back(std::move(operation));
    }
    return out;
}

/// Whole runs of 256 as frames, so that the same seeds are the same frames everywhere; the rest as rows.
void keepSeeds(Store::Inner& inner, const std::vector<Operation>& operations)
{
    std::vector<std::string> bytes;
    for (const Operation& o : operations)
        bytes.push_back(journal::encode(o));
    std::vector<journal::OperationView> views;
    for (std::size_t i = 0; i < operations.size(); ++i)
        views.push_back(*journal::view(operations[i].id, bytes[i]));
    std::vector<journal::OperationView> fresh;
    for (std::size_t at = 0; at < views.size();) {
        const std::size_t count = std::min<std::size_t>(journal::kFrameOperations, views.size() - at);
        const auto& held = inner.journal.held(views[at].id.origin);
        const std::uint64_t first = views[at].id.sequence;
        if (held.containsNone(first, first + count - 1)) {
            std::vector<journal::Stored> stored;
            for (std::size_t i = at; i < at + count; ++i)
                stored.push_back({ views[i].id, views[i].bytes });
            const std::string frame = journal::makeFrame(stored);
            inner.journal.keepFrame(frame, *journal::readFrameHeader(frame), { &views[at], count });
            fresh.insert(fresh.end(), views.begin() + static_cast<std::ptrdiff_t>(at),
                views.begin() + static_cast<std::ptrdiff_t>(at + count));
        } else {
            for (std::size_t i = at; i < at + count; ++i) {
                if (inner.journal.holds(views[i].id))
                    continue;
                inner.journal.keep(views[i].id, views[i].bytes);
                fresh.push_back(views[i]);
            }
        }
        at += count;
    }
    inner.applier.apply(fresh, inner.changes);
}

} // namespace

Result<std::vector<Operation>> seedOperations(const profile::Profile& profile)
{
    const Keys keys = keysOf(profile);
    std::vector<Operation> out;
    for (const profile::SeedLog& log : profile.seeds) {
        PATRONAT_LET(std::vector<Operation> operations, operationsOf(profile, log, keys));
        out.insert(out.end(), std::make_move_iterator(operations.begin()), std::make_move_iterator(operations.end()));
    }
    return out;
}

base::Status applySeeds(Store::Inner& inner)
{
    const profile::Profile& profile = inner.tables.profile();
    const Keys keys = keysOf(profile);
    for (const profile::SeedLog& log : profile.seeds) {
        if (inner.journal.held(log.origin).contiguous() >= log.entries.size())
            continue;
        PATRONAT_LET(const std::vector<Operation> operations, operationsOf(profile, log, keys));
        keepSeeds(inner, operations);
    }
    inner.journal.sealWhenFull();
    return {};
}

} // namespace patronat::store
