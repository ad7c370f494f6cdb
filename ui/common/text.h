// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace patronat::ui {

/// Core speaks UTF-8, widgets UTF-16: the border is here.
inline QString shown(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string typed(const QString& text)
{
    return text.toStdString();
}

} // namespace patronat::ui
