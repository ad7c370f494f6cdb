// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/codebook.h"
#include "core/store/store.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::ui {

/// The codes as they stand in the database of a profile that is open: what forms offer and screens
/// name. StoreNotifier reads them at its beginning and after each change of a code. Without one, and
/// until then, the profile's own. Any thread.
std::shared_ptr<const store::CodeBook> liveCodes(const profile::Profile& profile);
/// Reads them anew; what cannot be read leaves those of before.
void readLiveCodes(store::Store& store);
void dropLiveCodes(const profile::Profile& profile);

/// All of a classifier, closed and removed ones too.
std::vector<profile::Code> codesOf(const profile::Profile& profile, std::string_view classifier);
/// Those that may be chosen on a day (ISO).
std::vector<profile::Code> codesOffered(
    const profile::Profile& profile, std::string_view classifier, std::string_view day);

} // namespace patronat::ui
