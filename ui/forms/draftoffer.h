// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formsession.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// Over a form whose record was opened while a draft of it waits: says so, and shows what was typed
/// when asked. Goes when somebody types something else; the draft stays listed then.
class DraftOffer final : public QFrame
{
    Q_OBJECT
public:
    DraftOffer(FormSession& session, QWidget* parent);

private:
    void offer(const store::Draft& draft);
    void take();
    void words();
    FormSession& m_session;
    store::Draft m_draft;
    QLabel* m_words;
    QPushButton* m_take;
};

} // namespace patronat::ui
