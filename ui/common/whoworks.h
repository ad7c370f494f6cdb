// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace patronat::ui {

/// Tells that somebody else works here now (Desk::setAuthor): what asks for "mine" is asked anew.
class WhoWorks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed();
};

} // namespace patronat::ui
