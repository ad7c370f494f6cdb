// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

#include <algorithm>

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

constexpr std::size_t kMayBeAbsent = 3; ///< of eleven: there is always a quorum

/// A decision that a programme, or a change of it, waits for.
struct Approved
{
    FamilyCase* one = nullptr;
    RecordId decision;
};

/// One meeting with its protocol while it is written.
class MeetingWriter
{
public:
    MeetingWriter(Office& office, store::WriteTx& tx, Day date)
        : m_office(office)
        , m_tx(tx)
        , m_date(date)
    {
    }

    Status open();
    Status attend();
    Status organisational();
    Status approve(FamilyCase& one);
    Status amend(FamilyCase& one);
    Status progress(FamilyCase& one);
    Status invite(const FamilyCase& one);
    RecordId id() const { return m_meeting; }
    const std::vector<Approved>& approved() const { return m_approved; }
    const std::vector<Approved>& amended() const { return m_amended; }

private:
    Form itemForm(const std::string& kind, const std::string& topic);
    void familyItem(Form& form, const FamilyCase& one);
    base::Result<RecordId> addItem(Form form);
    base::Result<RecordId> decide(
        RecordId item, const FamilyCase* one, const std::string& kind, Form form);
    Status assign(RecordId item, const FamilyCase& one);

    Office& m_office;
    store::WriteTx& m_tx;
    Day m_date;
    RecordId m_meeting;
    std::int64_t m_present = 0;
    std::int64_t m_attending = 0;
    std::int64_t m_items = 0;
    std::int64_t m_points = 0;
    std::int64_t m_tasks = 0;
    std::vector<Approved> m_approved;
    std::vector<Approved> m_amended;
};

Status MeetingWriter::open()
{
    Form form;
    form.ref("body", m_office.body)
        .text("date", iso(m_date))
        .text("timeStart", iso(m_date) + "T07:00:00Z");
    form.text("timeEnd", iso(m_date) + "T08:30:00Z")
        .text("place", m_office.places.front().settlement);
    form.text("room", "зал заседаний").text("form", m_office.likely(90) ? "inPerson" : "video");
    form.ref("chair", m_office.members[0].id).ref("secretary", m_office.members[2].id);
    PATRONAT_LET(m_meeting, m_tx.create("meeting", form.take()));
    return {};
}

Status MeetingWriter::attend()
{
    std::size_t absent = 0;
    for (std::size_t i = 0; i < m_office.members.size(); ++i) {
        const BodyPerson& person = m_office.members[i];
        // The chair and the secretary hold the meeting.
        const bool away = i != 0 && i != 2 && absent < kMayBeAbsent && m_office.likely(14);
        absent += away ? 1 : 0;
        Form form;
        form.ref("meeting", m_meeting)
            .number("n", ++m_attending)
            .text("kind", "member")
            .ref("bodyMember", person.id);
        form.text("surname", person.name.surname).text("firstName", person.name.firstName);
        form.text("patronymic", person.name.patronymic)
            .text("post", person.post)
            .text("subject", person.subject);
        form.ticked("present", !away);
        if (away)
            form.text("absenceReason", pick(m_office.words.absences, m_office.random));
        PATRONAT_TRY(m_tx.create("attendance", form.take()));
    }
    m_present = static_cast<std::int64_t>(m_office.members.size() - absent);
    return {};
}

Status MeetingWriter::invite(const FamilyCase& one)
{
    const FullName& name = one.representative();
    Form form;
    form.ref("meeting", m_meeting)
        .number("n", ++m_attending)
        .text("kind", "invited")
        .text("surname", name.surname);
    form.text("firstName", name.firstName)
        .text("patronymic", name.patronymic)
        .text("post", "законный представитель");
    form.ticked("present", true);
    PATRONAT_TRY(m_tx.create("attendance", form.take()));
    return {};
}

Form MeetingWriter::itemForm(const std::string& kind, const std::string& topic)
{
    const StaffMember& speaker = m_office.supervisor;
    Form form;
    form.ref("meeting", m_meeting).number("n", ++m_items).text("kind", kind).text("topic", topic);
    form.text("speaker", speaker.name.initials())
        .text("speakerPost", speaker.post)
        .number("minutes", 10);
    const std::int64_t abstained = m_office.likely(20) ? 1 : 0;
    form.number("votesFor", m_present - abstained)
        .number("votesAgainst", 0)
        .number("votesAbstained", abstained);
    form.ticked("adopted", true).number("presentCount", m_present);
    m_points = 0;
    m_tasks = 0;
    return form;
}

void MeetingWriter::familyItem(Form& form, const FamilyCase& one)
{
    const StaffMember& manager = m_office.specialists[one.manager];
    form.ref("family", one.family)
        .ref("episode", one.episode)
        .text("speaker", manager.name.initials());
    form.text("speakerPost", manager.post)
        .text(
            "heard", manager.name.initials() + ": " + pick(m_office.words.heard, m_office.random));
    form.text("discussed",
        pick(m_office.members, m_office.random).name.initials() + ": "
            + pick(m_office.words.discussed, m_office.random));
    form.text("opinionRepresentative", pick(m_office.words.opinions, m_office.random));
    form.text("documents",
        "акт обследования от " + dotted(m_date - 12) + "; заключение диагностики от "
            + dotted(m_date - 10));
}

base::Result<RecordId> MeetingWriter::addItem(Form form)
{
    m_office.work(1);
    return m_tx.create("agendaItem", form.take());
}

base::Result<RecordId> MeetingWriter::decide(
    RecordId item, const FamilyCase* one, const std::string& kind, Form form)
{
    form.ref("agendaItem", item).number("n", ++m_points).text("kind", kind);
    if (one)
        form.ref("family", one->family);
    return m_tx.create("decision", form.take());
}

Status MeetingWriter::assign(RecordId item, const FamilyCase& one)
{
    const TaskWords& words = pick(m_office.words.tasks, m_office.random);
    const Day due = m_date + 21 + static_cast<Day>(m_office.random.below(40));
    Form form;
    form.ref("agendaItem", item)
        .ref("family", one.family)
        .number("n", ++m_tasks)
        .text("subject", words.subject);
    form.text("text", words.text)
        .text("due", iso(due))
        .text("responsible", words.responsible)
        .text("state", "open");
    PATRONAT_LET(const RecordId id, m_tx.create("assignment", form.take()));
    m_office.assignments.push_back({ id, due });
    return {};
}

Status MeetingWriter::organisational()
{
    PATRONAT_LET(const RecordId item,
        addItem(std::move(itemForm("10", m_office.words.topicFirst)
                              .text("heard",
                                  m_office.supervisor.name.initials()
                                      + ": представлен план заседаний на 2016 год"))));
    Form form;
    form.text("text", "Утвердить план заседаний консилиума на 2016 год.");
    PATRONAT_TRY(decide(item, nullptr, "other", std::move(form)));
    return {};
}

Status MeetingWriter::approve(FamilyCase& one)
{
    Form form
        = itemForm("3", m_office.words.topicApprove + " (" + one.representative().initials() + ")");
    familyItem(form, one);
    form.ref("programme", one.programme);
    PATRONAT_LET(const RecordId item, addItem(std::move(form)));
    const Day to = addMonths(m_date, 6) - 1;
    Form approval;
    approval.text(
        "text", "Утвердить индивидуальную программу реабилитации на срок по " + dotted(to) + ".");
    approval.ref("programme", one.programme).text("termFrom", iso(m_date)).text("termTo", iso(to));
    PATRONAT_LET(
        const RecordId decision, decide(item, &one, "approveProgramme", std::move(approval)));
    const StaffMember& manager = m_office.specialists[one.manager];
    Form curator;
    curator.text("text", "Куратором случая назначить: " + manager.name.initials())
        .ref("curator", manager.id);
    PATRONAT_TRY(decide(item, &one, "appointCurator", std::move(curator)));
    m_approved.push_back({ &one, decision });
    one.programmeTo = to;
    return assign(item, one);
}

Status MeetingWriter::amend(FamilyCase& one)
{
    Form form
        = itemForm("5", m_office.words.topicAmend + " (" + one.representative().initials() + ")");
    familyItem(form, one);
    form.ref("programme", one.programme);
    PATRONAT_LET(const RecordId item, addItem(std::move(form)));
    Form amendment;
    amendment.text("text", "Внести изменения в индивидуальную программу реабилитации.")
        .ref("programme", one.programme);
    PATRONAT_LET(
        const RecordId decision, decide(item, &one, "amendProgramme", std::move(amendment)));
    m_amended.push_back({ &one, decision });
    return {};
}

Status MeetingWriter::progress(FamilyCase& one)
{
    Form form = itemForm(
        "4", m_office.words.topicProgress + " (" + one.representative().initials() + ")");
    familyItem(form, one);
    PATRONAT_LET(const RecordId item, addItem(std::move(form)));
    Form decision;
    decision.text("text", "Продолжить социальное сопровождение семьи.");
    PATRONAT_TRY(decide(item, &one, "continue", std::move(decision)));
    return m_office.likely(50) ? assign(item, one) : Status();
}

Status agenda(Office& office, MeetingWriter& meeting, int number)
{
    if (number == 0)
        PATRONAT_TRY(meeting.organisational());
    FamilyCase* invited = nullptr;
    for (FamilyCase& one : office.families)
        if (one.programmeAt == number) {
            PATRONAT_TRY(meeting.approve(one));
            invited = &one;
        }
    for (FamilyCase& one : office.families)
        if (!one.givenUp.empty())
            PATRONAT_TRY(meeting.amend(one));
    // Some of the others are looked at in turn: none twice at one meeting.
    const std::size_t others = std::min<std::size_t>(office.families.size(), 3);
    for (std::size_t i = 0; i < others; ++i) {
        FamilyCase& one
            = office.families[(static_cast<std::size_t>(number) * 3 + i) % office.families.size()];
        if (one.programmeAt != number)
            PATRONAT_TRY(meeting.progress(one));
    }
    return invited ? meeting.invite(*invited) : Status();
}

} // namespace

Status holdMeeting(Office& office, int number, Day date)
{
    office.at(date - 5, 9);
    for (FamilyCase& one : office.families)
        if (one.programmeAt == number)
            PATRONAT_TRY(draftProgramme(office, one, date));
    office.at(date, 9);
    RecordId meeting;
    std::vector<Approved> approved;
    std::vector<Approved> amended;
    const Status written
        = office.write(office.secretary.id, "demo.meeting", [&](store::WriteTx& tx) -> Status {
              MeetingWriter writer(office, tx, date);
              PATRONAT_TRY(writer.open());
              PATRONAT_TRY(writer.attend());
              PATRONAT_TRY(agenda(office, writer, number));
              meeting = writer.id();
              approved = writer.approved();
              amended = writer.amended();
              return {};
          });
    PATRONAT_TRY(written);
    office.at(date + 2, 8);
    PATRONAT_TRY(office.write(office.secretary.id, "demo.protocol",
        [&](store::WriteTx& tx) -> Status { return signAsShown(tx, "meeting", meeting); }));
    ++office.meetings;
    office.at(date + 3, 8);
    for (const Approved& one : approved)
        PATRONAT_TRY(signProgramme(office, *one.one, one.decision));
    for (const Approved& one : amended)
        PATRONAT_TRY(signSupplement(office, *one.one, one.decision));
    return {};
}

Status workThroughYear(Office& office, base::Job& job)
{
    // Two rounds are enough to see what a visit is and who is late with one; twelve would double
    // the region.
    constexpr unsigned kFirstRound = 10;
    const unsigned step = office.plan.monthly ? 1 : 3;
    int number = 0;
    for (unsigned month = 1; month <= 12; month += step, ++number) {
        PATRONAT_TRY(job.checkpoint());
        // In January the cards come first.
        Day date = dayOf(
            2016, month, month == 1 ? 28 : 10 + static_cast<unsigned>(office.random.below(9)));
        while (weekday(date) < 2 || weekday(date) > 4) // Tuesday to Thursday
            ++date;
        office.at(date - 6, 9);
        office.meetingAhead = true;
        if (month == kFirstRound)
            PATRONAT_TRY(visitFamilies(office));
        PATRONAT_TRY(markProgress(office));
        PATRONAT_TRY(holdMeeting(office, number, date));
    }
    office.meetingAhead = false;
    office.at(dayOf(2016, 12, 28), 9);
    PATRONAT_TRY(visitFamilies(office));
    return markProgress(office);
}

} // namespace patronat::demo
