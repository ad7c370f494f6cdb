// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include <QStyle>
#include <QVariant>

#include <array>

namespace patronat::ui {

namespace {

constexpr std::array<const char*, 11> kRoles { "", "title", "subtitle", "group", "label", "muted", "error",
    "warning", "badge", "badgeWarning", "badgeDanger" };

} // namespace

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setRole(QLabel* label, TextRole role)
{
    setStyleProperty(label, "role", QLatin1String(kRoles[static_cast<std::size_t>(role)]));
}

QLabel* makeLabel(TextRole role, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    return label;
}

} // namespace patronat::ui
