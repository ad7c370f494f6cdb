// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/node.h"
#include "core/profile/problems.h"

namespace patronat::profile {

/// Puts what the settings say in the place of every `:setting.NAME` (`:setting.work.days`) in the
/// texts of a declaration, as SQL writes it: a number, a text in quotes, 1 or 0. So that a region
/// changes a limit of a rule without saying the rule again. A name that the settings do not have,
/// or that is no single value there, is a problem.
void fillSettings(Node& declaration, const Node& settings, Problems& problems);

} // namespace patronat::profile
