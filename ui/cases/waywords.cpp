// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/waywords.h"

#include "ui/cases/stepdialog.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QStringList>

namespace patronat::ui {

namespace {

/// Sentences of codes that need nothing else to be said.
QString plainText(std::string_view code)
{
    if (code == "changed")
        return StepDialog::tr("The record has changed since it was shown.");
    if (code == "conflict")
        return StepDialog::tr("Two offices have led the case differently: settle that first.");
    if (code == "documentMissing")
        return StepDialog::tr("The document is not in this database.");
    if (code == "documentDraft")
        return StepDialog::tr("The document is not signed yet.");
    if (code == "documentEnded")
        return StepDialog::tr("The document is removed or cancelled.");
    if (code == "documentForeign")
        return StepDialog::tr("The document is of another case.");
    if (code == "reason")
        return StepDialog::tr("Give the reason.");
    if (code == "date")
        return StepDialog::tr("The date is no date, for example 12.03.2027.");
    if (code == "dateInFuture")
        return StepDialog::tr("The date is in the future.");
    if (code == "noStateBefore")
        return StepDialog::tr("The state before is not known.");
    if (code == "reversed")
        return StepDialog::tr("The step is taken back already.");
    return StepDialog::tr("It cannot happen now.");
}

QString rolesText(const Desk& desk, const std::string& roles)
{
    const profile::RecordType* staff = desk.profile().type("staff");
    const profile::Field* field = staff != nullptr ? staff->field("role") : nullptr;
    const ValueWriter writer(desk.profile(), typed(desk.languages.language()));
    QStringList names;
    for (const QString& role : shown(roles).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString name
            = field != nullptr ? writer.label(field->classifier, typed(role)) : QString();
        names += name.isEmpty() ? role : name;
    }
    return names.join(QStringLiteral(", "));
}

QString fieldText(const Desk& desk, const std::string& type, const std::string& name)
{
    const profile::RecordType* declared = desk.profile().type(type);
    const profile::Field* field = declared == nullptr ? nullptr : declared->field(name);
    return field == nullptr ? shown(name) : desk.languages.text(field->label);
}

} // namespace

QString missingText(const Desk& desk, const std::string& type, const process::Missing& missing)
{
    if (!missing.message.empty())
        return desk.languages.text(missing.message);
    if (missing.code == "role")
        return StepDialog::tr("This is done by: %1.").arg(rolesText(desk, missing.argument));
    if (missing.code == "required")
        return StepDialog::tr("Fill in: %1.").arg(fieldText(desk, type, missing.argument));
    if (missing.code == "dateBefore")
        return StepDialog::tr("The date is before the step that came last, %1.")
            .arg(dateText(missing.argument));
    if (missing.code == "document") {
        const profile::RecordType* document = desk.profile().type(missing.argument);
        return StepDialog::tr("Name the document: %1.")
            .arg(document ? desk.languages.text(document->label).toLower()
                          : shown(missing.argument));
    }
    return plainText(missing.code);
}

} // namespace patronat::ui
