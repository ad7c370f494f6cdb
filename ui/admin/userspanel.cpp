// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/userspanel.h"

#include "core/access/users.h"
#include "ui/admin/userlist.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr std::array kLetters { 44, 40 };

} // namespace

UsersPanel::UsersPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(new UserList(desk, this))
    , m_title(makeLabel(TextRole::Title))
    , m_why(makeLabel(TextRole::Plain))
    , m_honest(makeLabel(TextRole::Warning))
    , m_said(makeLabel(TextRole::Subtitle))
    , m_view(new QTableView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    for (QLabel* label : { m_title, m_why, m_honest, m_said }) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_view->setObjectName(QStringLiteral("users"));
    m_view->setModel(m_list);
    makeRowTable(m_view);
    setColumnLetters(m_view, kLetters);
    m_view->installEventFilter(this);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_list, &UserList::ticked, this, &UsersPanel::keep);
    connect(&desk.languages, &LanguageSwitch::switched, this, &UsersPanel::words);
    connect(&desk.notifier, &StoreNotifier::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            load();
    });
    words();
}

void UsersPanel::words()
{
    m_title->setText(tr("Users"));
    m_why->setText(tr("Tick who may say \"it is me who works here\" at this computer. As long as nobody is ticked, every member "
                      "of the staff may. The choice is kept here and does not travel to other offices. Space ticks a line."));
    m_honest->setText(tr("Names are not protected by a password yet: whoever opens the program can choose any name of this "
                         "list. Lock the computer when you leave it."));
    m_view->setAccessibleName(tr("Users"));
    say();
    m_list->setLines(m_list->lines());
}

void UsersPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        load();
}

void UsersPanel::load()
{
    m_isStale = false;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, today = m_desk.today()](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<UserLine>> {
                return userLines(tx, today);
            });
        },
        [this](base::Result<std::vector<UserLine>> lines) {
            if (!lines) {
                Q_EMIT failed(lines.error());
                return;
            }
            const int row = std::max(0, m_view->currentIndex().row());
            m_list->setLines(std::move(*lines));
            if (m_list->rowCount() > 0)
                m_view->setCurrentIndex(m_list->index(std::min(row, m_list->rowCount() - 1), 0));
            say();
        });
}

void UsersPanel::keep()
{
    say();
    // One after the other: the last tick is what stays.
    m_hasMoreToKeep = m_isKeeping;
    if (m_isKeeping)
        return;
    m_isKeeping = true;
    std::vector<RecordId> named;
    for (const UserLine& line : m_list->lines())
        if (line.isNamed)
            named.push_back(line.staff);
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this, [&store, named](base::Job&) { return access::nameUsers(store, named); },
        [this](const base::Status& kept) {
            m_isKeeping = false;
            if (kept && m_hasMoreToKeep) {
                keep();
            } else if (kept) {
                Q_EMIT stateChanged(tr("Saved"));
            } else {
                // What is ticked is what is kept, or else the screen lies.
                load();
                Q_EMIT failed(kept.error());
            }
        });
}

void UsersPanel::say()
{
    const auto& lines = m_list->lines();
    const auto named = std::count_if(lines.begin(), lines.end(), [](const UserLine& line) { return line.isNamed; });
    if (lines.empty())
        m_said->setText(tr("There is no staff yet. Write it down under \"Staff\"."));
    else if (named == 0)
        m_said->setText(tr("Nobody is ticked: every member of the staff may work here."));
    else
        m_said->setText(tr("%n user(s)", nullptr, static_cast<int>(named)));
}

bool UsersPanel::eventFilter(QObject* watched, QEvent* event)
{
    // A line is ticked wherever in it one stands.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space
        && m_view->currentIndex().isValid()) {
        const QModelIndex name = m_list->index(m_view->currentIndex().row(), UserList::Name);
        const bool isNamed = name.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_list->setData(name, static_cast<int>(isNamed ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui
