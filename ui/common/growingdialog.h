// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace patronat::ui {

/// A dialog whose wrapped texts need more lines than it has room for (large letters, a long file
/// name said while it is open) grows by them; Qt asks a window only for its smallest height. GUI
/// thread.
void growWithTexts(QDialog& dialog);

} // namespace patronat::ui
