// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sizetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace patronat::ui {

namespace {

constexpr std::int64_t kSmallestUnit = 1024;

} // namespace

QString sizeText(std::int64_t bytes)
{
    // QLocale has one form of the word for all counts.
    if (bytes >= 0 && bytes < kSmallestUnit) {
        const int few = static_cast<int>(bytes);
        return QCoreApplication::translate("SizeText", "%n byte(s)", nullptr, few);
    }
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace patronat::ui
