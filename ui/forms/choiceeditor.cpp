// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choiceeditor.h"

#include "ui/common/choicebox.h"
#include "ui/common/livecodes.h"
#include "ui/common/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QWheelEvent>

namespace patronat::ui {

namespace {

/// Longer lists are searched, not read.
constexpr int kReadAtAGlance = 9;

/// A wheel that rolls over a form must not change a value on its way.
class CalmBox final : public ChoiceBox
{
public:
    using ChoiceBox::ChoiceBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

bool namesClassifier(const profile::RecordType& type, const profile::Field& field)
{
    return type.id == "classifierCode" && field.id == "classifier";
}

ChoiceEditor::ChoiceEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_box(new CalmBox)
{
    fillWith(m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(4);
    m_box->setMaxVisibleItems(16);
    addCodes();
    if (m_box->count() > kReadAtAGlance) {
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_box->completer()->setFilterMode(Qt::MatchContains);
        m_box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
        connect(m_box->lineEdit(), &QLineEdit::textChanged, this,
            &FieldEditor::edited); // typed, or set by an assistive program
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ChoiceEditor::finish);
    }
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

void ChoiceEditor::addCodes()
{
    m_box->addItem(QString(), QString());
    const ValueWriter words = writer();
    if (namesClassifier(place().type, field()))
        for (const profile::Classifier& one : desk().profile().classifiers)
            m_box->addItem(words.label(one.label), shown(one.id));
    for (const profile::Code& code : codesOffered(desk().profile(), field().classifier, desk().today()))
        m_box->addItem(words.label(code.label), shown(code.code));
    int widest = 0;
    for (int i = 0; i < m_box->count(); ++i)
        widest = std::max(widest, m_box->fontMetrics().horizontalAdvance(m_box->itemText(i)));
    m_box->view()->setMinimumWidth(std::min(widest + 40, 640));
}

int ChoiceEditor::findText(const QString& text) const
{
    const QString wanted = text.trimmed();
    int found = -1;
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemText(i).compare(wanted, Qt::CaseInsensitive) == 0)
            return i;
        if (!wanted.isEmpty() && m_box->itemText(i).contains(wanted, Qt::CaseInsensitive))
            found = found == -1 ? i : -2; // one that fits is meant, two are not
    }
    return std::max(found, -1);
}

void ChoiceEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    const QString code = found == values.end() ? QString() : shown(found->second.textOr({}));
    int at = m_box->findData(code);
    if (at < 0) {
        m_box->addItem(writer().label(field().classifier, typed(code)), code);
        at = m_box->count() - 1;
    }
    // Without a word of it; the line of a box that is typed into has signals of its own.
    const QSignalBlocker quiet(m_box->lineEdit());
    m_box->setCurrentIndex(at);
    m_box->setToolTip(m_box->currentText());
    if (m_box->isEditable())
        m_box->lineEdit()->setCursorPosition(0);
}

void ChoiceEditor::read(base::Fields& into) const
{
    int at = m_box->currentIndex();
    if (m_box->isEditable())
        at = m_box->currentText().trimmed().isEmpty() ? 0 : findText(m_box->currentText());
    const QString code = at < 0 ? QString() : m_box->itemData(at).toString();
    into[field().id] = code.isEmpty() ? base::Value() : base::Value(typed(code));
}

QString ChoiceEditor::misread() const
{
    if (!m_box->isEditable() || m_box->currentText().trimmed().isEmpty()
        || findText(m_box->currentText()) >= 0)
        return {};
    return tr("Choose one from the list");
}

void ChoiceEditor::finish()
{
    if (!m_box->isEditable())
        return;
    m_box->completer()
        ->popup()
        ->hide(); // saved by a key while it was open, it would wait for the next one
    if (const int at = findText(m_box->currentText()); at >= 0)
        m_box->setCurrentIndex(at);
}

QString ChoiceEditor::rawText() const
{
    return m_box->currentText();
}

void ChoiceEditor::typeBack(const QString& text)
{
    const QSignalBlocker quiet(m_box);
    m_box->setEditText(text);
}

void ChoiceEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QList<QWidget*> ChoiceEditor::inputs() const
{
    return { m_box };
}

void ChoiceEditor::labelChanged(const QString& label)
{
    // Qt gives a box the name of what is chosen in it, and the line within none at all.
    m_box->setAccessibleDescription(label);
    if (m_box->isEditable())
        m_box->lineEdit()->setAccessibleName(label);
}

} // namespace patronat::ui
