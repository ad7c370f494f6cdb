// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/command.h"

namespace patronat::tool {

/// Codes of classifiers: listed, added, changed and closed.
std::span<const Command> classifierCommands();

} // namespace patronat::tool
