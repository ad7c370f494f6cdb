// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/childtable.h"
#include "ui/forms/formgroup.h"
#include "ui/forms/formsession.h"
#include "ui/forms/twinwatch.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace patronat::ui {

/// The form of one record, made from what its profile declares: groups of fields and tables of
/// children in the order of the paper card. Saves all of it as one action. No frame, no buttons:
/// pages and dialogs put it where they need it.
class RecordForm final : public QWidget
{
    Q_OBJECT
public:
    RecordForm(Desk& desk, const std::string& type, QWidget* parent);
    /// Only these fields and tables, where a window is about a part of the record.
    RecordForm(Desk& desk, const std::string& type, FormLayout part, QWidget* parent);

    FormSession& session() { return m_session; }
    /// Who is perhaps there already; a save waits for the answer.
    TwinWatch& twins() { return m_twins; }
    bool isDirty() const;
    bool hasUnread() const;
    /// Typed text that cannot be read yet; it takes the focus, and it is said what is wrong.
    bool focusMisread();
    void save();
    void discard();
    /// What stays from one time to the next, from the last record of this kind: values into empty
    /// fields, lines into empty tables. All of it marked until it is looked at.
    void takeOver();
    std::size_t takenOverCount() const;
    void confirmAllTaken();
    /// Says at each field what must be filled.
    void demand();
    /// The same before signing; false when something is, and it has the focus.
    bool demandAll();
    /// What keeps the record from being signed, as lines for people.
    QStringList obstacles() const;
    /// Within saved(): it was saved on the way to a new line of a table.
    bool isForLine() const { return m_isForLine; }
    /// The field whose editor has the focus, also in a line of a table; null when none has.
    struct FocusedField
    {
        const FormSession* session = nullptr;
        const profile::Field* field = nullptr;
    };
    FocusedField focusedField() const;
    /// The headings, in order; revealing one opens it and scrolls there.
    QStringList headings() const;
    QWidget* heading(int index);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void saved();
    void failed(const base::Error& error);
    void opened(const std::string& type, base::RecordId id);
    void rebuilt();

private:
    void build();
    void tearDown();
    void showBlock(LayoutBlock block);
    /// Where somebody stands and types: the editor of which record's field, and where in it.
    struct FocusPlace
    {
        const FormSession* session = nullptr;
        std::string field;
        qsizetype input = 0;
        int cursor = 0;
    };
    FocusPlace focusPlace() const;
    void goBackTo(const FocusPlace& place);
    FieldEditor* editorOf(const FormSession* session, const std::string& field) const;
    void catchUp();
    void chainFocus();
    void stopSaving(const base::Error& error);
    void saveKnown();
    void saveAll();
    void saveNext(base::GroupId group);
    void takeFocus();
    void saveForTable(ChildTable* table);
    void takeOverLines();
    bool needsSaving(const FormSession* session) const;
    void watch(FormSession* session);
    void judge();
    std::vector<FormSession*> sessions() const;
    QString fieldLabel(const std::string& field) const;

    FormSession m_session;
    TwinWatch& m_twins; ///< of the session
    std::optional<FormLayout> m_part;
    QVBoxLayout* m_layout;
    QLabel* m_problems;
    std::vector<FormGroup*> m_groups;
    std::vector<ChildTable*> m_tables;
    std::vector<QWidget*> m_blocks; ///< groups and tables in order
    std::string m_builtFor; ///< life and language that the widgets were made for
    std::map<std::string, ChildTable::Lines>
        m_lines; ///< of tables that are made anew, by child type
    std::vector<std::string> m_open; ///< groups that were open, by what they hold first
    bool m_isSaving = false;
    bool m_isForLine
        = false; ///< saved on the way to a new line of a table, not because somebody is done
    bool m_savesEmpty = false; ///< a new record is made though nothing was typed: a line needs it
};

} // namespace patronat::ui
