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
    parser.addPositionalArgument(
        QStringLiteral("profile"), QStringLiteral("The folder of the profile."));
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("Where the pictures go."));
    const QCommandLineOption families(QStringLiteral("families"),
        QStringLiteral("How many families the region has."), QStringLiteral("N"),
        QStringLiteral("150"));
    const QCommandLineOption only(QStringLiteral("only"),
        QStringLiteral("Of ru, en, dark, large, large-en, start, with commas between; else all of "
                       "them. forms: every form of the profile, "
                       "filled."),
        QStringLiteral("WHAT"));
    const QCommandLineOption region(QStringLiteral("region"),
        QStringLiteral("A demonstration's folder to walk through, instead of making one."),
        QStringLiteral("DIR"));
    parser.addOption(families);
    parser.addOption(only);
    parser.addOption(region);
    parser.process(application);
    const QStringList places = parser.positionalArguments();
    if (places.size() != 2) {
        std::fputs(
            "usage: patronat_shots PROFILE OUT [--region DIR | --families N] [--only WHAT]\n",
            stderr);
        return 2;
    }
    patronat::shots::TourOptions options;
    options.profile = places[0].toStdU16String();
    options.out = places[1].toStdU16String();
    options.region = parser.value(region).toStdU16String();
    options.families = parser.value(families).toUInt();
    options.only = parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const auto done = patronat::shots::takePictures(application, options);
    if (!done) {
        std::fputs((describe(done.error()) + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}
