// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/startplan.h"

#include <QString>

namespace patronat::ui {

/// What is to be said of the place for a file: how much is free, or what stands in the way.
QString placeWords(const PlaceState& state, const QString& file);

} // namespace patronat::ui
