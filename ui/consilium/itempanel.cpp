// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/itempanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/forms/childtable.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formscroll.h"
#include "ui/forms/veilbar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

namespace {

/// After the field is left: a press of a button that took the focus comes first.
constexpr int kSaveAfterMs = 60;

FormLayout hearing()
{
    FormLayout layout;
    LayoutBlock votes;
    votes.rows = { { { "topic", 12 } },
        { { "votesFor", 2 }, { "votesAgainst", 2 }, { "votesAbstained", 3 }, { "adopted", 5 } },
        { { "castingVote", 12 } } };
    LayoutBlock decisions;
    decisions.childType = "decision";
    decisions.columns = { { "n", 1 }, { "kind", 4 }, { "text", 5 }, { "termTo", 3 } };
    layout.blocks = { std::move(votes), std::move(decisions) };
    return layout;
}

const FieldEditor* editorAround(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget())
        if (const auto* editor = qobject_cast<const FieldEditor*>(widget))
            return editor;
    return nullptr;
}

} // namespace

ItemPanel::ItemPanel(Desk& desk, base::RecordId item, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_item(item)
    , m_form(new RecordForm(desk, "agendaItem", hearing(), nullptr))
    , m_title(makeLabel(TextRole::Group))
    , m_state(makeLabel(TextRole::Muted))
    , m_rules(makeLabel(TextRole::Error))
    , m_unanimous(new QPushButton)
    , m_whole(new QPushButton)
    , m_scroll(makeFormScroll(m_form))
    , m_saveSoon(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 6, 8);
    layout->setSpacing(6);
    buildHead();
    m_rules->setWordWrap(true);
    m_rules->hide();
    m_rules->setObjectName(QStringLiteral("voteRules"));
    layout->addWidget(m_rules);
    layout->addWidget(new VeilBar(m_form->session(), this));
    layout->addWidget(m_scroll, 1);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(kSaveAfterMs);
    connect(m_saveSoon, &QTimer::timeout, this, &ItemPanel::save);
    connect(qApp, &QApplication::focusChanged, this, &ItemPanel::focusMoved);
    connect(m_form, &RecordForm::edited, this, &ItemPanel::refresh);
    connect(m_form, &RecordForm::opened, this, &ItemPanel::opened);
    connect(m_form, &RecordForm::rebuilt, this,
        [this] { QTimer::singleShot(0, this, &ItemPanel::doWhatWaits); });
    connect(m_form, &RecordForm::saved, this, [this] {
        refresh();
        if (m_isLeaving)
            leave();
    });
    connect(m_form, &RecordForm::failed, this, [this](const base::Error& error) {
        Q_EMIT failed(error);
        refresh();
        if (m_isLeaving)
            deleteLater(); // what is typed stays as a draft
    });
    connect(&m_form->session(), &FormSession::loadedAnew, this, &ItemPanel::refresh);
    connect(&m_form->session(), &FormSession::judged, this, &ItemPanel::judge);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ItemPanel::words);
    words();
    m_form->session().open(item);
}

void ItemPanel::buildHead()
{
    auto* head = new QHBoxLayout;
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
    auto* buttons = new QHBoxLayout;
    m_unanimous->setObjectName(QStringLiteral("unanimous"));
    m_unanimous->setIcon(icon(QStringLiteral("check")));
    m_whole->setIcon(icon(QStringLiteral("open")));
    buttons->addWidget(m_unanimous);
    buttons->addWidget(m_whole);
    buttons->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    connect(m_unanimous, &QPushButton::clicked, this, &ItemPanel::voteUnanimously);
    connect(m_whole, &QPushButton::clicked, this, [this] {
        save();
        Q_EMIT opened("agendaItem", m_item);
    });
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence::Save, [this] { save(); });
    key(QKeySequence(QStringLiteral("Ctrl+Down")), [this] { Q_EMIT stepped(1); });
    key(QKeySequence(QStringLiteral("Ctrl+Up")), [this] { Q_EMIT stepped(-1); });
}

void ItemPanel::words()
{
    m_unanimous->setText(tr("All for"));
    m_unanimous->setToolTip(tr("Everybody who is there votes for (Ctrl+E)"));
    m_whole->setText(tr("Whole form"));
    m_whole->setToolTip(tr("Heard, discussed, assignments"));
    refresh();
}

void ItemPanel::setMeeting(const QString& title, std::optional<std::int64_t> present, bool isOpen)
{
    m_title->setText(title);
    m_present = present;
    m_isOpen = isOpen;
    refresh();
    judge();
}

void ItemPanel::refresh()
{
    const FormSession& session = m_form->session();
    m_unanimous->setVisible(m_isOpen);
    m_unanimous->setEnabled(
        session.state() == FormSession::State::Ready && m_present.value_or(0) > 0);
    const QString state = session.state() == FormSession::State::Saving ? tr("saving")
        : hasSomethingToSave() ? tr("not saved; kept as a draft")
                               : QString();
    m_state->setText(state);
    Q_EMIT stateChanged(state.isEmpty() ? tr("saved") : state);
}

void ItemPanel::judge()
{
    // The rules of votes ask how many are there, which stands in the question only when it is
    // signed.
    const FormSession& session = m_form->session();
    if (!m_isOpen || !m_present || session.state() == FormSession::State::Loading) {
        m_rules->hide();
        return;
    }
    const unsigned judgement = ++m_judgement;
    base::Fields values = session.values();
    values["presentCount"] = base::Value(*m_present);
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, values = std::move(values), today = m_desk.today()](
            base::Job&) { return store.rules().check("agendaItem", values, today); },
        [this, judgement](const std::vector<store::BrokenRule>& broken) {
            if (judgement != m_judgement)
                return;
            const auto& said = m_form->session().problems();
            QStringList lines;
            for (const store::BrokenRule& one : broken)
                if (one.field.empty() && std::find(said.begin(), said.end(), one) == said.end())
                    lines += m_desk.languages.text(one.message);
            m_rules->setText(lines.join(QLatin1Char('\n')));
            m_rules->setVisible(!lines.isEmpty());
        });
}

void ItemPanel::voteUnanimously()
{
    if (!m_isOpen)
        return;
    if (m_form->session().state() == FormSession::State::Loading) {
        m_waiting = Wish::Unanimous;
        return;
    }
    if (m_present.value_or(0) <= 0) {
        Q_EMIT stateChanged(tr("Nobody is marked as present yet: mark them under Attendance."));
        return;
    }
    if (!m_unanimous->isEnabled())
        return;
    m_form->session().edit(
        { { "votesFor", base::Value(*m_present) }, { "votesAgainst", base::Value(0) },
            { "votesAbstained", base::Value(0) }, { "adopted", base::Value(1) } });
    FormSession& session = m_form->session();
    session.desk().asSomebody(&session, [&session] { session.save(); });
}

void ItemPanel::addDecision()
{
    if (m_form->session().state() == FormSession::State::Loading) {
        m_waiting = Wish::Decision;
        return;
    }
    if (auto* decisions = m_form->findChild<ChildTable*>())
        decisions->add();
}

void ItemPanel::doWhatWaits()
{
    const Wish wish = std::exchange(m_waiting, Wish::None);
    if (wish == Wish::Unanimous)
        voteUnanimously();
    else if (wish == Wish::Decision)
        addDecision();
}

void ItemPanel::focusVotes()
{
    const auto votes = m_form->findChildren<FieldEditor*>(QStringLiteral("votesFor"));
    if (!votes.isEmpty() && !votes.first()->inputs().isEmpty())
        votes.first()->inputs().first()->setFocus(Qt::TabFocusReason);
}

void ItemPanel::save()
{
    m_saveSoon->stop();
    // Half a value is still being typed: its draft keeps it, and the next pause saves it.
    if (hasSomethingToSave() && !m_form->hasUnread())
        m_form->save();
}

bool ItemPanel::hasSomethingToSave() const
{
    if (m_form->session().isDirty())
        return true;
    const auto* decisions = m_form->findChild<ChildTable*>();
    if (decisions == nullptr)
        return false;
    // A line that was only begun is no decision yet.
    const auto sessions = decisions->sessions();
    return std::any_of(sessions.begin(), sessions.end(), [](const FormSession* session) {
        return session->isDirty()
            && (!session->isNew() || session->isEdited("kind") || session->isEdited("text"));
    });
}

void ItemPanel::leave()
{
    m_isLeaving = true;
    hide();
    // What cannot be read yet stays as a draft.
    if (hasSomethingToSave() && !m_form->focusMisread())
        m_form->save();
    else
        deleteLater();
}

void ItemPanel::focusMoved(QWidget* from, QWidget* to)
{
    if (to != nullptr && m_form->isAncestorOf(to))
        m_scroll->ensureWidgetVisible(to);
    if (from == nullptr || !isAncestorOf(from) || !hasSomethingToSave())
        return;
    // From one part of a field to another, or into its list, is not leaving it.
    const FieldEditor* left = editorAround(from);
    if (left != nullptr && left != editorAround(to) && QApplication::activePopupWidget() == nullptr)
        m_saveSoon->start();
}

} // namespace patronat::ui
