// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/proofs/typist.h"

#include "ui/common/text.h"
#include "ui/forms/fieldeditor.h"

#include <QApplication>
#include <QStringList>
#include <catch2/catch.hpp>

namespace patronat::tests {

namespace {

constexpr int kMostTabs = 60;

} // namespace

QString Typist::focusedField()
{
    for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        const QString name = QApplication::focusWidget()->objectName();
        if (const auto* editor = qobject_cast<const ui::FieldEditor*>(widget)) {
            const QString field = ui::shown(editor->field().id);
            // A part of an address is a line of its own.
            return name.startsWith(field + QLatin1Char('.')) ? name : field;
        }
    }
    return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString();
}

void Typist::tabTo(const QString& field)
{
    look();
    QStringList way;
    for (int i = 0; i < kMostTabs && focusedField() != field; ++i) {
        way += focusedField();
        press(Qt::Key_Tab);
    }
    INFO("the field " << field.toStdString() << " is not reached by way of " << way.join(QStringLiteral(", ")).toStdString());
    REQUIRE(focusedField().toStdString() == field.toStdString());
}

void Typist::fill(const QString& field, const QString& text)
{
    tabTo(field);
    type(text);
}

void Typist::pick(const QString& field, const QString& letters)
{
    fill(field, letters);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
}

void Typist::choose(const QString& field, const QString& letters)
{
    fill(field, letters);
    look();
    press(Qt::Key_Return);
}

void Typist::tick(const QString& field, const QStringList& letters)
{
    tabTo(field);
    press(Qt::Key_Space);
    bool isFirst = true;
    for (const QString& one : letters) {
        if (!isFirst)
            ctrl(Qt::Key_A); // over what was looked for last
        isFirst = false;
        type(one);
        press(Qt::Key_Return);
    }
    press(Qt::Key_Escape);
}

} // namespace patronat::tests
