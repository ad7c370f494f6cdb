// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowtable.h"

#include "ui/common/columnwidths.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <utility>
#include <vector>

namespace patronat::ui {

namespace {

constexpr int kLeastPercent = 85; ///< of its width a column keeps
constexpr int kHeadAir = 18;
constexpr int kLastLetters = 12; ///< of the last column, which takes what is left
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
        connect(header, &QHeaderView::sectionResized, this, [this, header](int column, int before, int now) {
            const bool isShownOrHidden = before == 0 || now == 0;
            if (!m_isFitting && !isShownOrHidden && column != lastShown(*header))
                m_letters.clear();
        });
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

    void fit()
    {
        if (m_table->model() == nullptr)
            return;
        const int letter = m_table->fontMetrics().averageCharWidth();
        const int last = lastShown(*m_table->horizontalHeader());
        std::vector<ColumnWish> wishes;
        for (int column = 0; column < std::min(last, static_cast<int>(m_letters.size())); ++column) {
            const int width = m_letters[static_cast<std::size_t>(column)] * letter;
            const QString head = m_table->model()->headerData(column, Qt::Horizontal).toString();
            const int least = std::max(width * kLeastPercent / 100, m_table->fontMetrics().horizontalAdvance(head) + kHeadAir);
            wishes.push_back({ std::max(width, least), least });
        }
        const int room = m_table->viewport()->width() - kLastLetters * letter;
        const QScopedValueRollback fitting(m_isFitting, true);
        const std::vector<int> widths = fittedWidths(wishes, room);
        for (std::size_t i = 0; i < widths.size(); ++i)
            m_table->setColumnWidth(static_cast<int>(i), widths[i]);
    }

    QTableView* m_table;
    std::vector<int> m_letters; ///< none: the widths are the reader's own
    bool m_isFitting = false;
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
    new ColumnKeeper(table, { letters.begin(), letters.end() });
}

} // namespace patronat::ui
