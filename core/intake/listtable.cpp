// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/listtable.h"

#include "core/base/text.h"

#include <algorithm>

namespace patronat::intake {

using base::ErrorCode;

namespace {

constexpr std::size_t kLookedThrough = 20;

std::size_t filled(const ListRow& row)
{
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(),
        [](const std::string& cell) { return !base::trimmed(cell).empty(); }));
}

/// Above the headings a list often has a title of one cell.
std::size_t guessedHeader(const std::vector<ListRow>& rows)
{
    const std::size_t end = std::min(rows.size(), kLookedThrough);
    std::size_t most = 0;
    for (std::size_t i = 0; i < end; ++i)
        most = std::max(most, filled(rows[i]));
    for (std::size_t i = 0; i < end; ++i)
        if (filled(rows[i]) * 5 >= most * 3 && (filled(rows[i]) > 1 || most < 2))
            return i;
    return 0;
}

} // namespace

const std::vector<std::string>& knownEncodings()
{
    static const std::vector<std::string> kNames { "UTF-8", "windows-1251", "IBM866", "KOI8-R",
        "UTF-16", "ISO-8859-5", "x-mac-cyrillic" };
    return kNames;
}

base::Error refusedList(std::string_view format, const char* why, std::string where)
{
    return { ErrorCode::InvalidArgument, { std::string(format), why, std::move(where) }, {} };
}

base::Result<ListTable> tableOf(ListTable shape, std::vector<ListRow> rows, int headerLine)
{
    if (rows.empty())
        return refusedList(shape.format, "empty");
    if (rows.size() > kMaxRows)
        return refusedList(shape.format, "tooManyRows", std::to_string(kMaxRows));
    std::size_t header = 0;
    if (headerLine == 0)
        header = guessedHeader(rows);
    else
        while (header < rows.size() && rows[header].line != headerLine)
            ++header;
    if (header == rows.size())
        return refusedList(shape.format, "noHeader", std::to_string(headerLine));
    shape.headerLine = rows[header].line;
    shape.header = std::move(rows[header].cells);
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(header) + 1);
    shape.rows = std::move(rows);
    return shape;
}

} // namespace patronat::intake
