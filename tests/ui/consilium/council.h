// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/consilium/meetingpage.h"

#include <string>
#include <vector>

namespace patronat::tests {

/// A body with its members, a meeting of theirs, families; and the page of the meeting before one's hands.
class Council
{
public:
    explicit Council(int members = 9);

    TestDesk office;
    base::RecordId body;
    std::vector<base::RecordId> members;
    base::RecordId meeting;

    base::RecordId family(const std::string& name);
    /// A family with a programme that runs since `from`.
    base::RecordId familyInWork(const std::string& name, const std::string& from);
    base::RecordId item(int number, base::RecordId family);
    base::RecordId attend(std::size_t member, bool isPresent);
    std::vector<store::OpenConflict> conflicts();
    /// Records of the meeting in their order that are not removed.
    std::vector<store::Record> children(const std::string& type);
    static std::string text(const store::Record& record, const std::string& field);
};

/// The page in a window of its own.
struct OpenMeeting
{
    explicit OpenMeeting(Council& council, ui::MeetingPage::Tab tab = ui::MeetingPage::Agenda);
    ui::MeetingPage page;
    Hands hands;
    QString error; ///< of the last failure
};

} // namespace patronat::tests
