// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace patronat::reports {

/// A cell of a flat sheet: its text, and what a spreadsheet may count with.
struct SheetCell {
    std::string text;
    std::optional<std::int64_t> number;
    std::string isoDate; ///< empty: no date
};

/// What stands above the lines of a flat sheet.
struct SheetHead {
    std::string title;
    std::vector<std::string> lines; ///< below the title: filters, date, office
    std::string mark; ///< «учебные данные» in a demonstration, else empty
    std::vector<std::string> labels;
    std::vector<int> widths; ///< in letters, one per label
    std::uint64_t count = 0; ///< of the lines to come, for the progress
};

/// Gives the next line, or none when there are no more.
using SheetRows = std::function<base::Result<std::optional<std::vector<SheetCell>>>()>;

/// Writes a list line by line; whole or not at all, also when cancelled. Any thread.
base::Status writeSheetXlsx(
    const std::filesystem::path& path, const SheetHead& head, const SheetRows& rows, base::Job& job);
base::Status writeSheetCsv(
    const std::filesystem::path& path, const SheetHead& head, const SheetRows& rows, base::Job& job);

} // namespace patronat::reports
