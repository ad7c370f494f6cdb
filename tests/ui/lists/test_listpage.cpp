// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outputfile.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/common/restoredialog.h"
#include "ui/common/text.h"
#include "ui/lists/columnsdialog.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listoutput.h"
#include "ui/lists/listpage.h"
#include "ui/lists/listpreview.h"
#include "ui/lists/period.h"
#include "ui/lists/removeddialog.h"
#include "ui/lists/savedfilters.h"
#include "ui/lists/savedfiltersdialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace patronat;
using tests::TestDesk;

namespace {

ui::ListDeclaration listOf(TestDesk& office, std::string_view id)
{
    for (ui::ListDeclaration& list : ui::listsOf(office.desk().profile()))
        if (list.id == id)
            return list;
    FAIL("no such list");
    return {};
}

std::string bytesOf(const std::filesystem::path& file)
{
    const auto text = store::readFile(file);
    return text ? *text : std::string();
}

/// A page of families in a window of its own, with hands at it.
struct FamiliesPage
{
    explicit FamiliesPage(TestDesk& desk)
        : office(desk)
        , page(desk.desk(), listOf(desk, "families"), nullptr)
        , hands(page, desk.desk().jobs)
    {
        page.resize(1200, 600);
        page.show();
        hands.settle();
    }
    int column(std::string_view id) const
    {
        const auto& columns = listOf(office, "families").columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].id == id)
                return static_cast<int>(i);
        return -1;
    }
    TestDesk& office;
    ui::ListPage page;
    tests::Hands hands;
};

base::RecordId familyOf(TestDesk& office, const std::string& name, const std::string& category,
    const std::string& since)
{
    const base::RecordId family = office.create(
        "family", { { "name", base::Value(name) }, { "addrFact.settlement", "Арск" } });
    office.create("episode",
        { { "family", base::Value(family) }, { "primaryCategory", base::Value(category) },
            { "regDate", base::Value(since) }, { "legalStatus", "SOP" } });
    return family;
}

std::string someCategory(TestDesk& office, std::size_t at)
{
    return office.desk().profile().classifier("familyCategory")->codes[at].code;
}

} // namespace

TEST_CASE("a choice narrows the list, says itself in words, and is switched off with the others")
{
    TestDesk office;
    familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    familyOf(office, "Багаутдиновы", someCategory(office, 1), "2026-11-01");
    FamiliesPage families(office);
    REQUIRE(families.page.model().rowCount() == 2);

    auto* category = families.page.findChild<QComboBox*>(QStringLiteral("category"));
    REQUIRE(category != nullptr);
    category->setCurrentIndex(2);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Багаутдиновы"));
    CHECK(families.page.filters()->inWords().contains(category->currentText()));

    families.page.findChild<QToolButton*>(QStringLiteral("clearFilters"))->click();
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 2);
    CHECK(families.page.filters()->inWords().isEmpty());
}

TEST_CASE("Enter in the search opens the first that is found, also before the answer is there")
{
    TestDesk office;
    const auto first = familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    familyOf(office, "Агишины", someCategory(office, 0), "2026-03-01");
    const auto other = familyOf(office, "Багаутдиновы", someCategory(office, 1), "2026-11-01");
    FamiliesPage families(office);
    std::vector<base::RecordId> opened;
    QObject::connect(&families.page, &ui::ListPage::opened, &families.page,
        [&](const std::string&, base::RecordId id) { opened.push_back(id); });
    QLineEdit* search = families.page.search();
    search->setFocus();

    search->setText(QStringLiteral("багаут"));
    QTest::keyClick(search, Qt::Key_Return);
    families.hands.settle();
    CHECK(opened == std::vector { other });

    search->setFocus();
    search->setText(QStringLiteral("агиш"));
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 2);
    QTest::keyClick(search, Qt::Key_Return);
    families.hands.settle();
    CHECK(opened == std::vector { other, first });

    search->setFocus();
    search->setText(QStringLiteral("нет такой"));
    QTest::keyClick(search, Qt::Key_Return);
    families.hands.settle();
    CHECK(opened.size() == 2);
    CHECK(search->hasFocus());

    search->clear();
    families.hands.settle();
    QTest::keyClick(search, Qt::Key_Return);
    families.hands.settle();
    CHECK(opened.size() == 2);
    CHECK(families.page.view()->hasFocus());
}

TEST_CASE("a territory chosen in the filter takes in all that lies below it")
{
    TestDesk office;
    const auto district = office.create(
        "territory", { { "code", "77" }, { "name", "Тестовый район" }, { "kind", "district" } });
    const auto village = office.create("territory",
        { { "code", "77-1" }, { "name", "Село" }, { "kind", "settlement" },
            { "parent", base::Value(district) } });
    office.create("family", { { "name", "Здешние" }, { "territory", base::Value(village) } });
    office.create("family", { { "name", "Чужие" } });
    FamiliesPage families(office);
    auto* territory = families.page.findChild<QComboBox*>(QStringLiteral("territory"));

    territory->setCurrentIndex(territory->findText(QStringLiteral("Тестовый район")));
    families.hands.settle();

    REQUIRE(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Здешние"));
}

TEST_CASE("whoever reads a list stays on the line, at its place on the screen, when lines come and "
          "go around it")
{
    TestDesk office;
    std::vector<base::RecordId> ids;
    for (int i = 100; i < 400; ++i)
        ids.push_back(office.create("family", { { "name", "Семья " + std::to_string(i) } }));
    FamiliesPage families(office);
    QTableView& view = *families.page.view();
    view.setFocus();
    view.verticalScrollBar()->setValue(140);
    families.hands.settle();
    view.setCurrentIndex(view.model()->index(145, 2));
    families.hands.settle();
    REQUIRE(families.page.model().recordAt(145) == ids[145]);
    REQUIRE(view.verticalScrollBar()->value() == 140);
    QSignalSpy resets(view.model(), &QAbstractItemModel::modelReset);
    // What is read of the lines is there all the time: nothing blinks.
    QStringList seen;
    QObject::connect(&families.page.model(), &ui::RecordListModel::reordered, &families.page,
        [&] { seen += view.model()->index(view.currentIndex().row(), 0).data().toString(); });

    for (int i = 0; i < 5; ++i)
        office.create("family", { { "name", "Абрамовы " + std::to_string(i) } });
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 305);
    CHECK(families.page.model().recordAt(view.currentIndex().row()) == ids[145]);
    CHECK(view.currentIndex().row() == 150);
    CHECK(view.currentIndex().column() == 2);
    CHECK(view.verticalScrollBar()->value() == 145);
    CHECK(view.selectionModel()->isRowSelected(150));
    CHECK(view.selectionModel()->selectedRows().size() == 1);
    CHECK(view.hasFocus());

    office.remove("family", ids[10]);
    office.remove("family", ids[145]);
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 303);
    CHECK(families.page.model().recordAt(view.currentIndex().row()) == ids[146]);
    CHECK(view.verticalScrollBar()->value() == 144);
    CHECK(view.selectionModel()->selectedRows().size() == 1);
    CHECK(view.selectionModel()->isRowSelected(view.currentIndex().row()));

    // Out of sight, it stays the current one; what is looked at stays in sight.
    view.verticalScrollBar()->setValue(20);
    office.create("family", { { "name", "Абрамовы 9" } });
    families.hands.settle();
    CHECK(view.verticalScrollBar()->value() == 21);
    CHECK(families.page.model().recordAt(view.currentIndex().row()) == ids[146]);
    CHECK(resets.count() == 0);
    REQUIRE(seen.size() >= 3);
    CHECK_FALSE(seen.contains(QStringLiteral("…")));
}

TEST_CASE("the last line of a list that goes leaves its reader on the one before it, the only one "
          "on none")
{
    TestDesk office;
    const auto first = office.create("family", { { "name", "Агишевы" } });
    const auto last = office.create("family", { { "name", "Яхины" } });
    FamiliesPage families(office);
    families.page.view()->setCurrentIndex(families.page.view()->model()->index(1, 0));
    office.remove("family", last);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 1);
    CHECK(families.page.model().recordAt(families.page.view()->currentIndex().row()) == first);
    office.remove("family", first);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 0);
    office.create("family", { { "name", "Новые" } });
    families.hands.settle();
    CHECK(families.page.view()->currentIndex().row() == 0);
}

TEST_CASE("\"mine\" is whoever works here now: nobody's is not offered, another's is read at once")
{
    TestDesk office;
    const auto anna = office.create("staff", { { "surname", "Аннина" }, { "firstName", "Анна" } });
    const auto bella
        = office.create("staff", { { "surname", "Беллина" }, { "firstName", "Белла" } });
    for (const auto& [name, manager] : { std::pair { "Аннины", anna }, { "Беллины", bella } }) {
        const auto family = office.create("family", { { "name", name } });
        office.create("episode",
            { { "family", base::Value(family) }, { "caseManager", base::Value(manager) },
                { "regDate", "2026-02-01" }, { "legalStatus", "SOP" } });
    }
    office.desk().setAuthor({});
    FamiliesPage families(office);
    auto* mine = families.page.findChild<QToolButton*>(QStringLiteral("mine"));
    REQUIRE(mine != nullptr);
    CHECK_FALSE(mine->isVisible());

    office.desk().setAuthor(anna);
    CHECK(mine->isVisible());
    mine->click();
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Аннины"));

    office.desk().setAuthor(bella);
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Беллины"));

    office.desk().setAuthor({});
    families.hands.settle();
    CHECK_FALSE(mine->isVisible());
    CHECK(families.page.model().rowCount() == 2);
}

TEST_CASE("a filter offers whoever came or was renamed since, and keeps what was chosen while it "
          "is there")
{
    TestDesk office;
    const auto anna = office.create("staff", { { "surname", "Аннина" } });
    const auto family = office.create("family", { { "name", "Агишевы" } });
    const auto episode = office.create("episode",
        { { "family", base::Value(family) }, { "caseManager", base::Value(anna) },
            { "regDate", "2026-02-01" } });
    office.create("family", { { "name", "Яхины" } });
    FamiliesPage families(office);
    auto* curator = families.page.findChild<QComboBox*>(QStringLiteral("curator"));
    curator->setCurrentIndex(curator->findText(QStringLiteral("Аннина ")));
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 1);

    office.put("staff", anna, { { "surname", "Замужняя" } });
    families.hands.settle();
    CHECK(curator->currentText() == QStringLiteral("Замужняя "));
    CHECK(families.page.model().rowCount() == 1);

    office.put("episode", episode, { { "caseManager", base::Value() } });
    office.remove("staff", anna);
    families.hands.settle();
    CHECK(curator->currentIndex() == 0);
    CHECK(families.page.model().rowCount() == 2); // what cannot be chosen narrows nothing
}

TEST_CASE("periods begin and end where a calendar says")
{
    using ui::Span;
    const QDate day(2027, 3, 12);
    CHECK(ui::daysOf(Span::ThisMonth, day) == std::pair { QDate(2027, 3, 1), QDate(2027, 3, 31) });
    CHECK(ui::daysOf(Span::LastMonth, QDate(2027, 1, 31))
        == std::pair { QDate(2026, 12, 1), QDate(2026, 12, 31) });
    CHECK(ui::daysOf(Span::ThisQuarter, QDate(2028, 2, 29))
        == std::pair { QDate(2028, 1, 1), QDate(2028, 3, 31) });
    CHECK(ui::daysOf(Span::ThisYear, day) == std::pair { QDate(2027, 1, 1), QDate(2027, 12, 31) });
    CHECK(ui::daysOf(Span::LastYear, day) == std::pair { QDate(2026, 1, 1), QDate(2026, 12, 31) });
}

TEST_CASE("widths, order and hidden columns are there again when the list is opened anew")
{
    TestDesk office;
    {
        FamiliesPage families(office);
        families.page.view()->setColumnWidth(0, 321);
        families.page.view()->horizontalHeader()->moveSection(2, 0);
        families.page.columns().show(families.column("address"), false);
    }
    FamiliesPage again(office);
    CHECK(again.page.view()->columnWidth(0) == 321);
    CHECK(again.page.view()->horizontalHeader()->visualIndex(2) == 0);
    CHECK(again.page.view()->isColumnHidden(again.column("address")));
    const ui::ListPaper paper = again.page.paper();
    CHECK(paper.columns.front() == 2);
    CHECK(paper.columns.size() + 1 == static_cast<std::size_t>(again.page.model().columnCount()));
}

TEST_CASE("widths of another profile's columns are not taken for these")
{
    TestDesk office;
    {
        FamiliesPage families(office);
        families.page.view()->setColumnWidth(0, 321);
    }
    office.desk().settings.setValue(
        QStringLiteral("lists/families.columns"), QStringLiteral("other columns"));
    FamiliesPage again(office);
    CHECK(again.page.view()->columnWidth(0) != 321);
}

TEST_CASE("columns follow the width of the window until somebody draws one")
{
    TestDesk office;
    FamiliesPage families(office);
    QTableView& view = *families.page.view();
    const QHeaderView& header = *view.horizontalHeader();
    const auto isCut = [&](int column) {
        const int left = header.sectionViewportPosition(column);
        // Divided by equal parts, a few points are left over.
        return left + 8 < view.viewport()->width()
            && left + header.sectionSize(column) > view.viewport()->width();
    };
    for (const int width : { 1900, 1150, 800, 1366 }) {
        families.page.resize(width, 600);
        families.hands.settle();
        for (int column = 0; column < header.count(); ++column) {
            CAPTURE(width, column);
            CHECK_FALSE(isCut(column)); // the columns that are seen are seen whole
        }
    }

    view.setColumnWidth(0, 321);
    families.page.resize(900, 600);
    families.hands.settle();
    CHECK(view.columnWidth(0) == 321);
}

TEST_CASE("the last column cannot be hidden")
{
    TestDesk office;
    FamiliesPage families(office);
    for (int i = 0; i < families.page.model().columnCount(); ++i)
        families.page.columns().show(i, false);
    CHECK(families.page.view()->horizontalHeader()->hiddenSectionCount()
        == families.page.model().columnCount() - 1);
}

TEST_CASE(
    "a file holds every line that matches, not only those on the screen, under what was asked for")
{
    TestDesk office;
    for (int i = 0; i < 730; ++i)
        office.create("family", { { "name", "Семья " + std::to_string(i) } });
    office.create("family", { { "name", "Другие" } });
    FamiliesPage families(office);
    families.hands.type(families.page.search(), QStringLiteral("семья"));
    QTest::qWait(200);
    families.hands.settle();
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.csv");
    QSignalSpy finished(families.page.output(), &ui::ListOutput::finished);

    families.page.output()->saveTo(file, families.page.paper(), ui::ListFormat::Csv);
    REQUIRE(finished.wait());

    const std::string text = bytesOf(file);
    CHECK(text.find("Семья 729") != std::string::npos);
    CHECK(text.find("Другие") == std::string::npos);
    CHECK(text.find("семья") != std::string::npos); // what was looked for stands above
    CHECK(std::count(text.begin(), text.end(), '\n')
        == 730 + 5); // title, filters, count, office, labels
    CHECK(text.find("учебные данные") == std::string::npos);
}

TEST_CASE("what leaves the program while others are near hides names, and says so")
{
    TestDesk office;
    office.create("family", { { "name", "Секретовы" }, { "addrFact.street", "Тихая" } });
    FamiliesPage families(office);
    office.desk().privacy.setMasking(true);
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.csv");
    QSignalSpy finished(families.page.output(), &ui::ListOutput::finished);

    families.page.output()->saveTo(file, families.page.paper(), ui::ListFormat::Csv);
    REQUIRE(finished.wait());

    const std::string text = bytesOf(file);
    CHECK(text.find("Секретовы") == std::string::npos);
    CHECK(text.find("Тихая") == std::string::npos);
    CHECK(text.find("С•••") != std::string::npos);
    CHECK_FALSE(families.page.paper().remark.empty());
}

TEST_CASE("a list that is cancelled while it is written leaves no file")
{
    TestDesk office;
    for (int i = 0; i < 600; ++i)
        office.create("family", { { "name", "Семья " + std::to_string(i) } });
    FamiliesPage families(office);
    const tests::TemporaryFolder folder;
    const auto file = folder.file("list.xlsx");
    QSignalSpy finished(families.page.output(), &ui::ListOutput::finished);

    families.page.output()->saveTo(file, families.page.paper(), ui::ListFormat::Xlsx);
    families.page.output()->cancel();
    REQUIRE(finished.wait());

    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_FALSE(families.page.output()->isWriting());
}

TEST_CASE("a list is seen page by page before it is printed, and saved as PDF")
{
    TestDesk office;
    for (int i = 0; i < 90; ++i)
        office.create("family", { { "name", "Семья " + std::to_string(i) } });
    FamiliesPage families(office);
    const tests::TemporaryFolder folder;
    auto* preview = new ui::ListPreview(office.desk(), families.page.paper(), &families.page);
    QSignalSpy ready(preview, &ui::ListPreview::ready);
    preview->open();
    REQUIRE(ready.wait());
    CHECK(preview->pageCount() >= 2);

    preview->saveTo(folder.file("list.pdf"));
    families.hands.settle();
    CHECK(bytesOf(folder.file("list.pdf")).starts_with("%PDF"));
    preview->close();
}

TEST_CASE("the bar of filters is walked and set by keyboard alone")
{
    TestDesk office;
    familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    FamiliesPage families(office);
    auto* status = families.page.findChild<QComboBox*>(QStringLiteral("status"));
    CHECK_FALSE(status->accessibleName().isEmpty());
    status->setFocus();
    families.hands.key(Qt::Key_Down);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 0); // "none", and this family is SOP
    CHECK_FALSE(families.page.findChild<QToolButton*>(QStringLiteral("columns"))
                    ->accessibleName()
                    .isEmpty());
    CHECK_FALSE(families.page.findChild<QToolButton*>(QStringLiteral("output"))
                    ->accessibleName()
                    .isEmpty());
}

TEST_CASE("columns are sorted, made wider and hidden by the menu key, and are so when the list is "
          "opened anew")
{
    TestDesk office;
    office.create("family", { { "name", "Агишевы" } });
    office.create("family", { { "name", "Яхины" } });
    int wider = 0;
    {
        FamiliesPage families(office);
        QTableView& view = *families.page.view();
        families.page.activateWindow();
        view.setFocus();
        const auto menu = [&] {
            families.hands.key(Qt::Key_F10, Qt::ShiftModifier);
            auto* shown = families.page.findChild<QMenu*>(QStringLiteral("columnMenu"));
            REQUIRE(shown != nullptr);
            REQUIRE(shown->isVisible());
            CHECK_FALSE(shown->accessibleName().isEmpty());
        };
        view.setCurrentIndex(view.model()->index(0, families.column("name")));
        menu();
        families.hands.key(Qt::Key_D);
        CHECK(view.model()->index(0, 0).data().toString() == QStringLiteral("Яхины"));
        menu();
        families.hands.key(Qt::Key_A);
        CHECK(view.model()->index(0, 0).data().toString() == QStringLiteral("Агишевы"));

        const int before = view.columnWidth(families.column("name"));
        menu();
        families.hands.key(Qt::Key_W);
        wider = view.columnWidth(families.column("name"));
        CHECK(wider > before);
        view.setCurrentIndex(view.model()->index(0, families.column("status")));
        menu();
        families.hands.key(Qt::Key_H);
        CHECK(view.isColumnHidden(families.column("status")));
    }
    FamiliesPage again(office);
    CHECK(again.page.view()->columnWidth(again.column("name")) == wider);
    CHECK(again.page.view()->isColumnHidden(again.column("status")));
}

TEST_CASE("the dialog of columns does by keys what the mouse does at the heads, says it, and puts "
          "all back")
{
    TestDesk office;
    office.create("family", { { "name", "Агишевы" } });
    FamiliesPage families(office);
    QTableView& view = *families.page.view();
    const auto widths = [&] {
        std::vector<std::pair<int, int>> out;
        for (int at = 0; at < view.horizontalHeader()->count(); ++at)
            out.emplace_back(view.horizontalHeader()->logicalIndex(at),
                view.columnWidth(view.horizontalHeader()->logicalIndex(at)));
        return out;
    };
    const auto before = widths();
    families.page.columns().openDialog(families.column("name"));
    auto* dialog = families.page.findChild<ui::ColumnsDialog*>();
    REQUIRE(dialog != nullptr);
    tests::Hands hands(*dialog, office.desk().jobs);
    hands.settle();
    auto* list = dialog->findChild<QListWidget*>();
    CHECK(list->hasFocus());
    CHECK(list->count() == view.model()->columnCount());
    for (const auto* button : dialog->findChildren<QPushButton*>())
        CHECK_FALSE(button->text().isEmpty());

    // One further down, hidden and shown again by the space bar.
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_Space);
    CHECK(view.isColumnHidden(1));
    hands.key(Qt::Key_Space);
    CHECK_FALSE(view.isColumnHidden(1));

    const int width = view.columnWidth(1);
    hands.key(Qt::Key_N, Qt::AltModifier);
    CHECK(view.columnWidth(1) < width);
    hands.key(Qt::Key_L, Qt::AltModifier);
    CHECK(view.horizontalHeader()->visualIndex(1) == 0);
    CHECK(list->currentRow() == 0);
    hands.key(Qt::Key_D, Qt::AltModifier);
    CHECK(list->item(0)->text().contains(families.page.columns().sortWords(1)));
    CHECK_FALSE(families.page.columns().sortWords(1).isEmpty());
    CHECK(families.page.model().request().sort == families.page.model().list().columns[1].id);

    // All but one hidden: it stays, and is still marked as shown.
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Unchecked);
    hands.settle();
    CHECK(list->item(list->count() - 1)->checkState() == Qt::Checked);

    hands.key(Qt::Key_W, Qt::AltModifier); // wider: the only column has no width of its own
    dialog->findChild<QPushButton*>(QStringLiteral("asTheyWere"))->click();
    hands.settle();
    CHECK(view.horizontalHeader()->hiddenSectionCount() == 0);
    CHECK(widths() == before);
    CHECK(office.desk().settings.value(QStringLiteral("lists/families")).isNull());
    dialog->close();
}

TEST_CASE("a family that was removed is found among the removed of its list and brought back by "
          "keys alone")
{
    TestDesk office;
    const auto family = office.create("family", { { "name", "Агишевы" } });
    const auto other = office.create("family", { { "name", "Яхины" } });
    office.remove("family", other);
    office.clock().advance(1000);
    office.remove("family", family);
    FamiliesPage families(office);
    REQUIRE(families.page.model().rowCount() == 0);
    auto* removed = families.page.findChild<QToolButton*>(QStringLiteral("removed"));
    CHECK_FALSE(removed->accessibleName().isEmpty());
    removed->click();
    auto* dialog = families.page.findChild<ui::RemovedDialog*>();
    REQUIRE(dialog != nullptr);
    tests::Hands hands(*dialog, office.desk().jobs);
    hands.settle();
    const auto* lines = dialog->findChild<QTreeWidget*>();
    REQUIRE(lines->topLevelItemCount() == 2);
    CHECK(
        lines->topLevelItem(0)->text(2).contains(QStringLiteral("Агишевы"))); // the last one first
    CHECK(lines->hasFocus());

    hands.key(Qt::Key_Return);
    auto* restore = dialog->findChild<ui::RestoreDialog*>();
    REQUIRE(restore != nullptr);
    tests::Hands at(*restore, office.desk().jobs);
    at.settle();
    at.key(Qt::Key_Return);
    CHECK(office.get("family", family).life == "draft");
    hands.settle();
    CHECK(families.page.model().rowCount() == 1);
    CHECK(lines->topLevelItemCount() == 1);
    dialog->close();
}

TEST_CASE("a list that cannot be read says so where its lines should stand, and is read when it is "
          "tried again")
{
    TestDesk office;
    office.create("family", { { "name", "Агишевы" } });
    office.renameTable("family", "gone");
    FamiliesPage families(office);
    auto* failure = families.page.findChild<QWidget*>(QStringLiteral("readFailure"));
    REQUIRE(failure != nullptr);
    REQUIRE(failure->isVisible());
    CHECK_FALSE(failure->findChild<QLabel*>()->text().isEmpty());

    auto* again = failure->findChild<QPushButton*>(QStringLiteral("readAgain"));
    again->setFocus();
    families.hands.key(Qt::Key_Space);
    CHECK(failure->isVisible());

    office.renameTable("gone", "family");
    families.hands.key(Qt::Key_Space);
    CHECK_FALSE(failure->isVisible());
    CHECK(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Агишевы"));
}

TEST_CASE("filters that were set together get a name, are set again by keyboard, renamed, deleted and taken back")
{
    TestDesk office;
    const auto staff = office.create("staff", { { "surname", "Галимова" }, { "firstName", "Алия" } });
    office.desk().setAuthor(staff);
    familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    familyOf(office, "Багаутдиновы", someCategory(office, 1), "2026-11-01");
    {
        FamiliesPage families(office);
        families.page.findChild<QComboBox*>(QStringLiteral("category"))->setCurrentIndex(2);
        families.page.findChild<QToolButton*>(QStringLiteral("open"))->setChecked(true);
        families.hands.settle();
        REQUIRE(families.page.model().rowCount() == 1);
        families.page.view()->setFocus();
        families.hands.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        families.hands.settle();
        auto* dialog = families.page.findChild<ui::SavedFiltersDialog*>();
        REQUIRE(dialog != nullptr);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("filterName"));
        families.hands.type(name, QStringLiteral("Мои вторые"));
        QTest::keyClick(name, Qt::Key_Return);
        families.hands.settle();
        REQUIRE(dialog->findChild<QListWidget*>()->count() == 1);
    }
    FamiliesPage families(office); // as if opened on another day
    REQUIRE(families.page.model().rowCount() == 2);
    families.page.view()->setFocus();
    families.hands.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    families.hands.settle();
    auto* dialog = families.page.findChild<ui::SavedFiltersDialog*>();
    REQUIRE(dialog != nullptr);
    auto* list = dialog->findChild<QListWidget*>();
    REQUIRE(list->count() == 1);
    list->item(0)->setText(QStringLiteral("Вторая категория"));
    families.hands.settle();
    QTest::keyClick(list, Qt::Key_Delete);
    families.hands.settle();
    CHECK(list->count() == 0);
    dialog->findChild<QPushButton*>(QStringLiteral("takeBackFilter"))->click();
    families.hands.settle();
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text() == QStringLiteral("Вторая категория"));
    QTest::keyClick(list, Qt::Key_Return);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 1);
    CHECK(families.page.model().index(0, 0).data().toString() == QStringLiteral("Багаутдиновы"));
    CHECK(families.page.findChild<QToolButton*>(QStringLiteral("open"))->isChecked());

    const auto others = office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<ui::SavedFilters> {
        return ui::savedFilters(tx, "families", {});
    });
    REQUIRE(others);
    CHECK(others->empty()); // they are hers
}

TEST_CASE("a saved filter whose value is gone says in words what it was, and sets the rest")
{
    TestDesk office;
    const auto curator = office.create("staff", { { "surname", "Галимова" }, { "firstName", "Алия" } });
    const auto family = familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    office.put("episode", office.all("episode").front(), { { "caseManager", base::Value(curator) } });
    familyOf(office, "Багаутдиновы", someCategory(office, 1), "2026-11-01");
    FamiliesPage families(office);
    auto* box = families.page.findChild<QComboBox*>(QStringLiteral("curator"));
    REQUIRE(box->count() == 2);
    box->setCurrentIndex(1);
    families.page.findChild<QToolButton*>(QStringLiteral("open"))->setChecked(true);
    const ui::FilterState kept = families.page.filters()->state();
    REQUIRE(kept.size() == 2);
    families.page.filters()->clear();
    office.remove("staff", curator);
    families.page.filters()->loadOptions();
    families.hands.settle();
    REQUIRE(box->count() == 1);

    families.page.filters()->restore(kept);
    families.hands.settle();
    auto* gone = families.page.findChild<QLabel*>(QStringLiteral("goneFilters"));
    CHECK(gone->isVisible());
    CHECK(gone->text().contains(QStringLiteral("Галимова")));
    CHECK(families.page.findChild<QToolButton*>(QStringLiteral("open"))->isChecked());
    CHECK(families.page.model().rowCount() == 2);
    CHECK_FALSE(family.isNull());
}

TEST_CASE("a filter restored before its choices were read is set when they come")
{
    TestDesk office;
    const auto curator = office.create("staff", { { "surname", "Галимова" }, { "firstName", "Алия" } });
    familyOf(office, "Агишевы", someCategory(office, 0), "2026-02-01");
    office.put("episode", office.all("episode").front(), { { "caseManager", base::Value(curator) } });
    familyOf(office, "Багаутдиновы", someCategory(office, 1), "2026-11-01");
    ui::ListPage page(office.desk(), listOf(office, "families"), nullptr);
    page.filters()->restore({ { "curator", { curator.hex(), "Галимова А." } } });
    tests::Hands hands(page, office.desk().jobs);
    page.show();
    hands.settle();
    CHECK(page.model().rowCount() == 1);
    CHECK(page.findChild<QComboBox*>(QStringLiteral("curator"))->currentIndex() == 1);
}

TEST_CASE("saved filters read what they wrote, also periods and what cannot be read")
{
    const ui::SavedFilters filters { { "Арск", { { "since", { "2026-01-01/2026-02-01", "…" } }, { "late", { "on", "" } } } },
        { "Пусто", {} } };
    CHECK(ui::savedFiltersOf(ui::savedFiltersText(filters)) == filters);
    CHECK(ui::savedFiltersOf("no list").empty());
    CHECK(ui::withFilter(filters, { "АРСК", {} }).size() == 2);
    CHECK(ui::withFilter(filters, { "Казань", {} }).size() == 3);
    TestDesk office;
    FamiliesPage families(office);
    const ui::FilterState period { { "since", { "2026-01-01/2026-02-01", "" } } };
    families.page.filters()->restore(period);
    CHECK(families.page.filters()->state().at("since").value == "2026-01-01/2026-02-01");
    families.page.filters()->restore({ { "since", { "lastYear", "" } } });
    CHECK(families.page.filters()->state().at("since").value == "lastYear");
    families.page.filters()->restore({ { "since", { "nonsense", "" } } });
    CHECK(families.page.filters()->state().empty());
}

TEST_CASE("families are filtered by how near a deadline is and by which, both of one and the same")
{
    TestDesk office;
    const auto overdue = familyOf(office, "Агишевы", someCategory(office, 0), "2020-02-01");
    familyOf(office, "Багаутдиновы", someCategory(office, 1), office.desk().today());
    FamiliesPage families(office);
    auto* due = families.page.findChild<QComboBox*>(QStringLiteral("due"));
    auto* kind = families.page.findChild<QComboBox*>(QStringLiteral("dueKind"));
    REQUIRE(due != nullptr);
    REQUIRE(kind != nullptr);
    due->setCurrentIndex(due->findData(QStringLiteral("late")));
    families.hands.settle();
    REQUIRE(families.page.model().rowCount() == 1);
    CHECK(families.page.model().recordAt(0) == overdue);
    kind->setCurrentIndex(kind->findData(QStringLiteral("child.majority")));
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 0);
    kind->setCurrentIndex(kind->findData(QStringLiteral("visit.min.sop")));
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 1);
    due->setCurrentIndex(0);
    families.hands.settle();
    CHECK(families.page.model().rowCount() == 2);
}

TEST_CASE("the search of a list finds what was typed and not saved, hides its name while others are near, and opens it")
{
    TestDesk office;
    const store::Draft draft { office.desk().newDraft(), "person", {}, {},
        { { "surname", "Зиннатуллина" }, { "firstName", "Резеда" } }, 5 };
    REQUIRE(office.desk().drafts.save(draft));
    FamiliesPage families(office);
    std::vector<base::DraftId> opened;
    QObject::connect(&families.page, &ui::ListPage::draftOpened, &families.page,
        [&](const store::Draft& one) { opened.push_back(one.id); });
    families.page.search()->setText(QStringLiteral("зинн рез"));
    QTest::keyClick(families.page.search(), Qt::Key_Return); // without the pause after the last letter
    families.hands.settle();
    auto* link = families.page.findChild<QPushButton*>(QStringLiteral("draft.") + ui::shown(draft.id.hex()));
    REQUIRE(link != nullptr);
    CHECK(link->isVisible());
    CHECK(link->text().contains(QStringLiteral("Зиннатуллина")));
    link->click();
    CHECK(opened == std::vector { draft.id });

    office.desk().privacy.setMasking(true);
    families.hands.settle();
    link = nullptr;
    for (QPushButton* one : families.page.findChildren<QPushButton*>())
        if (one->objectName().startsWith(QStringLiteral("draft.")) && one->isVisible())
            link = one;
    REQUIRE(link != nullptr);
    CHECK_FALSE(link->text().contains(QStringLiteral("Зиннатуллина")));
    families.page.search()->setText(QStringLiteral("зиннур"));
    QTest::keyClick(families.page.search(), Qt::Key_Return);
    families.hands.settle();
    CHECK_FALSE(families.page.findChild<QWidget*>(QStringLiteral("draftsFound"))->isVisible());
}
