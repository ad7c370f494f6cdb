// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo.h"
#include "core/store/store.h"

#include <functional>

namespace patronat::demo {

using Certify = std::function<base::Status(store::Store& store, const std::string& territory)>;

/// The demonstration's institution, its key left beside the databases in `keyFile`. The key follows from the seed that
/// everybody knows: it certifies nothing but demonstrations.
base::Result<Certify> makeInstitution(const DemoOptions& options, std::filesystem::path& keyFile);

} // namespace patronat::demo
