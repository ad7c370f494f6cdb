// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QTableView;

namespace patronat::ui {

/// How every table of lines looks and is walked: whole lines of one height, no grid, Tab goes on to the next widget.
/// For the thread of the window; before or after the model is set.
void makeRowTable(QTableView* table);

/// Widths of the first columns in letters of the table's font; they give way where there is less room, until somebody
/// draws one.
void setColumnLetters(QTableView* table, std::span<const int> letters);

} // namespace patronat::ui
