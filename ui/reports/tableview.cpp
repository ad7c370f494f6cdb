// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/tableview.h"

#include "ui/reports/reporttable.h"

#include <QHeaderView>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kAirAcross = 16; ///< of a cell, both sides
constexpr int kAirDown = 10;
constexpr int kRowAir = 4; ///< between the letters and the lines above and below
constexpr int kNameLetters = 30; ///< the least width of the names of rows
constexpr int kFigureLetters = 9;
constexpr int kMeasureLetters = 9;

/// Headings take as many lines as their columns are narrow.
class WrappedHeads final : public QHeaderView
{
public:
    explicit WrappedHeads(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setDefaultAlignment(Qt::Alignment(Qt::AlignCenter) | Qt::Alignment(static_cast<int>(Qt::TextWordWrap)));
        setHighlightSections(false);
        setSectionsClickable(false);
    }

protected:
    QSize sectionSizeFromContents(int section) const override
    {
        const QString words = model()->headerData(section, Qt::Horizontal).toString();
        const QRect room(0, 0, std::max(1, sectionSize(section) - kAirAcross), 10 * height() + 400);
        QFont bold = font();
        bold.setBold(true);
        const QRect taken = QFontMetrics(bold).boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, words);
        return { sectionSize(section), taken.height() + kAirDown };
    }
};

/// The widest word of a heading: it is never cut.
int widestWord(const QFontMetrics& metrics, const QString& words)
{
    int width = 0;
    for (const QString& word : words.split(QLatin1Char(' ')))
        width = std::max(width, metrics.horizontalAdvance(word));
    return width;
}

} // namespace

TableView::TableView(ReportTable& table, QWidget* parent)
    : QTableView(parent)
    , m_table(table)
{
    setProperty("role", QStringLiteral("printed"));
    setHorizontalHeader(new WrappedHeads(this));
    setModel(&table);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    connect(&table, &QAbstractItemModel::modelReset, this, &TableView::fit);
}

void TableView::fit()
{
    if (m_table.columnCount() <= ReportTable::FirstFigure || m_isFitting)
        return;
    m_isFitting = true;
    const int letter = fontMetrics().averageCharWidth();
    QFont headFont = font();
    headFont.setBold(true);
    const QFontMetrics heads(headFont);
    int taken = 0;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        if (column == ReportTable::Name)
            continue;
        const int least = column == ReportTable::Number ? 4 : column == ReportTable::Measure ? kMeasureLetters : kFigureLetters;
        const QString head = m_table.headerData(column, Qt::Horizontal).toString();
        // The first one is a sign, not words: never over two lines.
        const int needed = column == ReportTable::Number ? heads.horizontalAdvance(head) : widestWord(heads, head);
        const int width = std::max(letter * least, needed) + kAirAcross;
        setColumnWidth(column, width);
        taken += width;
    }
    setColumnWidth(ReportTable::Name, std::max(letter * kNameLetters, viewport()->width() - taken));
    resizeRowsToContents();
    for (int row = 0; row < m_table.rowCount(); ++row)
        setRowHeight(row, rowHeight(row) + kRowAir);
    m_isFitting = false;
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

} // namespace patronat::ui
