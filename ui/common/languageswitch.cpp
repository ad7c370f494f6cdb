// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languageswitch.h"

#include "ui/common/text.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace patronat::ui {

LanguageSwitch::LanguageSwitch(QObject* parent)
    : QObject(parent)
    , m_language(QStringLiteral("en"))
{
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList LanguageSwitch::available()
{
    return { QStringLiteral("ru"), QStringLiteral("en") };
}

QString LanguageSwitch::nameOf(const QString& language)
{
    return language == QLatin1String("ru") ? QStringLiteral("Русский") : QStringLiteral("English");
}

QString LanguageSwitch::preferred()
{
    return preferredOf(QLocale::system().uiLanguages());
}

QString LanguageSwitch::preferredOf(const QStringList& wanted)
{
    for (const QString& one : wanted) {
        const QString language = one.section(QLatin1Char('-'), 0, 0);
        if (available().contains(language))
            return language;
    }
    // Whoever works in Tatar or Chuvash works in Russian before English.
    const bool isOfRussia = std::any_of(wanted.begin(), wanted.end(),
        [](const QString& one) { return QLocale(one).territory() == QLocale::Russia; });
    return isOfRussia ? QStringLiteral("ru") : QStringLiteral("en");
}

void LanguageSwitch::setLanguage(const QString& language)
{
    m_language = language;
    QLocale::setDefault(QLocale(language == QLatin1String("ru")
            ? QLocale(QLocale::Russian, QLocale::Russia)
            : QLocale(QLocale::English, QLocale::UnitedKingdom)));
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // A language without its file shows the English of the sources: words, not an error.
    if (m_program.load(QStringLiteral(":/i18n/patronat_") + language))
        QCoreApplication::installTranslator(&m_program);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QStringLiteral("qtbase_") + language, folder))
        QCoreApplication::installTranslator(&m_qt);
    Q_EMIT switched();
}

QString LanguageSwitch::text(const profile::Label& label) const
{
    return shown(profile::labelIn(label, typed(m_language)));
}

Language LanguageSwitch::sentences() const
{
    return m_language == QLatin1String("ru") ? Language::Russian : Language::English;
}

} // namespace patronat::ui
