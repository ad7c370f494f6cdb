// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casesummary.h"
#include "ui/forms/historydialog.h"

#include <QTreeWidget>
#include <catch2/catch.hpp>

#include <algorithm>

// What of a case is for some roles only stays so wherever its past is shown.

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

struct Kept
{
    TestDesk office;
    RecordId psychologist
        = office.create("staff", { { "surname", "Сафина" }, { "firstName", "Гузель" }, { "role", "PSYCH" } });
    RecordId specialist
        = office.create("staff", { { "surname", "Галиева" }, { "firstName", "Алия" }, { "role", "DISTRICT" } });
    RecordId family = office.create("family", { { "name", "Ивановы" } });
    RecordId sheet;

    Kept()
    {
        const RecordId session = office.create("diagnostics", { { "family", Value(family) }, { "date", "2027-01-10" } });
        const RecordId result = office.create("instrumentResult",
            { { "diagnostics", Value(session) }, { "instrument", "SITU" }, { "date", "2027-01-10" },
                { "respondentKind", "specialist" } });
        sheet = office.create("answerSheet", { { "instrumentResult", Value(result) }, { "answers", "{\"4\": 2}" } });
        office.put("answerSheet", sheet, { { "answers", "{\"4\": 3}" } });
    }

    std::vector<ui::CaseChange> timeline(RecordId viewer)
    {
        auto out = office.desk().store.read([&](const store::ReadTx& tx) {
            return ui::caseTimeline(
                tx, office.desk().store.rules(), office.desk().store.site(), family, viewer, "ru", 100);
        });
        REQUIRE(out.ok());
        std::erase_if(*out, [](const ui::CaseChange& one) { return one.type != "answerSheet"; });
        return *out;
    }

    int historyLines(RecordId viewer)
    {
        office.desk().setAuthor(viewer);
        auto* dialog = new ui::HistoryDialog(office.desk(), "answerSheet", sheet, "answers", nullptr);
        dialog->QWidget::show();
        tests::Hands(*dialog, office.desk().jobs).settle();
        const auto* tree = dialog->findChild<QTreeWidget*>();
        REQUIRE(tree != nullptr);
        const int out = tree->topLevelItemCount();
        delete dialog;
        return out;
    }
};

} // namespace

TEST_CASE("the timeline says when a record for some roles was changed, and its title to them alone")
{
    Kept at;
    const auto own = at.timeline(at.psychologist);
    const auto others = at.timeline(at.specialist);
    REQUIRE(own.size() == 2);
    REQUIRE(others.size() == 2);
    CHECK(own.front().title == "Ответы");
    CHECK(others.front().title.empty());
    CHECK(others.front().operation == own.front().operation);
}

TEST_CASE("the history of a value that is for some roles is shown to them alone")
{
    Kept at;
    CHECK(at.historyLines(at.psychologist) == 2);
    CHECK(at.historyLines(at.specialist) == 0);
}
