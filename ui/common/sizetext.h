// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace patronat::ui {

/// "1,2 GB", "512 bytes": how large a file is, or how much room there is, in the language of the
/// window.
QString sizeText(std::int64_t bytes);

} // namespace patronat::ui
