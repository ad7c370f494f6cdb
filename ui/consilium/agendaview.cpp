// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/agendaview.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/consilium/familychooser.h"
#include "ui/consilium/itempanel.h"
#include "ui/consilium/meetingwriting.h"
#include "ui/forms/recorddialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace patronat::ui {

namespace {

/// Whoever runs down the lines does not want every form on the way.
constexpr int kShowAfterMs = 120;
constexpr int kWideLetters
    = 130; ///< from here on the question stands beside the agenda, else below
constexpr std::array kLetters { 5, 26, 26, 24 };

} // namespace

AgendaView::AgendaView(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new AgendaModel(desk, this))
    , m_turn(new WriteTurn(desk, this))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_table(new QTableView)
    , m_hint(makeLabel(TextRole::Muted))
    , m_place(new QWidget)
    , m_nothing(makeLabel(TextRole::Muted))
    , m_add(new QPushButton)
    , m_other(new QPushButton)
    , m_up(new QToolButton)
    , m_down(new QToolButton)
    , m_off(new QToolButton)
    , m_showSoon(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 10, 14, 8);
    layout->setSpacing(6);
    auto* buttons = new QHBoxLayout;
    buildButtons(buttons);
    layout->addLayout(buttons);
    buildTable();
    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    place->addWidget(m_nothing, 1);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_place);
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    m_showSoon->setSingleShot(true);
    m_showSoon->setInterval(kShowAfterMs);
    connect(m_showSoon, &QTimer::timeout, this, &AgendaView::showItem);
    connect(m_turn, &WriteTurn::written, this, &AgendaView::written);
    connect(m_turn, &WriteTurn::failed, this, &AgendaView::failed);
    connect(&desk.languages, &LanguageSwitch::switched, this, &AgendaView::words);
    connect(&desk.privacy, &Privacy::changed, this, [this] { show(m_meeting); });
    setFocusProxy(m_table);
    words();
}

AgendaView::~AgendaView() = default;

ItemPanel* AgendaView::panel() const
{
    return m_panel;
}

void AgendaView::buildButtons(QHBoxLayout* line)
{
    m_add->setObjectName(QStringLiteral("addFamilies"));
    m_add->setProperty("primary", true);
    m_off->setIcon(icon(QStringLiteral("remove")));
    m_up->setText(QStringLiteral("↑"));
    m_down->setText(QStringLiteral("↓"));
    line->addWidget(m_add);
    line->addWidget(m_other);
    line->addStretch(1);
    for (QToolButton* button : { m_up, m_down, m_off })
        line->addWidget(button);
    connect(m_add, &QPushButton::clicked, this, &AgendaView::addFamilies);
    connect(m_other, &QPushButton::clicked, this, &AgendaView::addOther);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_off, &QToolButton::clicked, this, &AgendaView::takeOff);
}

void AgendaView::buildTable()
{
    m_table->setModel(m_model);
    makeRowTable(m_table);
    setColumnLetters(m_table, kLetters);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) {
            if (!now.isValid())
                return; // the lines are shown anew; what one stood on is looked for then
            m_wanted = m_model->lines()[static_cast<std::size_t>(now.row())].record.id;
            m_showSoon->start();
            enable();
        });
    connect(m_table, &QTableView::doubleClicked, this, [this] { step(0); });
}

void AgendaView::words()
{
    m_add->setText(tr("Add families"));
    m_add->setToolTip(tr("Insert"));
    m_other->setText(tr("Another question"));
    m_other->setToolTip(tr("A question of organisation, without a family"));
    m_up->setToolTip(tr("Earlier (Alt+Up)"));
    m_down->setToolTip(tr("Later (Alt+Down)"));
    m_off->setToolTip(tr("Take off the agenda (Delete)"));
    for (QToolButton* button : { m_up, m_down, m_off })
        button->setAccessibleName(button->toolTip());
    m_table->setAccessibleName(tr("Agenda"));
    m_hint->setText(tr("Insert: families. Alt+Up, Alt+Down: order. Enter: votes. Ctrl+E: all for. "
                       "Ctrl+D: decision. "
                       "Ctrl+Down, Ctrl+Up: next question, the one before."));
    m_nothing->setText(tr("The agenda is empty."));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, AgendaModel::ColumnCount - 1);
    show(m_meeting);
}

void AgendaView::show(const MeetingSummary& meeting)
{
    m_meeting = meeting;
    m_turn->shown();
    const int before = m_table->currentIndex().row();
    m_model->show(m_meeting.agenda);
    int row = m_model->rowOf(m_wanted);
    if (row < 0 && m_model->rowCount() > 0)
        row = std::clamp(before, 0, m_model->rowCount() - 1);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    else
        m_showSoon->start();
    nameItem();
    m_hint->setVisible(m_meeting.isOpen() && m_splitter->orientation() == Qt::Horizontal);
    enable();
    moveWhatWaits();
}

void AgendaView::enable()
{
    const bool isOpen = m_meeting.isOpen();
    const int row = m_table->currentIndex().row();
    m_add->setEnabled(isOpen);
    m_other->setEnabled(isOpen);
    m_up->setEnabled(isOpen && row > 0);
    m_down->setEnabled(isOpen && row >= 0 && row + 1 < m_model->rowCount());
    m_off->setEnabled(isOpen && row >= 0);
}

void AgendaView::choose(base::RecordId item)
{
    m_wanted = item;
    if (const int row = m_model->rowOf(item); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void AgendaView::addFamilies()
{
    if (!m_meeting.isOpen())
        return;
    auto* dialog = new FamilyChooser(m_desk, m_meeting.meeting.id, window());
    connect(dialog, &FamilyChooser::chosen, this, &AgendaView::put);
    connect(dialog, &FamilyChooser::failed, this, &AgendaView::failed);
    connect(dialog, &QDialog::finished, m_table, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

void AgendaView::put(const std::vector<FamilyChoice>& families, const std::string& kind)
{
    m_turn->write("agenda", [families, kind, meeting = m_meeting.meeting.id](store::WriteTx& tx) {
        return addToAgenda(tx, meeting, families, kind);
    });
}

void AgendaView::addOther()
{
    auto* dialog = new RecordDialog(m_desk, "agendaItem", window());
    dialog->openNew({ { "meeting", base::Value(m_meeting.meeting.id) },
        { "kind", base::Value("10") }, { "n", base::Value(m_model->rowCount() + 1) } });
    connect(dialog, &RecordDialog::saved, this, [this](base::RecordId id) { m_wanted = id; });
    dialog->open();
}

void AgendaView::move(int by)
{
    m_toMove += by;
    moveWhatWaits();
}

void AgendaView::moveWhatWaits()
{
    if (m_toMove == 0 || !m_turn->isFree() || !m_meeting.isOpen())
        return;
    const int by = std::exchange(m_toMove, 0);
    const int from = m_table->currentIndex().row();
    const int to = std::clamp(from + by, 0, m_model->rowCount() - 1);
    if (from < 0 || to == from)
        return;
    std::vector<AgendaLine> order = m_model->lines();
    AgendaLine moved = order[static_cast<std::size_t>(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, std::move(moved));
    m_turn->write("agenda",
        [order = std::move(order)](store::WriteTx& tx) { return numberAgenda(tx, order); });
}

void AgendaView::takeOff()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || !m_turn->isFree() || !m_meeting.isOpen())
        return;
    m_wanted = {};
    m_turn->write("agenda",
        [agenda = m_model->lines(), at = static_cast<std::size_t>(row)](
            store::WriteTx& tx) { return takeOffAgenda(tx, agenda, at); });
    Q_EMIT stateChanged(tr("Taken off the agenda. Ctrl+Shift+Z takes that back."));
}

void AgendaView::step(int by)
{
    const int row = std::clamp(m_table->currentIndex().row() + by, 0, m_model->rowCount() - 1);
    if (m_model->rowCount() == 0)
        return;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_wantsVotes = true;
    showItem();
}

void AgendaView::showItem()
{
    m_showSoon->stop();
    const int row = m_table->currentIndex().row();
    const base::RecordId item
        = row < 0 ? base::RecordId {} : m_model->lines()[static_cast<std::size_t>(row)].record.id;
    if (m_panel == nullptr || m_panel->item() != item) {
        if (m_panel != nullptr)
            m_panel->leave();
        m_panel = nullptr;
        m_nothing->setVisible(item.isNull());
        if (item.isNull())
            return;
        m_panel = new ItemPanel(m_desk, item, m_place);
        m_place->layout()->addWidget(m_panel);
        connect(m_panel, &ItemPanel::opened, this, &AgendaView::openForm);
        connect(m_panel, &ItemPanel::failed, this, &AgendaView::failed);
        connect(m_panel, &ItemPanel::stateChanged, this, &AgendaView::stateChanged);
        connect(m_panel, &ItemPanel::stepped, this, &AgendaView::step);
        nameItem();
        connect(&m_panel->form(), &RecordForm::rebuilt, this, [this] {
            if (std::exchange(m_wantsVotes, false) && m_panel != nullptr)
                // Shown a turn later, and what is not shown takes no focus.
                QTimer::singleShot(0, m_panel, &ItemPanel::focusVotes);
        });
    } else if (std::exchange(m_wantsVotes, false)) {
        m_panel->focusVotes();
    }
}

void AgendaView::voteUnanimously()
{
    showItem();
    if (m_panel != nullptr)
        m_panel->voteUnanimously();
}

void AgendaView::addDecision()
{
    showItem();
    if (m_panel != nullptr)
        m_panel->addDecision();
}

void AgendaView::nameItem()
{
    const int row = m_panel == nullptr ? -1 : m_model->rowOf(m_panel->item());
    if (row < 0)
        return;
    const QString family = m_model->index(row, AgendaModel::Family).data().toString();
    m_panel->setMeeting(family.isEmpty() ? tr("Question %1").arg(row + 1)
                                         : tr("Question %1: %2").arg(row + 1).arg(family),
        m_meeting.present, m_meeting.isOpen());
}

void AgendaView::save()
{
    if (m_panel != nullptr)
        m_panel->save();
}

void AgendaView::openForm(const std::string& type, base::RecordId id)
{
    auto* dialog = new RecordDialog(m_desk, type, window());
    dialog->openRecord(id);
    dialog->open();
}

bool AgendaView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isMove = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (isMove && key->modifiers().testFlag(Qt::AltModifier)) {
        move(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(0);
        return true;
    case Qt::Key_Insert:
        addFamilies();
        return true;
    case Qt::Key_Delete:
        takeOff();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void AgendaView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // On a small screen, or with large texts, the fields need the width.
    const bool isWide = width() > kWideLetters * fontMetrics().averageCharWidth();
    m_table->setColumnHidden(AgendaModel::Topic, isWide); // the question itself says it
    m_hint->setVisible(isWide && m_meeting.isOpen());
    const Qt::Orientation orientation = isWide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != orientation || event->oldSize().width() <= 0) {
        m_splitter->setOrientation(orientation);
        const int all = isWide ? width() : height();
        m_splitter->setSizes(isWide ? QList<int> { all * 46 / 100, all * 54 / 100 }
                                    : QList<int> { all * 33 / 100, all * 67 / 100 });
    }
}

} // namespace patronat::ui
