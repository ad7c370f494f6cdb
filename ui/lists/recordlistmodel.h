// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/lists/celltext.h"
#include "ui/lists/listquery.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace patronat::ui {

/// The lines of a list for a view: the order of all of them at once, their cells by pages as they
/// come into sight, both read beside the window. Lines that others change are read anew where they
/// stand; lines that come or go move the others, and whoever stands on one stays on it.
class RecordListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    RecordListModel(Desk& desk, ListDeclaration list, QObject* parent);

    const ListDeclaration& list() const { return m_list; }
    const ListRequest& request() const { return m_request; }
    void ask(ListRequest request);
    /// Reads anew what could not be read.
    void again();
    bool isLoading() const { return m_isLoading; }
    base::RecordId recordAt(int row) const; ///< null while its page is on its way
    /// What listRows reads of these lines, in their order; those that are not there left out.
    std::vector<std::int64_t> rowNumbers(const std::vector<int>& lines) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// How wide a column wants to be, in the widest of its codes where it holds codes, at most
    /// `most` letters.
    int letters(const ListColumn& column, int most) const;
    /// How cells read now: in the language of the window, names as far as others may see them.
    CellText cellText() const;

Q_SIGNALS:
    void loaded(); ///< the order is there: rowCount() is what was asked for
    /// Around lines that come, go or move by what others wrote: a view keeps its place on the
    /// screen.
    void aboutToReorder();
    void reordered();
    void pageLoaded();
    void failed(const base::Error& error);

private:
    static constexpr int kPage = 100;
    struct Page
    {
        std::vector<ListRow> rows;
        bool isStale = false;
    };
    /// An order that was read, and how it differs from the one that was shown.
    struct Order
    {
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> come;
        std::vector<std::int64_t> gone; ///< sorted
    };
    static Order difference(std::vector<std::int64_t> before, std::vector<std::int64_t> now);
    const ListRow* row(int row) const;
    void load(bool resets);
    void takeOrder(Order order, bool resets);
    void reset(std::vector<std::int64_t> order);
    void reorder(Order order);
    void movePersistent(const Order& order);
    std::map<int, Page> movedPages(const std::vector<std::int64_t>& order) const;
    void wantPage(int page) const;
    void loadWanted();
    void loadPage(int page);
    void takePage(int page, Page read);
    void refresh(const store::Changes& changes);
    bool isLate(const ListColumn& column, const base::Value& value) const;

    Desk& m_desk;
    const ListDeclaration m_list;
    /// What the reading threads work with: read-only, also when this model is gone.
    std::shared_ptr<const ListDeclaration> m_shared;
    ListRequest m_request;
    std::vector<std::int64_t> m_order;
    std::map<int, Page> m_pages;
    mutable std::vector<int> m_wanted; ///< the last one asked for comes first
    std::set<int> m_onTheirWay;
    mutable QTimer m_wantedTimer;
    QTimer m_refreshTimer;
    unsigned m_asked = 0;
    unsigned m_orderNumber = 0; ///< pages read for an earlier order are of no use
    unsigned m_changes = 0; ///< heard of so far: a page read before one is stale when it comes
    bool m_isLoading = false;
    bool m_orderIsStale = false;
};

} // namespace patronat::ui
