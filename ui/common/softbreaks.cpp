// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/softbreaks.h"

#include <QString>

namespace patronat::ui {

namespace {

constexpr qsizetype kLongWord = 10;
constexpr qsizetype kFromEnds = 3;
constexpr QChar kSoftHyphen(0x00AD);

bool isVowel(QChar c)
{
    static const QString kVowels = QStringLiteral("аеёиоуыэюяәөү");
    return kVowels.contains(c.toLower());
}

bool isCyrillic(QChar c)
{
    return c.isLetter() && c.unicode() >= 0x0400 && c.unicode() <= 0x052F;
}

} // namespace

QString withSoftBreaks(const QString& text)
{
    QString out;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && isCyrillic(text[end]))
            ++end;
        if (end == begin) {
            out += text[begin++];
            continue;
        }
        for (qsizetype at = begin; at < end; ++at) {
            out += text[at];
            const bool isInside = at - begin + 1 >= kFromEnds && end - at - 1 >= kFromEnds;
            if (end - begin >= kLongWord && isInside && isVowel(text[at]) && !isVowel(text[at + 1]) && isVowel(text[at + 2]))
                out += kSoftHyphen;
        }
        begin = end;
    }
    return out;
}

} // namespace patronat::ui
