// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formsession.h"

#include <QFrame>

namespace patronat::ui {

/// What a line of a table says when somebody else signed or removed its record: what became of what
/// was typed, and what can be done. Typed text stays in the line and can be copied.
class ElsewhereStrip final : public QFrame
{
    Q_OBJECT
public:
    ElsewhereStrip(FormSession& session, QWidget* parent);

Q_SIGNALS:
    void letGo(); ///< nobody wants the line any more

private:
    void addButton(const QString& words, std::function<void()> run);
    FormSession& m_session;
};

/// The same in words, for the head of a form.
QString elsewhereWords(const FormSession& session);

} // namespace patronat::ui
