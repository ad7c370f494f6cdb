// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"
#include "ui/forms/formsession.h"

#include <QFrame>

class QLabel;

namespace patronat::ui {

/// Stands at a field that two people filled differently: every value with who wrote it and when, one press to decide.
class ConflictStrip final : public QFrame
{
    Q_OBJECT
public:
    ConflictStrip(FormSession& session, const store::OpenConflict& conflict, QWidget* parent);
    /// Of which field it is, where it does not stand at it.
    void setHeading(const QString& label);

private:
    QWidget* line(const journal::Candidate& candidate);
    void decide(const journal::Candidate& candidate);
    FormSession& m_session;
    QLabel* m_words;
    store::OpenConflict m_conflict;
};

} // namespace patronat::ui
