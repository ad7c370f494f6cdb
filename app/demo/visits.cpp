// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

constexpr Day kDaysOfVisits = 14; ///< a round through the families takes the two weeks before
constexpr Day kBetweenVisits
    = 30; ///< a family in danger is seen monthly. Source: domain.md 2.3, visit.min
constexpr unsigned kSeenPercent = 88;
constexpr unsigned kNobodyPercent = 7; ///< of the rest nobody wrote anything: they are late

Day workday(Day day)
{
    while (weekday(day) == 0 || weekday(day) == 6)
        --day;
    return day;
}

Form visitForm(Office& office, const FamilyCase& one, Day day, bool seen)
{
    Form form;
    form.ref("family", one.family)
        .ref("episode", one.episode)
        .ref("visitor", office.specialists[one.manager].id)
        .text("date", iso(day))
        .text("kind", office.likely(80) ? "planned" : "unplanned")
        .text("purpose", pick(office.words.visitPurposes, office.random))
        .text("result", seen ? "held" : "nobody")
        .text("nextVisit", iso(workday(day + kBetweenVisits)));
    if (seen)
        form.text("observed", pick(office.words.observed, office.random))
            .text("agreed", pick(office.words.agreed, office.random));
    return form;
}

/// Who was at home: the first parent and the first child.
Status addSeen(store::WriteTx& tx, const FamilyCase& one, RecordId visit)
{
    bool parent = false;
    bool child = false;
    for (std::size_t n = 0; n < one.home.people.size(); ++n) {
        bool& seen = one.home.people[n].child ? child : parent;
        if (seen)
            continue;
        seen = true;
        Form line;
        line.ref("visit", visit).ref("member", one.members[n]);
        PATRONAT_TRY(tx.create("visitPerson", line.take()));
    }
    return {};
}

Status visit(Office& office, store::WriteTx& tx, const FamilyCase& one)
{
    const std::uint64_t fate = office.random.below(100);
    if (fate >= kSeenPercent + kNobodyPercent)
        return {};
    const bool seen = fate < kSeenPercent;
    const Day day
        = workday(office.today() - 1 - static_cast<Day>(office.random.below(kDaysOfVisits)));
    PATRONAT_LET(const RecordId id, tx.create("visit", visitForm(office, one, day, seen).take()));
    if (seen)
        PATRONAT_TRY(addSeen(tx, one, id));
    office.work(4);
    return signAsShown(tx, "visit", id);
}

} // namespace

Status visitFamilies(Office& office)
{
    for (std::size_t manager = 0; manager < office.specialists.size(); ++manager) {
        const auto call = [&](store::WriteTx& tx) -> Status {
            for (const FamilyCase& one : office.families)
                if (one.manager == manager)
                    PATRONAT_TRY(visit(office, tx, one));
            return {};
        };
        PATRONAT_TRY(office.write(office.specialists[manager].id, "demo.visits", call));
    }
    return {};
}

} // namespace patronat::demo
