// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::intake {

struct CsvRow {
    int line = 0; ///< where it begins in the file, from 1
    std::vector<std::string> cells; ///< UTF-8
};

/// A list as offices keep it: what its first row calls the columns, and the rows.
struct CsvTable {
    std::string encoding; ///< "UTF-8", "UTF-16", "windows-1251"
    char separator = ';';
    std::vector<std::string> header;
    std::vector<CsvRow> rows; ///< empty lines left out
};

/// Guesses the encoding (a byte order mark, else UTF-8 when it is valid, else windows-1251) and the separator
/// (; , or tab, by the first line). InvalidArgument("csv", why, line); why is empty, brokenQuotes or tooLarge.
base::Result<CsvTable> readCsv(std::string_view bytes);

} // namespace patronat::intake
