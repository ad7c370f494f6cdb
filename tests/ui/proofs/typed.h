// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace patronat::tests {

/// What patronat_typing types, letter by letter: known in advance to whoever kills it.
inline QChar letterAt(std::size_t index)
{
    return QChar(static_cast<char16_t>(0x0430 + index * 7 % 32));
}

inline QString lettersUpTo(std::size_t count)
{
    QString text;
    for (std::size_t i = 0; i < count; ++i)
        text += letterAt(i);
    return text;
}

/// The name of the card that it saves after so many others.
inline QString nameAt(std::size_t number)
{
    return QStringLiteral("карта %1").arg(number, 4, 10, QLatin1Char('0'));
}

/// One clock for all processes of the machine.
inline long long monotonicMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace patronat::tests
