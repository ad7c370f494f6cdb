// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace patronat::ui {

/// One of the drawings of resources/icons in a colour: crisp at any size and scale, grey when disabled. An invalid
/// colour takes the palette's text colour when it is painted, so it follows the theme.
QIcon icon(const QString& name, const QColor& colour = {});

} // namespace patronat::ui
