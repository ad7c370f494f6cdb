// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("patronat"));
    QApplication::setApplicationVersion(QStringLiteral(PATRONAT_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(
        QStringLiteral("db"), QStringLiteral("The database to open."), QStringLiteral("FILE"));
    parser.addOption(database);
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("The same."), QStringLiteral("[FILE]"));
    parser.process(application);
    const QString file
        = parser.isSet(database) ? parser.value(database) : parser.positionalArguments().value(0);
    patronat::desktop::Program program;
    if (!program.start(file))
        return 0; // the window that is open already has come to the front
    return QApplication::exec();
}
