// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listcolumns.h"

#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/lists/columnsdialog.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kCellMargin = 18;
constexpr int kMostLetters = 22;
constexpr int kLongLetters = 20; ///< names, addresses, titles
constexpr int kDateLetters = 11;
constexpr int kStepLetters = 2;

} // namespace

ListColumns::ListColumns(Desk& desk, RecordListModel& model, QTableView& view, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_model(model)
    , m_view(view)
{
    QHeaderView* header = m_view.horizontalHeader();
    header->setSectionsMovable(true);
    restore();
    sortAsTheProfile();
    m_view.setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, &ListColumns::resized);
    connect(header, &QHeaderView::sectionMoved, this, &ListColumns::remember);
}

ListColumns::~ListColumns()
{
    m_view.horizontalHeader()->disconnect(this); // its end is told as widths that change
}

QString ListColumns::name(int column) const
{
    return m_model.headerData(column, Qt::Horizontal).toString();
}

std::vector<int> ListColumns::inOrder() const
{
    std::vector<int> out;
    const QHeaderView* header = m_view.horizontalHeader();
    for (int at = 0; at < header->count(); ++at)
        out.push_back(header->logicalIndex(at));
    return out;
}

bool ListColumns::isShown(int column) const
{
    return !m_view.isColumnHidden(column);
}

bool ListColumns::isOnlyShown(int column) const
{
    const QHeaderView* header = m_view.horizontalHeader();
    return isShown(column) && header->count() - header->hiddenSectionCount() <= 1;
}

bool ListColumns::takesTheRest(int column) const
{
    return column == lastShown();
}

int ListColumns::lastShown() const
{
    const std::vector<int> columns = inOrder();
    const auto last = std::find_if(
        columns.rbegin(), columns.rend(), [this](int column) { return isShown(column); });
    return last == columns.rend() ? -1 : *last;
}

int ListColumns::width(int column) const
{
    return m_view.columnWidth(column);
}

void ListColumns::show(int column, bool isShown)
{
    if (!isShown && isOnlyShown(column))
        return;
    {
        const QScopedValueRollback fitting(
            m_isFitting, true); // a column that is hidden is told as made narrow
        m_view.setColumnHidden(column, !isShown);
    }
    fit();
    remember();
}

void ListColumns::sort(int column, Qt::SortOrder order)
{
    m_view.sortByColumn(column, order);
    Q_EMIT changed();
}

QString ListColumns::sortWords(int column) const
{
    const QHeaderView* header = m_view.horizontalHeader();
    if (header->sortIndicatorSection() != column)
        return {};
    return header->sortIndicatorOrder() == Qt::AscendingOrder ? tr("sorted, ascending")
                                                              : tr("sorted, descending");
}

void ListColumns::widen(int column, int letters)
{
    const int step = letters * kStepLetters * m_view.fontMetrics().averageCharWidth();
    m_view.setColumnWidth(
        column, std::max(width(column) + step, m_view.horizontalHeader()->minimumSectionSize()));
}

void ListColumns::move(int column, int by)
{
    QHeaderView* header = m_view.horizontalHeader();
    const int from = header->visualIndex(column);
    header->moveSection(from, std::clamp(from + by, 0, header->count() - 1));
}

void ListColumns::reset()
{
    QHeaderView* header = m_view.horizontalHeader();
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        for (int column = 0; column < header->count(); ++column) {
            m_view.setColumnHidden(column, false);
            header->moveSection(header->visualIndex(column), column);
        }
    }
    m_wishes.assign(static_cast<std::size_t>(m_model.columnCount()), {});
    measureAnew();
    sortAsTheProfile();
    for (const QString& part : { QString(), QStringLiteral(".columns"), QStringLiteral(".drawn") })
        m_desk.settings.remove(key() + part);
    Q_EMIT changed();
}

void ListColumns::sortAsTheProfile()
{
    // The arrow stands where the profile sorts; sorting begins with the first press.
    const std::string& sort = m_model.list().sort;
    const bool isDescending = sort.starts_with('-');
    ListRequest request = m_model.request();
    request.sort = isDescending ? sort.substr(1) : sort;
    request.isDescending = isDescending;
    for (int i = 0; i < m_model.columnCount(); ++i)
        if (m_model.list().columns[static_cast<std::size_t>(i)].id == request.sort)
            m_view.horizontalHeader()->setSortIndicator(
                i, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_model.ask(request);
}

void ListColumns::fillMenu(QMenu& menu, int column)
{
    const QString label = name(column);
    menu.addAction(tr("Sort by “%1”, &ascending").arg(label), this,
        [this, column] { sort(column, Qt::AscendingOrder); });
    menu.addAction(tr("Sort by “%1”, &descending").arg(label), this,
        [this, column] { sort(column, Qt::DescendingOrder); });
    menu.addSeparator();
    const bool hasWidth = !takesTheRest(column);
    menu.addAction(tr("“%1”: &wider").arg(label), this, [this, column] { widen(column, 1); })
        ->setEnabled(hasWidth);
    menu.addAction(tr("“%1”: &narrower").arg(label), this, [this, column] { widen(column, -1); })
        ->setEnabled(hasWidth);
    menu.addAction(tr("“%1”: &hide").arg(label), this, [this, column] { show(column, false); })
        ->setEnabled(!isOnlyShown(column));
    menu.addSeparator();
    menu.addAction(tr("All &columns…"), this, [this, column] { openDialog(column); });
    menu.addAction(tr("Columns as &they were"), this, &ListColumns::reset);
}

void ListColumns::fillMenu(QMenu& menu)
{
    for (const int column : inOrder()) {
        QAction* action = menu.addAction(name(column));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { show(column, on); });
    }
    menu.addSeparator();
    menu.addAction(
        tr("Order, widths and sorting…"), this, [this] { openDialog(inOrder().front()); });
    menu.addAction(tr("Columns as &they were"), this, &ListColumns::reset);
}

void ListColumns::openDialog(int column)
{
    (new ColumnsDialog(m_desk, *this, column, m_view.window()))->open();
}

void ListColumns::resized(int column)
{
    // The last one takes what is left whenever the window changes.
    if (m_isFitting || takesTheRest(column))
        return;
    m_wishes.clear(); // whoever draws a column wants it so
    remember();
}

void ListColumns::remember()
{
    if (m_isFitting)
        return;
    m_desk.settings.setValue(key(), m_view.horizontalHeader()->saveState());
    m_desk.settings.setValue(key() + QStringLiteral(".columns"), ids());
    m_desk.settings.setValue(key() + QStringLiteral(".drawn"), m_wishes.empty());
    Q_EMIT changed();
}

QString ListColumns::key() const
{
    return QStringLiteral("lists/") + shown(m_model.list().id);
}

QString ListColumns::ids() const
{
    QStringList out;
    for (const ListColumn& column : m_model.list().columns)
        out += shown(column.id);
    return out.join(QLatin1Char(' '));
}

void ListColumns::restore()
{
    const QByteArray state = m_desk.settings.value(key()).toByteArray();
    // Widths of other columns than those of today's profile would hide or swap what they were not
    // meant for.
    const bool isOfThese
        = m_desk.settings.value(key() + QStringLiteral(".columns")).toString() == ids();
    const bool isRestored
        = !state.isEmpty() && isOfThese && m_view.horizontalHeader()->restoreState(state);
    if (isRestored && m_desk.settings.value(key() + QStringLiteral(".drawn")).toBool())
        return;
    m_wishes.assign(static_cast<std::size_t>(m_model.columnCount()), {});
    measure();
}

void ListColumns::measure()
{
    if (m_wishes.empty() || m_isMeasured)
        return;
    m_isMeasured = m_model.rowCount() > 0 && !m_model.recordAt(0).isNull();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_wishes[static_cast<std::size_t>(column)] = wish(column);
    fit();
}

void ListColumns::measureAnew()
{
    m_isMeasured = false;
    measure();
}

ColumnWish ListColumns::wish(int at) const
{
    const ListColumn& column = m_model.list().columns[static_cast<std::size_t>(at)];
    const bool isDate
        = column.kind == ListColumn::Kind::Date || column.kind == ListColumn::Kind::Deadline;
    const int letters = isDate ? kDateLetters : m_model.letters(column, kMostLetters);
    ColumnWish wish = contentWish(m_view, at, letters);
    if (!m_isMeasured || isDate)
        wish.natural = std::max(
            wish.natural, letters * m_view.fontMetrics().averageCharWidth() + kCellMargin);
    // A date or a number is read whole or not at all; of a name or an address a part tells which it
    // is.
    const bool isLong = column.kind == ListColumn::Kind::Text && column.width >= kLongLetters;
    if (!isLong)
        wish.least = wish.natural;
    return wish;
}

void ListColumns::fit()
{
    if (m_wishes.empty())
        return;
    std::vector<int> columns;
    std::vector<ColumnWish> wishes;
    for (const int column : inOrder()) {
        if (!isShown(column))
            continue;
        columns.push_back(column);
        wishes.push_back(m_wishes[static_cast<std::size_t>(column)]);
    }
    const std::vector<int> widths = fittedWidths(wishes, m_view.viewport()->width());
    const QScopedValueRollback fitting(m_isFitting, true);
    for (std::size_t i = 0; i < columns.size(); ++i)
        m_view.setColumnWidth(columns[i], widths[i]);
}

} // namespace patronat::ui
