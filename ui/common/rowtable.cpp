// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowtable.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <utility>
#include <vector>

namespace patronat::ui {

namespace {

constexpr int kLeastPercent = 85; ///< of its letters a column keeps
constexpr int kCellAir = 20; ///< beside the letters of a cell, in points of the screen
constexpr int kMarkAir = 8; ///< between a mark and the letters
constexpr int kLastLetters = 12; ///< of a column whose letters are not named
constexpr int kWidestLetters = 64;
constexpr int kMeasuredRows = 60; ///< measuring more lines than one sees would be felt
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

/// Keeps the columns of a table within its room until somebody draws one. Owned by the table.
class ColumnKeeper final : public QObject
{
public:
    ColumnKeeper(QTableView* table, std::vector<int> letters)
        : QObject(table)
        , m_table(table)
        , m_letters(std::move(letters))
    {
        table->viewport()->installEventFilter(this);
        auto* header = table->horizontalHeader();
        connect(header, &QHeaderView::sectionResized, this,
            [this, header](int column, int before, int now) {
                const bool isShownOrHidden = before == 0 || now == 0;
                if (m_isFitting)
                    return;
                if (isShownOrHidden)
                    fit();
                else if (column != lastShown(*header))
                    m_isDrawn = true;
            });
        if (const QAbstractItemModel* model = table->model()) {
            connect(model, &QAbstractItemModel::modelReset, this, &ColumnKeeper::fitSoon);
            connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnKeeper::fitSoon);
            connect(model, &QAbstractItemModel::dataChanged, this, &ColumnKeeper::fitSoon);
            connect(model, &QAbstractItemModel::headerDataChanged, this, &ColumnKeeper::fitSoon);
        }
        fit();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    /// It takes what the others leave; its width is nobody's wish.
    static int lastShown(const QHeaderView& header)
    {
        int last = header.count() - 1;
        while (last > 0 && header.isSectionHidden(header.logicalIndex(last)))
            --last;
        return header.logicalIndex(last);
    }

    /// Not at once: a model that dies with its table says that it was reset, and one that changes
    /// says so line by line.
    void fitSoon()
    {
        if (m_isAsked)
            return;
        m_isAsked = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isAsked = false;
                fit();
            },
            Qt::QueuedConnection);
    }

    void fit()
    {
        if (m_table->model() == nullptr || m_isDrawn || m_isFitting)
            return;
        const QHeaderView& header = *m_table->horizontalHeader();
        std::vector<int> columns;
        std::vector<ColumnWish> wishes;
        for (int at = 0; at < header.count(); ++at) {
            const int column = header.logicalIndex(at);
            if (header.isSectionHidden(column))
                continue;
            const auto named = static_cast<std::size_t>(column);
            columns.push_back(column);
            wishes.push_back(contentWish(
                *m_table, column, named < m_letters.size() ? m_letters[named] : kLastLetters));
        }
        const QScopedValueRollback fitting(m_isFitting, true);
        const std::vector<int> widths = fittedWidths(wishes, m_table->viewport()->width());
        for (std::size_t i = 0; i + 1 < widths.size(); ++i) // the last one takes what is left
            m_table->setColumnWidth(columns[i], widths[i]);
    }

    QTableView* m_table;
    std::vector<int> m_letters;
    bool m_isDrawn = false; ///< the widths are the reader's own
    bool m_isFitting = false;
    bool m_isAsked = false;
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

ColumnWish contentWish(const QAbstractItemView& view, int column, int leastLetters)
{
    const QAbstractItemModel& model = *view.model();
    const QFontMetrics metrics = view.fontMetrics();
    const int head = metrics.horizontalAdvance(model.headerData(column, Qt::Horizontal).toString());
    int width = head;
    const int icon = view.style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, &view);
    const int rows = std::min(model.rowCount(), kMeasuredRows);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex cell = model.index(row, column);
        const bool hasMark
            = !cell.data(Qt::DecorationRole).isNull() || !cell.data(Qt::CheckStateRole).isNull();
        const int mark = hasMark ? icon + kMarkAir : 0;
        width = std::max(width, metrics.horizontalAdvance(cell.data().toString()) + mark);
    }
    const int letter = metrics.averageCharWidth();
    width = std::max(head, std::min(width, kWidestLetters * letter));
    const int least = std::max(head, std::min(width, leastLetters * letter * kLeastPercent / 100));
    return { width + kCellAir, least + kCellAir };
}

void setColumnLetters(QTableView* table, std::span<const int> letters)
{
    new ColumnKeeper(table, { letters.begin(), letters.end() });
}

} // namespace patronat::ui
