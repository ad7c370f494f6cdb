// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QApplication;

namespace patronat::ui {

enum class Scheme
{
    Light,
    Dark
};

/// The colours of one scheme. A meaning each; no widget names a colour of its own.
struct Colours
{
    QColor window; ///< behind everything
    QColor base; ///< what is typed into
    QColor panel; ///< navigation and heads of tables
    QColor text;
    QColor muted; ///< labels, hints
    QColor border;
    QColor accent; ///< what is chosen or has the focus
    QColor accentText; ///< on accent
    QColor accentSoft; ///< behind a chosen row
    QColor danger;
    QColor dangerSoft;
    QColor warning;
    QColor warningSoft;
    QColor good;
};

const Colours& colours(Scheme scheme);

/// Style, palette and font size of the whole program; may be called again at any time. `percent`: of the size of
/// texts (100, 125, 150).
void applyTheme(QApplication& application, Scheme scheme, int percent);

/// The scheme of the palette as it is now.
Scheme currentScheme();
const Colours& currentColours();

} // namespace patronat::ui
