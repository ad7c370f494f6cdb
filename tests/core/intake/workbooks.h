// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace patronat::tests {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A packed file of these parts.
std::string packed(const Parts& parts);

/// A workbook of one sheet with this `sheetData`; its cells' styles: 0 general, 1 a date of Excel
/// (14), 2 "dd.mm.yyyy", 3 "0.00\" d\"".
std::string workbook(
    const std::string& rows, const std::string& strings = {}, bool from1904 = false);
/// The parts of it, to be changed.
Parts workbookParts(
    const std::string& rows, const std::string& strings = {}, bool from1904 = false);

/// A workbook of LibreOffice with these tables.
std::string openWorkbook(const std::string& tables);

} // namespace patronat::tests
