// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/addresseditor.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/text.h"
#include "ui/forms/formlayout.h"

#include <QGridLayout>
#include <QLineEdit>

#include <array>

namespace patronat::ui {

namespace {

struct Cell
{
    std::string_view part;
    int row;
    int column;
    int span;
};

/// What is typed every day first, what is mostly known from elsewhere below.
constexpr std::array kCells { Cell { "settlement", 0, 0, 4 }, Cell { "street", 0, 4, 4 },
    Cell { "house", 0, 8, 2 }, Cell { "flat", 0, 10, 2 }, Cell { "region", 1, 0, 4 },
    Cell { "district", 1, 4, 5 }, Cell { "postcode", 1, 9, 3 }, Cell { "oktmo", 2, 0, 4 },
    Cell { "note", 2, 4, 8 } };

} // namespace

AddressEditor::AddressEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    for (int column = 0; column < kColumns; ++column)
        grid->setColumnStretch(column, 1);
    for (const Cell& cell : kCells) {
        const std::string id = field().id + "." + std::string(cell.part);
        const profile::Field* part = this->place().type.field(id);
        if (part == nullptr)
            continue;
        const QString words = writer().label(part->label);
        auto* line = new QLineEdit;
        line->setObjectName(shown(id));
        line->setMinimumWidth(20);
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto* label = new ElidedLabel(words);
        label->setBuddy(line);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        label->setToolTip(words);
        grid->addWidget(line, cell.row * 2 + 1, cell.column, 1, cell.span);
        grid->addWidget(label, cell.row * 2, cell.column, 1, cell.span);
        connect(line, &QLineEdit::textChanged, this,
            &FieldEditor::edited); // typed, or set by an assistive program
        m_parts.push_back({ id, line, words });
    }
    if (!m_parts.empty())
        setFocusProxy(m_parts.front().line);
}

void AddressEditor::fill(const base::Fields& values, const Titles&)
{
    for (const Part& part : m_parts) {
        const auto found = values.find(part.id);
        const QSignalBlocker quiet(part.line);
        part.line->setText(found == values.end() ? QString() : shown(found->second.textOr({})));
        part.line->setCursorPosition(0);
    }
}

void AddressEditor::read(base::Fields& into) const
{
    for (const Part& part : m_parts) {
        const QString text = part.line->text().trimmed();
        into[part.id] = text.isEmpty() ? base::Value() : base::Value(typed(text));
    }
}

void AddressEditor::setReadOnly(bool readOnly)
{
    for (const Part& part : m_parts)
        part.line->setReadOnly(readOnly);
}

QList<QWidget*> AddressEditor::inputs() const
{
    QList<QWidget*> all;
    for (const Part& part : m_parts)
        all += part.line;
    return all;
}

void AddressEditor::labelChanged(const QString& label)
{
    for (const Part& part : m_parts)
        part.line->setAccessibleName(label + QStringLiteral(": ") + part.label);
}

} // namespace patronat::ui
