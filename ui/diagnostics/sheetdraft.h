// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/results.h"
#include "core/store/drafts.h"

#include <optional>
#include <string>

namespace patronat::ui {

/// What a sheet held when it was last looked at.
struct TypedSheet
{
    std::string instrument;
    diagnostics::NewResult result;
};

/// A draft of a result whose sheet stands under "!sheet", which no field is called: lists name it as any other, and
/// whoever opens one looks for the sheet first.
store::Draft draftOf(const TypedSheet& sheet, base::DraftId id, std::int64_t stamp);
std::optional<TypedSheet> sheetOf(const store::Draft& draft);

} // namespace patronat::ui
