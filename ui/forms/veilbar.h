// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formsession.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// Over a form while others are near: says that what is personal is hidden, and shows it when asked, by a press or F9.
class VeilBar final : public QFrame
{
    Q_OBJECT
public:
    VeilBar(FormSession& session, QWidget* parent);

private:
    void refresh();
    FormSession& m_session;
    QLabel* m_words;
    QPushButton* m_show;
};

/// The record's title as a heading may show it now.
QString titleOf(const FormSession& session);

} // namespace patronat::ui
