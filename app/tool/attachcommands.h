// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/command.h"

#include <span>

namespace patronat::tool {

/// Files that are added to a field of a record, prepared as the window prepares them.
std::span<const Command> attachCommands();

} // namespace patronat::tool
