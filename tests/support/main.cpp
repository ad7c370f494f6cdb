// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER

#include <QCoreApplication>
#include <QtGlobal>
#include <catch2/catch.hpp>

int main(int argc, char* argv[])
{
    // No test needs a screen; somebody who wants to look sets a platform.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
