// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/words.h"

namespace patronat::tool {

using ui::Language;
using ui::languageCode;
using ui::Words;

} // namespace patronat::tool
