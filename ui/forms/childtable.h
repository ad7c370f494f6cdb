// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/childline.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace patronat::ui {

/// A set of children edited in place: one line a record, a column a field, with the heads each line
/// was shown with. Lines are saved with the form they stand in. Owned by that form.
class ChildTable final : public QWidget
{
    Q_OBJECT
public:
    /// What a table was when its form is made anew: nothing typed in its lines leaves the screen.
    struct Lines
    {
        std::vector<FormSession*> sessions;
        bool isAdding = false;
    };
    ChildTable(FormSession& parentRecord, LayoutBlock block, Lines lines, QWidget* parent);
    /// Leaves its lines to a table that is made instead of it; the sessions then belong to `owner`.
    Lines handOver(QObject* owner);
    const LayoutBlock& block() const { return m_block; }

    const QString& title() const { return m_title; }
    /// Sessions of the lines, in order.
    std::vector<FormSession*> sessions() const;
    bool focusMisread(); ///< something typed cannot be read yet; it takes the focus
    /// The session of the line that this widget stands in; null when it is in none.
    FormSession* sessionOf(const QWidget* widget) const;
    /// A new line with the focus in it, after the form has saved what it holds: the line refers to
    /// its parent, its fields to lines of other tables.
    void add();
    /// The same with lines as they were last time, where there are none yet; false where there are.
    /// They come when the form has saved.
    bool takeOver(std::vector<base::Fields> lines);
    /// The form has saved (or had nothing to save).
    void goOnAdding();
    void stopAdding();
    QList<QWidget*> stops() const;

Q_SIGNALS:
    void saveNeeded();
    void edited();
    void opened(const std::string& type, base::RecordId id);
    void failed(const base::Error& error);
    void built();

private:
    void load();
    void show(std::vector<LoadedRecord> records);
    void addLine(FormSession* session);
    void addTaken();
    void dropLine(FormSession* session);
    void layOut();
    void layOutHeads();
    /// So much that neither a word of the head nor a usual value is cut.
    int leastWidth(const profile::Field& field, const QString& head) const;
    base::Fields preset() const;
    bool isReadOnly() const;
    void refresh(const store::Changes& changes);

    FormSession& m_parent;
    LayoutBlock m_block;
    const profile::RecordType& m_type;
    QString m_title;
    QWidget* m_body;
    QGridLayout* m_grid;
    QLabel* m_count;
    QLabel* m_empty;
    QPushButton* m_add;
    std::vector<std::unique_ptr<ChildLine>> m_lines;
    bool m_isAdding = false;
    std::vector<base::Fields> m_taken; ///< lines of last time, to be added
};

} // namespace patronat::ui
