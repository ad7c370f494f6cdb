// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace patronat::ui {

/// What programs of assistance are told while everything is hidden: of a window its title and what
/// stands over it, of everything else that there is nothing. Also of what they had hold of before.
class CoveredAccess
{
public:
    static void begin();
    static void end();
    /// Not the covers themselves.
    static bool isCovered(const QWidget& widget);
};

} // namespace patronat::ui
