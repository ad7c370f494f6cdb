// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/privacy.h"

#include <algorithm>

namespace patronat::ui {

QString Privacy::veil(const QString& name)
{
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

bool isPersonal(const profile::Profile& profile, const profile::RecordType& type, const profile::Field& field)
{
    if (!field.personalData.empty())
        return true;
    if (const profile::Field* whole = field.partOf.empty() ? nullptr : type.field(field.partOf))
        return isPersonal(profile, type, *whole);
    const profile::RecordType* target = field.target.empty() ? nullptr : profile.type(field.target);
    if (target == nullptr || target->unitKind == profile::UnitKind::Everyone)
        return false;
    return std::any_of(target->nameFields.begin(), target->nameFields.end(), [&](const std::string& name) {
        const profile::Field* declared = target->field(name);
        return declared != nullptr && !declared->personalData.empty();
    });
}

} // namespace patronat::ui
