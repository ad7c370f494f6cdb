// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QLabel>

namespace patronat::ui {

/// The value of one field where it is read and not typed: a document is walked by Tab like a form,
/// and a reader of the screen says label and value. Nothing written is no stop.
class ReadValue final : public QLabel
{
    Q_OBJECT
public:
    ReadValue(const profile::Field& field, const QString& label, QWidget* parent);
    const profile::Field& field() const { return m_field; }
    /// `printed`: the same with what helps to break its lines.
    void setValue(const QString& text, const QString& printed);
    void setValue(const QString& text) { setValue(text, text); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const profile::Field& m_field;
    QString m_label;
};

} // namespace patronat::ui
