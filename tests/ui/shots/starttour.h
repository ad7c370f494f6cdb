// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <filesystem>

namespace patronat::shots {

/// The first start, as somebody meets it who has nothing yet: every step of the guide, and what the window shows of the
/// demonstration, a backup and a restore.
base::Status photographStart(const std::filesystem::path& profiles, const std::filesystem::path& out,
    const QString& language, int textPercent, const QString& name);

} // namespace patronat::shots
