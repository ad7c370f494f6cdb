// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/program.h"

#include <QGuiApplication>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace {

std::string systemLanguage()
{
    for (const char* name : { "LC_ALL", "LC_MESSAGES", "LANG" })
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            return value.toStdString();
    return {};
}

/// What Qt remarks on its own (a missing runtime folder, fonts) is not for whoever reads stderr:
/// what matters comes as an error.
void keepQuiet(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

/// Only paper needs fonts; everything else starts without them.
bool needsFonts(int argc, char* argv[])
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "print" || word == "report" || word.ends_with(".pdf");
    });
}

} // namespace

int main(int argc, char* argv[])
{
    qInstallMessageHandler(keepQuiet);
    const std::string language = systemLanguage();
    // Qt complains on stderr about a locale that is not UTF-8; what is written here is UTF-8
    // anyway.
    qputenv("LC_ALL", "C.UTF-8");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::unique_ptr<QCoreApplication> application;
    if (argc > 1 && needsFonts(argc, argv))
        application = std::make_unique<QGuiApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    std::vector<std::string> words;
    for (const QString& word : QCoreApplication::arguments().mid(1))
        words.push_back(word.toStdString());
    return patronat::tool::runProgram(words, language);
}
