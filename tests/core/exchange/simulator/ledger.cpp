// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/ledger.h"

#include <algorithm>

namespace patronat::tests::simulator {

using journal::Kind;

namespace {

const std::string kRemoved(journal::kRemovedField);

} // namespace

base::Fields Written::after() const
{
    base::Fields out = shown;
    if (kind == Kind::Write)
        for (const auto& [field, value] : written) {
            out.erase(field);
            if (!value.isNull())
                out.emplace(field, value);
        }
    if (kind == Kind::Remove)
        out.insert_or_assign(kRemoved, base::Value(1));
    if (kind == Kind::Restore)
        out.erase(kRemoved);
    return out;
}

bool Written::writes(const std::string& field) const
{
    switch (kind) {
    case Kind::Write:
        return written.contains(field);
    case Kind::Sign:
        return field != kRemoved && !isAfterSigning(field);
    case Kind::Remove:
        return true;
    case Kind::Restore:
        return field == kRemoved;
    default:
        return false;
    }
}

bool Written::takesAway(const std::string& field, const base::Value& value) const
{
    if (!writes(field))
        return false;
    const auto at = shown.find(field);
    if ((at == shown.end() ? base::Value() : at->second) == value)
        return true;
    const auto open = candidates.find(field);
    return std::find(settles.begin(), settles.end(), field) != settles.end() && open != candidates.end()
        && std::find(open->second.begin(), open->second.end(), value) != open->second.end();
}

void Ledger::add(Written written)
{
    const std::size_t position = m_all.size();
    m_byRecord[written.record].push_back(position);
    if (m_byContent.emplace(written.content, position).second)
        ++m_contents[written.content.first];
    m_all.push_back(std::move(written));
}

std::vector<const Written*> Ledger::of(base::RecordId record) const
{
    std::vector<const Written*> out;
    if (const auto at = m_byRecord.find(record); at != m_byRecord.end())
        for (const std::size_t position : at->second)
            out.push_back(&m_all[position]);
    return out;
}

const Written* Ledger::find(const Content& content) const
{
    const auto at = m_byContent.find(content);
    return at == m_byContent.end() ? nullptr : &m_all[at->second];
}

bool Ledger::isForked(base::OperationId id) const
{
    const auto at = m_contents.find(id);
    return at != m_contents.end() && at->second > 1;
}

bool Ledger::hasForks() const
{
    return std::any_of(m_contents.begin(), m_contents.end(), [](const auto& one) { return one.second > 1; });
}

const Written* Ledger::creation(base::RecordId record) const
{
    for (const Written* written : of(record))
        if (base::idCast<base::RecordId>(written->content.first) == record)
            return written;
    return nullptr;
}

std::string valueText(const base::Value& value)
{
    if (value.text())
        return '"' + *value.text() + '"';
    if (value.number())
        return std::to_string(*value.number());
    return value.reference() ? value.reference()->hex().substr(28) : "nothing";
}

} // namespace patronat::tests::simulator
