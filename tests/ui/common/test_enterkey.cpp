// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/enterkey.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <catch2/catch.hpp>

using namespace patronat;

namespace {

/// A dialog with a line, a button of its own and a default button.
struct Asked
{
    Asked()
    {
        qApp->installEventFilter(&keys);
        auto* layout = new QVBoxLayout(&dialog);
        layout->addWidget(line);
        own->setAutoDefault(false);
        layout->addWidget(own);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok);
        layout->addWidget(buttons);
        QObject::connect(own, &QPushButton::clicked, &dialog, [this] { ++ownPresses; });
        QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, [this] { ++accepted; });
        dialog.show();
        REQUIRE(QTest::qWaitForWindowActive(&dialog));
    }
    ui::EnterKey keys;
    QDialog dialog;
    QLineEdit* line = new QLineEdit;
    QPushButton* own = new QPushButton(QStringLiteral("own"));
    int ownPresses = 0;
    int accepted = 0;
};

} // namespace

TEST_CASE("Enter presses the button that has the focus, not the default one")
{
    Asked asked;
    asked.own->setFocus();
    QTest::keyClick(asked.own, Qt::Key_Return);
    QTest::keyClick(asked.own, Qt::Key_Enter, Qt::KeypadModifier);
    CHECK(asked.ownPresses == 2);
    CHECK(asked.accepted == 0);
}

TEST_CASE("Enter in a field is still the dialog's default button")
{
    Asked asked;
    asked.line->setFocus();
    QTest::keyClick(asked.line, Qt::Key_Return);
    CHECK(asked.ownPresses == 0);
    CHECK(asked.accepted == 1);
}
