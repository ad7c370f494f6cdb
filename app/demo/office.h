// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/form.h"
#include "app/demo/household.h"
#include "app/demo/plan.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace patronat::demo {

struct Place
{
    std::string region;
    std::string district;
    std::string settlement;
};

struct StaffMember
{
    base::RecordId id;
    FullName name;
    std::string post;
};

/// A measure of a signed programme that is still to be marked.
struct OpenMeasure
{
    base::RecordId id;
    Day due = 0;
};

/// A family as its office knows it while the year goes by.
struct FamilyCase
{
    Household home;
    base::RecordId family;
    base::RecordId episode;
    std::vector<base::RecordId> persons; ///< as home.people
    std::vector<base::RecordId> members; ///< as home.people
    std::size_t manager = 0; ///< among Office::specialists
    int programmeAt = -1; ///< the meeting that approves its programme; -1: has none
    base::RecordId programme;
    Day programmeTo = 0;
    std::vector<OpenMeasure> measures;
    std::vector<base::RecordId> givenUp; ///< measures that the next meeting is to cancel
    const FullName& representative() const { return home.people.front().name; }
};

struct BodyPerson
{
    base::RecordId id;
    FullName name;
    std::string post;
    std::string subject;
};

/// What was assigned at a meeting and is still open.
struct OpenAssignment
{
    base::RecordId id;
    Day due = 0;
};

/// One office while it is made. All of it belongs to one thread.
struct Office
{
    Office(const OfficePlan& itsPlan, const Words& itsWords, store::Store& itsStore,
        base::ManualClock& itsClock, base::Random& itsRandom)
        : plan(itsPlan)
        , words(itsWords)
        , store(itsStore)
        , clock(itsClock)
        , random(itsRandom)
    {
    }
    const OfficePlan& plan;
    const Words& words;
    store::Store& store;
    base::ManualClock& clock;
    base::Random& random;
    Papers papers { plan.number };

    base::RecordId organisation;
    base::RecordId territory;
    std::string organisationName;
    std::string district;
    bool city = false;
    std::vector<Place> places;

    StaffMember supervisor;
    StaffMember secretary;
    std::vector<StaffMember> specialists;
    std::vector<FamilyCase> families;
    base::RecordId body;
    std::vector<BodyPerson> members; ///< chair, deputy, secretary, others
    std::vector<OpenAssignment> assignments;
    bool meetingAhead = false; ///< one follows that can change programmes
    std::uint64_t meetings = 0;
    std::uint64_t programmes = 0;
    std::uint64_t operations = 0;

    Day today() const { return clock.nowMs() / kDay; }
    /// Sets the clock to an hour of a day; a clock that is later already stays.
    void at(Day day, int hour);
    /// A few minutes of work go by.
    void work(std::int64_t minutes) { clock.advance(minutes * kMinute); }
    bool likely(unsigned percent) { return random.chance(percent); }

    /// One write by one person; counts what it wrote.
    template <typename Fn>
    base::Status write(base::RecordId author, std::string name, Fn fn)
    {
        store::WriteOptions options;
        options.author = author;
        options.name = std::move(name);
        return store.write(options, [&](store::WriteTx& tx) -> base::Status {
            PATRONAT_TRY(fn(tx));
            operations += tx.operations();
            return {};
        });
    }
};

/// Signs a record with what its type signs with, as it is now.
base::Status signAsShown(store::WriteTx& tx, std::string_view type, base::RecordId id);
/// Changes a record as it is shown now.
base::Status change(store::WriteTx& tx, std::string_view type, base::RecordId id, Form form);

/// Finds the institution, its territory and places among the profile's seeds.
base::Status findPlace(Office& office);
/// The people who work here, and the consilium with its members.
base::Status employ(Office& office);
/// All families of the plan with their signed cards.
base::Status enrol(Office& office);
/// The case managers call on their families in the days before now; a few are not found at home.
base::Status visitFamilies(Office& office);
/// The year 2016: meetings, programmes, marks of execution.
base::Status workThroughYear(Office& office, base::Job& job);

// Parts of the year.
base::Status draftProgramme(Office& office, FamilyCase& one, Day from);
base::Status signProgramme(Office& office, FamilyCase& one, base::RecordId decision);
/// Cancels what the family gave up, by a signed supplement to its programme.
base::Status signSupplement(Office& office, FamilyCase& one, base::RecordId decision);
base::Status markProgress(Office& office);
/// `number` counts the meetings of the year from 0; `date` is in the clock's future.
base::Status holdMeeting(Office& office, int number, Day date);

} // namespace patronat::demo
