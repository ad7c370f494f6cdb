// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consilium/council.h"

#include <QTabWidget>
#include <QTest>
#include <catch2/catch.hpp>

namespace patronat::tests {

using base::RecordId;
using base::Value;

Council::Council(int count)
{
    const RecordId territory = office.seed("territory", "1");
    body = office.create("body",
        { { "name", "Консилиум района" }, { "kind", "CONSILIUM" }, { "territory", Value(territory) },
            { "quorumNumerator", Value(1) }, { "quorumDenominator", Value(2) }, { "quorumStrict", Value(1) } });
    for (int i = 0; i < count; ++i)
        members.push_back(office.create("bodyMember",
            { { "body", Value(body) }, { "n", Value(i + 1) }, { "surname", "Член" + std::to_string(i + 1) },
                { "firstName", "Анна" }, { "post", "специалист" }, { "subject", "2" }, { "voting", Value(1) },
                { "role", i == 0 ? "chair" : i == 1 ? "secretary" : "member" }, { "from", "2015-01-01" } }));
    meeting = office.create("meeting",
        { { "body", Value(body) }, { "date", office.desk().today() }, { "place", "Кама-Тамак" }, { "form", "inPerson" },
            { "timeStart", office.desk().today() + "T07:00:00Z" }, { "chair", Value(members[0]) },
            { "secretary", Value(members[1]) } });
}

RecordId Council::family(const std::string& name)
{
    return office.create("family", { { "name", name } });
}

RecordId Council::familyInWork(const std::string& name, const std::string& from)
{
    const RecordId id = family(name);
    const RecordId episode = office.create("episode", { { "family", Value(id) }, { "regDate", from } });
    office.create("programme", { { "family", Value(id) }, { "episode", Value(episode) }, { "from", from } });
    return id;
}

RecordId Council::item(int number, RecordId family)
{
    return office.create("agendaItem",
        { { "meeting", Value(meeting) }, { "n", Value(number) }, { "kind", "4" }, { "family", Value(family) },
            { "topic", "Ход исполнения " + std::to_string(number) } });
}

RecordId Council::attend(std::size_t member, bool isPresent)
{
    return office.create("attendance",
        { { "meeting", Value(meeting) }, { "n", Value(static_cast<int>(member) + 1) }, { "kind", "member" },
            { "bodyMember", Value(members[member]) }, { "present", Value(isPresent ? 1 : 0) } });
}

std::vector<store::OpenConflict> Council::conflicts()
{
    auto found = office.desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> { return tx.conflicts(); });
    REQUIRE(found);
    return std::move(*found);
}

std::vector<store::Record> Council::children(const std::string& type)
{
    std::vector<store::Record> out;
    auto read = office.desk().store.read([&](const store::ReadTx& tx) -> base::Status {
        auto select = tx.connection().prepare(
            "SELECT id FROM " + store::sqlName(type) + " WHERE meeting = ?1 AND life <> 'removed' ORDER BY n, id");
        select.bind(1, meeting);
        while (select.step()) {
            PATRONAT_LET(store::Record record, tx.record(type, select.id<RecordId>(0)));
            out.push_back(std::move(record));
        }
        return {};
    });
    REQUIRE(read);
    return out;
}

std::string Council::text(const store::Record& record, const std::string& field)
{
    const auto found = record.values.find(field);
    return found == record.values.end() ? std::string() : std::string(found->second.textOr({}));
}

OpenMeeting::OpenMeeting(Council& council, ui::MeetingPage::Tab tab)
    : page(council.office.desk(), nullptr)
    , hands(page, council.office.desk().jobs)
{
    QObject::connect(&page, &ui::MeetingPage::failed, &page,
        [this](const base::Error& one) { error = QString::fromStdString(describe(one)); });
    page.resize(1366, 768);
    page.open(council.meeting);
    page.show();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    hands.settle();
    page.tabs()->setCurrentIndex(tab);
    page.tabs()->currentWidget()->setFocus();
    hands.settle();
}

} // namespace patronat::tests
