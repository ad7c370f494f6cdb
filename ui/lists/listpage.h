// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/recordlistmodel.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTimer;
class QToolButton;

namespace patronat::ui {

/// A list of records: a search that answers letter by letter, filters to switch on, columns to sort and to drag. Enter
/// opens a line, Insert makes a new record, Ctrl+F and / go to the search.
class ListPage final : public QWidget
{
    Q_OBJECT
public:
    /// `name`: of the place where widths and order of the columns are remembered.
    ListPage(Desk& desk, ListDeclaration list, QWidget* parent);

    RecordListModel& model() { return *m_model; }
    QTableView* view() const { return m_view; }
    QLineEdit* search() const { return m_search; }
    void focusSearch();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void created(const std::string& type);
    void failed(const base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildView();
    void words();
    void ask();
    void count();
    void openCurrent();
    void rememberColumns();
    void restoreColumns();

    Desk& m_desk;
    RecordListModel* m_model;
    QLabel* m_title;
    QLabel* m_count;
    QLineEdit* m_search;
    QPushButton* m_add;
    std::vector<QToolButton*> m_filters;
    QTableView* m_view;
    QLabel* m_nothing;
    QTimer* m_pause;
};

} // namespace patronat::ui
