// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/meetingpage.h"

#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/partedpage.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/attendancemodel.h"
#include "ui/consilium/attendanceview.h"
#include "ui/consilium/paperview.h"
#include "ui/forms/formpage.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

constexpr int kReloadAfterMs = 120;
constexpr QStringView kBetweenFacts = u"  ·  ";

/// Keys of the meeting that a field takes for itself on some systems: under X11 Ctrl+E goes to the
/// end of the line and Ctrl+D deletes.
bool isOfMeeting(const QKeyEvent& key)
{
    return key.modifiers() == Qt::ControlModifier
        && (key.key() == Qt::Key_E || key.key() == Qt::Key_D);
}

} // namespace

MeetingPage::MeetingPage(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(TextRole::Title))
    , m_badge(makeLabel(TextRole::Badge))
    , m_facts(makeLabel(TextRole::Subtitle))
    , m_tabs(new QTabWidget)
    , m_agenda(new AgendaView(desk, nullptr))
    , m_attendance(new AttendanceView(desk, nullptr))
    , m_papers(new PaperView(desk, nullptr))
    , m_cardPlace(new QWidget)
    , m_reload(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(4);
    buildHead();
    buildTabs();
    m_reload->setSingleShot(true);
    m_reload->setInterval(kReloadAfterMs);
    connect(m_reload, &QTimer::timeout, this, &MeetingPage::load);
    connect(m_agenda, &AgendaView::written, this, &MeetingPage::load);
    connect(m_agenda, &AgendaView::failed, this, &MeetingPage::failed);
    connect(m_agenda, &AgendaView::stateChanged, this, &MeetingPage::stateChanged);
    connect(m_attendance, &AttendanceView::written, this, &MeetingPage::load);
    connect(m_attendance, &AttendanceView::failed, this, &MeetingPage::failed);
    connect(m_papers, &PaperView::failed, this, &MeetingPage::failed);
    connect(m_papers, &PaperView::stateChanged, this, &MeetingPage::stateChanged);
    connect(&desk.notifier, &StoreNotifier::changed, this, &MeetingPage::refresh);
    connect(&desk.languages, &LanguageSwitch::switched, this, &MeetingPage::words);
    setFocusProxy(m_tabs);
    words();
}

void MeetingPage::buildHead()
{
    addPageHead(static_cast<QVBoxLayout*>(layout()), m_title, m_facts)->addWidget(m_badge);
}

void MeetingPage::buildTabs()
{
    m_tabs->setDocumentMode(true);
    for (QWidget* tab : { static_cast<QWidget*>(m_agenda), static_cast<QWidget*>(m_attendance),
             static_cast<QWidget*>(m_papers), m_cardPlace })
        m_tabs->addTab(tab, QString());
    layout()->addWidget(m_tabs);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MeetingPage::enter);
    walkTabsByKeys(this, m_tabs, TabFocus::Page);
    const auto key = [this](const char* keys, auto run) {
        auto* shortcut = new QShortcut(QKeySequence(QLatin1String(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, run] {
            // Nobody votes on what is not shown.
            if (m_tabs->currentWidget() == m_agenda)
                (m_agenda->*run)();
        });
    };
    key("Ctrl+E", &AgendaView::voteUnanimously);
    // Not Ctrl+N, which the table of decisions has for itself.
    key("Ctrl+D", &AgendaView::addDecision);
    qApp->installEventFilter(this);
}

bool MeetingPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_facts && event->type() == QEvent::Resize)
        reserveFacts();
    if (event->type() != QEvent::ShortcutOverride || !isOfMeeting(*static_cast<QKeyEvent*>(event)))
        return QWidget::eventFilter(watched, event);
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || m_tabs->currentWidget() != m_agenda || !isAncestorOf(widget))
        return QWidget::eventFilter(watched, event);
    event->ignore(); // so that it comes as the shortcut
    return true;
}

void MeetingPage::words()
{
    m_tabs->setTabText(Agenda, tr("Agenda and decisions"));
    m_tabs->setTabText(Attendance, tr("Attendance"));
    m_tabs->setTabText(Papers, tr("Protocol and extracts"));
    m_tabs->setTabText(Card, tr("Card of the meeting"));
    m_tabs->setAccessibleName(tr("Parts of the meeting"));
    if (m_isLoaded)
        load(); // titles of records are in the language of the window
}

void MeetingPage::open(base::RecordId meeting)
{
    m_id = meeting;
    setFocusProxy(m_agenda);
    load();
}

void MeetingPage::openNew()
{
    for (const int tab : { Agenda, Attendance, Papers })
        m_tabs->setTabEnabled(tab, false);
    m_tabs->setCurrentIndex(Card);
    m_title->setText(tr("New meeting"));
    m_badge->hide();
    makeCard();
    connect(&m_card->form(), &RecordForm::rebuilt, m_card,
        [card = m_card] { card->form().focusFirst(); });
    connect(m_card, &FormPage::saved, this, [this](base::RecordId id) {
        if (!m_id.isNull())
            return;
        for (const int tab : { Agenda, Attendance, Papers })
            m_tabs->setTabEnabled(tab, true);
        open(id);
    });
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, today = m_desk.today()](base::Job&) {
            return store.read([&](const store::ReadTx& tx) { return newMeeting(tx, today); });
        },
        [this](base::Result<base::Fields> fields) {
            m_card->session().openNew(fields ? std::move(*fields) : base::Fields {});
        });
}

void MeetingPage::makeCard()
{
    m_card = new FormPage(m_desk, "meeting", FormPage::Frame::Within, nullptr);
    auto* place = new QVBoxLayout(m_cardPlace);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_card);
    m_cardPlace->setFocusProxy(m_card);
    if (m_isLoaded)
        m_card->setCaution(absentLeadersWords(m_meeting, m_desk.privacy));
    connect(m_card, &FormPage::opened, this, &MeetingPage::opened);
    connect(m_card, &FormPage::removed, this, &MeetingPage::removed);
    connect(m_card, &FormPage::stateChanged, this, &MeetingPage::stateChanged);
}

void MeetingPage::load()
{
    m_reload->stop();
    // Answers that were on their way when something was written are not shown any more.
    const unsigned asked = ++m_asked;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, id = m_id, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return meetingSummary(tx, store.rules(), id, language);
            });
        },
        [this, asked](base::Result<MeetingSummary> meeting) {
            if (asked != m_asked)
                return;
            if (!meeting) {
                Q_EMIT failed(meeting.error());
                return;
            }
            m_isLoaded = true;
            m_meeting = std::move(*meeting);
            showMeeting();
        });
}

void MeetingPage::showMeeting()
{
    const std::string& life = m_meeting.meeting.life;
    m_title->setText(shown(m_meeting.title));
    m_badge->show();
    m_badge->setText(life == "signed" ? tr("signed")
            : life == "cancelled"     ? tr("cancelled")
            : life == "removed"       ? tr("removed")
                                      : tr("draft"));
    setRole(
        m_badge, life == "signed" || life == "draft" ? TextRole::Badge : TextRole::BadgeWarning);
    QStringList facts;
    if (!m_meeting.body.empty())
        facts += shown(m_meeting.body);
    if (!m_meeting.date.empty())
        facts += dateText(m_meeting.date);
    facts += tr("%n question(s)", nullptr, static_cast<int>(m_meeting.agenda.size()));
    m_otherFacts = facts;
    facts += quorumWords(m_meeting);
    m_facts->setText(facts.join(kBetweenFacts.toString()));
    reserveFacts();
    if (m_card != nullptr)
        m_card->setCaution(absentLeadersWords(m_meeting, m_desk.privacy));
    m_agenda->show(m_meeting);
    m_attendance->show(m_meeting);
    m_papers->show(m_meeting);
}

/// The page below must not jump when the first member is marked.
void MeetingPage::reserveFacts()
{
    if (!m_isLoaded)
        return;
    const QFontMetrics metrics = m_facts->fontMetrics();
    const QString widest = (m_otherFacts + QStringList { widestQuorumWords(m_meeting, metrics) })
                               .join(kBetweenFacts.toString());
    m_facts->setMinimumHeight(
        metrics
            .boundingRect(QRect(0, 0, m_facts->width(), QWIDGETSIZE_MAX), Qt::TextWordWrap, widest)
            .height());
}

void MeetingPage::enter(int tab)
{
    m_agenda->save();
    if (tab == Papers)
        m_papers->refresh();
    if (m_id.isNull())
        return;
    const bool isNewCard = tab == Card && m_card == nullptr;
    if (isNewCard) {
        makeCard();
        m_card->session().open(m_id);
    }
    if (focusPart() && isNewCard)
        connect(
            &m_card->form(), &RecordForm::rebuilt, m_card,
            [card = m_card] { card->form().focusFirst(); }, Qt::SingleShotConnection);
}

/// Qt gives the focus to the first thing of a new tab, which is a button here and marks everybody
/// present at the next Space. What one came for is the list.
bool MeetingPage::focusPart()
{
    QWidget* part = m_tabs->currentWidget();
    const QWidget* focus = QApplication::focusWidget();
    const bool isWithin = focus != nullptr && (focus == part || part->isAncestorOf(focus));
    setFocusProxy(part);
    if (!isWithin)
        return false; // on the tabs, or elsewhere in the window
    part->setFocus();
    if (part == m_cardPlace)
        m_card->form().focusFirst();
    return true;
}

void MeetingPage::refresh(const store::Changes& changes)
{
    static const std::array kTypes { "meeting", "agendaItem", "attendance", "decision",
        "assignment", "body", "bodyMember", "family" };
    const bool counts
        = std::any_of(changes.begin(), changes.end(), [](const store::Change& change) {
              return std::find(kTypes.begin(), kTypes.end(), change.type) != kTypes.end();
          });
    if (counts && m_isLoaded)
        m_reload->start();
}

} // namespace patronat::ui
