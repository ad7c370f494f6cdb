// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/words.h"

#include <string>

namespace patronat::ui {

/// An error in the user's words: what happened, and what to do next.
struct ErrorText
{
    std::string title;
    std::string advice;
};

/// Who reads it: the shell may be told a command to run, a window may not.
enum class Audience
{
    Shell,
    Window
};

/// The one place where codes become sentences, for the shell and for the window. Links no Qt.
ErrorText errorText(const base::Error& error, Language language, Audience audience);

} // namespace patronat::ui
