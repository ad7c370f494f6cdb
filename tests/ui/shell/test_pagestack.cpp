// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"

#include <QApplication>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using tests::Hands;
using tests::TestDesk;

namespace {

constexpr int kFamilies = 12;
/// What may stay of record pages: those one has gone on from and the one in front.
constexpr int kMostPages = 7;

struct Walk
{
    Walk()
    {
        for (int i = 0; i < kFamilies; ++i)
            families.push_back(
                office.create("family", { { "name", "Семья " + std::to_string(i) } }));
        window
            = std::make_unique<ui::MainWindow>(office.desk(), ui::listsOf(office.desk().profile()));
        window->resize(1366, 768);
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        answered();
    }
    void answered()
    {
        REQUIRE(QTest::qWaitFor([&] { return !office.desk().jobs.isBusy(); }, 20000));
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void open(const std::string& type, RecordId id)
    {
        window->openRecord(type, id);
        answered();
    }
    void go(const char* place)
    {
        window->go(QLatin1String(place));
        answered();
    }
    void back()
    {
        QTest::keyClick(window->windowHandle(), Qt::Key_Left, Qt::AltModifier);
        answered();
    }
    RecordId family() const
    {
        const auto* page = qobject_cast<ui::CasePage*>(window->currentPage());
        return page == nullptr ? RecordId {} : page->family();
    }
    int pages() const
    {
        int alone = 0;
        for (ui::FormPage* page : window->findChildren<ui::FormPage*>())
            alone += qobject_cast<ui::PageStack*>(page->parentWidget()) != nullptr ? 1 : 0;
        return alone + static_cast<int>(window->findChildren<ui::CasePage*>().size());
    }
    TestDesk office;
    std::vector<RecordId> families;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

TEST_CASE("pages one has gone on from are closed but for the last few, whichever way one went")
{
    Walk walk;
    for (int round = 0; round < 3; ++round)
        for (const RecordId family : walk.families) {
            walk.open("family", family);
            if (round > 0)
                walk.go("families");
            if (round > 1)
                walk.go("today");
        }

    CHECK(walk.pages() <= kMostPages);
    CHECK(walk.pages() > 1);
}

TEST_CASE("a page that was closed so is made anew where one comes back to it, on its tab")
{
    Walk walk;
    walk.open("family", walk.families.front());
    QPointer<ui::CasePage> first = qobject_cast<ui::CasePage*>(walk.window->currentPage());
    REQUIRE(first != nullptr);
    first->tabs()->setCurrentIndex(2);
    walk.answered();
    for (int i = 1; i < kFamilies; ++i)
        walk.open("family", walk.families[static_cast<std::size_t>(i)]);
    REQUIRE(first == nullptr);

    for (int i = kFamilies - 2; i >= 0; --i) {
        walk.back();
        REQUIRE(walk.family() == walk.families[static_cast<std::size_t>(i)]);
        CHECK(walk.pages() <= kMostPages);
    }

    CHECK(qobject_cast<ui::CasePage*>(walk.window->currentPage())->tabs()->currentIndex() == 2);
    walk.back();
    CHECK(walk.pages() == 0);
}

TEST_CASE("a page in which something is typed stays as it is however far one goes")
{
    Walk walk;
    const RecordId person = walk.office.create("person", { { "surname", "Сафин" } });
    walk.open("person", person);
    QPointer<ui::FormPage> form = qobject_cast<ui::FormPage*>(walk.window->currentPage());
    REQUIRE(form != nullptr);
    auto* field = qobject_cast<QLineEdit*>(
        form->findChild<ui::FieldEditor*>(QStringLiteral("surname"))->inputs().value(0));
    Hands(*walk.window, walk.office.desk().jobs).type(field, QStringLiteral("ов"));
    const QString typed = field->text();
    REQUIRE(form->form().isDirty());

    for (const RecordId family : walk.families) {
        walk.open("family", family);
        walk.go("families");
    }

    REQUIRE(form != nullptr);
    CHECK(field->text() == typed);
    // The same page, not another one of the same record.
    walk.open("person", person);
    CHECK(walk.window->currentPage() == form);
    CHECK(field->text() == typed);
}

TEST_CASE("going back leads through the places one has been to, and marks them")
{
    Walk walk;
    walk.go("families");
    walk.open("family", walk.families.front());
    walk.go("today");

    walk.back();
    CHECK(walk.family() == walk.families.front());
    walk.back();
    CHECK(qobject_cast<ui::ListPage*>(walk.window->currentPage()) != nullptr);
    CHECK(walk.window->findChild<QToolButton*>(QStringLiteral("place.families"))->isChecked());
    CHECK_FALSE(walk.window->findChild<QToolButton*>(QStringLiteral("place.today"))->isChecked());
}

TEST_CASE("when a record is removed its own page closes, not the one that is in front by then")
{
    Walk walk;
    const RecordId person = walk.office.create("person", { { "surname", "Сафин" } });
    walk.open("person", person);
    QPointer<ui::FormPage> form = qobject_cast<ui::FormPage*>(walk.window->currentPage());
    REQUIRE(form != nullptr);

    SECTION("another page is in front")
    {
        form->session().remove();
        walk.window->openRecord("family", walk.families.front());
        walk.answered();
        CHECK(form == nullptr);
        CHECK(walk.family() == walk.families.front());
        walk.back();
        CHECK(walk.family().isNull()); // nor does a step lead to what is removed
        CHECK(qobject_cast<ui::FormPage*>(walk.window->currentPage()) == nullptr);
    }
    SECTION("it is in front itself")
    {
        form->session().remove();
        walk.answered();
        CHECK(form == nullptr);
        CHECK(qobject_cast<ui::FormPage*>(walk.window->currentPage()) == nullptr);
    }
    CHECK(walk.office.get("person", person).life == "removed");
}
