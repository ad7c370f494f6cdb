// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/tour.h"

#include "app/demo/demo.h"
#include "app/desktop/session.h"
#include "core/exchange/export.h"
#include "tests/ui/support/hands.h"
#include "ui/cases/casepage.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/attendanceview.h"
#include "ui/consilium/familychooser.h"
#include "ui/consilium/meetingpage.h"
#include "ui/exchange/exchangepage.h"
#include "ui/exchange/givepanel.h"
#include "ui/exchange/takepanel.h"
#include "ui/forms/attachmenteditor.h"
#include "ui/forms/formpage.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listpage.h"
#include "ui/lists/listpreview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cstdio>

namespace patronat::shots {

using namespace ui;
using tests::Hands;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDay = 1'487'149'200'000; ///< 2017-02-15: within the years of the demonstration
constexpr QSize kScreen(1366, 768);

/// One walk in one language and look.
class Tour
{
public:
    Tour(desktop::Session& session, fs::path out, QString name, QStringList batches)
        : m_session(session)
        , m_batches(std::move(batches))
        , m_out(std::move(out))
        , m_name(std::move(name))
        , m_window(session.desk(), listsOf(session.desk().profile()))
        , m_hands(m_window, session.desk().jobs)
    {
        m_window.resize(kScreen);
        m_window.show();
        m_hands.settle();
    }

    void walkOffice()
    {
        shoot("01-today");
        m_hands.key(Qt::Key_2, Qt::AltModifier);
        shoot("02-families");
        auto* list = qobject_cast<ListPage*>(m_window.currentPage());
        walkList(*list);
        m_hands.key(Qt::Key_F, Qt::ControlModifier);
        m_hands.type(list->search(), QStringLiteral("са"));
        shoot("03-search");
        m_hands.key(Qt::Key_Down);
        m_hands.key(Qt::Key_Return);
        shoot("04-case");
        walkCase();
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
        m_hands.clear(list->search());
        m_hands.key(Qt::Key_Down);
        m_hands.key(Qt::Key_Insert);
        shoot("20-new-family");
        typeFamily();
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
        m_hands.key(Qt::Key_3, Qt::AltModifier);
        shoot("30-programmes");
        m_hands.key(Qt::Key_4, Qt::AltModifier);
        shoot("31-meetings");
        m_hands.key(Qt::Key_Return);
        shoot("32-meeting");
        walkMeeting();
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
        m_hands.key(Qt::Key_Insert);
        holdMeeting();
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
        walkExchange();
        m_hands.key(Qt::Key_6, Qt::AltModifier);
        shoot("33-administration");
        m_session.desk().privacy.setMasking(true);
        m_hands.key(Qt::Key_2, Qt::AltModifier);
        shoot("40-others-near");
        walkVeiled();
        m_session.desk().privacy.setMasking(false);
        m_hands.key(Qt::Key_L, Qt::ControlModifier);
        shoot("41-hidden");
    }

    void walkConflict()
    {
        m_hands.settle();
        const auto conflict = m_session.desk().store.read(
            [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> { return tx.conflicts(); });
        if (!conflict || conflict->empty())
            return;
        m_window.openRecord(conflict->front().type, conflict->front().record);
        m_hands.settle();
        shoot("50-conflict-overview");
        if (auto* page = qobject_cast<CasePage*>(m_window.currentPage())) {
            page->tabs()->setCurrentIndex(1);
            shoot("51-conflict");
            disagreeOnMember();
            shoot("51a-conflict-in-a-line");
        }
        m_hands.key(Qt::Key_5, Qt::AltModifier);
        auto* page = qobject_cast<ExchangePage*>(m_window.currentPage());
        page->tabs()->setCurrentIndex(2);
        shoot("52-differences");
        page->tabs()->setCurrentIndex(3);
        shoot("53-findings");
        writeFile(*page);
    }

    void shoot(const char* stop, QWidget* what = nullptr)
    {
        m_hands.settle();
        const QString file
            = QString::fromStdU16String(m_out.u16string()) + QStringLiteral("/%1-%2.png").arg(m_name, QLatin1String(stop));
        (what != nullptr ? what : &m_window)->grab().save(file);
        std::printf("%s\n", qUtf8Printable(file));
    }

private:
    void walkList(ListPage& list)
    {
        auto* status = list.findChild<QComboBox*>(QStringLiteral("status"));
        status->setCurrentIndex(status->count() - 2);
        list.findChild<QComboBox*>(QStringLiteral("since"))->setCurrentIndex(5);
        list.showColumn(3, false);
        shoot("02a-filtered");
        m_hands.key(Qt::Key_P, Qt::ControlModifier);
        if (auto* preview = m_window.findChild<ListPreview*>()) {
            shoot("02b-print", preview);
            preview->close();
        }
        list.showColumn(3, true);
        list.filters()->clear();
        m_hands.settle();
        list.view()->setFocus();
    }

    void walkVeiled()
    {
        auto* list = qobject_cast<ListPage*>(m_window.currentPage());
        list->view()->setFocus();
        m_hands.key(Qt::Key_Return);
        auto* page = qobject_cast<CasePage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        shoot("40a-case-veiled");
        page->tabs()->setCurrentIndex(1);
        shoot("40b-card-veiled");
        m_hands.key(Qt::Key_F9);
        shoot("40c-card-shown");
        page->tabs()->setCurrentIndex(page->tabs()->count() - 1);
        shoot("40d-timeline-veiled");
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
    }

    /// Two people fill one cell of the first family's members differently.
    void disagreeOnMember()
    {
        auto& store = m_session.desk().store;
        auto* form = m_window.findChild<FormPage*>();
        const auto members = store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<base::RecordId>> {
            return tx.children("member", "family", form->session().id());
        });
        if (!members || members->empty())
            return;
        const auto heads = store.read([&](const store::ReadTx& tx) { return tx.record("member", members->front()); });
        for (const char* role : { "stepmother", "guardian" })
            if (heads && !store.write({ {}, {}, {}, "shots" }, [&](store::WriteTx& tx) {
                    return tx.put("member", members->front(), heads->heads, { { "role", base::Value(role) } });
                }))
                std::fputs("the second value could not be written\n", stderr);
    }

    void walkExchange()
    {
        m_hands.key(Qt::Key_5, Qt::AltModifier);
        shoot("34-exchange");
        auto* page = qobject_cast<ExchangePage*>(m_window.currentPage());
        page->taking().look(m_batches);
        shoot("35-looked-at");
        if (auto* take = page->findChild<QPushButton*>(QStringLiteral("taking.take")); take->isEnabled())
            QTest::mouseClick(take, Qt::LeftButton);
        shoot("36-taken-in");
    }

    void writeFile(ExchangePage& page)
    {
        page.tabs()->setCurrentIndex(1);
        page.findChild<QComboBox*>(QStringLiteral("giving.to"))->setCurrentIndex(1);
        page.giving().writeInto(QFileInfo(m_batches.front()).absolutePath());
        shoot("54-written");
    }

    void walkCase()
    {
        auto* page = qobject_cast<CasePage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        const char* const stops[] = { "05-family-card", "06-registration", "07-children", "08-programme", "09-consilium",
            "10-timeline" };
        for (int tab = 1; tab < page->tabs()->count(); ++tab) {
            page->tabs()->setCurrentIndex(tab);
            shoot(stops[tab - 1]);
        }
    }

    void walkMeeting()
    {
        auto* page = qobject_cast<MeetingPage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        page->tabs()->setCurrentIndex(MeetingPage::Attendance);
        shoot("32a-attendance");
        page->tabs()->setCurrentIndex(MeetingPage::Papers);
        shoot("32b-protocol");
        page->tabs()->setCurrentIndex(MeetingPage::Card);
        shoot("32c-card");
        attachScan();
    }

    void attachScan()
    {
        FormPage* form = nullptr;
        for (auto* one : m_window.findChildren<FormPage*>())
            form = one->isVisible() ? one : form;
        if (form == nullptr)
            return;
        for (int i = 0; i < form->form().headings().size(); ++i)
            form->form().heading(i);
        m_hands.settle();
        auto* scan = form->findChild<AttachmentEditor*>(QStringLiteral("scan"));
        if (scan == nullptr)
            return;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("Протокол с подписями.pdf")));
        if (file.open(QIODevice::WriteOnly))
            file.write("%PDF-1.4\n" + QByteArray(250'000, ' '));
        file.close();
        scan->addFile(fs::path(file.fileName().toStdU16String()));
        m_hands.settle();
        for (QWidget* place = scan->parentWidget(); place != nullptr; place = place->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(place))
                area->ensureWidgetVisible(scan);
        shoot("32d-scan");
        m_hands.key(Qt::Key_S, Qt::ControlModifier);
    }

    void holdMeeting()
    {
        auto* page = qobject_cast<MeetingPage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        shoot("34-new-meeting");
        m_hands.key(Qt::Key_S, Qt::ControlModifier);
        page->tabs()->setCurrentIndex(MeetingPage::Attendance);
        page->attendance()->setFocus();
        for (int i = 0; i < 4; ++i) {
            m_hands.key(Qt::Key_Space);
            m_hands.key(Qt::Key_Down);
        }
        shoot("35-no-quorum");
        page->attendance()->findChild<QPushButton*>(QStringLiteral("markRest"))->click();
        m_hands.settle();
        page->tabs()->setCurrentIndex(MeetingPage::Agenda);
        page->agenda()->setFocus();
        chooseFamilies();
        m_hands.key(Qt::Key_Return);
        m_hands.key(Qt::Key_E, Qt::ControlModifier);
        shoot("37-voted");
        m_hands.key(Qt::Key_D, Qt::ControlModifier);
        shoot("38-decision");
    }

    void chooseFamilies()
    {
        m_hands.key(Qt::Key_Insert);
        auto* chooser = m_window.findChild<FamilyChooser*>();
        if (chooser == nullptr)
            return;
        m_hands.key(Qt::Key_Down);
        for (int i = 0; i < 12; ++i) {
            m_hands.key(Qt::Key_Space);
            m_hands.key(Qt::Key_Down);
        }
        shoot("36-families", chooser);
        m_hands.key(Qt::Key_Return, Qt::ControlModifier);
    }

    void typeFamily()
    {
        auto* page = qobject_cast<FormPage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        m_hands.type(page->findChild<QWidget*>(QStringLiteral("name"))->focusProxy(), QStringLiteral("Сафины"));
        m_hands.key(Qt::Key_Tab);
        m_hands.typeHere(QStringLiteral("89171234567"));
        m_hands.key(Qt::Key_Tab);
        shoot("21-typed");
        m_hands.key(Qt::Key_S, Qt::ControlModifier);
        shoot("22-saved");
    }

    desktop::Session& m_session;
    QStringList m_batches;
    fs::path m_out;
    QString m_name;
    MainWindow m_window;
    Hands m_hands;
};

/// What an office gives out and, beside it, the same cut off on the way.
base::Result<QStringList> filesOf(const fs::path& database, const fs::path& profiles, const QTemporaryDir& stick)
{
    QSettings settings(stick.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const base::ManualClock clock(kDay);
    PATRONAT_LET(auto session, desktop::Session::open(database, profiles, clock, settings));
    exchange::ExportOptions options;
    options.file = fs::path(stick.path().toStdU16String());
    options.intoFolder = true;
    base::Job job;
    PATRONAT_LET(const auto report, exchange::exportBatch(session->desk().store, options, job));
    const QString whole = QString::fromStdU16String(report.file.u16string());
    const QString cut = stick.filePath(QStringLiteral("16-05-20170214-77c0.patronat-batch"));
    QFile::copy(whole, cut);
    QFile::resize(cut, QFileInfo(cut).size() / 2);
    return QStringList { whole, cut };
}

/// What all walks have in common.
struct Ground
{
    fs::path profiles;
    fs::path out;
    QStringList batches;
};

base::Status walk(QApplication& application, const fs::path& database, const Ground& ground, const QString& language,
    Scheme scheme, int percent, const QString& name, bool isOffice)
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("textPercent"), percent);
    applyTheme(application, scheme, percent);
    const base::ManualClock clock(kDay);
    PATRONAT_LET(auto session, desktop::Session::open(database, ground.profiles, clock, settings));
    session->languages().setLanguage(language);
    Tour tour(*session, ground.out, name, ground.batches);
    if (isOffice)
        tour.walkOffice();
    else
        tour.walkConflict();
    return {};
}

} // namespace

base::Status takePictures(QApplication& application, const fs::path& profile, const fs::path& out, unsigned families,
    const QString& only)
{
    QTemporaryDir folder;
    demo::DemoOptions options;
    options.families = families;
    options.offices = 5;
    options.out = fs::path(folder.path().toStdU16String()) / "region";
    options.profile = profile;
    base::Job job;
    PATRONAT_LET(const demo::DemoReport region, demo::makeDemo(options, job));
    std::error_code unmade; // writing the first picture says it
    fs::create_directories(out, unmade);
    Ground ground { profile.parent_path(), out, {} };
    const QTemporaryDir stick;
    PATRONAT_LET(ground.batches, filesOf(region.offices.back(), ground.profiles, stick));
    const auto wanted = [&](const char* name) { return only.isEmpty() || only == QLatin1String(name); };
    const QString ru = QStringLiteral("ru");
    const QString en = QStringLiteral("en");
    const fs::path office = region.offices.front();
    if (wanted("ru")) {
        PATRONAT_TRY(walk(application, office, ground, ru, Scheme::Light, 100, ru, true));
        PATRONAT_TRY(walk(application, region.region, ground, ru, Scheme::Light, 100, ru, false));
    }
    if (wanted("en")) {
        PATRONAT_TRY(walk(application, region.offices[1], ground, en, Scheme::Light, 100, en, true));
        PATRONAT_TRY(walk(application, region.region, ground, en, Scheme::Light, 100, en, false));
    }
    if (wanted("dark"))
        PATRONAT_TRY(walk(
            application, region.offices[2], ground, ru, Scheme::Dark, 100, QStringLiteral("dark"), true));
    if (wanted("large"))
        PATRONAT_TRY(walk(
            application, region.offices[3], ground, ru, Scheme::Light, 150, QStringLiteral("large"), true));
    return {};
}

} // namespace patronat::shots
