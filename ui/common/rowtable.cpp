// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowtable.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace patronat::ui {

namespace {

constexpr int kRowAir = 11; ///< above and below the letters of a line, in points of the screen

/// Paints lines, not cells: the whole line is what one is on, so no cell has a frame of its own.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

} // namespace

void makeRowTable(QTableView* table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setItemDelegate(new RowDelegate(table));
    table->verticalHeader()->hide();
    // One height for all: a view of 76,000 lines must not measure them.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kRowAir);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
}

void setColumnLetters(QTableView* table, std::span<const int> letters)
{
    for (std::size_t i = 0; i < letters.size(); ++i)
        table->setColumnWidth(static_cast<int>(i), letters[i] * table->fontMetrics().averageCharWidth());
}

} // namespace patronat::ui
