// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/amounteditor.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace patronat::ui {

using profile::FieldType;

namespace {

constexpr int kMostDigits = 15;

} // namespace

std::optional<std::int64_t> scaledFromText(const QString& text, int decimals)
{
    std::int64_t number = 0;
    int after = -1; // digits behind the comma so far
    int digits = 0;
    bool isNegative = false;
    for (const QChar c : text.trimmed()) {
        if (c.isSpace() || c == QChar(0x00A0) || c == QChar(0x202F))
            continue;
        if ((c == QLatin1Char(',') || c == QLatin1Char('.')) && after < 0 && decimals > 0) {
            after = 0;
        } else if ((c == QLatin1Char('-') || c == QChar(0x2212)) && digits == 0 && !isNegative) {
            isNegative = true;
        } else if (c >= QLatin1Char('0') && c <= QLatin1Char('9') && after < decimals
            && digits < kMostDigits) {
            number = number * 10 + (c.unicode() - '0');
            ++digits;
            after += after >= 0 ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0)
        return std::nullopt;
    for (int i = std::max(after, 0); i < decimals; ++i)
        number *= 10;
    return isNegative ? -number : number;
}

QString amountText(std::int64_t number, int decimals)
{
    const QString separator = QLocale().groupSeparator();
    QString text = scaledText(number, decimals);
    return separator == QLatin1String(",") || separator == QLatin1String(".")
        ? text.remove(separator)
        : text;
}

AmountEditor::AmountEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_line(new QLineEdit)
{
    fillWith(m_line);
    m_line->setAlignment(Qt::AlignRight);
    if (!field().unitOfMeasure.empty())
        layout()->addWidget(makeLabel(TextRole::Muted, writer().unitOfMeasure(field())));
    connect(m_line, &QLineEdit::textChanged, this,
        &FieldEditor::edited); // typed, or set by an assistive program
}

int AmountEditor::decimals() const
{
    return field().type == FieldType::Money  ? 2
        : field().type == FieldType::Decimal ? field().decimals
                                             : 0;
}

void AmountEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    const bool isEmpty = found == values.end() || found->second.number() == nullptr;
    const QSignalBlocker quiet(m_line);
    m_line->setText(isEmpty   ? QString()
            : decimals() == 0 ? QString::number(*found->second.number())
                              : amountText(*found->second.number(), decimals()));
}

void AmountEditor::read(base::Fields& into) const
{
    const auto number = scaledFromText(m_line->text(), decimals());
    into[field().id] = number ? base::Value(*number) : base::Value();
}

QString AmountEditor::misread() const
{
    if (m_line->text().trimmed().isEmpty() || scaledFromText(m_line->text(), decimals()))
        return {};
    return decimals() == 0 ? tr("A whole number is expected")
                           : tr("A number is expected, for example 1250,50");
}

QString AmountEditor::rawText() const
{
    return m_line->text();
}

void AmountEditor::typeBack(const QString& text)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(text);
}

void AmountEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QList<QWidget*> AmountEditor::inputs() const
{
    return { m_line };
}

} // namespace patronat::ui
