// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/columnwidths.h"

#include <span>

class QAbstractItemView;
class QTableView;

namespace patronat::ui {

/// How every table of lines looks and is walked: whole lines of one height, no grid, Tab goes on to
/// the next widget. For the thread of the window; before or after the model is set.
void makeRowTable(QTableView* table);

/// How wide `column` would be to show its head and the first lines that are there without an
/// ellipsis, and how narrow it may become: `leastLetters` of the font, or less where the content is
/// shorter. What is unreasonably long is not asked for.
ColumnWish contentWish(const QAbstractItemView& view, int column, int leastLetters);

/// Columns as wide as what stands in them, as far as there is room; where there is not, they give
/// way down to `letters` of the table's font (the last ones, that are not named, to a few), until
/// somebody draws one.
void setColumnLetters(QTableView* table, std::span<const int> letters);

} // namespace patronat::ui
