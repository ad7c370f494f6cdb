// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/lists/recordlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::TestDesk;

namespace {

ui::ListDeclaration families(TestDesk& office)
{
    for (ui::ListDeclaration& list : ui::listsOf(office.desk().profile()))
        if (list.id == "families")
            return list;
    FAIL("no list of families");
    return {};
}

void settle(TestDesk& office)
{
    REQUIRE(QTest::qWaitFor([&] { return !office.desk().jobs.isBusy(); }));
    QTest::qWait(20);
    REQUIRE(QTest::qWaitFor([&] { return !office.desk().jobs.isBusy(); }));
}

} // namespace

TEST_CASE("every list of the shipped profile can be read, sorted by each column and filtered by each filter")
{
    TestDesk office;
    std::vector<std::string> broken;
    const auto lists = ui::listsOf(office.desk().profile(), &broken);
    CHECK(broken.empty());
    CHECK(lists.size() >= 4);
    for (const ui::ListDeclaration& list : lists) {
        INFO(list.id);
        CHECK(list.label.contains("ru"));
        const auto read = office.desk().store.read([&](const store::ReadTx& tx) -> base::Status {
            for (const ui::ListColumn& column : list.columns) {
                PATRONAT_LET(const auto rows,
                    ui::listOrder(tx, list, { {}, {}, column.id, true, "2027-03-12", {} }));
                ui::listRows(tx, list, rows, {});
            }
            for (const ui::ListFilter& filter : list.filters)
                PATRONAT_TRY(ui::listOrder(tx, list, { {}, { filter.id }, list.sort, false, "2027-03-12", {} }));
            for (const auto& [type, sql] : list.found) {
                CHECK(office.desk().profile().type(type) != nullptr);
                tx.connection().prepare(sql);
            }
            return {};
        });
        if (!read)
            FAIL(describe(read.error()));
    }
}

TEST_CASE("a list keeps the contract of models while it is searched, sorted and changed")
{
    TestDesk office;
    for (int i = 0; i < 250; ++i)
        office.create("family", { { "name", "Семья " + std::to_string(i) } });
    ui::RecordListModel model(office.desk(), families(office), nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.ask({});
    settle(office);
    REQUIRE(model.rowCount() == 250);

    // A page is read when it is looked at, not before.
    model.index(240, 0).data();
    settle(office);
    CHECK(model.index(240, 0).data().toString().startsWith(QStringLiteral("Семья")));

    model.sort(0, Qt::DescendingOrder);
    settle(office);
    model.index(0, 0).data();
    settle(office);
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("Семья 99"));

    ui::ListRequest request = model.request();
    request.search = "семья 13";
    model.ask(request);
    settle(office);
    CHECK(model.rowCount() == 11); // 13 and 130 … 139
}

TEST_CASE("a person is found by the family it belongs to")
{
    TestDesk office;
    const base::RecordId family = office.create("family", { { "name", "Сафины" } });
    office.create("family", { { "name", "Агишевы" } });
    const base::RecordId person = office.create("person", { { "surname", "Кузнецов" }, { "firstName", "Пётр" } });
    office.create("member", { { "family", base::Value(family) }, { "person", base::Value(person) }, { "role", "father" } });

    const auto rows = office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<ui::ListRow>> {
        const ui::ListDeclaration list = families(office);
        PATRONAT_LET(const auto order, ui::listOrder(tx, list, { "кузнецов петр", {}, "name", false, "2027-03-12", {} }));
        return ui::listRows(tx, list, order, {});
    });

    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().id == family);
}
