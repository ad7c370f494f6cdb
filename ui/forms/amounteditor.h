// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <optional>

class QLineEdit;

namespace patronat::ui {

/// A number as it stands in its editor: a comma or a point between thousands would be read as the
/// one before the decimals.
QString amountText(std::int64_t number, int decimals);

/// A whole number, a number with decimals or an amount of money; the comma and the point both part
/// the decimals.
class AmountEditor final : public FieldEditor
{
    Q_OBJECT
public:
    AmountEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    QString misread() const override;
    void typeBack(const QString& text) override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    QString rawText() const override;

private:
    int decimals() const;
    QLineEdit* m_line;
};

/// 1250 of "12,5" with two decimals; nothing when it is no such number. Digit by digit: no floating
/// point.
std::optional<std::int64_t> scaledFromText(const QString& text, int decimals);

} // namespace patronat::ui
