// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldeditor.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/addresseditor.h"
#include "ui/forms/amounteditor.h"
#include "ui/forms/attachmenteditor.h"
#include "ui/forms/booleaneditor.h"
#include "ui/forms/choiceeditor.h"
#include "ui/forms/choiceseditor.h"
#include "ui/forms/dateeditor.h"
#include "ui/forms/noteeditor.h"
#include "ui/forms/referenceeditor.h"
#include "ui/forms/shownvalue.h"
#include "ui/forms/texteditor.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace patronat::ui {

using profile::FieldType;

FieldEditor::FieldEditor(Place place, QWidget* parent)
    : QWidget(parent)
    , m_place(std::move(place))
{
    setObjectName(shown(m_place.field.id));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

FieldEditor::~FieldEditor()
{
    // A line that has the focus ends its editing while it is taken apart; whoever listened is gone
    // by then.
    for (QWidget* input : findChildren<QWidget*>())
        input->blockSignals(true);
}

ValueWriter FieldEditor::writer() const
{
    return { m_place.desk.profile(), typed(m_place.desk.languages.language()) };
}

void FieldEditor::fillWith(QWidget* input)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(input);
    setFocusProxy(input);
}

bool FieldEditor::isBeingTyped() const
{
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && isAncestorOf(focused) && !misread().isEmpty();
}

bool FieldEditor::isTypedAs(const base::Fields& values) const
{
    const QWidget* focused = QApplication::focusWidget();
    if (focused == nullptr || !isAncestorOf(focused))
        return false;
    base::Fields here;
    read(here);
    return std::all_of(here.begin(), here.end(), [&](const auto& one) {
        const auto value = values.find(one.first);
        return value == values.end() ? one.second.isNull() : value->second == one.second;
    });
}

void FieldEditor::setLabel(const QString& label)
{
    const QList<QWidget*> all = inputs();
    if (all.size() == 1)
        all.first()->setAccessibleName(label);
    labelChanged(label);
}

void FieldEditor::setProblem(std::optional<profile::Severity> severity)
{
    const char* name = !severity ? "" : *severity == profile::Severity::Error ? "error" : "warning";
    const QList<QWidget*> all = inputs();
    for (QWidget* input : all)
        setStyleProperty(input, "problem", QLatin1String(name));
}

void FieldEditor::setTakenOver(bool isTaken)
{
    if (m_isTakenOver == isTaken)
        return;
    m_isTakenOver = isTaken;
    for (QWidget* input : inputs()) {
        setStyleProperty(input, "taken", isTaken ? QStringLiteral("yes") : QString());
        input->setAccessibleDescription(
            isTaken ? tr("from last time, not looked at yet") : QString());
    }
}

bool isLeft(const QFocusEvent& event)
{
    return event.reason() != Qt::ActiveWindowFocusReason && event.reason() != Qt::PopupFocusReason
        && event.reason() != Qt::MenuBarFocusReason;
}

FieldEditor* makeEditor(FieldEditor::Place place, QWidget* parent)
{
    if (namesClassifier(place.type, place.field))
        return new ChoiceEditor(std::move(place), parent);
    switch (place.field.type) {
    case FieldType::Note:
        return new NoteEditor(std::move(place), parent);
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        return new AmountEditor(std::move(place), parent);
    case FieldType::Date:
    case FieldType::DateTime:
        return new DateEditor(std::move(place), parent);
    case FieldType::Boolean:
        return new BooleanEditor(std::move(place), parent);
    case FieldType::Choice:
        return new ChoiceEditor(std::move(place), parent);
    case FieldType::Choices:
        return new ChoicesEditor(std::move(place), parent);
    case FieldType::Reference:
        return new ReferenceEditor(std::move(place), parent);
    case FieldType::Address:
        return new AddressEditor(std::move(place), parent);
    case FieldType::Attachment:
        return new AttachmentEditor(std::move(place), parent);
    case FieldType::Number:
    case FieldType::Computed:
        return new ShownValue(std::move(place), parent);
    default:
        return new TextEditor(std::move(place), parent);
    }
}

} // namespace patronat::ui
