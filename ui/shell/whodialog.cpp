// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/whodialog.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

WhoDialog::WhoDialog(Desk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who works here"));
    resize(520, 420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->addWidget(makeLabel(TextRole::Title, tr("Who works here?")));
    auto* why = makeLabel(TextRole::Subtitle, tr("Everything you write bears this name."));
    layout->addWidget(why);
    m_search->setPlaceholderText(tr("Surname"));
    m_search->setAccessibleName(tr("Surname"));
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_list->setAccessibleName(tr("Staff"));
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &WhoDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &WhoDialog::take);
    connect(m_search, &QLineEdit::textChanged, this, &WhoDialog::look);
    look();
}

void WhoDialog::look()
{
    const unsigned asked = ++m_asked;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, text = typed(m_search->text()), language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return candidates(tx, store.rules(), "staff", text, {}, language);
            });
        },
        [this, asked](const base::Result<std::vector<Candidate>>& found) {
            if (asked == m_asked && found)
                show(*found);
        });
}

void WhoDialog::show(const std::vector<Candidate>& found)
{
    m_list->clear();
    for (const Candidate& one : found) {
        auto* item = new QListWidgetItem(shown(one.title), m_list);
        item->setData(Qt::UserRole, shown(one.id.hex()));
        if (one.id == m_desk.author)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void WhoDialog::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    if (const auto id = base::RecordId::fromHex(typed(item->data(Qt::UserRole).toString())))
        Q_EMIT chosen(*id);
    accept();
}

bool WhoDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < m_list->count())
                m_list->setCurrentRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace patronat::ui
