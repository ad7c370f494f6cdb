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

/// One line of a table of children: a cell a field, the buttons at its end, and below it what stands against a cell,
/// with the same choice as at a field of a form. Owned by its table, as is its session.
class ChildLine final : public QObject
{
    Q_OBJECT
public:
    ChildLine(FormSession& parentRecord, FormSession* session, const LayoutBlock& block, QWidget* body);
    ~ChildLine() override;

    static constexpr int kGridRows = 2;
    FormSession& session() const { return *m_session; }
    const std::vector<FieldEditor*>& editors() const { return m_editors; }
    bool isMisread() const;
    bool holds(const QWidget* widget) const;
    QList<QWidget*> stops() const;
    /// `number`: what is printed as №.
    void place(QGridLayout* grid, int row, int number);

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void inputsChanged(); ///< a question came or went

private:
    struct Cell
    {
        const profile::Field* field = nullptr;
        FieldEditor* editor = nullptr; ///< null: shown as text
        QPointer<QLabel> text; ///< of a fixed cell
        QPointer<QLabel> veil; ///< over an editor of something personal
    };
    bool isReadOnly() const;
    void addCell(const profile::Field& field);
    void addEditor(Cell& cell);
    void addButtons();
    void fill();
    void judge();
    void showConflicts();

    FormSession& m_parent;
    FormSession* m_session;
    const profile::RecordType& m_type;
    QPointer<QWidget> m_body;
    std::vector<Cell> m_cells;
    std::vector<FieldEditor*> m_editors;
    QPointer<QWidget> m_buttons;
    QPointer<QWidget> m_below;
    QVBoxLayout* m_belowLayout;
    int m_number = 0;
};

} // namespace patronat::ui
