// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/texteditor.h"

#include "ui/common/text.h"

#include <QLineEdit>

#include <algorithm>

namespace patronat::ui {

using profile::FieldType;

namespace {

constexpr int kSnilsDigits = 11;

QString digitsOf(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
        [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    return digits;
}

/// "112-233-445 95" when there are eleven digits; else as typed.
QString tidySnils(const QString& text)
{
    const QString d = digitsOf(text);
    if (d.size() != kSnilsDigits)
        return text;
    return QStringLiteral("%1-%2-%3 %4").arg(d.left(3), d.mid(3, 3), d.mid(6, 3), d.mid(9));
}

/// "+7 917 123-45-67" of a Russian number typed in any of the usual ways; else as typed.
QString tidyPhone(const QString& text)
{
    QString d = digitsOf(text);
    const bool isForeign = text.trimmed().startsWith(QLatin1Char('+')) && !d.startsWith(QLatin1Char('7'));
    if (d.size() == 11 && (d.startsWith(QLatin1Char('8')) || d.startsWith(QLatin1Char('7'))))
        d.remove(0, 1);
    if (d.size() != 10 || isForeign)
        return text;
    return QStringLiteral("+7 %1 %2-%3-%4").arg(d.left(3), d.mid(3, 3), d.mid(6, 2), d.mid(8));
}

} // namespace

TextEditor::TextEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_line(new QLineEdit)
{
    fillWith(m_line);
    if (field().maxLength > 0)
        m_line->setMaxLength(field().maxLength);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited); // typed, or set by an assistive program
    connect(m_line, &QLineEdit::editingFinished, this, &TextEditor::finish);
}

void TextEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    const QSignalBlocker quiet(m_line);
    m_line->setText(found == values.end() ? QString() : shown(found->second.textOr({})));
    m_line->setCursorPosition(0);
}

void TextEditor::read(base::Fields& into) const
{
    const QString text = m_line->text().trimmed();
    into[field().id] = text.isEmpty() ? base::Value() : base::Value(typed(text));
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QList<QWidget*> TextEditor::inputs() const
{
    return { m_line };
}

void TextEditor::finish()
{
    if (m_line->isReadOnly() || !m_line->isModified())
        return;
    const QString text = m_line->text();
    const QString tidied = field().type == FieldType::Snils ? tidySnils(text)
        : field().type == FieldType::Phone                  ? tidyPhone(text)
                                                            : text;
    if (tidied == text)
        return;
    m_line->setText(tidied);
}

} // namespace patronat::ui
