// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/twins/settings.h"

#include <memory>

namespace patronat::tests {

/// The shipped profile of Tatarstan, read once: what is weighed is what offices use.
std::shared_ptr<const profile::Profile> shippedProfile();
const twins::Settings& shippedSettings();

} // namespace patronat::tests
