// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::intake {

struct ListRow
{
    int line = 0; ///< where it begins in the file, from 1; of a spreadsheet the number of the row
    std::vector<std::string> cells; ///< UTF-8; dates that the file knows as dates are ISO 8601
};

/// A list as offices keep it: what one row calls the columns, and the rows below it.
struct ListTable
{
    std::string format; ///< "csv", "xlsx", "ods"
    std::string encoding; ///< of csv: "UTF-8", "UTF-16", "windows-1251", "IBM866", "KOI8-R"
    char separator = 0; ///< of csv
    std::vector<std::string> sheets; ///< of a spreadsheet
    std::string sheet; ///< the one that was read
    int headerLine = 0;
    bool countsFrom1904 = false; ///< days that stand as numbers
    std::vector<std::string> header;
    std::vector<ListRow> rows; ///< empty ones left out
};

/// What is known of a file beforehand; what is left out is guessed.
struct Reading
{
    std::string encoding; ///< empty: by the mark or the bytes
    char separator = 0; ///< 0: by the first line that has one
    std::string sheet; ///< empty: the first that holds anything
    int headerLine = 0; ///< 0: the first line that is about as full as the others
    bool operator==(const Reading&) const = default;
};

/// A list whose rows are no more than this is read; more is no list of an office.
inline constexpr std::size_t kMaxRows = 200'000;
inline constexpr std::size_t kMaxColumns = 512;

/// Which encodings a person may name; the guess gives one of them too.
const std::vector<std::string>& knownEncodings();

/// Takes the row of the headings from `rows`. InvalidArgument(format, "empty" | "noHeader" |
/// "tooManyRows", line).
base::Result<ListTable> tableOf(ListTable shape, std::vector<ListRow> rows, int headerLine);

/// Why a file is not taken: InvalidArgument(format, why, where).
base::Error refusedList(std::string_view format, const char* why, std::string where = "0");

} // namespace patronat::intake
