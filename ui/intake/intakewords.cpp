// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakewords.h"

#include "ui/common/errortext.h"
#include "ui/common/text.h"

#include <QStringList>

#include <array>

namespace patronat::ui {

using intake::RowProblem;
using intake::RowState;

namespace {

struct Reason
{
    const char* code;
    const char* words;
};

constexpr std::array kReasons {
    Reason { "notADate",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "This is not a date of the calendar") },
    Reason { "notADateTime",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "This is not a date and time") },
    Reason {
        "noZone", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "This is not a date and time") },
    Reason { "notANumber", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "This is not a number") },
    Reason { "notYesOrNo", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "Neither yes nor no") },
    Reason { "unknownCode",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "There is no such value in the list of the field") },
    Reason {
        "notFound", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "There is no such record") },
    Reason { "ambiguous",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "There are several such records") },
    Reason { "notAReference",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "There is no such record") },
    Reason { "formulaError",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "A formula of the list gives an error") },
    Reason { "undecoded",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "Letters are lost: choose another encoding") },
    Reason { "tooLong", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "The text is too long") },
    Reason { "outOfRange",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "The number is out of range") },
    Reason {
        "tooManyDecimals", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "Too many decimals") },
    Reason { "wrongKind",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "A value of another kind is expected") },
    Reason {
        "required", QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "The field must be filled") },
    Reason { "keyMissing",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "Without it the record cannot be told from others") },
    Reason { "keyTwice",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "An earlier row of the same record says something else") },
    Reason { "differs",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "This contradicts what is known of the record") },
    Reason { "nameUnclear",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "Surname, name and patronymic cannot be told apart") },
    Reason { "beyondHeader",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "The row has more cells than there are headings") },
    Reason { "nothingFilled",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "No cell that is to be loaded is filled") },
    Reason { "unitRequired",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "It must be said whose file this belongs to") },
    Reason { "unitFixed",
        QT_TRANSLATE_NOOP("patronat::ui::IntakeWords", "The record is in another file already") },
    Reason { "recordSigned",
        QT_TRANSLATE_NOOP(
            "patronat::ui::IntakeWords", "The record is signed and is not changed by a list") },
};

} // namespace

QString IntakeWords::state(RowState state) const
{
    switch (state) {
    case RowState::New:
        return tr("New");
    case RowState::Changed:
        return tr("Changed");
    case RowState::Same:
        return tr("As it is");
    case RowState::Duplicate:
        return tr("Repeated");
    case RowState::Problem:
        break;
    }
    return tr("Not taken");
}

QString IntakeWords::reason(const RowProblem& problem) const
{
    for (const Reason& reason : kReasons)
        if (problem.reason == reason.code)
            return tr(reason.words);
    return shown(problem.reason);
}

QString IntakeWords::hint(const RowProblem& problem) const
{
    if (problem.nearest.empty())
        return {};
    if (problem.reason == "keyTwice" || problem.reason == "differs")
        return tr("See row %1").arg(shown(problem.nearest));
    QString nearest = shown(problem.nearest);
    const profile::RecordType* type = m_desk.profile().type(problem.type);
    const profile::Field* field = type == nullptr ? nullptr : type->field(problem.field);
    const profile::Classifier* classifier
        = field == nullptr ? nullptr : m_desk.profile().classifier(field->classifier);
    if (problem.reason == "unknownCode" && classifier != nullptr)
        if (const profile::Code* code = classifier->code(problem.nearest))
            nearest = m_desk.languages.text(code->label);
    return tr("Perhaps \"%1\"").arg(nearest);
}

QString IntakeWords::column(const RowProblem& problem) const
{
    const profile::RecordType* type = m_desk.profile().type(problem.type);
    const profile::Field* field = type == nullptr ? nullptr : type->field(problem.field);
    // What no column fills is called as its field is.
    return field != nullptr && problem.heading == problem.field
        ? m_desk.languages.text(field->label)
        : shown(problem.heading);
}

QString IntakeWords::counts(const intake::ImportPlan& plan) const
{
    const auto count = [&](RowState state) { return static_cast<int>(plan.count(state)); };
    QStringList parts { tr("Rows: %1").arg(plan.rows.size()),
        tr("new: %1").arg(count(RowState::New)), tr("changed: %1").arg(count(RowState::Changed)),
        tr("as they are: %1").arg(count(RowState::Same)),
        tr("repeated: %1").arg(count(RowState::Duplicate)),
        tr("not taken: %1").arg(count(RowState::Problem)) };
    QString words = parts.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (plan.guessedCenturies > 0)
        words += QLatin1Char(' ')
            + tr("Dates with two digits of the year: %1; look whether the century is right.")
                  .arg(plan.guessedCenturies);
    return words;
}

QString IntakeWords::error(const base::Error& error) const
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    return shown(text.title) + QLatin1Char(' ') + shown(text.advice);
}

} // namespace patronat::ui
