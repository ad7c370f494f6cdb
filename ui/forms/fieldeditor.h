// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "core/profile/profile.h"
#include "ui/common/desk.h"
#include "ui/common/valuetext.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>

class QFocusEvent;

namespace patronat::ui {

class LateFiles;

/// What one field is typed into. Holds the field and its parts as values; the only place where what
/// a person typed is read by the customs of a language. Owned by its form.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    /// What an editor may ask of the form it stands in.
    struct Place
    {
        Desk& desk;
        const profile::RecordType& type;
        const profile::Field& field;
        std::function<base::Fields()> values; ///< of the whole record, as typed
        std::function<base::UnitId()> unit; ///< the record's; null when not known
        std::shared_ptr<LateFiles> late; ///< where what is read for long goes when this is gone
    };

    explicit FieldEditor(Place place, QWidget* parent);
    ~FieldEditor() override;

    const profile::Field& field() const { return m_place.field; }
    /// Shows a record's value; never emits edited().
    virtual void fill(const base::Fields& values, const Titles& titles) = 0;
    /// Puts what stands in it under the ids of the field and its parts; null for nothing.
    virtual void read(base::Fields& into) const = 0;
    /// What was typed and cannot be read ("32.13.2027"), as a sentence; empty when all is well.
    virtual QString misread() const { return {}; }
    /// What was typed and cannot be read, as it stands there: kept with the draft, and typed back
    /// when the form opens again.
    QString unread() const { return misread().isEmpty() ? QString() : rawText(); }
    virtual void typeBack(const QString&) { }
    /// Half of a value stands in it and the typing goes on: a save of the others must not take it
    /// away.
    bool isBeingTyped() const;
    /// Somebody types in it, and what stands there is what `values` say: filling it anew would only
    /// move the cursor.
    bool isTypedAs(const base::Fields& values) const;
    /// Writes what was typed as the paper has it, as when the field is left.
    virtual void finish() { }
    virtual void setReadOnly(bool readOnly) = 0;
    /// The widgets that take the focus, in order; the first is the label's buddy.
    virtual QList<QWidget*> inputs() const = 0;
    /// Says in the title of a box that its own text is the label (a check box).
    virtual bool labelsItself() const { return false; }

    void setLabel(const QString& label); ///< accessible name of the inputs
    void setProblem(std::optional<profile::Severity> severity);
    /// Its value came along from last time, and nobody has looked at it: for the style, and for who
    /// hears the screen.
    void setTakenOver(bool isTaken);

Q_SIGNALS:
    void edited();
    /// A person asked for the record that a reference names.
    void opened(const std::string& type, base::RecordId id);

protected:
    const Place& place() const { return m_place; }
    Desk& desk() const { return m_place.desk; }
    ValueWriter writer() const;
    /// Puts one widget into the editor, edge to edge.
    void fillWith(QWidget* input);
    virtual void labelChanged(const QString&) { }
    virtual QString rawText() const { return {}; }

private:
    Place m_place;
    bool m_isTakenOver = false;
};

/// Somebody went on to another field: not to another window, nor into a list that this one opened.
bool isLeft(const QFocusEvent& event);

/// The editor that a field's type asks for.
FieldEditor* makeEditor(FieldEditor::Place place, QWidget* parent);

} // namespace patronat::ui
