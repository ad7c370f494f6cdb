// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"
#include "ui/lists/listpage.h"
#include "ui/lists/recordlistmodel.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>

using namespace patronat;
using tests::TestDesk;

namespace {

constexpr std::int64_t kFamilies = 76'000;

/// Rows as the journal would leave them, by SQL: entering 76,000 families by hand takes longer than
/// looking at them.
void fill(store::Store& store)
{
    const std::string numbers
        = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + std::to_string(kFamilies) + ") ";
    const std::vector<std::string> steps {
        "INSERT INTO staff(id, unit, life, trail, surname, firstName) " + numbers
            + "SELECT CAST(printf('S%015d', i) AS BLOB), zeroblob(16), 'draft', x'', 'Куратор ' || "
              "i, 'Анна' FROM n WHERE "
              "i <= 200",
        "INSERT INTO family(id, unit, life, trail, name, \"addrFact.settlement\", "
        "\"addrFact.street\") "
            + numbers
            + "SELECT CAST(printf('F%015d', i) AS BLOB), zeroblob(16), 'draft', x'', 'Семья ' || "
              "((i * 7919) % 100003), "
              "'Арск', 'Улица ' || (i % 90) FROM n",
        "INSERT INTO episode(id, unit, life, trail, family, regDate, legalStatus, caseManager, "
        "regNo) "
            + numbers
            + "SELECT CAST(printf('E%015d', i) AS BLOB), zeroblob(16), 'signed', x'', "
              "CAST(printf('F%015d', i) AS BLOB), "
              "date('2020-01-01', '+' || (i % 2400) || ' days'), CASE i % 3 WHEN 0 THEN 'SOP' WHEN "
              "1 THEN 'TZS' ELSE "
              "'RISK' END, CAST(printf('S%015d', i % 200 + 1) AS BLOB), 'Р/' || i FROM n",
        "INSERT INTO childCard(id, unit, life, trail, family) " + numbers
            + "SELECT CAST(printf('C%015d', i) AS BLOB), zeroblob(16), 'draft', x'', "
              "CAST(printf('F%015d', i) AS BLOB) FROM n",
        "INSERT INTO measure(id, unit, life, trail, family, due, state) " + numbers
            + "SELECT CAST(printf('M%015d', i) AS BLOB), zeroblob(16), 'draft', x'', "
              "CAST(printf('F%015d', i) AS BLOB), "
              "date('2027-01-01', '+' || (i % 400) || ' days'), 'inProgress' FROM n"
    };
    for (const std::string& step : steps) {
        const base::Status filled = store.bulk([&](store::Store::Inner& inner) -> base::Status {
            inner.connection.prepare(step).run();
            return {};
        });
        if (!filled)
            FAIL(describe(filled.error()));
    }
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

ui::ListDeclaration families(TestDesk& office)
{
    for (ui::ListDeclaration& list : ui::listsOf(office.desk().profile()))
        if (list.id == "families")
            return list;
    FAIL("no list of families");
    return {};
}

} // namespace

// Tells its times and demands none: how fast this machine is at the moment says nothing about the
// program.
TEST_CASE("76,000 families are read by pages, in any order, and dragging through all of them reads "
          "few pages")
{
    TestDesk office;
    store::Store& store = office.desk().store;
    fill(store);
    const ui::ListDeclaration list = families(office);
    ui::ListRequest request { {}, {}, "name", false, "2027-03-12", {} };
    QElapsedTimer timer;
    std::vector<std::int64_t> order;
    for (const ui::ListColumn& column : list.columns) {
        request.sort = column.id;
        timer.start();
        auto read
            = store.read([&](const store::ReadTx& tx) { return ui::listOrder(tx, list, request); });
        std::printf("order by %-10s %7.1f ms\n", column.id.c_str(), milliseconds(timer));
        REQUIRE(read);
        REQUIRE(read->size() == static_cast<std::size_t>(kFamilies));
        order = std::move(*read);
    }

    request.sort = "name";
    for (const ui::ListFilter& filter : list.filters) {
        ui::ListRequest narrowed = request;
        if (filter.kind == ui::ListFilter::Kind::Switch)
            narrowed.filters.insert(filter.id);
        else
            narrowed.choices[filter.id] = { base::Value("SOP"), "2026-01-01", "2026-12-31" };
        timer.start();
        const auto read = store.read(
            [&](const store::ReadTx& tx) { return ui::listOrder(tx, list, narrowed); });
        std::printf("narrowed by %-10s %7.1f ms\n", filter.id.c_str(), milliseconds(timer));
        REQUIRE(read);
        if (filter.id == "open")
            CHECK(read->size()
                == static_cast<std::size_t>(kFamilies)); // nobody has left the register
        if (filter.id == "status")
            CHECK(read->size() == 25'333); // every third of them
    }

    std::vector<double> pages;
    for (std::size_t first = 0; first + 100 <= order.size(); first += 1900) {
        const std::vector<std::int64_t> rows(order.begin() + static_cast<std::ptrdiff_t>(first),
            order.begin() + static_cast<std::ptrdiff_t>(first) + 100);
        timer.start();
        const auto read
            = store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<ui::ListRow>> {
                  return ui::listRows(tx, list, rows, {});
              });
        pages.push_back(milliseconds(timer));
        REQUIRE(read);
        REQUIRE(read->size() == 100);
        CHECK_FALSE(read->back().id.isNull());
    }
    std::printf("page of 100 lines: p50 %.2f ms, p99 %.2f ms\n", percentile(pages, 0.5),
        percentile(pages, 0.99));

    ui::RecordListModel model(office.desk(), list, nullptr);
    int reads = 0;
    QObject::connect(&model, &ui::RecordListModel::pageLoaded, &model, [&reads] { ++reads; });
    request.sort = "name";
    model.ask(request);
    REQUIRE(QTest::qWaitFor([&] { return model.rowCount() == kFamilies; }, 60'000));
    std::vector<double> frames;
    for (int row = 0; row < model.rowCount(); row += 250) {
        timer.start();
        for (int line = row; line < std::min(row + 30, model.rowCount()); ++line)
            for (int column = 0; column < model.columnCount(); ++column)
                model.index(line, column).data();
        QCoreApplication::processEvents();
        frames.push_back(milliseconds(timer));
    }
    const int last = model.rowCount() - 1;
    REQUIRE(QTest::qWaitFor([&] { return !model.recordAt(last).isNull(); }, 60'000));
    std::printf("dragged through all: frame p50 %.2f ms, p99 %.2f ms, %d pages read of %d\n",
        percentile(frames, 0.5), percentile(frames, 0.99), reads, model.rowCount() / 100);
    CHECK(model.index(last, 0).data().toString().startsWith(QStringLiteral("Семья")));
    CHECK(reads < model.rowCount() / 100);

    // A merge puts lines among them: nobody is thrown to the first one, and no frame is lost over
    // it.
    ui::ListPage page(office.desk(), list, nullptr);
    page.resize(1200, 700);
    page.show();
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowCount() == kFamilies; }, 60'000));
    page.view()->setCurrentIndex(page.model().index(50'000, 0));
    REQUIRE(QTest::qWaitFor([&] { return !page.model().recordAt(50'000).isNull(); }, 60'000));
    const base::RecordId current = page.model().recordAt(50'000);
    double inView = 0;
    QObject::connect(
        &page.model(), &ui::RecordListModel::aboutToReorder, &page, [&] { timer.start(); });
    QObject::connect(
        &page.model(), &ui::RecordListModel::loaded, &page, [&] { inView = milliseconds(timer); });
    office.create("family", { { "name", "Абдуллины" } });
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowCount() == kFamilies + 1; }, 60'000));
    std::printf("a line among 76,000: %.1f ms in the window\n", inView);
    CHECK(page.view()->currentIndex().row() == 50'001);
    CHECK(page.model().recordAt(50'001) == current);
}
