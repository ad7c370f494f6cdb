// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QDate>

class QLineEdit;
class QToolButton;

namespace patronat::ui {

/// A date, or a date with a time, typed in any of the usual ways ("120327", "12.3.27",
/// "12.03.2027"); the arrows go by days, F4 opens a calendar. It may be empty.
class DateEditor final : public FieldEditor
{
    Q_OBJECT
public:
    DateEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    QString misread() const override;
    void typeBack(const QString& text) override;
    void finish() override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    QString rawText() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool hasTime() const;
    std::optional<std::string> iso() const;
    void step(int days);
    void pick();
    void take(QDate date);
    QLineEdit* m_line;
    QToolButton* m_calendar;
};

/// Two digits of a year mean the last hundred years ending ten years from `today`.
std::optional<QDate> dateFromText(const QString& text, QDate today);

} // namespace patronat::ui
