// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/noteeditor.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kFewestLines = 2;
constexpr int kMostLines = 9;
constexpr int kFrame = 12; ///< border, padding and the document's margin

} // namespace

NoteEditor::NoteEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_text(new QPlainTextEdit)
{
    fillWith(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->document()->setDocumentMargin(1);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        if (!m_isFilling)
            Q_EMIT edited();
    });
    grow();
}

void NoteEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    const QString text = found == values.end() ? QString() : shown(found->second.textOr({}));
    if (text == m_text->toPlainText())
        return; // keeps the cursor where it is
    m_isFilling = true;
    m_text->setPlainText(text);
    m_isFilling = false;
}

void NoteEditor::read(base::Fields& into) const
{
    const QString text = m_text->toPlainText();
    into[field().id] = text.trimmed().isEmpty() ? base::Value() : base::Value(typed(text));
}

void NoteEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    setStyleProperty(m_text, "readOnly", readOnly);
}

QList<QWidget*> NoteEditor::inputs() const
{
    return { m_text };
}

void NoteEditor::resizeEvent(QResizeEvent* event)
{
    FieldEditor::resizeEvent(event);
    grow();
}

void NoteEditor::grow()
{
    int lines = 0;
    const int width = std::max(m_text->viewport()->width() - 2, 1);
    const QFontMetrics metrics(m_text->font());
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        lines += 1 + metrics.horizontalAdvance(block.text()) / width;
    lines = std::clamp(lines, kFewestLines, kMostLines);
    m_text->setFixedHeight(lines * metrics.lineSpacing() + kFrame);
}

} // namespace patronat::ui
