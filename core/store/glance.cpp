// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/glance.h"

#include "core/store/probes.h"

#include <algorithm>

namespace patronat::store {

using base::RecordId;
using profile::Field;
using profile::FieldType;

namespace {

/// ["a","b"] with known codes only. Whatever is written otherwise is left to the database, which knows JSON.
bool areKnown(std::string_view list, const std::unordered_set<std::string_view>& codes)
{
    if (list == "[]")
        return true;
    if (list.size() < 4 || list.substr(0, 2) != "[\"" || list.substr(list.size() - 2) != "\"]")
        return false;
    list = list.substr(2, list.size() - 4);
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find("\",\"", at), list.size());
        if (!codes.contains(list.substr(at, end - at)))
            return false;
        at = end + 3;
    }
    return true;
}

} // namespace

Glance::Glance(const Tables& tables) : m_tables(tables), m_seen(tables.all().size())
{
    for (std::size_t type = 0; type < m_seen.size(); ++type)
        addWatches(tables.all()[type], m_seen[type].watches);
}

const Glance::Codes* Glance::codesOf(const std::string& classifier)
{
    for (const auto& [id, codes] : m_codes)
        if (id == classifier)
            return codes.get();
    auto codes = std::make_unique<Codes>();
    if (const profile::Classifier* declared = m_tables.profile().classifier(classifier))
        for (const profile::Code& code : declared->codes)
            codes->insert(code.code);
    m_codes.emplace_back(classifier, std::move(codes));
    return m_codes.back().second.get();
}

void Glance::addWatches(const Table& table, std::vector<Watch>& out)
{
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const Field& field = *table.type().field(table.columns()[i].field);
        Watch watch;
        watch.column = static_cast<std::uint32_t>(i);
        if (field.type == FieldType::Reference && m_tables.find(field.target) != nullptr) {
            watch.kind = Watch::Kind::Reference;
            watch.targetType = static_cast<std::uint32_t>(m_tables.position(field.target));
            watch.isUpward = leadsUpward(table.type(), field);
        } else if (!field.classifier.empty() && (field.type == FieldType::Choice || field.type == FieldType::Choices)) {
            watch.kind = field.type == FieldType::Choice ? Watch::Kind::Code : Watch::Kind::Codes;
            watch.codes = codesOf(field.classifier);
        } else
            continue;
        out.push_back(watch);
    }
}

void Glance::forget()
{
    for (Seen& seen : m_seen) {
        seen.firstRow = 0;
        seen.isSorted = true;
        seen.records.clear();
        seen.doubtful.clear();
    }
    m_references.clear();
}

void Glance::saw(std::size_t type, RecordId record, std::int64_t rowno, const DirectRow& row)
{
    Seen& seen = m_seen[type];
    if (seen.firstRow == 0)
        seen.firstRow = rowno;
    seen.isSorted = seen.isSorted && (seen.records.empty() || seen.records.back() < record);
    seen.records.push_back(record);
    bool isDoubtful = false;
    for (const Watch& watch : seen.watches) {
        const DirectRow::Cell& cell = row.cells()[watch.column];
        if (!cell.isSet)
            continue;
        switch (watch.kind) {
        case Watch::Kind::Reference:
            if (const auto target = RecordId::fromBytes(static_cast<const void*>(cell.bytes.data()));
                !isSeen(watch.targetType, target))
                m_references.push_back({ static_cast<std::uint32_t>(type), watch.targetType, record, target, watch.isUpward });
            break;
        case Watch::Kind::Code:
            isDoubtful = isDoubtful || !watch.codes->contains(cell.bytes);
            break;
        case Watch::Kind::Codes:
            isDoubtful = isDoubtful || !areKnown(cell.bytes, *watch.codes);
            break;
        }
    }
    if (isDoubtful)
        seen.doubtful.push_back(record);
}

void Glance::close()
{
    for (Seen& seen : m_seen) {
        if (!seen.isSorted)
            std::sort(seen.records.begin(), seen.records.end());
        seen.isSorted = true;
    }
}

bool Glance::isSeen(std::size_t type, RecordId record) const
{
    const Seen& seen = m_seen[type];
    return seen.isSorted && std::binary_search(seen.records.begin(), seen.records.end(), record);
}

bool Glance::covers(std::size_t type, RecordId record) const
{
    return isSeen(type, record);
}

} // namespace patronat::store
