// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/start/backupdialog.h"
#include "ui/start/backuprun.h"
#include "ui/start/filesteps.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

#include <filesystem>

using namespace patronat;
using tests::TestDesk;

namespace {

/// All threads for what takes long stand still, as if a stick did not answer.
struct Held
{
    explicit Held(ui::JobRunner& jobs)
    {
        for (int i = 0; i < kMost; ++i)
            jobs.runLong(
                &context,
                [this](base::Job&) {
                    gate.acquire();
                    return 0;
                },
                [](int) {});
    }
    ~Held() { release(); }
    void release()
    {
        if (!isReleased)
            gate.release(kMost);
        isReleased = true;
    }
    static constexpr int kMost = 8;
    QObject context;
    QSemaphore gate;
    bool isReleased = false;
};

struct Shown
{
    explicit Shown(TestDesk& desk)
        : office(desk)
        , run(office.desk())
    {
        makeDialog();
    }
    ~Shown()
    {
        CHECK(QTest::qWaitFor([this] { return !office.desk().jobs.isBusy(); }, 20000));
    }
    void makeDialog()
    {
        dialog = std::make_unique<ui::BackupDialog>(office.desk(), run);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }
    void press(const char* button)
    {
        dialog->findChild<QPushButton*>(QLatin1String(button))->click();
    }
    QString said() const
    {
        return dialog->findChild<QLabel*>(QStringLiteral("backup.said"))->text();
    }
    QString in(const char* name) const
    {
        return QString::fromStdU16String((office.path().parent_path() / name).u16string());
    }
    TestDesk& office;
    ui::BackupRun run;
    std::unique_ptr<ui::BackupDialog> dialog;
};

} // namespace

TEST_CASE("a dialog of a backup that is opened again shows the one that goes on, and can stop it")
{
    TestDesk office;
    Shown shown(office);
    Held held(office.desk().jobs);
    shown.dialog->setFile(shown.in("a.patronat-backup"));
    shown.press("backup.make");
    QSignalSpy told(&shown.run, &ui::BackupRun::told);
    shown.dialog->reject();
    CHECK(told.count() == 1);

    shown.makeDialog();
    auto* stop = shown.dialog->findChild<QPushButton*>(QStringLiteral("backup.stop"));
    CHECK(stop->isVisible());
    CHECK_FALSE(shown.dialog->findChild<QPushButton*>(QStringLiteral("backup.make"))->isEnabled());
    stop->click();
    held.release();

    REQUIRE(QTest::qWaitFor([&] { return !shown.run.isRunning(); }, 20000));
    CHECK_FALSE(shown.said().isEmpty());
    CHECK(told.count() == 1); // the dialog says it
    CHECK(shown.dialog->findChild<QPushButton*>(QStringLiteral("backup.make"))->isEnabled());
    CHECK_FALSE(std::filesystem::exists(ui::pathOfText(shown.in("a.patronat-backup"))));
}

TEST_CASE(
    "a place that a backup cannot go to is judged beside the window and told by whoever looks")
{
    TestDesk office;
    Shown shown(office);
    Held held(office.desk().jobs);
    shown.dialog->setFile(shown.in("office.db/a.patronat-backup")); // through a file
    QSignalSpy told(&shown.run, &ui::BackupRun::told);
    shown.press("backup.make");

    CHECK(shown.said().isEmpty()); // nobody has waited for an answer
    CHECK(shown.run.isRunning());

    SECTION("the dialog")
    {
        held.release();
        REQUIRE(QTest::qWaitFor([&] { return !shown.run.isRunning(); }, 20000));
        CHECK(shown.said().contains(QStringLiteral("is no folder")));
        CHECK(told.isEmpty());
    }
    SECTION("the foot, when the dialog is closed")
    {
        shown.dialog->reject();
        held.release();
        REQUIRE(QTest::qWaitFor([&] { return !shown.run.isRunning(); }, 20000));
        REQUIRE(told.count() == 2);
        CHECK(told.back().front().toString().contains(QStringLiteral("is no folder")));
    }
}

TEST_CASE(
    "the guide waits for no answer of the disk where the database goes, and goes on only after it")
{
    TestDesk office;
    ui::StartDraft draft;
    ui::StartPlaces places;
    places.databases = QString::fromStdU16String(office.path().parent_path().u16string());
    draft.code = QStringLiteral("K77");
    ui::PlaceStep step(draft, places, office.desk().jobs);
    Held held(office.desk().jobs);

    step.enter();
    CHECK_FALSE(step.isComplete());
    held.release();
    REQUIRE(QTest::qWaitFor([&] { return step.isComplete(); }, 20000));

    // What is typed meanwhile is judged, not what stood there when it was asked.
    auto* path = step.findChild<QLineEdit*>(QStringLiteral("start.place"));
    path->setText(places.databases + QStringLiteral("/office.db"));
    CHECK_FALSE(step.isComplete());
    path->setText(places.databases + QStringLiteral("/office.db/x.db"));
    REQUIRE(QTest::qWaitFor([&] { return !office.desk().jobs.isBusy(); }, 20000));
    CHECK_FALSE(step.isComplete());
    CHECK(step.findChild<QLabel*>(QStringLiteral("start.place.state"))
              ->text()
              .contains(QStringLiteral("is no folder")));
}
