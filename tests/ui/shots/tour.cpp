// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/tour.h"

#include "app/demo/demo.h"
#include "app/desktop/demoplace.h"
#include "app/desktop/session.h"
#include "core/diagnostics/results.h"
#include "core/exchange/export.h"
#include "core/profile/loader.h"
#include "tests/ui/shots/formtour.h"
#include "tests/ui/shots/starttour.h"
#include "tests/ui/support/hands.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/closedialog.h"
#include "ui/cases/casepage.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/attendanceview.h"
#include "ui/consilium/familychooser.h"
#include "ui/consilium/meetingpage.h"
#include "ui/diagnostics/comparisondialog.h"
#include "ui/diagnostics/instrumentdialog.h"
#include "ui/exchange/exchangepage.h"
#include "ui/exchange/givepanel.h"
#include "ui/exchange/takepanel.h"
#include "ui/forms/attachmenteditor.h"
#include "ui/forms/formpage.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listpage.h"
#include "ui/lists/listpreview.h"
#include "ui/reports/periodchooser.h"
#include "ui/reports/reportpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/whodialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace patronat::shots {

using namespace ui;
using tests::Hands;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMorning = 9 * 3'600'000; ///< of the day that is shown
constexpr QSize kScreen(1366, 768);
constexpr std::size_t kOffices = 5;
constexpr std::size_t kLookedAt = 10; ///< of the largest offices, to find those with work to show
constexpr std::size_t kColours = 256;
constexpr qsizetype kLettersTyped = 3;

/// The picture in its 256 most frequent colours: a quarter of the size, and nothing to be seen of
/// it.
QImage fewColours(const QImage& picture)
{
    const QImage whole = picture.convertToFormat(QImage::Format_RGB32);
    std::unordered_map<QRgb, unsigned> counts;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x)
            ++counts[whole.pixel(x, y)];
    std::vector<std::pair<unsigned, QRgb>> order;
    for (const auto& [colour, count] : counts)
        order.emplace_back(count, colour);
    std::sort(order.begin(), order.end(), std::greater<>());
    order.resize(std::min(order.size(), kColours));
    QList<QRgb> table;
    for (const auto& [count, colour] : order)
        table += colour;
    return whole.convertToFormat(QImage::Format_Indexed8, table, Qt::ThresholdDither);
}

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

    /// `family`: the name of the one whose case is opened.
    void walkOffice(const QString& family)
    {
        shoot("01-today");
        m_hands.key(Qt::Key_2, Qt::AltModifier);
        shoot("02-families");
        auto* list = qobject_cast<ListPage*>(m_window.currentPage());
        walkList(*list);
        m_hands.key(Qt::Key_F, Qt::ControlModifier);
        m_hands.typeHere(family.left(kLettersTyped));
        shoot("03-search");
        m_hands.typeHere(family.mid(kLettersTyped));
        m_hands.key(Qt::Key_Down);
        m_hands.key(Qt::Key_Return);
        shoot("04-case");
        walkCase();
        walkDiagnostics();
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
        walkReports();
        walkAdministration();
        m_session.desk().privacy.setMasking(true);
        m_hands.key(Qt::Key_2, Qt::AltModifier);
        shoot("40-others-near");
        walkVeiled();
        m_session.desk().privacy.setMasking(false);
        m_hands.key(Qt::Key_L, Qt::ControlModifier);
        shoot("41-hidden");
    }

    /// A new office with nobody in it: the first question, and the form one answers it with.
    void walkFirst()
    {
        m_window.welcome();
        m_hands.settle();
        shoot("80-nobody-yet", m_window.findChild<WhoDialog*>());
        m_hands.key(Qt::Key_Space);
        shoot("81-write-myself-down", QApplication::activeWindow());
    }

    void walkConflict()
    {
        m_hands.settle();
        const auto conflict = m_session.desk().store.read(
            [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> {
                return tx.conflicts();
            });
        if (!conflict || conflict->empty())
            return;
        m_window.openRecord(conflict->front().type, conflict->front().record);
        m_hands.settle();
        shoot("50-conflict-overview");
        if (qobject_cast<CasePage*>(m_window.currentPage()) != nullptr) {
            nextTab();
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
        const QString file = QString::fromStdU16String(m_out.u16string())
            + QStringLiteral("/%1-%2.png").arg(m_name, QLatin1String(stop));
        if (!fewColours((what != nullptr ? what : &m_window)->grab().toImage()).save(file))
            std::fprintf(stderr, "not written: %s\n", qUtf8Printable(file));
        std::printf("%s\n", qUtf8Printable(file));
        std::fflush(stdout);
        // A page that does not fit the smallest screen makes the window larger than it.
        noteOverflow(stop);
        if (m_window.size() != kScreen && m_wide.isEmpty())
            m_wide = QStringLiteral("%1-%2: %3 x %4")
                         .arg(m_name, QLatin1String(stop))
                         .arg(m_window.width())
                         .arg(m_window.height());
    }

    /// Nothing but that every page fitted the screen.
    base::Status fitted() const
    {
        if (m_wide.isEmpty())
            return {};
        return base::Error { base::ErrorCode::InvalidArgument,
            { "page", "larger than the screen: " + typed(m_wide) }, {} };
    }

private:
    /// A form wider than its place is cut at the right, without a bar to find it by.
    void noteOverflow(const char* stop)
    {
        for (const QScrollArea* area : m_window.findChildren<QScrollArea*>()) {
            if (!area->isVisible() || area->widget() == nullptr
                || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
                continue;
            const int missing = area->widget()->width() - area->viewport()->width();
            if (missing <= 0)
                continue;
            const QString where = QStringLiteral("%1-%2: a form, %3 points")
                                      .arg(m_name, QLatin1String(stop))
                                      .arg(missing);
            std::fprintf(stderr, "too wide: %s\n", qUtf8Printable(where));
            if (m_wide.isEmpty())
                m_wide = where;
        }
    }

    void walkList(ListPage& list)
    {
        auto* status = list.findChild<QComboBox*>(QStringLiteral("status"));
        status->setCurrentIndex(status->count() - 2);
        list.findChild<QComboBox*>(QStringLiteral("since"))->setCurrentIndex(5);
        list.columns().show(3, false);
        shoot("02a-filtered");
        m_hands.key(Qt::Key_P, Qt::ControlModifier);
        if (auto* preview = m_window.findChild<ListPreview*>()) {
            shoot("02b-print", preview);
            preview->close();
        }
        list.columns().show(3, true);
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
        const auto members
            = store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<base::RecordId>> {
                  return tx.children("member", "family", form->session().id());
              });
        if (!members || members->empty())
            return;
        const auto heads = store.read(
            [&](const store::ReadTx& tx) { return tx.record("member", members->front()); });
        for (const char* role : { "stepmother", "guardian" })
            if (heads && !store.write({ {}, {}, {}, "shots" }, [&](store::WriteTx& tx) {
                    return tx.put("member", members->front(), heads->heads,
                        { { "role", base::Value(role) } });
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
        if (auto* take = page->findChild<QPushButton*>(QStringLiteral("taking.take"));
            take->isEnabled())
            QTest::mouseClick(take, Qt::LeftButton);
        shoot("36-taken-in");
    }

    void walkReports()
    {
        m_hands.key(Qt::Key_6, Qt::AltModifier);
        shoot("60-reports");
        auto* page = qobject_cast<ReportPage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        page->findChild<QComboBox*>(QStringLiteral("period.year"))
            ->setCurrentText(QStringLiteral("2016"));
        m_hands.key(Qt::Key_F5);
        shoot("61-report-year");
        page->findChild<QComboBox*>(QStringLiteral("period.kind"))
            ->setCurrentIndex(PeriodChooser::Programme);
        m_hands.key(Qt::Key_F5);
        shoot("62-report-programme");
        page->tabs()->setCurrentIndex(1);
        shoot("63-report-paper");
        page->findChild<QComboBox*>(QStringLiteral("period.kind"))
            ->setCurrentIndex(PeriodChooser::Days);
        page->tabs()->setCurrentIndex(0);
        shoot("64-report-days");
    }

    void walkAdministration()
    {
        m_hands.key(Qt::Key_7, Qt::AltModifier);
        shoot("33-administration");
        auto* page = qobject_cast<AdminPage*>(m_window.centralWidget()->findChild<AdminPage*>());
        if (page == nullptr)
            return;
        m_hands.key(Qt::Key_Tab);
        m_hands.key(Qt::Key_D, Qt::ControlModifier);
        if (auto* dialog = page->findChild<CloseDialog*>()) {
            shoot("70-dismiss", dialog);
            m_hands.key(Qt::Key_Escape);
        }
        const std::pair<const char*, const char*> stops[] = { { "users", "71-users" },
            { "organisations", "72-organisations" }, { "territories", "73-territories" },
            { "bodies", "74-bodies" }, { "installation", "75-installation" } };
        for (const auto& [id, stop] : stops) {
            page->showPanel(QLatin1String(id));
            shoot(stop);
        }
        if (auto* verify = page->findChild<QPushButton*>(QStringLiteral("verify")))
            verify->click();
        shoot("76-verified");
        m_window.findChild<QToolButton*>(QStringLiteral("who"))->click();
        m_hands.settle();
        if (auto* dialog = m_window.findChild<WhoDialog*>()) {
            shoot("77-who", dialog);
            m_hands.key(Qt::Key_Escape);
        }
    }
    void nextTab() { m_hands.key(Qt::Key_PageDown, Qt::ControlModifier); }

    void writeFile(ExchangePage& page)
    {
        page.tabs()->setCurrentIndex(1);
        page.findChild<QComboBox*>(QStringLiteral("giving.to"))->setCurrentIndex(1);
        page.giving().writeInto(QFileInfo(m_batches.front()).absolutePath());
        shoot("54-written");
    }

    static const char* stopOf(int tab)
    {
        switch (tab) {
        case CasePage::Card:
            return "05-family-card";
        case CasePage::Registration:
            return "06-registration";
        case CasePage::Children:
            return "07-children";
        case CasePage::Programme:
            return "08-programme";
        case CasePage::Consilium:
            return "09-consilium";
        case CasePage::Documents:
            return "09a-documents";
        case CasePage::Course:
            return "09b-course";
        case CasePage::Timeline:
            return "10-timeline";
        default:
            throw std::logic_error("a tab of the case's page has no name for its picture");
        }
    }

    void walkCase()
    {
        auto* page = qobject_cast<CasePage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        for (int tab = 1; tab < page->tabs()->count(); ++tab) {
            nextTab();
            shoot(stopOf(tab));
        }
    }

    /// A sheet of the psychologist, half a year after the first one.
    base::RecordId fillSheet(base::RecordId family, const char* day, profile::Points odd, profile::Points even)
    {
        const auto faces = profile::instrument(m_session.desk().profile(), "FACES3");
        const auto done = m_session.desk().store.write(
            { m_session.desk().author, {}, {}, "tour" }, [&](store::WriteTx& tx) -> base::Result<base::RecordId> {
                PATRONAT_LET(const base::RecordId session,
                    tx.create("diagnostics", { { "family", base::Value(family) }, { "date", day } }));
                if (!faces)
                    return session;
                diagnostics::NewResult result;
                result.diagnostics = session;
                result.date = day;
                result.respondentKind = "mother";
                for (int n = 1; n <= 20; ++n)
                    result.sheet.answers[std::to_string(n)] = { (n % 2 == 0 ? even : odd) * profile::kPoint, {} };
                PATRONAT_TRY(diagnostics::record(tx, *faces, result));
                return session;
            });
        return done ? *done : base::RecordId {};
    }

    void walkDiagnostics()
    {
        auto* page = qobject_cast<CasePage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        fillSheet(page->family(), "2016-03-14", 2, 2);
        const base::RecordId session = fillSheet(page->family(), "2016-09-14", 4, 3);
        m_hands.settle();
        m_hands.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        if (auto* dialog = m_window.findChild<ComparisonDialog*>()) {
            shoot("17-comparison", dialog);
            dialog->reject();
        }
        m_window.openRecord("diagnostics", session);
        m_hands.settle();
        if (auto* fill = m_window.currentPage()->findChild<QPushButton*>(QStringLiteral("fillInstrument"))) {
            shoot("14-diagnostics");
            fill->click();
            m_hands.settle();
            if (auto* dialog = m_window.findChild<InstrumentDialog*>()) {
                Hands hands(*dialog, m_session.desk().jobs);
                for (int n = 0; n < 12; ++n)
                    hands.key(n % 3 == 0 ? Qt::Key_1 : Qt::Key_0);
                shoot("15-instrument", dialog);
                dialog->reject();
            }
            const auto results = m_session.desk().store.read(
                [&](const store::ReadTx& tx) -> base::Result<std::vector<base::RecordId>> {
                    return tx.children("instrumentResult", "diagnostics", session);
                });
            if (results && !results->empty()) {
                m_window.openRecord("instrumentResult", results->front());
                shoot("16-result");
                m_hands.key(Qt::Key_Left, Qt::AltModifier);
            }
        }
        m_hands.key(Qt::Key_Left, Qt::AltModifier);
    }

    void walkMeeting()
    {
        auto* page = qobject_cast<MeetingPage*>(m_window.currentPage());
        if (page == nullptr)
            return;
        m_hands.key(Qt::Key_PageDown, Qt::ControlModifier);
        shoot("32a-attendance");
        m_hands.key(Qt::Key_PageDown, Qt::ControlModifier);
        shoot("32b-protocol");
        m_hands.key(Qt::Key_PageDown, Qt::ControlModifier);
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
        m_hands.type(page->findChild<QWidget*>(QStringLiteral("name"))->focusProxy(),
            QStringLiteral("Сафины"));
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
    QString m_wide; ///< the first picture whose page did not fit
    MainWindow m_window;
    Hands m_hands;
};

/// Open measures by the day they are due: half of them lie before the day that is shown, half after
/// it.
base::Result<std::int64_t> dayWithWork(store::Store& store)
{
    PATRONAT_LET(
        const std::string day, store.read([](const store::ReadTx& tx) -> base::Result<std::string> {
            auto select
                = tx.connection().prepare("SELECT due FROM measure WHERE due IS NOT NULL AND state "
                                          "IN ('notStarted', 'inProgress') ORDER BY due "
                                          "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM measure WHERE "
                                          "due IS NOT NULL AND state IN ('notStarted', "
                                          "'inProgress'))");
            return select.step() ? std::string(select.text(0)) : std::string("2017-02-15");
        }));
    std::int64_t ms = 0;
    if (!base::parseIsoDate(day, ms))
        return base::Error { base::ErrorCode::Internal, { day }, "no date" };
    return ms + kMorning;
}

/// The family with the most to do: its case has a programme.
base::Result<QString> familyWithWork(store::Store& store)
{
    PATRONAT_LET(const std::string name,
        store.read([](const store::ReadTx& tx) -> base::Result<std::string> {
            auto select = tx.connection().prepare(
                "SELECT f.name FROM measure AS m JOIN family AS f ON f.id = m.family GROUP BY f.id "
                "ORDER BY "
                "sum(m.state IN ('notStarted', 'inProgress')) DESC, count(*) DESC, f.id LIMIT 1");
            return select.step() ? std::string(select.text(0)) : std::string("са");
        }));
    return QString::fromStdString(name);
}

base::Result<std::int64_t> openMeasures(const fs::path& database, const fs::path& profiles)
{
    const base::SystemClock clock;
    base::SystemRandom random;
    store::OpenOptions options;
    options.profilesRoot = profiles;
    PATRONAT_LET(const auto store, store::Store::open(database, { clock, random }, options));
    return store->read([](const store::ReadTx& tx) -> base::Result<std::int64_t> {
        auto select = tx.connection().prepare("SELECT count(*) FROM measure WHERE due IS NOT NULL "
                                              "AND state IN ('notStarted', 'inProgress')");
        return select.step() ? select.integer(0) : 0;
    });
}

/// What an office gives out and, beside it, the same cut off on the way.
base::Result<QStringList> filesOf(
    const fs::path& database, const fs::path& profiles, const QTemporaryDir& stick)
{
    QSettings settings(stick.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const base::SystemClock clock;
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
    std::vector<fs::path> offices; ///< those with the most to do first
    fs::path region;
    QStringList batches;
};

/// How the window looks on a walk.
struct Look
{
    QString name; ///< with which the names of its pictures begin
    QString language;
    Scheme scheme = Scheme::Light;
    int percent = 100;
};

/// One walk: what is opened, and how it looks.
struct Walk
{
    fs::path database;
    Look look;
    bool isOffice = true;
};

base::Status walk(QApplication& application, const Ground& ground, const Walk& one)
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("textPercent"), one.look.percent);
    applyTheme(application, one.look.scheme, one.look.percent);
    base::ManualClock clock(base::SystemClock().nowMs()); // until the day with work is known
    PATRONAT_LET(
        auto session, desktop::Session::open(one.database, ground.profiles, clock, settings));
    PATRONAT_LET(const std::int64_t day, dayWithWork(session->desk().store));
    clock.set(day);
    PATRONAT_LET(const QString family, familyWithWork(session->desk().store));
    session->languages().setLanguage(one.look.language);
    PATRONAT_LET(session->desk().author,
        desktop::staffOf(
            session->desk().store, one.isOffice ? DemoUser::Specialist : DemoUser::Supervisor));
    Tour tour(*session, ground.out, one.look.name, ground.batches);
    if (one.isOffice)
        tour.walkOffice(family);
    else
        tour.walkConflict();
    return tour.fitted();
}

base::Status walkFirst(QApplication& application, const fs::path& profile, const Ground& ground,
    const fs::path& database, const Look& look)
{
    constexpr std::int64_t kFirstDay = 1'487'149'200'000; // 15.02.2017
    const base::ManualClock clock(kFirstDay);
    base::SeededRandom random(1);
    PATRONAT_LET(auto loaded, profile::openProfile(profile));
    const store::SiteIdentity site { { 1, 7 }, "office", "K01", "КЦСОН в Агрызском районе" };
    {
        PATRONAT_LET(const auto made,
            store::Store::create(database, std::move(loaded), site, { clock, random }));
    }
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("textPercent"), look.percent);
    applyTheme(application, look.scheme, look.percent);
    PATRONAT_LET(auto session, desktop::Session::open(database, ground.profiles, clock, settings));
    session->languages().setLanguage(look.language);
    Tour tour(*session, ground.out, look.name, {});
    tour.walkFirst();
    return tour.fitted();
}

/// The walks write: they get copies, of the largest offices.
base::Status copyRegion(const fs::path& from, const fs::path& to, Ground& ground)
{
    try {
        std::vector<fs::path> offices;
        for (const fs::directory_entry& entry : fs::directory_iterator(from))
            if (entry.path().extension() == ".db"
                && entry.path().stem().string().starts_with("office-"))
                offices.push_back(entry.path());
        std::sort(offices.begin(), offices.end(), [](const fs::path& a, const fs::path& b) {
            return std::pair(fs::file_size(b), a) < std::pair(fs::file_size(a), b);
        });
        offices.resize(std::min(offices.size(), kLookedAt));
        fs::create_directories(to);
        offices.push_back(from / "region.db");
        for (const fs::path& database : offices) {
            ground.offices.push_back(to / database.filename());
            // What was only read lately still has its log beside it.
            for (const char* ending : { "", "-wal" })
                if (const fs::path file = database.string() + ending; fs::exists(file))
                    fs::copy_file(file, to / file.filename());
        }
        ground.region = ground.offices.back();
        ground.offices.pop_back();
        return {};
    } catch (const fs::filesystem_error& error) {
        return base::Error { base::ErrorCode::FileNotReadable, { from.string() }, error.what() };
    }
}

/// Those with the most to do first; the last one of them gives out a file.
base::Status orderByWork(Ground& ground)
{
    std::vector<std::pair<std::int64_t, fs::path>> order;
    for (const fs::path& office : ground.offices) {
        PATRONAT_LET(const std::int64_t count, openMeasures(office, ground.profiles));
        order.emplace_back(-count, office);
    }
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), kOffices + 1));
    ground.offices.clear();
    for (const auto& [count, office] : order)
        ground.offices.push_back(office);
    return {};
}

} // namespace

base::Status takePictures(QApplication& application, const TourOptions& options)
{
    std::error_code unmade; // writing the first picture says it
    fs::create_directories(options.out, unmade);
    const auto wanted = [&](const QString& name) {
        return options.only.isEmpty() || options.only.contains(name);
    };
    const fs::path profiles = options.profile.parent_path();
    const QString ru = QStringLiteral("ru");
    const QString en = QStringLiteral("en");
    const Look looks[] = { { ru, ru }, { en, en }, { QStringLiteral("dark"), ru, Scheme::Dark },
        { QStringLiteral("large"), ru, Scheme::Light, 150 },
        { QStringLiteral("large-en"), en, Scheme::Light, 150 } };
    for (const Look& look : looks)
        if (wanted(QStringLiteral("start")) || wanted(look.name))
            PATRONAT_TRY(
                photographStart(profiles, options.out, look.language, look.percent, look.name));
    if (options.only == QStringList { QStringLiteral("start") })
        return {};
    if (options.only.contains(QStringLiteral("forms"))) { // asked for by name: they are many
        base::Status problem;
        for (const int percent : { 100, 150 }) {
            applyTheme(application, Scheme::Light, percent);
            const auto done = photographForms(options.profile, options.out, ru,
                QStringLiteral("form%1").arg(percent), percent == 100);
            if (!done)
                problem = done;
        }
        return problem;
    }
    QTemporaryDir folder;
    const fs::path temporary(folder.path().toStdU16String());
    fs::path region = options.region;
    if (region.empty()) {
        demo::DemoOptions small;
        small.families = options.families;
        small.offices = kOffices + 1;
        small.out = region = temporary / "made";
        small.profile = options.profile;
        base::Job job;
        PATRONAT_TRY(demo::makeDemo(small, job));
    }
    Ground ground;
    ground.profiles = options.profile.parent_path();
    ground.out = options.out;
    PATRONAT_TRY(copyRegion(region, temporary / "walked", ground));
    PATRONAT_TRY(orderByWork(ground));
    const QTemporaryDir stick;
    PATRONAT_LET(ground.batches, filesOf(ground.offices.back(), ground.profiles, stick));
    std::size_t number = 0;
    for (const Look& look : looks) {
        const fs::path& office = ground.offices[number++ % ground.offices.size()];
        if (!wanted(look.name))
            continue;
        const fs::path first = temporary / ("first-" + std::to_string(number) + ".db");
        PATRONAT_TRY(walkFirst(application, options.profile, ground, first, look));
        PATRONAT_TRY(walk(application, ground, { office, look }));
        PATRONAT_TRY(walk(application, ground, { ground.region, look, false }));
    }
    return {};
}

} // namespace patronat::shots
