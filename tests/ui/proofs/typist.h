// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/keyboard.h"

#include <QStringList>

namespace patronat::tests {

/// A person who fills forms by the keyboard alone and sees the screen: where the focus is decides how often Tab is
/// pressed. Nothing is set by other means.
class Typist : public Keyboard
{
public:
    using Keyboard::Keyboard;

    /// Tab until the named field has the focus; fails the test when it never comes.
    void tabTo(const QString& field);
    /// Tab to the field and type.
    void fill(const QString& field, const QString& text);
    /// Into a reference: letters, then what stands first in the list that opens.
    void choose(const QString& field, const QString& letters);
    /// Into a classifier: letters that fit several, then the first of them.
    void pick(const QString& field, const QString& letters);
    /// Into a list to tick: opened, each found by letters and ticked, closed.
    void tick(const QString& field, const QStringList& letters);

    /// The field that has the focus, "addrFact.street" for a part of an address; of anything else its accessible name.
    static QString focusedField();
};

} // namespace patronat::tests
