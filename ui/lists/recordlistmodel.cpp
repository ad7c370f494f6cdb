// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/recordlistmodel.h"

#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"

#include <QColor>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace patronat::ui {

using base::Result;
using store::ReadTx;
using Kind = ListColumn::Kind;

namespace {

constexpr int kRefreshAfterMs = 300;
constexpr std::size_t kMostPages = 60;
// Whoever drags the bar through 76,000 lines asks for every page on the way: only where the bar
// stops is waited for.
constexpr std::size_t kMostWanted = 4;
constexpr std::size_t kReadsAtOnce = 2;

} // namespace

RecordListModel::RecordListModel(Desk& desk, ListDeclaration list, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_list(std::move(list))
    , m_shared(std::make_shared<const ListDeclaration>(m_list))
{
    m_wantedTimer.setSingleShot(true);
    m_wantedTimer.setInterval(0);
    connect(&m_wantedTimer, &QTimer::timeout, this, &RecordListModel::loadWanted);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(kRefreshAfterMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (m_orderIsStale && m_isLoading)
            m_refreshTimer.start(); // reading anew before the answer is there would never show one
        else if (m_orderIsStale)
            load(false);
        else
            loadWanted();
    });
    connect(&desk.notifier, &StoreNotifier::changed, this, &RecordListModel::refresh);
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(&desk.languages, &LanguageSwitch::switched, this, [this] {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void RecordListModel::ask(ListRequest request)
{
    request.today = m_desk.today();
    request.author = m_desk.author;
    if (request == m_request && (m_isLoading || !m_order.empty()))
        return;
    m_request = std::move(request);
    load(true);
}

void RecordListModel::again()
{
    load(m_order.empty());
    if (rowCount() > 0) // pages in sight ask for themselves
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordListModel::load(bool resets)
{
    m_isLoading = true;
    m_orderIsStale = false;
    const unsigned asked = ++m_asked;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, list = m_shared, request = m_request,
            before = resets ? std::vector<std::int64_t>() : m_order](
            base::Job&) mutable -> Result<Order> {
            PATRONAT_LET(auto rows,
                store.read([&](const ReadTx& tx) { return listOrder(tx, *list, request); }));
            return difference(std::move(before), std::move(rows));
        },
        [this, asked, resets](Result<Order> order) {
            if (asked != m_asked)
                return; // asked anew since
            m_isLoading = false;
            if (order)
                takeOrder(std::move(*order), resets);
            else
                Q_EMIT failed(order.error());
        });
}

RecordListModel::Order RecordListModel::difference(
    std::vector<std::int64_t> before, std::vector<std::int64_t> now)
{
    Order out;
    out.rows = std::move(now);
    if (before.empty())
        return out;
    std::vector<std::int64_t> after = out.rows;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    std::set_difference(
        after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(out.come));
    std::set_difference(
        before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(out.gone));
    return out;
}

void RecordListModel::takeOrder(Order order, bool resets)
{
    if (!resets && order.rows == m_order) {
        loadWanted();
        Q_EMIT loaded();
        return;
    }
    if (resets || m_order.empty() || order.rows.empty())
        reset(std::move(order.rows));
    else
        reorder(std::move(order));
    Q_EMIT loaded();
}

void RecordListModel::reset(std::vector<std::int64_t> order)
{
    beginResetModel();
    m_order = std::move(order);
    m_pages.clear();
    m_wanted.clear();
    m_onTheirWay.clear();
    ++m_orderNumber;
    endResetModel();
}

/// In three steps however many lines a merge scattered over the list: what came is put at the end,
/// all move to their places, and what went goes from the end.
void RecordListModel::reorder(Order order)
{
    Q_EMIT aboutToReorder();
    std::map<int, Page> pages = movedPages(order.rows);
    m_pages.clear();
    m_wanted.clear();
    m_onTheirWay.clear();
    ++m_orderNumber;
    if (!order.come.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(order.come.size()) - 1);
        m_order.insert(m_order.end(), order.come.begin(), order.come.end());
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    movePersistent(order);
    const auto last = static_cast<int>(order.rows.size());
    m_order = std::move(order.rows);
    m_order.insert(m_order.end(), order.gone.begin(), order.gone.end());
    m_pages = std::move(pages);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (!order.gone.empty()) {
        beginRemoveRows({}, last, rowCount() - 1);
        m_order.resize(static_cast<std::size_t>(last));
        endRemoveRows();
    }
    m_wanted.clear(); // what was asked for on the way
    Q_EMIT reordered();
}

/// Whoever stood on a line stands on it where it is now; on one that is gone, on the next that is
/// left.
void RecordListModel::movePersistent(const Order& order)
{
    const QModelIndexList before = persistentIndexList();
    const auto isGone = [&](int at) {
        return std::binary_search(
            order.gone.begin(), order.gone.end(), m_order[static_cast<std::size_t>(at)]);
    };
    std::unordered_map<std::int64_t, int> places; // of the rows that stand there now
    QList<std::int64_t> rows;
    for (const QModelIndex& one : before) {
        int at = one.row();
        while (at < rowCount() && isGone(at))
            ++at;
        for (at = at < rowCount() ? at : one.row(); at > 0 && isGone(at);)
            --at;
        rows += m_order[static_cast<std::size_t>(at)];
        places.emplace(rows.back(), 0);
    }
    for (std::size_t i = 0; i < order.rows.size() && !places.empty(); ++i)
        if (const auto place = places.find(order.rows[i]); place != places.end())
            place->second = static_cast<int>(i);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(places.at(rows[i]), before[i].column());
    changePersistentIndexList(before, after);
}

/// What has been read of the lines, where they stand in `order`: shown until it is read anew.
std::map<int, RecordListModel::Page> RecordListModel::movedPages(
    const std::vector<std::int64_t>& order) const
{
    std::unordered_map<std::int64_t, const ListRow*> known;
    for (const auto& [number, page] : m_pages)
        for (std::size_t i = 0; i < page.rows.size(); ++i)
            known.emplace(m_order[static_cast<std::size_t>(number * kPage) + i], &page.rows[i]);
    std::map<int, Page> out;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto line = known.find(order[i]);
        if (line == known.end())
            continue;
        Page& page = out[static_cast<int>(i) / kPage];
        page.isStale = true;
        page.rows.resize(kPage);
        page.rows[i % kPage] = *line->second;
    }
    return out;
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RecordListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.columns.size());
}

const ListRow* RecordListModel::row(int row) const
{
    const auto page = m_pages.find(row / kPage);
    if (page == m_pages.end()) {
        wantPage(row / kPage);
        return nullptr;
    }
    if (page->second.isStale)
        wantPage(row / kPage);
    const auto at = static_cast<std::size_t>(row % kPage);
    return at < page->second.rows.size() ? &page->second.rows[at] : nullptr;
}

void RecordListModel::wantPage(int page) const
{
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMostWanted)
        m_wanted.erase(m_wanted.begin());
    if (!m_wantedTimer.isActive())
        m_wantedTimer.start();
}

void RecordListModel::loadWanted()
{
    while (!m_wanted.empty() && m_onTheirWay.size() < kReadsAtOnce) {
        const int page = m_wanted.back();
        m_wanted.pop_back();
        if (!m_onTheirWay.contains(page) && static_cast<std::size_t>(page * kPage) < m_order.size())
            loadPage(page);
    }
}

void RecordListModel::loadPage(int page)
{
    m_onTheirWay.insert(page);
    const auto first = static_cast<std::size_t>(page * kPage);
    const auto last = std::min(first + kPage, m_order.size());
    std::vector<std::int64_t> rows(m_order.begin() + static_cast<std::ptrdiff_t>(first),
        m_order.begin() + static_cast<std::ptrdiff_t>(last));
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, list = m_shared, rows = std::move(rows), viewer = m_request.author](base::Job&) {
            return store.read([&](const ReadTx& tx) -> Result<std::vector<ListRow>> {
                return listRows(tx, *list, rows, viewer);
            });
        },
        [this, page, order = m_orderNumber, changes = m_changes](
            Result<std::vector<ListRow>> lines) {
            if (order != m_orderNumber)
                return;
            m_onTheirWay.erase(page);
            if (lines)
                takePage(page, { std::move(*lines), changes != m_changes });
            else
                Q_EMIT failed(lines.error());
            loadWanted();
        });
}

void RecordListModel::takePage(int page, Page read)
{
    // What lies farthest from here goes: the pages in sight must not be among it.
    while (m_pages.size() >= kMostPages && !m_pages.contains(page)) {
        const bool isLastFarther = m_pages.rbegin()->first - page > page - m_pages.begin()->first;
        m_pages.erase(isLastFarther ? std::prev(m_pages.end()) : m_pages.begin());
    }
    m_pages[page] = std::move(read);
    const int from = page * kPage;
    const int to = std::min(from + kPage, rowCount()) - 1;
    if (to >= from)
        Q_EMIT dataChanged(index(from, 0), index(to, columnCount() - 1));
    Q_EMIT pageLoaded();
}

base::RecordId RecordListModel::recordAt(int at) const
{
    const ListRow* line = at >= 0 && at < rowCount() ? row(at) : nullptr;
    return line ? line->id : base::RecordId {};
}

std::vector<std::int64_t> RecordListModel::rowNumbers(const std::vector<int>& lines) const
{
    std::vector<std::int64_t> out;
    for (const int line : lines)
        if (line >= 0 && line < rowCount())
            out.push_back(m_order[static_cast<std::size_t>(line)]);
    return out;
}

CellText RecordListModel::cellText() const
{
    return { ValueWriter(m_desk.profile(), typed(m_desk.languages.language())),
        m_desk.privacy.isMasking() ? CellText::Names::Veiled : CellText::Names::Shown, &m_desk.profile() };
}

int RecordListModel::letters(const ListColumn& column, int most) const
{
    int widest = column.width;
    if (const profile::Classifier* codes = m_desk.profile().classifier(column.classifier))
        for (const profile::Code& code : codes->codes)
            widest = std::max(
                widest, static_cast<int>(cellText().text(column, base::Value(code.code)).size()));
    return std::min(widest, std::max(most, column.width));
}

bool RecordListModel::isLate(const ListColumn& column, const base::Value& value) const
{
    return column.kind == Kind::Deadline && value.text() != nullptr
        && *value.text() < m_request.today;
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    const ListColumn& column = m_list.columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole && column.kind == Kind::Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const ListRow* line = row(index.row());
    if (line == nullptr || line->cells.empty())
        return role == Qt::DisplayRole && index.column() == 0 ? QVariant(QStringLiteral("…"))
                                                              : QVariant();
    const base::Value& value = line->cells[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole)
        return cellText().text(column, value);
    if (role == Qt::ToolTipRole)
        return isLate(column, value) ? tr("This date has passed")
                                     : cellText().fullText(column, value);
    if (role == Qt::ForegroundRole && isLate(column, value))
        return currentColours().danger;
    if (role == Qt::AccessibleTextRole)
        return isLate(column, value) ? tr("%1, passed").arg(cellText().text(column, value))
                                     : cellText().text(column, value);
    return {};
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const ListColumn& column = m_list.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return m_desk.languages.text(column.label);
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            (column.kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void RecordListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    ListRequest request = m_request;
    request.sort = m_list.columns[static_cast<std::size_t>(column)].id;
    request.isDescending = order == Qt::DescendingOrder;
    ask(std::move(request));
}

void RecordListModel::refresh(const store::Changes& changes)
{
    bool isTouched = false;
    for (const store::Change& change : changes) {
        const bool counts = change.type == m_list.type
            || std::find(m_list.touchedBy.begin(), m_list.touchedBy.end(), change.type)
                != m_list.touchedBy.end();
        isTouched = isTouched || counts;
        m_orderIsStale = m_orderIsStale
            || (change.type == m_list.type && (change.created || change.fields.empty()));
    }
    if (!isTouched)
        return;
    ++m_changes;
    for (auto& [number, page] : m_pages)
        page.isStale = true;
    // Pages in sight ask for themselves when they are painted next.
    if (!m_orderIsStale && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

} // namespace patronat::ui
