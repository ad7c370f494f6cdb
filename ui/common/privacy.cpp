// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/privacy.h"

namespace patronat::ui {

QString Privacy::veiled(const QString& name) const
{
    if (!m_isMasking)
        return name;
    QString out;
    bool isFirst = true;
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            out += isFirst ? QString(c) + QStringLiteral("•••") : QString();
            isFirst = false;
        } else {
            isFirst = true;
            out += c;
        }
    }
    return out;
}

} // namespace patronat::ui
