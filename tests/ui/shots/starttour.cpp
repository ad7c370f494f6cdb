// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/starttour.h"

#include "app/desktop/program.h"
#include "core/exchange/export.h"
#include "core/store/backup.h"
#include "tests/ui/support/hands.h"
#include "ui/start/backupdialog.h"
#include "ui/start/backuprun.h"
#include "ui/start/filesteps.h"
#include "ui/start/numbersdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace patronat::shots {

using namespace ui;
using desktop::Program;
using tests::Hands;
namespace fs = std::filesystem;

namespace {

constexpr QSize kScreen(1366, 768);
constexpr int kPatienceMs = 120000;

/// One newcomer in one language.
class StartTour
{
public:
    StartTour(
        const fs::path& profiles, fs::path out, QString language, int textPercent, QString name)
        : m_profiles(profiles)
        , m_out(std::move(out))
        , m_language(std::move(language))
        , m_textPercent(textPercent)
        , m_name(std::move(name))
    {
    }
    base::Status walk()
    {
        Program program(places());
        program.start({});
        newOffice(program);
        if (program.window() == nullptr)
            return { base::ErrorCode::Internal, {}, "the guide made no office" };
        PATRONAT_TRY(leaveFiles(program));
        shootDialogs(program);
        secondAndRestore();
        demonstration();
        return {};
    }

private:
    desktop::ProgramPlaces places()
    {
        desktop::ProgramPlaces out;
        const QString home = m_folder.filePath(QString::number(++m_person));
        out.settings = std::make_unique<QSettings>(
            home + QStringLiteral("/settings.ini"), QSettings::IniFormat);
        out.settings->setValue(QStringLiteral("language"), m_language);
        out.settings->setValue(QStringLiteral("textPercent"), m_textPercent);
        out.start.profiles = m_profiles;
        out.start.databases = home;
        out.demo = pathOfText(home + QStringLiteral("/demo"));
        return out;
    }
    void press(Program& program, Qt::Key key, int times = 1)
    {
        Hands hands(*program.guide(), program.guide()->jobs());
        for (int i = 0; i < times; ++i)
            hands.key(key);
    }
    void shoot(QWidget& widget, const char* stop)
    {
        const QString file = QString::fromStdU16String(m_out.u16string())
            + QStringLiteral("/%1-%2.png").arg(m_name, QLatin1String(stop));
        widget.grab().save(file);
        std::printf("%s\n", qUtf8Printable(file));
    }
    void finish(Program& program)
    {
        press(program, Qt::Key_Return);
        auto* next = program.guide()->findChild<QPushButton*>(QStringLiteral("start.next"));
        (void)QTest::qWaitFor([&] { return next->isVisible() && next->isEnabled(); }, kPatienceMs);
    }
    void openIt(Program& program)
    {
        press(program, Qt::Key_Return);
        (void)QTest::qWaitFor([&] { return program.window() != nullptr; }, kPatienceMs);
        if (program.window() == nullptr)
            return;
        program.window()->resize(kScreen);
        Hands(*program.window(), program.session()->desk().jobs).settle();
    }

    void newOffice(Program& program)
    {
        StartGuide& guide = *program.guide();
        (void)QTest::qWaitForWindowActive(&guide);
        guide.begin(base::Error { base::ErrorCode::DatabaseDamaged, { "C:/Patronat/K01.db" }, {} });
        press(program, Qt::Key_Shift);
        shoot(guide, "00-60-reason");
        guide.begin();
        press(program, Qt::Key_Shift);
        shoot(guide, "00-61-start");
        press(program, Qt::Key_Return);
        const auto* region = guide.findChild<QComboBox*>(QStringLiteral("start.region"));
        for (int i = 0; i < region->count() && region->currentData() != QStringLiteral("ru-ta");
             ++i)
            press(program, Qt::Key_Down);
        shoot(guide, "00-62-region");
        press(program, Qt::Key_Return);
        press(program, Qt::Key_Down, 3);
        shoot(guide, "00-63-office");
        press(program, Qt::Key_Return);
        shoot(guide, "00-64-institution");
        press(program, Qt::Key_Return);
        shoot(guide, "00-65-files");
        press(program, Qt::Key_Return);
        shoot(guide, "00-66-place");
        finish(program);
        shoot(guide, "00-67-made");
        openIt(program);
        shoot(*program.window(), "00-68-new-office");
    }

    base::Status leaveFiles(Program& program)
    {
        store::Store& store = program.session()->desk().store;
        exchange::ExportOptions options;
        options.file = pathOfText(m_folder.filePath(QStringLiteral("K01.patronat-batch")));
        options.all = true;
        base::Job job;
        PATRONAT_TRY(store.write({}, [](store::WriteTx& tx) {
            return tx.create("family", { { "name", "Сафины" } });
        }));
        PATRONAT_TRY(exchange::exportBatch(store, options, job));
        PATRONAT_TRY(store::makeBackup(
            store, pathOfText(m_folder.filePath(QStringLiteral("K01.patronat-backup"))), job));
        return {};
    }

    void shootDialogs(Program& program)
    {
        Desk& desk = program.session()->desk();
        auto* backup
            = new BackupDialog(desk, *new BackupRun(desk, program.window()), program.window());
        backup->setFile(m_folder.filePath(QStringLiteral("K01.patronat-backup")));
        backup->open();
        Hands hands(*backup, desk.jobs);
        hands.settle();
        hands.key(Qt::Key_Return);
        shoot(*backup, "00-69-backup");
    }

    void secondAndRestore()
    {
        Program program(places());
        program.start({});
        StartGuide& guide = *program.guide();
        (void)QTest::qWaitForWindowActive(&guide);
        press(program, Qt::Key_Down);
        press(program, Qt::Key_Return);
        if (auto* step = qobject_cast<BatchStep*>(guide.currentStep()))
            step->add({ m_folder.filePath(QStringLiteral("K01.patronat-batch")) });
        press(program, Qt::Key_Shift);
        shoot(guide, "00-70-second-computer");
        press(program, Qt::Key_Escape);
        press(program, Qt::Key_Down, 2);
        press(program, Qt::Key_Return);
        if (auto* step = qobject_cast<BackupStep*>(guide.currentStep()))
            step->take(m_folder.filePath(QStringLiteral("K01.patronat-backup")));
        shoot(guide, "00-71-backup-chosen");
        press(program, Qt::Key_Return);
        finish(program);
        shoot(guide, "00-72-restored");
        openIt(program);
        if (program.window() == nullptr)
            return;
        if (auto* numbers = program.window()->findChild<NumbersDialog*>())
            shoot(*numbers, "00-73-numbers");
    }

    void demonstration()
    {
        Program program(places());
        program.start({});
        (void)QTest::qWaitForWindowActive(program.guide());
        press(program, Qt::Key_Down, 4);
        press(program, Qt::Key_Return);
        shoot(*program.guide(), "00-74-demonstration");
        auto* user = program.guide()->findChild<QPushButton*>(QStringLiteral("start.demo.0"));
        QTest::mouseClick(user, Qt::LeftButton);
        QTest::qWait(600);
        shoot(*program.guide(), "00-75-being-made");
        (void)QTest::qWaitFor([&] { return program.window() != nullptr; }, kPatienceMs);
        if (program.window() == nullptr)
            return;
        program.window()->resize(kScreen);
        Hands(*program.window(), program.session()->desk().jobs).settle();
        shoot(*program.window(), "00-76-to-try");
    }

    QTemporaryDir m_folder;
    fs::path m_profiles;
    fs::path m_out;
    QString m_language;
    int m_textPercent;
    QString m_name;
    int m_person = 0;
};

} // namespace

base::Status photographStart(const fs::path& profiles, const fs::path& out, const QString& language,
    int textPercent, const QString& name)
{
    return StartTour(profiles, out, language, textPercent, name).walk();
}

} // namespace patronat::shots
