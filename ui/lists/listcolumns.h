// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/columnwidths.h"
#include "ui/lists/recordlistmodel.h"

#include <QObject>

#include <vector>

class QMenu;
class QTableView;

namespace patronat::ui {

/// The columns of a list as one reader has set them: which are shown, in what order, how wide, and
/// by which the lines are sorted. By mouse at the heads, by keys from the menus and the dialog of
/// columns. Remembered at this computer. Owned by its page.
class ListColumns final : public QObject
{
    Q_OBJECT
public:
    /// `view` shows `model` already.
    ListColumns(Desk& desk, RecordListModel& model, QTableView& view, QObject* parent);
    ~ListColumns() override;

    QString name(int column) const;
    /// All of them in the order they stand, hidden ones included.
    std::vector<int> inOrder() const;
    bool isShown(int column) const;
    bool isOnlyShown(int column) const;
    /// The last one shown takes what the others leave: its width is nobody's wish.
    bool takesTheRest(int column) const;
    int width(int column) const;

    /// The last one shown stays.
    void show(int column, bool isShown);
    void sort(int column, Qt::SortOrder order);
    /// By which the lines stand, in words; empty when that is another column.
    QString sortWords(int column) const;
    void widen(int column, int letters);
    /// `by` places to the right, or to the left when negative.
    void move(int column, int by);
    /// As the profile has them, forgotten what was remembered.
    void reset();
    /// By what the profile says of them, and by the lines that are there: once, or the columns
    /// would move under the eyes of whoever types in the search.
    void measure();
    /// The heads and the words of lists are others.
    void measureAnew();
    /// To the room there is, as long as nobody has set widths.
    void fit();

    /// All that can be done to one column.
    void fillMenu(QMenu& menu, int column);
    /// Which are shown, and the way to the rest.
    void fillMenu(QMenu& menu);
    void openDialog(int column);

Q_SIGNALS:
    void changed();

private:
    void sortAsTheProfile();
    ColumnWish wish(int column) const;
    void resized(int column);
    void remember();
    void restore();
    QString key() const;
    QString ids() const;
    int lastShown() const;

    Desk& m_desk;
    RecordListModel& m_model;
    QTableView& m_view;
    bool m_isMeasured = false; ///< the wishes are those of lines that were there
    bool m_isFitting = false; ///< widths change by the program, not by hand
    std::vector<ColumnWish> m_wishes; ///< none: the widths are the reader's own
};

} // namespace patronat::ui
