// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/words.h"
#include "ui/common/errortext.h"

namespace patronat::tool {

using ui::ErrorText;

/// The sentences of ui/common with the shell's advice.
inline ErrorText errorText(const base::Error& error, Language language)
{
    return ui::errorText(error, language, ui::Audience::Shell);
}

} // namespace patronat::tool
