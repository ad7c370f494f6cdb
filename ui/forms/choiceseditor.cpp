// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choiceseditor.h"

#include "ui/common/livecodes.h"
#include "ui/common/text.h"
#include "ui/forms/chosenbutton.h"
#include "ui/forms/ticklist.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace patronat::ui {

ChoicesEditor::ChoicesEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_button(new ChosenButton)
{
    fillWith(m_button);
    connect(m_button, &QAbstractButton::clicked, this, &ChoicesEditor::openList);
    showChosen();
}

void ChoicesEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    m_codes.clear();
    if (found != values.end()) {
        const auto codes = QJsonDocument::fromJson(shown(found->second.textOr({})).toUtf8()).array();
        for (const auto& code : codes)
            m_codes += code.toString();
    }
    showChosen();
}

void ChoicesEditor::read(base::Fields& into) const
{
    if (m_codes.isEmpty()) {
        into[field().id] = base::Value();
        return;
    }
    // The journal compares bytes: sorted, as FORMAT.md says.
    QStringList sorted = m_codes;
    sorted.removeDuplicates();
    std::sort(sorted.begin(), sorted.end(),
        [](const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); });
    into[field().id] = base::Value(
        QJsonDocument(QJsonArray::fromStringList(sorted)).toJson(QJsonDocument::Compact).toStdString());
}

void ChoicesEditor::setReadOnly(bool readOnly)
{
    m_button->setEnabled(!readOnly);
}

QList<QWidget*> ChoicesEditor::inputs() const
{
    return { m_button };
}

void ChoicesEditor::resizeEvent(QResizeEvent* event)
{
    FieldEditor::resizeEvent(event);
    m_button->fit();
}

void ChoicesEditor::labelChanged(const QString& label)
{
    m_label = label;
}

void ChoicesEditor::showChosen()
{
    QStringList labels;
    for (const profile::Code& code : codesOf(desk().profile(), field().classifier))
        if (m_codes.contains(shown(code.code)))
            labels += writer().label(code.label);
    m_button->setChosen(labels);
    m_button->setAccessibleDescription(labels.join(QStringLiteral("; ")));
}

void ChoicesEditor::openList()
{
    const std::vector<profile::Code> all = codesOf(desk().profile(), field().classifier);
    if (all.empty())
        return;
    const auto book = liveCodes(desk().profile());
    auto* list = new TickList(this);
    list->setAccessibleName(m_label);
    const std::string today = desk().today();
    for (const profile::Code& code : all) {
        const store::LiveCode* live
            = book ? store::codeIn(*book, field().classifier, code.code) : nullptr;
        const bool isOpen = store::isOffered(code, today) && (live == nullptr || !live->isRemoved);
        if (isOpen || m_codes.contains(shown(code.code)))
            list->add(writer().label(code.label), shown(code.code), m_codes.contains(shown(code.code)));
    }
    connect(list, &TickList::ticked, this, [this](const QString& code, bool isOn) {
        m_codes.removeAll(code);
        if (isOn)
            m_codes += code;
        showChosen();
        Q_EMIT edited();
    });
    list->popupBelow(m_button);
}

} // namespace patronat::ui
