// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formlayout.h"
#include "ui/forms/formsession.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;
class QWidget;

namespace patronat::ui {

class FieldEditor;
class ReadValue;

/// The field is the number by which the lines of a set are counted: shown, not typed. A date by
/// which they are ordered is typed like any other.
bool isLineNumber(const profile::RecordType& line, const profile::Field& field);

/// One line of a table of children: a cell a field, the buttons at its end, and below it what
/// stands against a cell, with the same choice as at a field of a form. Owned by its table, as is
/// its session.
class ChildLine final : public QObject
{
    Q_OBJECT
public:
    ChildLine(
        FormSession& parentRecord, FormSession* session, const LayoutBlock& block, QWidget* body);
    ~ChildLine() override;

    static constexpr int kGridRows = 2;
    FormSession& session() const { return *m_session; }
    const std::vector<FieldEditor*>& editors() const { return m_editors; }
    /// Something typed cannot be read: it takes the focus, and the line says what.
    bool focusMisread();
    bool holds(const QWidget* widget) const;
    QList<QWidget*> stops() const;
    /// `number`: what is printed as №.
    void place(QGridLayout* grid, int row, int number);

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void inputsChanged(); ///< a question came or went
    void letGo(); ///< it is removed, and whoever looked at it knows

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Cell
    {
        const profile::Field* field = nullptr;
        FieldEditor* editor = nullptr; ///< null: shown as text
        QPointer<QLabel> number; ///< instead, of the printed №
        QPointer<ReadValue> text; ///< of a fixed cell
        QPointer<QLabel> veil; ///< over an editor of something personal
    };
    bool isReadOnly() const;
    void addCell(const profile::Field& field);
    void addEditor(Cell& cell);
    void addButtons();
    void fill();
    void judge();
    void judgeCell(const Cell& cell, QStringList& words);
    void showConflicts();
    void showElsewhere();
    void addStrip(QWidget* strip);
    void lock(bool isLocked);
    void showBelow();
    void showTakenOver();
    void left(const FieldEditor* editor);

    FormSession& m_parent;
    FormSession* m_session;
    const profile::RecordType& m_type;
    QPointer<QWidget> m_body;
    std::vector<Cell> m_cells;
    std::vector<FieldEditor*> m_editors;
    QPointer<QWidget> m_buttons;
    QPointer<QWidget> m_below;
    QVBoxLayout* m_belowLayout;
    QLabel* m_problems; ///< what is wrong in the cells, in words
    QLabel* m_taken; ///< that its values came along from last time
    QWidget* m_strips = nullptr; ///< what stands against them
    bool m_isDemanding = false; ///< somebody wants to save: half a date is a mistake now
    bool m_isLocked = false; ///< it was removed
    int m_number = 0;
};

} // namespace patronat::ui
