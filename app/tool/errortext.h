// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/words.h"
#include "core/base/result.h"

#include <string>

namespace patronat::tool {

/// An error in the user's words: what happened, and what to do next.
struct ErrorText {
    std::string title;
    std::string advice;
};

ErrorText errorText(const base::Error& error, Language language);

} // namespace patronat::tool
