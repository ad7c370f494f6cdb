// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/meetingwriting.h"

#include "ui/common/paperways.h"
#include "ui/common/text.h"
#include "ui/consilium/meetingpaper.h"

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Status;
using base::Value;
using store::WriteTx;

namespace {

bool isThere(WriteTx& tx, const char* sql, RecordId meeting, RecordId other)
{
    auto select = tx.read().connection().prepare(sql);
    select.bind(1, meeting);
    select.bind(2, other);
    return select.step();
}

std::int64_t lastNumber(WriteTx& tx, const char* sql, RecordId meeting)
{
    auto select = tx.read().connection().prepare(sql);
    select.bind(1, meeting);
    return select.step() && !select.isNull(0) ? select.integer(0) : 0;
}

/// "Ход исполнения ИПР (Сафины)": what the paper prints until somebody words it better.
std::string topicOf(const profile::Profile& profile, const std::string& kind, const std::string& family)
{
    const profile::Classifier* kinds = profile.classifier("agendaKind");
    const profile::Code* code = kinds ? kinds->code(kind) : nullptr;
    if (code == nullptr)
        return family;
    QString topic = shown(profile::labelIn(code->label, paperLanguage(profile)));
    if (!topic.isEmpty())
        topic[0] = topic[0].toUpper();
    return typed(topic) + " (" + family + ")";
}

Fields itemOf(const FamilyChoice& one)
{
    Fields fields { { "family", Value(one.family) } };
    if (!one.episode.isNull())
        fields["episode"] = Value(one.episode);
    if (!one.programme.isNull())
        fields["programme"] = Value(one.programme);
    if (!one.speaker.empty())
        fields["speaker"] = Value(one.speaker);
    if (!one.speakerPost.empty())
        fields["speakerPost"] = Value(one.speakerPost);
    return fields;
}

Status renumber(WriteTx& tx, const AgendaLine& line, std::int64_t number)
{
    if (line.number() == number)
        return {};
    PATRONAT_TRY(tx.put("agendaItem", line.record.id, line.record.heads, { { "n", Value(number) } }));
    return {};
}

} // namespace

Status addToAgenda(WriteTx& tx, RecordId meeting, const std::vector<FamilyChoice>& families, const std::string& kind)
{
    std::int64_t number = lastNumber(
        tx, "SELECT max(n) FROM agendaItem WHERE meeting = ?1 AND life NOT IN ('removed', 'erased')", meeting);
    for (const FamilyChoice& one : families) {
        if (isThere(tx,
                "SELECT 1 FROM agendaItem WHERE meeting = ?1 AND family = ?2 AND life NOT IN ('removed', 'erased')",
                meeting, one.family))
            continue;
        Fields fields = itemOf(one);
        fields["meeting"] = Value(meeting);
        fields["n"] = Value(++number);
        fields["kind"] = Value(kind);
        fields["topic"] = Value(topicOf(tx.read().profile(), kind, one.name));
        PATRONAT_TRY(tx.create("agendaItem", std::move(fields)));
    }
    return {};
}

Status numberAgenda(WriteTx& tx, const std::vector<AgendaLine>& inOrder)
{
    std::int64_t number = 0;
    for (const AgendaLine& line : inOrder)
        PATRONAT_TRY(renumber(tx, line, ++number));
    return {};
}

Status takeOffAgenda(WriteTx& tx, const std::vector<AgendaLine>& agenda, std::size_t at)
{
    std::int64_t number = 0;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
        if (i != at)
            PATRONAT_TRY(renumber(tx, agenda[i], ++number));
        else
            PATRONAT_TRY(tx.remove("agendaItem", agenda[i].record.id, agenda[i].record.heads));
    }
    return {};
}

Status markPresence(WriteTx& tx, RecordId meeting, const std::vector<AttendanceLine>& lines, Presence presence)
{
    const Value present(presence == Presence::Present ? 1 : 0);
    std::int64_t number = lastNumber(
        tx, "SELECT max(n) FROM attendance WHERE meeting = ?1 AND life NOT IN ('removed', 'erased')", meeting);
    for (const AttendanceLine& line : lines) {
        if (line.record) {
            PATRONAT_TRY(tx.put("attendance", line.record->id, line.record->heads, { { "present", present } }));
            continue;
        }
        // Written down meanwhile, in another window or by another office: what stands there is shown, not doubled.
        if (isThere(tx,
                "SELECT 1 FROM attendance WHERE meeting = ?1 AND bodyMember = ?2 AND life NOT IN ('removed', 'erased')",
                meeting, line.member))
            continue;
        Fields fields = line.person;
        fields["meeting"] = Value(meeting);
        fields["n"] = Value(++number);
        fields["kind"] = Value(line.kind);
        fields["bodyMember"] = Value(line.member);
        fields["present"] = present;
        PATRONAT_TRY(tx.create("attendance", std::move(fields)));
    }
    return {};
}

} // namespace patronat::ui
