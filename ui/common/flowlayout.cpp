// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flowlayout.h"

#include <algorithm>

namespace patronat::ui {

FlowLayout::FlowLayout(int spacing, int below)
    : m_below(below < 0 ? spacing : below)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({ 0, 0, width, 0 }, Pass::Measure);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

int FlowLayout::arrange(const QRect& rect, Pass pass) const
{
    int y = rect.y();
    for (std::size_t first = 0; first < m_items.size();) {
        // As many as the line holds, and at least one.
        std::size_t end = first;
        int width = 0;
        int height = 0;
        for (; end < m_items.size(); ++end) {
            if (m_items[end]->isEmpty())
                continue;
            const QSize size = m_items[end]->sizeHint();
            if (width > 0 && width + size.width() > rect.width())
                break;
            width += size.width() + spacing();
            height = std::max(height, size.height());
        }
        if (pass == Pass::Place)
            placeLine(first, end, { rect.x(), y, rect.width(), height });
        y += height + (end < m_items.size() ? m_below : 0);
        first = end;
    }
    return y - rect.y();
}

void FlowLayout::placeLine(std::size_t first, std::size_t end, const QRect& line) const
{
    int x = line.x();
    for (std::size_t at = first; at < end; ++at) {
        QLayoutItem* item = m_items[at];
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        item->setGeometry({ { x, line.y() + (line.height() - size.height()) / 2 },
            QSize(std::min(size.width(), line.width()), size.height()) });
        x += size.width() + spacing();
    }
}

} // namespace patronat::ui
