// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/ticklist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kMostRows = 12;
constexpr int kSearchFrom = 10;
constexpr int kLeastWidth = 280;

} // namespace

TickList::TickList(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_search, &QLineEdit::textChanged, this, &TickList::narrow);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        Q_EMIT ticked(item->data(Qt::UserRole).toString(), item->checkState() == Qt::Checked);
    });
}

void TickList::add(const QString& label, const QString& code, bool isTicked)
{
    const QSignalBlocker quiet(m_list);
    auto* item = new QListWidgetItem(label, m_list);
    item->setData(Qt::UserRole, code);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
}

void TickList::popupBelow(QWidget* field)
{
    m_list->setAccessibleName(accessibleName());
    m_search->setVisible(m_list->count() > kSearchFrom);
    m_list->setCurrentRow(0);
    const int width = std::max(field->width(), kLeastWidth);
    const int row = std::max(m_list->sizeHintForRow(0), 20);
    setFixedWidth(width);
    m_list->setFixedHeight(std::min(m_list->count() + 1, kMostRows) * row + 8);
    adjustSize();
    QPoint at = field->mapToGlobal(QPoint(0, field->height() + 1));
    const QRect screen = field->screen()->availableGeometry();
    if (at.y() + height() > screen.bottom())
        at = field->mapToGlobal(QPoint(0, -height() - 1));
    move(std::min(at.x(), screen.right() - width), std::max(at.y(), screen.top()));
    show();
    (m_search->isVisible() ? static_cast<QWidget*>(m_search) : m_list)->setFocus();
}

void TickList::narrow(const QString& text)
{
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
        if (first == nullptr && !item->isHidden())
            first = item;
    }
    m_list->setCurrentItem(first);
}

void TickList::toggle(QListWidgetItem* item)
{
    if (item != nullptr && !item->isHidden())
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

bool TickList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        toggle(m_list->currentItem());
        return true;
    }
    const bool moves = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
    if (watched == m_search && moves) {
        // The list moves while one goes on typing.
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                break;
            }
        }
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace patronat::ui
