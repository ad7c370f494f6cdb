// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// A question of the agenda as its line shows it, with the heads a change of it must name.
struct AgendaLine
{
    store::Record record;
    std::string family; ///< its name; empty for a question of organisation
    std::vector<std::string> decisions; ///< codes of their kinds, in order
    std::string text(std::string_view field) const;
    std::int64_t number() const;
    bool isVoted() const;
    bool isAdopted() const;
};

enum class Presence
{
    NotMarked,
    Present,
    Absent
};

/// A member of the body on the day of the meeting, or somebody else who was written down there.
struct AttendanceLine
{
    base::RecordId member; ///< null for somebody invited
    std::optional<store::Record> record; ///< what was written down; nothing for who is not marked
    base::Fields person; ///< names, post and subject: what a new record of presence takes over
    std::string name;
    std::string kind = "member";
    std::string role; ///< of a member: chair, secretary …
    std::string reason;
    bool votes = true;
    Presence presence = Presence::NotMarked;
};

/// A meeting with all that its page shows. Read beside the window.
struct MeetingSummary
{
    store::Record meeting;
    std::string title;
    std::string body;
    std::string date;
    /// By the expressions that fill these fields at signing; as signed, once it is signed.
    std::optional<std::int64_t> members;
    std::optional<std::int64_t> present;
    std::optional<bool> quorum;
    std::vector<AgendaLine> agenda;
    std::vector<AttendanceLine> attendance;
    bool isOpen() const { return meeting.life == "draft"; }
};

/// Within a read, any thread.
base::Result<MeetingSummary> meetingSummary(
    const store::ReadTx& tx, const store::Rules& rules, base::RecordId meeting, const std::string& language);

/// What a new meeting begins with: the body when there is one only, its place, chair and secretary, today.
base::Result<base::Fields> newMeeting(const store::ReadTx& tx, const std::string& today);

} // namespace patronat::ui
