// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace patronat::profile {

/// An id as shipped profiles give them: a column of SQLite, a key of JSON, an id of a widget.
bool isShippedId(std::string_view id);
/// An id that no shipped profile will ever take: "x_" and more.
bool isOverlayId(std::string_view id);

/// Whether quotes and parentheses of an SQL expression are closed. Whether it means anything is
/// known only to SQLite, which core/profile does not link: see the rules of the store.
bool isBalanced(std::string_view expression);

} // namespace patronat::profile
