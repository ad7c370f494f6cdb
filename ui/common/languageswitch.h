// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "ui/common/words.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace patronat::ui {

/// The language of the program while it runs. Widgets hear of a switch by QEvent::LanguageChange;
/// what shows texts of the profile or numbers and dates also asks language() anew then.
class LanguageSwitch : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QObject* parent = nullptr);
    ~LanguageSwitch() override;

    /// Those there is a reviewed translation of, in order: "ru", "en".
    static QStringList available();
    /// Its own name for itself: "Русский".
    static QString nameOf(const QString& language);
    /// The first of them that the computer prefers; English when it prefers others.
    static QString preferred();
    /// The same of languages in the order somebody wants them ("tt-RU", "ru"): the first that there
    /// is, Russian for what is spoken in Russia, English for everybody else.
    static QString preferredOf(const QStringList& wanted);

    QString language() const { return m_language; }
    void setLanguage(const QString& language);

    /// A label of the profile in the language of the program.
    QString text(const profile::Label& label) const;
    Language sentences() const; ///< for errorText

Q_SIGNALS:
    void switched();

private:
    QString m_language;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace patronat::ui
