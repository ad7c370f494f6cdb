// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace patronat::ui {

/// "Others are near": while it is on, lists show names by their first letters only.
class Privacy : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool isMasking() const { return m_isMasking; }
    void setMasking(bool on)
    {
        if (m_isMasking == on)
            return;
        m_isMasking = on;
        Q_EMIT changed();
    }
    /// "Иванова Анна" as "И••• А•••" while masking, else as it is.
    QString veiled(const QString& name) const;

Q_SIGNALS:
    void changed();

private:
    bool m_isMasking = false;
};

} // namespace patronat::ui
