// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/linetable.h"

#include "ui/common/rowtable.h"

#include <QHeaderView>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kCellMargin = 22;
constexpr int kWidestLetters = 34;
constexpr int kMostWrapped = 200; ///< measuring the height of more lines than that would be felt
constexpr int kMeasuredRows = 60;

} // namespace

LineModel::LineModel(Privacy& privacy, QObject* parent)
    : QAbstractTableModel(parent)
    , m_privacy(privacy)
{
    connect(&privacy, &Privacy::changed, this, [this] {
        if (m_nameColumn >= 0 && !m_lines.empty())
            Q_EMIT dataChanged(index(0, m_nameColumn), index(rowCount() - 1, m_nameColumn));
    });
}

void LineModel::setHeads(QStringList heads)
{
    beginResetModel();
    m_heads = std::move(heads);
    endResetModel();
}

void LineModel::setLines(std::vector<ExchangeLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const ExchangeLine* LineModel::line(int row) const
{
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<std::size_t>(row)] : nullptr;
}

void LineModel::setNumbers(int begin, int end)
{
    m_numbersBegin = begin;
    m_numbersEnd = end;
}

int LineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant LineModel::data(const QModelIndex& index, int role) const
{
    const ExchangeLine* one = line(index.row());
    if (one == nullptr || !index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QString text = one->cells.value(index.column());
    return index.column() == m_nameColumn ? m_privacy.veiled(text) : text;
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_heads.value(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

LineTable::LineTable(Privacy& privacy, QWidget* parent)
    : QTableView(parent)
    , m_lines(new LineModel(privacy, this))
{
    setModel(m_lines);
    makeRowTable(this);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // wrapped lines are high
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const ExchangeLine* one = m_lines->line(index.row());
        if (one != nullptr && !one->record.isNull())
            Q_EMIT opened(one->type, one->record);
    });
}

ColumnWish LineTable::wish(int column) const
{
    const QFontMetrics metrics = fontMetrics();
    const int head = horizontalHeader()->fontMetrics().horizontalAdvance(
        m_lines->headerData(column, Qt::Horizontal).toString());
    int width = head;
    int longestWord
        = head; // a line is wrapped between words only: a number of a document stays whole
    const int rows = std::min(m_lines->rowCount(), kMeasuredRows);
    for (int row = 0; row < rows; ++row) {
        const QString text = m_lines->index(row, column).data().toString();
        width = std::max(width, metrics.horizontalAdvance(text));
        for (const QStringView word : QStringView(text).split(u' '))
            longestWord = std::max(longestWord, metrics.horizontalAdvance(word.toString()));
    }
    width = std::max(head, std::min(width, metrics.averageCharWidth() * kWidestLetters));
    const int least = m_lines->isNumber(column) ? width : std::min(longestWord, width);
    return { width + kCellMargin, least + kCellMargin };
}

void LineTable::fitColumns()
{
    const bool isWrapping = m_isWrapping && m_lines->rowCount() <= kMostWrapped;
    setWordWrap(isWrapping);
    verticalHeader()->setSectionResizeMode(
        isWrapping ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
    std::vector<ColumnWish> wishes;
    for (int column = 0; column < m_lines->columnCount(); ++column)
        wishes.push_back(wish(column));
    const std::vector<int> widths = fittedWidths(wishes, viewport()->width());
    for (std::size_t column = 0; column < widths.size(); ++column)
        setColumnWidth(static_cast<int>(column), widths[column]);
    if (isWrapping) // what was measured was measured at the widths before
        resizeRowsToContents();
}

void LineTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void LineTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT rowChosen(current.row());
}

} // namespace patronat::ui
