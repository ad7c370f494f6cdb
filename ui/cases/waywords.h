// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/transitions.h"
#include "ui/common/desk.h"

#include <QString>

namespace patronat::ui {

/// What keeps a step from happening, as a sentence: what is missing, where it is to be done.
/// `type`: of the record that goes on.
QString missingText(const Desk& desk, const std::string& type, const process::Missing& missing);

} // namespace patronat::ui
