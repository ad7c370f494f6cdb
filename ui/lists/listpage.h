// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpaper.h"
#include "ui/lists/recordlistmodel.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTimer;
class QToolButton;

namespace patronat::ui {

class DraftsFound;
class FilterBar;
class ListColumns;
class ListOutput;
class ReadFailure;

/// A list of records: a search that answers letter by letter, filters, columns to sort, to drag and
/// to hide, and what is shown on paper or in a file. Enter opens a line, in the
/// search the first that is found, Insert makes a new record,
/// Ctrl+F and / go to the search, Ctrl+P prints, Ctrl+Shift+F opens the saved filters, the menu key (Shift+F10) sorts and sets the column
/// one is on.
class ListPage final : public QWidget
{
    Q_OBJECT
public:
    /// `name`: of the place where widths and order of the columns are remembered.
    ListPage(Desk& desk, ListDeclaration list, QWidget* parent);
    ~ListPage() override;

    RecordListModel& model() { return *m_model; }
    QTableView* view() const { return m_view; }
    QLineEdit* search() const { return m_search; }
    FilterBar* filters() const { return m_filters; }
    ListOutput* output() const { return m_output; }
    void focusSearch();
    /// What is shown now, for paper or a file: all lines that match, shown columns, names as far as
    /// others may see them.
    ListPaper paper() const;
    void print();
    /// Several lines may be chosen (Shift and the arrows, Ctrl+A), and `words` of the button say
    /// what is done with them; `run` gets them in their order, or the line one is on.
    void addAction(const QString& name, const char* iconName, std::function<QString()> words,
        std::function<void(const std::vector<base::RecordId>&)> run);
    ListColumns& columns() { return *m_columns; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void created(const std::string& type);
    /// What was typed and not saved, found by the search.
    void draftOpened(const store::Draft& draft);
    void failed(const base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildActions(QLayout* line);
    void buildView();
    void columnMenu(int column, QPoint place);
    void outputMenu();
    void openSaved();
    void words();
    void ask();
    void count();
    /// What the reader looks at stays where it is on the screen while lines come and go around it.
    void keepPlace();
    void restorePlace();
    void withChosen(std::function<void(const std::vector<base::RecordId>&)> run);
    void openCurrent();
    void openFound();

    Desk& m_desk;
    RecordListModel* m_model;
    QLabel* m_title;
    QHBoxLayout* m_head = nullptr;
    QLabel* m_count;
    QLineEdit* m_search;
    QPushButton* m_add;
    FilterBar* m_filters;
    QToolButton* m_saved;
    DraftsFound* m_drafts;
    QLabel* m_gone; ///< what a saved filter asks for and nobody offers any more
    QToolButton* m_columnsButton;
    QToolButton* m_more;
    QToolButton* m_removed;
    std::vector<std::pair<QToolButton*, std::function<QString()>>> m_actions;
    ListOutput* m_output;
    ReadFailure* m_failure;
    QTableView* m_view;
    ListColumns* m_columns = nullptr;
    QLabel* m_nothing;
    QTimer* m_pause;
    bool m_opensFound = false; ///< Enter was pressed in the search before the answer was there
    QPersistentModelIndex m_anchor; ///< the line that keeps its place, while lines come and go
    int m_aboveAnchor = 0; ///< lines between it and the upper edge
};

} // namespace patronat::ui
