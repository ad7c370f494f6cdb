// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/worksummary.h"

#include "core/process/caseholders.h"
#include "core/profile/worksettings.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <set>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

std::int64_t count(const ReadTx& tx, const std::string& sql)
{
    auto select = tx.connection().prepare(sql);
    return select.step() && !select.isNull(0) ? select.integer(0) : 0;
}

void bindAll(db::Statement& select, const std::string& today, RecordId curator)
{
    if (const auto at = select.parameter(":today"))
        select.bind(*at, std::string_view(today));
    if (const auto at = select.parameter(":curator"); at && !curator.isNull())
        select.bind(*at, curator);
}

std::vector<WorkLine> lines(const ReadTx& tx, const std::string& type, const std::string& sql,
    const std::string& today, RecordId curator)
{
    std::vector<WorkLine> out;
    auto select = tx.connection().prepare(sql);
    bindAll(select, today, curator);
    while (select.step())
        out.push_back(
            { type, select.id<RecordId>(0), select.id<RecordId>(1), std::string(select.text(2)),
                std::string(select.text(3)), std::string(select.text(4)) });
    return out;
}

base::Status addDue(const ReadTx& tx, const store::Rules& rules, const std::string& today,
    RecordId curator, const std::string& language, WorkSummary& out)
{
    PATRONAT_LET(out.due, dueLines(tx, rules, today, language));
    if (!out.isOwn)
        return {};
    const std::set<RecordId> own = process::familiesOf(tx, curator, today);
    std::erase_if(out.due,
        [&](const DueLine& line) { return line.who != curator && !own.contains(line.family); });
    return {};
}

std::string roleOf(const ReadTx& tx, RecordId staff)
{
    auto select = tx.connection().prepare("SELECT role FROM staff WHERE id = :curator");
    bindAll(select, {}, staff);
    return select.step() && !select.isNull(0) ? std::string(select.text(0)) : std::string();
}

void findScope(const ReadTx& tx, const WorkAsker& asker, const std::string& today, WorkSummary& out)
{
    if (asker.staff.isNull())
        return;
    out.hasOwn = !process::familiesOf(tx, asker.staff, today).empty();
    if (!out.hasOwn)
        return;
    const auto everybodys = profile::workSettings(tx.profile()).seesAll;
    out.isOwn = asker.wish == WorkScope::Own
        || (asker.wish == WorkScope::Unsaid
            && std::find(everybodys.begin(), everybodys.end(), roleOf(tx, asker.staff))
                == everybodys.end());
}

} // namespace

Result<WorkSummary> workSummary(const ReadTx& tx, const store::Rules& rules,
    const std::string& today, const WorkAsker& asker, const std::string& language)
{
    WorkSummary out;
    findScope(tx, asker, today, out);
    PATRONAT_TRY(addDue(tx, rules, today, asker.staff, language, out));
    out.meetings = lines(tx, "meeting",
        "SELECT g.id, NULL, g.date, (SELECT b.name FROM body AS b WHERE b.id = g.body), "
        "coalesce(g.number, '') FROM meeting AS g "
        "WHERE g.life NOT IN ('removed', 'erased') AND (g.life = 'draft' OR g.date >= :today) "
        "ORDER BY g.date LIMIT 12",
        today, {});
    // Told by what is indexed: how many there are must not cost a reading of all of them.
    auto open = tx.connection().prepare(
        "SELECT DISTINCT record, type FROM conflict WHERE rank = 0 ORDER BY record LIMIT 20");
    while (open.step()) {
        WorkLine line { std::string(open.text(1)), open.id<RecordId>(0), {}, {}, {}, {} };
        line.title = recordTitle(tx, rules, line.type, line.id, language);
        out.conflicts.push_back(std::move(line));
    }
    out.conflictCount
        = count(tx, "SELECT count(*) FROM (SELECT 1 FROM conflict GROUP BY record, field)");
    out.besideCount = count(tx, "SELECT count(*) FROM beside");
    out.findingCount = count(tx, "SELECT count(*) FROM finding");
    out.waitingCount = tx.waitingCount();
    out.lastSent = count(tx, "SELECT max(stamp) FROM sent");
    out.lastReceived = count(tx, "SELECT max(stamp) FROM batch WHERE direction = 'received'");
    out.isDemo = tx.setting("demo") == "1";
    return out;
}

} // namespace patronat::ui
