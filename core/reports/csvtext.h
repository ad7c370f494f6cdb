// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace patronat::reports {

/// A spreadsheet takes a text that begins like a formula for one (CSV injection): such a text gets an apostrophe.
std::string disarmed(const std::string& text);
/// Cells as one line: quoted, ";" between them.
std::string csvLine(const std::vector<std::string>& cells);

} // namespace patronat::reports
