// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/familychoice.h"

#include "core/base/text.h"
#include "core/store/search.h"
#include "core/store/sqlfunctions.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr std::size_t kMostHits = 400;
constexpr std::size_t kMostFound = 60;
constexpr const char* kUsualMonths = "3"; ///< between two reviews, where the profile says nothing

/// One row a family: its open card, its running programme, when it was heard last.
constexpr const char* kFamilies = R"(
    WITH one AS (
      SELECT f.id AS family, f.name AS name,
        (SELECT e.id FROM episode AS e WHERE e.family = f.id AND e.life NOT IN ('removed', 'erased') AND e.endDate IS NULL
          ORDER BY e.regDate DESC, e.id DESC LIMIT 1) AS episode,
        (SELECT p.id FROM programme AS p WHERE p.family = f.id AND p.life NOT IN ('removed', 'erased', 'cancelled')
          AND p.endedAt IS NULL ORDER BY p."from" DESC, p.id DESC LIMIT 1) AS programme,
        (SELECT max(g."date") FROM agendaItem AS a JOIN meeting AS g ON g.id = a.meeting WHERE a.family = f.id
          AND a.life NOT IN ('removed', 'erased') AND g.life NOT IN ('removed', 'erased') AND g.id <> :meeting) AS heard,
        EXISTS (SELECT 1 FROM agendaItem AS a WHERE a.family = f.id AND a.meeting = :meeting
          AND a.life NOT IN ('removed', 'erased')) AS isOn
      FROM family AS f WHERE f.life NOT IN ('removed', 'erased') )";
constexpr const char* kColumns = R"( ), dated AS (
      SELECT one.*, date(max(coalesce(one.heard, ''), p."from"), '+' || :months || ' months') AS due
      FROM one LEFT JOIN programme AS p ON p.id = one.programme )
    SELECT d.family, d.episode, d.programme, d.name, e.regNo, d.heard, d.due, d.isOn, s.surname, s.firstName,
      s.patronymic, s.post
    FROM dated AS d LEFT JOIN episode AS e ON e.id = d.episode LEFT JOIN staff AS s ON s.id = e.caseManager )";
constexpr const char* kDue = R"( WHERE d.due <= coalesce((SELECT g."date" FROM meeting AS g WHERE g.id = :meeting),
      '9999') ORDER BY d.due, d.name LIMIT 300)";

std::string monthsBetween(const profile::Profile& profile)
{
    const std::string months = store::settingOf(profile, "reviewMonths", {});
    return months.empty() ? kUsualMonths : months;
}

FamilyChoice choiceOf(const db::Statement& row)
{
    FamilyChoice out;
    const auto text = [&](int at) { return row.isNull(at) ? std::string() : std::string(row.text(at)); };
    const auto id = [&](int at) { return row.isNull(at) ? RecordId {} : row.id<RecordId>(at); };
    out.family = id(0);
    out.episode = id(1);
    out.programme = id(2);
    out.name = text(3);
    out.regNo = text(4);
    out.lastHeard = text(5);
    out.due = text(6);
    out.isOnAgenda = row.integer(7) != 0;
    const std::string initials = base::initial(text(9)) + base::initial(text(10));
    out.speaker = text(8) + (initials.empty() ? "" : " " + initials);
    out.speakerPost = text(11);
    return out;
}

std::vector<FamilyChoice> rowsOf(const ReadTx& tx, const std::string& sql, RecordId meeting, RecordId family)
{
    auto select = tx.connection().prepare(sql);
    const std::string months = monthsBetween(tx.profile());
    if (const auto at = select.parameter(":meeting"))
        select.bind(*at, meeting);
    if (const auto at = select.parameter(":months"))
        select.bind(*at, std::string_view(months));
    if (const auto at = select.parameter(":family"))
        select.bind(*at, family);
    std::vector<FamilyChoice> out;
    while (select.step())
        out.push_back(choiceOf(select));
    return out;
}

/// Families of what was found: by their name, by a member, by the number of their card.
Result<std::vector<RecordId>> found(const ReadTx& tx, const std::string& text)
{
    PATRONAT_LET(const auto hits, store::search(tx, text, kMostHits));
    std::vector<RecordId> out;
    const auto add = [&](RecordId id) {
        if (out.size() < kMostFound && std::find(out.begin(), out.end(), id) == out.end())
            out.push_back(id);
    };
    auto ofPerson = tx.connection().prepare(
        "SELECT family FROM member WHERE person = ?1 AND life NOT IN ('removed', 'erased') ORDER BY id");
    auto ofEpisode = tx.connection().prepare("SELECT family FROM episode WHERE id = ?1");
    for (const store::Hit& hit : hits) {
        if (hit.type == "family")
            add(hit.record);
        if (hit.type != "person" && hit.type != "episode")
            continue;
        db::Statement& select = hit.type == "person" ? ofPerson : ofEpisode;
        select.reset();
        select.bind(1, hit.record);
        while (select.step())
            if (!select.isNull(0))
                add(select.id<RecordId>(0));
    }
    return out;
}

} // namespace

Result<std::vector<FamilyChoice>> familyChoices(const ReadTx& tx, RecordId meeting, const std::string& text)
{
    if (base::fold(text).empty())
        return rowsOf(tx, std::string(kFamilies) + kColumns + kDue, meeting, {});
    PATRONAT_LET(const auto families, found(tx, text));
    std::vector<FamilyChoice> out;
    for (const RecordId family : families)
        for (FamilyChoice& one : rowsOf(tx, std::string(kFamilies) + " AND f.id = :family" + kColumns, meeting, family))
            out.push_back(std::move(one));
    return out;
}

} // namespace patronat::ui
