// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

#include <algorithm>

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

constexpr int kTermMonths = 6; ///< the republic's default

Form programmeForm(Office& office, const FamilyCase& one, Day from)
{
    const RecordId manager = office.specialists[one.manager].id;
    Form form;
    form.ref("family", one.family)
        .ref("episode", one.episode)
        .text("kind", "IPR")
        .text("first", "first");
    form.text("from", iso(from))
        .text("to", iso(addMonths(from, kTermMonths) - 1))
        .ref("curator", manager);
    form.text("goal", pick(office.words.goals, office.random));
    form.text("expectedResult", pick(office.words.expected, office.random));
    form.text("authors", office.specialists[one.manager].name.initials());
    return form;
}

Form measureForm(Office& office, const FamilyCase& one, const MeasureWords& words, Day due)
{
    const StaffMember& manager = office.specialists[one.manager];
    Form form;
    form.ref("programme", one.programme)
        .ref("family", one.family)
        .text("block", words.block)
        .text("title", words.title);
    form.text("subject", words.subject)
        .text("serviceKind", words.service)
        .text("state", "notStarted");
    if (words.responsible.empty())
        form.ref("responsibleStaff", manager.id).ref("organisation", office.organisation);
    else
        form.text("responsible", words.responsible);
    if (words.period.empty())
        form.text("due", iso(due));
    else
        form.text("period", words.period);
    const auto& people = one.home.people;
    const bool aboutChild
        = words.block == "3" || words.block == "4" || words.block == "6" || words.block == "8";
    for (std::size_t n = 0; n < people.size(); ++n)
        if (people[n].child == aboutChild) {
            form.ref("target", one.members[n]);
            break;
        }
    return form;
}

/// Writes the measures of one programme in the order of the paper.
class Measures
{
public:
    Measures(Office& office, store::WriteTx& tx, FamilyCase& one, Day from)
        : m_office(office)
        , m_tx(tx)
        , m_case(one)
        , m_from(from)
    {
    }
    Status add(const MeasureWords& words, RecordId problem, RecordId task)
    {
        const Day due = m_from + 20 + static_cast<Day>(m_office.random.below(130));
        Form form = measureForm(m_office, m_case, words, due);
        form.number("n", ++m_number).ref("problem", problem).ref("task", task);
        PATRONAT_LET(const RecordId id, m_tx.create("measure", form.take()));
        m_case.measures.push_back({ id, due });
        return {};
    }

private:
    Office& m_office;
    store::WriteTx& m_tx;
    FamilyCase& m_case;
    Day m_from;
    std::int64_t m_number = 0;
};

Status addProblems(Office& office, store::WriteTx& tx, FamilyCase& one, Day from)
{
    Measures measures(office, tx, one, from);
    std::int64_t n = 0;
    for (const std::string& kind : one.home.problems) {
        const ProblemWords& words = office.words.problem(kind);
        Form form;
        ++n;
        form.ref("programme", one.programme)
            .number("n", n)
            .text("kind", kind)
            .text("severity", n == 1 ? "3" : "2");
        form.text("source", "заключение диагностики от " + dotted(from - 14));
        PATRONAT_LET(const RecordId problem, tx.create("problem", form.take()));
        Form todo;
        todo.ref("programme", one.programme)
            .number("n", n)
            .ref("problem", problem)
            .text("text", words.task);
        PATRONAT_LET(const RecordId task, tx.create("task", todo.take()));
        for (const MeasureWords& measure : words.measures)
            PATRONAT_TRY(measures.add(measure, problem, task));
        if (n == 1) {
            const MeasureWords own { "10", "parent", pick(office.words.ownMeasures, office.random),
                one.representative().initials(), "", "weekly" };
            PATRONAT_TRY(measures.add(own, problem, task));
        }
    }
    return {};
}

bool isOver(const FamilyCase& one, Day today)
{
    return one.programmeTo != 0 && one.programmeTo < today;
}

/// What became of a measure: most are done in time, some are to be given up by the next meeting.
Form markOf(Office& office, FamilyCase& one, const OpenMeasure& measure, bool& open)
{
    const Day today = office.today();
    Form form;
    open = false;
    if (measure.due > today) {
        open = true;
        return std::move(form.text("state", "inProgress"));
    }
    const std::uint64_t fate = office.random.below(100);
    if (fate < 80)
        form.text("state", fate < 68 ? "done" : "partly")
            .text("doneAt", iso(measure.due))
            .text("result", pick(office.words.results, office.random));
    else if (fate < 92)
        form.text("state", "notDone").text("failReason", fate < 86 ? "noSpecialist" : "refused");
    else if (office.meetingAhead && !isOver(one, today)) {
        one.givenUp.push_back(measure.id);
        form.text("state", "inProgress");
    } else
        form.text("state", "notDone").text("failReason", "noResource");
    return form;
}

/// An approved programme changes by a supplement alone, which the family signs as it did the
/// programme.
Form supplementForm(Office& office, const FamilyCase& one, RecordId decision)
{
    Form form;
    form.ref("programme", one.programme)
        .ref("family", one.family)
        .text("date", iso(office.today()))
        .codes("reasons", { "situation" })
        .ref("decision", decision);
    form.text("approvedBy", office.members.front().name.initials())
        .text("familyConsent", "agreed")
        .text("consentDate", iso(office.today()))
        .text("consentName", one.representative().initials())
        .ref("author", office.specialists[one.manager].id);
    return form;
}

Status markCase(Office& office, store::WriteTx& tx, FamilyCase& one)
{
    std::vector<OpenMeasure> left;
    for (const OpenMeasure& measure : one.measures) {
        bool open = true;
        if (measure.due <= office.today() || office.likely(25))
            PATRONAT_TRY(change(tx, "measure", measure.id, markOf(office, one, measure, open)));
        if (open)
            left.push_back(measure);
        office.work(2);
    }
    one.measures = std::move(left);
    if (isOver(one, office.today())) {
        Form form;
        form.text("endedAt", iso(one.programmeTo))
            .text("result", office.likely(60) ? "goOn" : "extend");
        form.text("resultNote", "Большая часть мероприятий выполнена, положение семьи улучшилось");
        PATRONAT_TRY(change(tx, "programme", one.programme, std::move(form)));
        one.programmeTo = 0;
    }
    return {};
}

Status markCases(Office& office, RecordId manager, const std::vector<FamilyCase*>& active)
{
    return office.write(manager, "demo.marks", [&](store::WriteTx& tx) -> Status {
        for (FamilyCase* one : active)
            PATRONAT_TRY(markCase(office, tx, *one));
        return {};
    });
}

/// What was assigned and is due has been done.
Status markAssignments(Office& office)
{
    const Day today = office.today();
    const auto due = std::stable_partition(office.assignments.begin(), office.assignments.end(),
        [&](const OpenAssignment& one) { return one.due > today; });
    const std::vector<OpenAssignment> done(due, office.assignments.end());
    office.assignments.erase(due, office.assignments.end());
    if (done.empty())
        return {};
    return office.write(office.secretary.id, "demo.control", [&](store::WriteTx& tx) -> Status {
        for (const OpenAssignment& one : done) {
            Form form;
            form.text("state", "done")
                .text("doneAt", iso(one.due))
                .text("result", pick(office.words.results, office.random));
            PATRONAT_TRY(change(tx, "assignment", one.id, std::move(form)));
        }
        return {};
    });
}

} // namespace

Status draftProgramme(Office& office, FamilyCase& one, Day from)
{
    return office.write(
        office.specialists[one.manager].id, "demo.programme", [&](store::WriteTx& tx) -> Status {
            PATRONAT_LET(
                one.programme, tx.create("programme", programmeForm(office, one, from).take()));
            PATRONAT_TRY(addProblems(office, tx, one, from));
            office.work(25);
            return {};
        });
}

Status signProgramme(Office& office, FamilyCase& one, RecordId decision)
{
    const Status written = office.write(
        office.specialists[one.manager].id, "demo.programme", [&](store::WriteTx& tx) -> Status {
            Form form;
            form.ref("decision", decision)
                .text("familyConsent", "agreed")
                .text("consentDate", iso(office.today()));
            form.text("consentName", one.representative().initials())
                .text("approvedBy", office.members.front().name.initials());
            PATRONAT_TRY(change(tx, "programme", one.programme, std::move(form)));
            office.work(5);
            return signAsShown(tx, "programme", one.programme);
        });
    PATRONAT_TRY(written);
    ++office.programmes;
    return {};
}

Status signSupplement(Office& office, FamilyCase& one, RecordId decision)
{
    return office.write(
        office.specialists[one.manager].id, "demo.supplement", [&](store::WriteTx& tx) -> Status {
            PATRONAT_LET(const RecordId supplement,
                tx.create("supplement", supplementForm(office, one, decision).take()));
            std::int64_t n = 0;
            for (const RecordId measure : one.givenUp) {
                Form line;
                line.ref("supplement", supplement)
                    .number("n", ++n)
                    .text("change", "cancelled")
                    .ref("measure", measure)
                    .text("reason", pick(office.words.givenUp, office.random));
                PATRONAT_TRY(tx.create("supplementLine", line.take()));
            }
            office.work(5);
            PATRONAT_TRY(signAsShown(tx, "supplement", supplement));
            for (const RecordId measure : one.givenUp) {
                Form form;
                form.text("state", "cancelled").ref("cancelledBy", supplement);
                PATRONAT_TRY(change(tx, "measure", measure, std::move(form)));
            }
            one.givenUp.clear();
            return {};
        });
}

Status markProgress(Office& office)
{
    for (std::size_t manager = 0; manager < office.specialists.size(); ++manager) {
        std::vector<FamilyCase*> active;
        for (FamilyCase& one : office.families)
            if (one.manager == manager && one.programmeTo != 0)
                active.push_back(&one);
        if (!active.empty())
            PATRONAT_TRY(markCases(office, office.specialists[manager].id, active));
    }
    return markAssignments(office);
}

} // namespace patronat::demo
