// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/tour.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

/// Drives the real windows over a demonstration region and leaves their pictures.
int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("profile"), QStringLiteral("The folder of the profile."));
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("Where the pictures go."));
    const QCommandLineOption families(QStringLiteral("families"), QStringLiteral("How many families the region has."),
        QStringLiteral("N"), QStringLiteral("150"));
    const QCommandLineOption only(QStringLiteral("only"),
        QStringLiteral("One of ru, en, dark, large, start; else all of them."), QStringLiteral("WHAT"));
    parser.addOption(families);
    parser.addOption(only);
    parser.process(application);
    const QStringList places = parser.positionalArguments();
    if (places.size() != 2) {
        std::fputs("usage: patronat_shots PROFILE OUT [--families N] [--only WHAT]\n", stderr);
        return 2;
    }
    const auto done = patronat::shots::takePictures(application, places[0].toStdString(), places[1].toStdString(),
        parser.value(families).toUInt(), parser.value(only));
    if (!done) {
        std::fputs((describe(done.error()) + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}
