// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace patronat::desktop {

/// "2026.10" is newer than "2026.9": numbers between full stops, the greater first difference.
bool isNewerVersion(std::string_view shipped, std::string_view kept);

/// The profile this program was shipped with, when it is newer than the one the database keeps;
/// null when it is not, or when its folder is not there (a database of another program's region
/// goes on with what it keeps). An error says what in the shipped files cannot be read.
base::Result<std::shared_ptr<const profile::Profile>> newerProfile(
    const store::Store& store, const std::filesystem::path& profilesRoot);

/// Runs `work` on a thread of its own and shows `words` until it is done, when that takes longer
/// than a moment. GUI thread; nothing else of the program runs meanwhile.
base::Status whileTold(const QString& words, const std::function<base::Status()>& work);

} // namespace patronat::desktop
