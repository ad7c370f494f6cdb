// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/importplan.h"
#include "ui/common/desk.h"

#include <QCoreApplication>
#include <QString>

namespace patronat::ui {

/// What the window says of a list: states and reasons as sentences. GUI thread.
class IntakeWords
{
    Q_DECLARE_TR_FUNCTIONS(patronat::ui::IntakeWords)
public:
    explicit IntakeWords(const Desk& desk)
        : m_desk(desk)
    {
    }
    QString state(intake::RowState state) const;
    QString reason(const intake::RowProblem& problem) const;
    /// What the program takes to be meant; empty when it has no idea.
    QString hint(const intake::RowProblem& problem) const;
    QString column(const intake::RowProblem& problem) const;
    QString counts(const intake::ImportPlan& plan) const;
    QString error(const base::Error& error) const;

private:
    const Desk& m_desk;
};

} // namespace patronat::ui
