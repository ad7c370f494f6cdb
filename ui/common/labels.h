// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

class QWidget;

namespace patronat::ui {

/// What a text is for; the style sheet says how it looks.
enum class TextRole
{
    Plain,
    Title,
    Subtitle,
    Group,
    Label,
    Muted,
    Error,
    Warning,
    Badge,
    BadgeWarning,
    BadgeDanger
};

/// A label of a role. Its text is shown as it is, never as HTML.
QLabel* makeLabel(TextRole role, const QString& text = {}, QWidget* parent = nullptr);
void setRole(QLabel* label, TextRole role);
/// Sets a property that the style sheet looks at, and lets it look again.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace patronat::ui
