// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/personname.h"

#include <QRegularExpression>
#include <QStringList>

namespace patronat::intake {

namespace {

constexpr qsizetype kParts = 3;

bool endsPatronymic(const QString& word)
{
    static const QStringList kEndings { QStringLiteral("улы"), QStringLiteral("кызы"),
        QStringLiteral("оглы"), QStringLiteral("оглу"), QStringLiteral("гызы"),
        QStringLiteral("углы"), QStringLiteral("угли"), QStringLiteral("кизи"),
        QStringLiteral("уулу"), QStringLiteral("қызы"), QStringLiteral("ұлы") };
    return kEndings.contains(word.toLower());
}

} // namespace

std::optional<std::vector<std::string>> splitName(const std::string& text)
{
    static const QRegularExpression kInitials(QStringLiteral("^(\\p{Lu}\\.)(\\p{Lu}\\.)$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kNoName(
        QStringLiteral("[^\\p{L}\\p{M} .'’ʼ-]"), QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString::fromStdString(text).simplified();
    if (kNoName.match(name).hasMatch())
        return std::nullopt;
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() == 2) {
        const auto initials = kInitials.match(words[1]);
        if (initials.hasMatch())
            words = { words[0], initials.captured(1), initials.captured(2) };
    }
    if (words.size() == kParts + 1 && endsPatronymic(words.back())) {
        const QString last = words.takeLast();
        words.back() += QLatin1Char(' ') + last;
    }
    if (words.size() > kParts)
        return std::nullopt;
    std::vector<std::string> parts(kParts);
    for (qsizetype i = 0; i < words.size(); ++i)
        parts[static_cast<std::size_t>(i)] = words[i].toStdString();
    return parts;
}

} // namespace patronat::intake
