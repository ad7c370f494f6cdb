// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/maker.h"

#include <nlohmann/json.hpp>

#include "core/store/numbers.h"

namespace patronat::demo {

using base::Result;
using base::Status;

namespace {

constexpr std::uint64_t kContent
    = 0x636F6E74656E74ULL; ///< of the records, beside what the store draws
constexpr std::size_t kShared = 4; ///< one family for each way to meet

std::string two(unsigned number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The institution's short name, before there is a database to ask.
std::string seedName(const profile::Profile& profile, const std::string& code)
{
    for (const profile::SeedLog& log : profile.seeds)
        for (const profile::SeedEntry& entry : log.entries)
            if (entry.type == "organisation" && entry.key == code) {
                const auto fields = nlohmann::json::parse(entry.fieldsJson, nullptr, false);
                return fields.is_object() ? fields.value("shortName", code) : code;
            }
    return code;
}

/// Some families that a neighbour will hear of; the last of them with a programme that nobody has
/// signed.
Status prepareShared(Office& office, OfficeMade& made)
{
    for (FamilyCase& one : office.families)
        if (one.programmeAt < 0 && made.shared.size() < kShared)
            made.shared.push_back({ one.family, one.persons, {} });
    if (made.shared.size() < kShared)
        return {};
    for (FamilyCase& one : office.families) {
        if (one.family != made.shared.back().family)
            continue;
        const Day today = office.today();
        PATRONAT_TRY(draftProgramme(office, one, today));
        made.shared.back().programme = one.programme;
        return office.write(office.specialists[one.manager].id, "demo.programme",
            [&](store::WriteTx& tx) -> Status {
                Form form;
                form.text("approvalNo", "12/1")
                    .text("approvalDate", iso(today))
                    .text("familyConsent", "agreed");
                return change(tx, "programme", one.programme, std::move(form));
            });
    }
    return {};
}

Status fill(Office& office, OfficeMade& made, base::Job& job)
{
    PATRONAT_TRY(findPlace(office));
    PATRONAT_TRY(employ(office));
    PATRONAT_TRY(enrol(office));
    PATRONAT_TRY(workThroughYear(office, job));
    if (office.plan.shares)
        PATRONAT_TRY(prepareShared(office, made));
    made.specialist = office.specialists.front().id;
    made.specialists = office.specialists.size();
    made.meetings = office.meetings;
    made.programmes = office.programmes;
    made.operations = office.operations;
    return {};
}

/// Here the office keeps the minutes too: there is no secretary's site, so the right to their numbers is handed to it.
Status numberProtocols(store::Store& store)
{
    return store.bulk([&](store::Store::Inner& inner) -> Status {
        store::setHolder(inner.connection, "meeting.number", store.site().id);
        return {};
    });
}

} // namespace

Circumstances::Circumstances(std::uint64_t seed, std::uint64_t opening, Day day)
    : clock(day * kDay)
    , chance(seed + opening * 0x9E3779B97F4A7C15ULL * 0x10001ULL)
{
}

store::OpenOptions openOptions(const Region& region)
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.profilesRoot = region.options.profile.parent_path();
    return options;
}

Status markAsDemo(store::Store& store)
{
    return store.bulk([](store::Store::Inner& inner) -> Status {
        auto save
            = inner.connection.prepare("INSERT INTO setting(name, value) VALUES('demo', '1') "
                                       "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        save.run();
        return {};
    });
}

Result<OfficeMade> makeOffice(const Region& region, const OfficePlan& plan, base::Job& job)
{
    OfficeMade made;
    made.seed = plan.seed;
    made.file = region.options.out / ("office-" + two(plan.number) + ".db");
    Circumstances here(plan.seed, 1, dayOf(2015, 12, 15));
    base::SeededRandom content(plan.seed ^ kContent);
    const std::string code = "K" + two(plan.number);
    const store::SiteIdentity site { { content.next(), content.next() }, "office", code,
        seedName(*region.profile, code) };
    PATRONAT_LET(auto store,
        store::Store::create(
            made.file, region.profile, site, here.environment(), openOptions(region)));
    PATRONAT_TRY(markAsDemo(*store));
    PATRONAT_TRY(region.certify(*store, "16-" + two(plan.number)));
    PATRONAT_TRY(numberProtocols(*store));
    Office office(plan, region.words, *store, here.clock, content);
    PATRONAT_TRY(fill(office, made, job));
    store->checkpoint();
    return made;
}

} // namespace patronat::demo
