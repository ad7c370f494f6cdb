// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/duelines.h"

#include "core/process/workcalendar.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

/// Titles of few records that are named by many lines.
class KnownTitles
{
public:
    KnownTitles(const store::ReadTx& tx, const store::Rules& rules, const std::string& language)
        : m_tx(tx)
        , m_rules(rules)
        , m_language(language)
        , m_families(tx.connection().prepare("SELECT name, territory FROM family WHERE id = ?1"))
    {
    }

    const std::string& of(const char* type, RecordId id)
    {
        const auto known = m_known.find(id);
        return known != m_known.end()
            ? known->second
            : m_known.emplace(id, recordTitle(m_tx, m_rules, type, id, m_language)).first->second;
    }

    void addFamily(DueLine& line)
    {
        m_families.reset();
        m_families.bind(1, line.family);
        if (!m_families.step())
            return;
        line.familyName = m_families.text(0);
        if (m_families.isNull(1))
            return;
        line.place = m_families.id<RecordId>(1);
        line.placeName = of("territory", line.place);
    }

private:
    const store::ReadTx& m_tx;
    const store::Rules& m_rules;
    const std::string& m_language;
    db::Statement m_families;
    std::map<RecordId, std::string> m_known;
};

std::string keyOf(const DueLine& line, DueBy by)
{
    const auto hex = [](RecordId id) { return id.isNull() ? std::string() : id.hex(); };
    switch (by) {
    case DueBy::Kind:
        return line.kind;
    case DueBy::Curator:
        return hex(line.who);
    case DueBy::Territory:
        return hex(line.place);
    }
    return {};
}

} // namespace

Result<std::vector<DueLine>> dueLines(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& today, const std::string& language)
{
    process::DeadlineScope scope;
    scope.onlyReminding = true;
    PATRONAT_LET(const auto open, process::deadlines(tx, today, scope));
    const auto now = process::dayOf(today);
    KnownTitles titles(tx, rules, language);
    std::vector<DueLine> out;
    out.reserve(open.size());
    for (const process::OpenDeadline& one : open) {
        DueLine line;
        line.kind = one.deadline->id;
        line.label = one.deadline->label;
        line.type = one.type();
        line.id = one.record;
        line.family = one.family;
        line.title = one.title;
        line.who = one.who;
        if (!one.who.isNull())
            line.whoName = titles.of("staff", one.who);
        if (!one.family.isNull())
            titles.addFamily(line);
        line.date = process::isoOf(one.due.day);
        line.lateDays = now ? std::max(0, static_cast<int>((*now - one.due.day).count())) : 0;
        line.standing = one.standing;
        line.onDayOff = one.due.onDayOff;
        line.unlistedYear = one.due.unlistedYear;
        out.push_back(std::move(line));
    }
    return out;
}

DueSection sectionOf(process::Standing standing)
{
    switch (standing) {
    case process::Standing::Overdue:
    case process::Standing::LongOverdue:
        return DueSection::Overdue;
    case process::Standing::Today:
    case process::Standing::ThisWeek:
        return DueSection::ThisWeek;
    case process::Standing::Later:
        break;
    }
    return DueSection::Later;
}

std::vector<DueGroup> groupsOf(const std::vector<DueLine>& lines, DueSection section, DueBy by)
{
    std::vector<DueGroup> out;
    std::map<std::string, std::size_t> known;
    for (const DueLine& line : lines) {
        if (sectionOf(line.standing) != section)
            continue;
        const auto [at, isNew] = known.emplace(keyOf(line, by), out.size());
        if (isNew)
            out.push_back({ at->first, {} });
        out[at->second].lines.push_back(&line);
    }
    return out;
}

std::array<std::size_t, kDueSections> sharesOf(
    const std::array<std::size_t, kDueSections>& counts, std::size_t room)
{
    std::array<std::size_t, kDueSections> shares {};
    bool isFull = false;
    while (!isFull && std::accumulate(shares.begin(), shares.end(), std::size_t { 0 }) < room) {
        isFull = true;
        for (std::size_t at = 0; at < kDueSections; ++at) {
            const std::size_t taken
                = std::accumulate(shares.begin(), shares.end(), std::size_t { 0 });
            if (shares[at] < counts[at] && taken < room) {
                ++shares[at];
                isFull = false;
            }
        }
    }
    return shares;
}

} // namespace patronat::ui
