// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QObject>
#include <QString>

namespace patronat::ui {

/// "Others are near": while it is on, lists and headings show names by their first letters only, and forms hide what the
/// profile calls personal until a person asks to see it.
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
    QString veiled(const QString& name) const { return m_isMasking ? veil(name) : name; }
    /// The same, whether masking is on or not. Any thread.
    static QString veil(const QString& name);
    /// What stands for a value that is hidden as a whole; as long whatever was hidden.
    static QString nothingShown() { return QStringLiteral("•••"); }

Q_SIGNALS:
    void changed();

private:
    bool m_isMasking = false;
};

/// Whether a field tells of somebody the program protects: its own class of personal data, that of the field it is part
/// of, or a reference to a record that bears such a name. Staff and places are known to everybody.
bool isPersonal(const profile::Profile& profile, const profile::RecordType& type, const profile::Field& field);

} // namespace patronat::ui
