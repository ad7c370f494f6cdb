// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/ratchet.h"
#include "tests/arch/sourcetree.h"

#include <set>
#include <string>
#include <vector>

namespace patronat::arch {

using Files = std::vector<SourceFile>;

/// The first two lines are the SPDX lines (CMake and shell files too, below their "#!").
std::vector<Breach> licenceBreaches(const Files& files);
/// Lower case without separators; tests "test_<file>.cpp".
std::vector<Breach> fileNameBreaches(const Files& files);
/// Words of names that say nothing: Manager, Helper, Util, Handler, Data, Info.
std::vector<Breach> typeNameBreaches(const Files& files);
/// core holds no text for people: no tr().
std::vector<Breach> translationBreaches(const Files& files);
/// core includes no header of Qt Widgets or Print Support, and Qt SQL only in core/db.
std::vector<Breach> qtBreaches(const Files& files, const std::set<std::string>& widgetHeaders);
/// ROLLBACK TO a savepoint loses committed rows with Debian 12's SQLite (safety rule 0.1).
std::vector<Breach> savepointBreaches(const Files& files);
/// Only core/db opens a database.
std::vector<Breach> openBreaches(const Files& files);
/// A .cpp includes its own header before everything else: so the header compiles alone.
std::vector<Breach> ownHeaderBreaches(const Files& files);
/// #pragma once in every header.
std::vector<Breach> pragmaBreaches(const Files& files);

} // namespace patronat::arch
