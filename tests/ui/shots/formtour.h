// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <filesystem>

namespace patronat::shots {

/// Every form of the profile that stands in a page of its own, filled, screen by screen as one
/// scrolls; and `NAME-forms.txt` with how many screens each takes. Fails when one is wider than its
/// place, or takes more than three in the usual size (two of scrolling).
base::Status photographForms(const std::filesystem::path& profile, const std::filesystem::path& out,
    const QString& language, const QString& name, bool isUsualSize);

} // namespace patronat::shots
