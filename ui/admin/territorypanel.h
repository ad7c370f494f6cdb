// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/closedialog.h"
#include "ui/admin/territorytree.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace patronat::ui {

/// The territories as a tree, those that came with the profile named so. Enter opens one, Insert makes one under it.
class TerritoryPanel final : public QWidget
{
    Q_OBJECT
public:
    TerritoryPanel(Desk& desk, profile::Label title, std::function<Closing()> closing, QWidget* parent);
    TerritoryTree& tree() { return *m_tree; }
    QTreeView* view() const { return m_view; }
    QLineEdit* search() const { return m_search; }

Q_SIGNALS:
    void failed(const base::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void words();
    void load();
    void look();
    void show(std::vector<TerritoryLine> lines);
    void openCurrent();
    void add();
    void close();
    base::RecordId current() const;
    void choose(base::RecordId id);

    Desk& m_desk;
    profile::Label m_label;
    std::function<Closing()> m_closing;
    TerritoryTree* m_tree;
    QSortFilterProxyModel* m_found; ///< few lines, all at hand: filtered here and not in SQL
    QLabel* m_title;
    QLabel* m_count;
    QLineEdit* m_search;
    QPushButton* m_add;
    QPushButton* m_close;
    QTreeView* m_view;
    bool m_isStale = true;
};

} // namespace patronat::ui
