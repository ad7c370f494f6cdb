// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/lists/savedfilters.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

/// The filters that whoever works here has kept for one list: what is set now gets a name, Enter
/// sets a kept one, F2 renames, Delete takes it away and may be taken back. Deletes itself.
class SavedFiltersDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `now`: what is set in the list; empty: there is nothing to keep.
    SavedFiltersDialog(Desk& desk, std::string list, FilterState now, QWidget* parent);

Q_SIGNALS:
    void chosen(const SavedFilter& filter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildNaming(QVBoxLayout* layout);
    void buildList(QVBoxLayout* layout);
    void load();
    void fill(int row);
    void keepNow();
    void apply();
    void rename(int row, const QString& name);
    void removeCurrent();
    void takeBack();
    void keep(SavedFilters filters, int row);
    void say();

    Desk& m_desk;
    std::string m_id;
    base::RecordId m_who; ///< whose they are, also when somebody else begins to work meanwhile
    FilterState m_now;
    SavedFilters m_filters;
    std::optional<std::pair<int, SavedFilter>> m_removed;
    QLineEdit* m_name;
    QPushButton* m_keep;
    QListWidget* m_list;
    QPushButton* m_apply;
    QPushButton* m_rename;
    QPushButton* m_remove;
    QPushButton* m_takeBack;
    QLabel* m_said;
    bool m_isKeeping = false; ///< one write at a time
};

} // namespace patronat::ui
