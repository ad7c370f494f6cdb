// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/meetingsummary.h"

#include "ui/common/valuetext.h"

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using store::ReadTx;

namespace {

/// Members on the day, those without a vote included: they attend too. Names of staff stand with the staff.
constexpr const char* kMembers = R"(SELECT b.id, coalesce(b.surname, s.surname), coalesce(b.firstName, s.firstName),
      coalesce(b.patronymic, s.patronymic), coalesce(b.post, s.post), b.subject, b.role, coalesce(b.voting, 1)
    FROM bodyMember AS b LEFT JOIN staff AS s ON s.id = b.staff JOIN meeting AS g ON g.body = b.body
    WHERE g.id = ?1 AND b.life NOT IN ('removed', 'erased')
      AND coalesce(b."from", '') <= coalesce(g."date", '9999') AND coalesce(b."to", '9999') >= coalesce(g."date", '')
    ORDER BY b.n, b.id)";
constexpr std::array kPerson { "surname", "firstName", "patronymic", "post", "subject" };

std::string textOf(const Fields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : std::string(found->second.textOr({}));
}

std::int64_t numberOf(const Fields& fields, std::string_view name, std::int64_t otherwise)
{
    const auto found = fields.find(name);
    return found == fields.end() ? otherwise : found->second.numberOr(otherwise);
}

std::string fullName(const Fields& person)
{
    std::string name;
    for (const char* part : { "surname", "firstName", "patronymic" })
        if (const std::string one = textOf(person, part); !one.empty())
            name += (name.empty() ? "" : " ") + one;
    return name;
}

/// The value that signing would give the field now; the signed one afterwards.
std::optional<std::int64_t> atSigning(const ReadTx& tx, const store::Record& meeting, std::string_view name)
{
    const auto stored = meeting.values.find(name);
    const profile::Field* field = tx.profile().type(meeting.type)->field(name);
    if (meeting.life != "draft" || field == nullptr || field->signingExpression.empty())
        return stored == meeting.values.end() || !stored->second.number()
            ? std::nullopt
            : std::optional(*stored->second.number());
    auto select = tx.connection().prepare(
        "SELECT (" + field->signingExpression + ") FROM " + store::sqlName(meeting.type) + " WHERE id = :id");
    select.bind(*select.parameter(":id"), meeting.id);
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    return select.integer(0);
}

std::vector<RecordId> idsOf(const ReadTx& tx, const char* sql, RecordId parent)
{
    std::vector<RecordId> ids;
    auto select = tx.connection().prepare(sql);
    select.bind(1, parent);
    while (select.step())
        ids.push_back(select.id<RecordId>(0));
    return ids;
}

base::Status addAgenda(const ReadTx& tx, MeetingSummary& out)
{
    const auto ids = idsOf(tx,
        "SELECT id FROM agendaItem WHERE meeting = ?1 AND life NOT IN ('removed', 'erased') ORDER BY n, id",
        out.meeting.id);
    auto family = tx.connection().prepare("SELECT name FROM family WHERE id = ?1");
    auto decisions = tx.connection().prepare(
        "SELECT kind FROM decision WHERE agendaItem = ?1 AND life NOT IN ('removed', 'erased') ORDER BY n, id");
    for (const RecordId id : ids) {
        AgendaLine line;
        PATRONAT_LET(line.record, tx.record("agendaItem", id));
        const auto whose = line.record.values.find("family");
        if (whose != line.record.values.end() && whose->second.reference()) {
            family.reset();
            family.bind(1, *whose->second.reference());
            if (family.step())
                line.family = std::string(family.text(0));
        }
        decisions.reset();
        decisions.bind(1, id);
        while (decisions.step())
            line.decisions.emplace_back(decisions.text(0));
        out.agenda.push_back(std::move(line));
    }
    return {};
}

void addMembers(const ReadTx& tx, MeetingSummary& out)
{
    auto select = tx.connection().prepare(kMembers);
    select.bind(1, out.meeting.id);
    while (select.step()) {
        AttendanceLine line;
        line.member = select.id<RecordId>(0);
        for (std::size_t i = 0; i < kPerson.size(); ++i)
            if (const int at = static_cast<int>(i) + 1; !select.isNull(at))
                line.person[kPerson[i]] = Value(select.text(at));
        line.role = std::string(select.text(6));
        line.votes = select.integer(7) != 0;
        line.name = fullName(line.person);
        out.attendance.push_back(std::move(line));
    }
}

void write(AttendanceLine& line, store::Record record)
{
    line.kind = textOf(record.values, "kind");
    line.reason = textOf(record.values, "absenceReason");
    line.presence = numberOf(record.values, "present", 0) == 1 ? Presence::Present : Presence::Absent;
    if (const std::string name = fullName(record.values); !name.empty())
        line.name = name;
    line.record = std::move(record);
}

base::Status addAttendance(const ReadTx& tx, MeetingSummary& out)
{
    const auto ids = idsOf(tx,
        "SELECT id FROM attendance WHERE meeting = ?1 AND life NOT IN ('removed', 'erased') ORDER BY n, id",
        out.meeting.id);
    for (const RecordId id : ids) {
        PATRONAT_LET(store::Record record, tx.record("attendance", id));
        const auto member = record.values.find("bodyMember");
        const RecordId* whose = member == record.values.end() ? nullptr : member->second.reference();
        const auto known = std::find_if(out.attendance.begin(), out.attendance.end(),
            [&](const AttendanceLine& line) { return whose && line.member == *whose && !line.record; });
        if (known != out.attendance.end()) {
            write(*known, std::move(record));
            continue;
        }
        AttendanceLine line;
        line.person = record.values;
        if (whose)
            line.member = *whose;
        write(line, std::move(record));
        line.votes = line.kind != "invited";
        out.attendance.push_back(std::move(line));
    }
    return {};
}

RecordId firstMember(const ReadTx& tx, RecordId body, std::string_view role)
{
    auto select = tx.connection().prepare("SELECT id FROM bodyMember WHERE body = ?1 AND role = ?2 AND life NOT IN "
                                          "('removed', 'erased') ORDER BY n, id LIMIT 1");
    select.bind(1, body);
    select.bind(2, role);
    return select.step() ? select.id<RecordId>(0) : RecordId {};
}

} // namespace

std::string AgendaLine::text(std::string_view field) const
{
    return textOf(record.values, field);
}

std::int64_t AgendaLine::number() const
{
    return numberOf(record.values, "n", 0);
}

bool AgendaLine::isVoted() const
{
    return record.values.contains("votesFor");
}

bool AgendaLine::isAdopted() const
{
    return numberOf(record.values, "adopted", 0) == 1;
}

Result<MeetingSummary> meetingSummary(
    const ReadTx& tx, const store::Rules& rules, RecordId meeting, const std::string& language)
{
    MeetingSummary out;
    PATRONAT_LET(out.meeting, tx.record("meeting", meeting));
    out.title = recordTitle(tx, rules, out.meeting, language);
    out.date = textOf(out.meeting.values, "date");
    if (const auto body = out.meeting.values.find("body"); body != out.meeting.values.end() && body->second.reference())
        out.body = recordTitle(tx, rules, "body", *body->second.reference(), language);
    out.members = atSigning(tx, out.meeting, "memberCount");
    out.present = atSigning(tx, out.meeting, "presentCount");
    if (const auto quorum = atSigning(tx, out.meeting, "quorum"))
        out.quorum = *quorum == 1;
    PATRONAT_TRY(addAgenda(tx, out));
    addMembers(tx, out);
    PATRONAT_TRY(addAttendance(tx, out));
    return out;
}

Result<Fields> newMeeting(const ReadTx& tx, const std::string& today)
{
    Fields fields { { "date", Value(today) } };
    auto bodies = tx.connection().prepare(
        "SELECT id, settlement FROM body WHERE life NOT IN ('removed', 'erased') ORDER BY id LIMIT 2");
    if (!bodies.step())
        return fields;
    const RecordId body = bodies.id<RecordId>(0);
    const std::string place(bodies.isNull(1) ? std::string_view() : bodies.text(1));
    if (bodies.step())
        return fields; // which of them is for the person to say
    fields["body"] = Value(body);
    if (!place.empty())
        fields["place"] = Value(place);
    for (const char* role : { "chair", "secretary" })
        if (const RecordId member = firstMember(tx, body, role); !member.isNull())
            fields[role] = Value(member);
    return fields;
}

} // namespace patronat::ui
