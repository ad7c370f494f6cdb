// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formsession.h"

#include <QObject>

class QGridLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace patronat::ui {

class FieldEditor;
class ReadValue;

/// One field of a form: its label above, its editor, below it what is wrong, what stands against
/// it, its mark. On a signed record its value as text. Stands in three rows of a grid, so that
/// editors side by side are aligned whatever their labels need. Owned by its form.
class FieldBox : public QObject
{
    Q_OBJECT
public:
    FieldBox(FormSession& session, const profile::Field& field, QWidget* parent);
    ~FieldBox() override;

    static constexpr int kGridRows = 3;
    void place(QGridLayout* grid, int row, int column, int span);

    const profile::Field& field() const { return m_field; }
    FieldEditor* editor() const { return m_editor; }
    bool isShown() const;
    /// Of a signed record, and nothing was written there.
    bool isAbsent() const { return isReadOnly() && valueText().isEmpty(); }
    bool isMisread() const;
    bool hasProblem() const; ///< something a person should look at
    void setFocus();
    /// What Tab comes to: an editor as a whole, or the value of a document; null when it passes by.
    QWidget* stop() const;
    /// From now on what is required and missing is said at the field.
    void demand();
    /// Empty as long as the field has nothing to say: for the summary of a folded group.
    QString valueText() const;

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isReadOnly() const;
    void makeLabel(QWidget* parent);
    void makeMark(QWidget* parent);
    void fill();
    void judge();
    void read();
    void showConflict();
    void makeVeil(QWidget* parent);
    void say(const QString& text, profile::Severity severity);
    void setMark(const std::string& code);
    void showTakenOver();
    void left();

    FormSession& m_session;
    const profile::Field& m_field;
    QWidget* m_head = nullptr;
    QLabel* m_label = nullptr;
    QLabel* m_taken = nullptr; ///< says that the value came along from last time
    QToolButton* m_mark = nullptr;
    FieldEditor* m_editor = nullptr;
    QLabel* m_veil = nullptr; ///< over the editor of something personal while others are near
    ReadValue* m_text = nullptr; ///< instead of the editor on a signed record
    QWidget* m_foot;
    QVBoxLayout* m_footLayout;
    QLabel* m_problem;
    QWidget* m_conflict = nullptr;
    bool m_isDemanding = false;
    bool m_isFilling = false;
    bool m_isPlaced = false;
};

} // namespace patronat::ui
