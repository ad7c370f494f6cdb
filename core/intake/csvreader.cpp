// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/csvreader.h"

#include "core/base/text.h"

#include <csv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace patronat::intake {

using base::ErrorCode;
using base::Result;

namespace {

/// A list of a republic's families is some tens of megabytes; more than this is no list.
constexpr std::size_t kMaxBytes = std::size_t { 512 } << 20;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Decoded {
    std::string encoding;
    std::string text;
};

std::string converted(std::string_view bytes, const char* encoding)
{
    std::string out;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding).toUTF8String(out);
    return out;
}

Decoded decoded(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return { "UTF-16", converted(bytes, "UTF-16") };
    if (bytes.starts_with(kUtf8Mark))
        bytes.remove_prefix(kUtf8Mark.size());
    if (base::isUtf8(bytes))
        return { "UTF-8", std::string(bytes) };
    return { "windows-1251", converted(bytes, "windows-1251") };
}

char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators { ';', ',', '\t' };
    std::array<int, kSeparators.size()> counts {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        const auto found = std::find(kSeparators.begin(), kSeparators.end(), c);
        if (!quoted && found != kSeparators.end())
            ++counts[static_cast<std::size_t>(found - kSeparators.begin())];
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Gathers what libcsv reports of one text.
struct Gathering {
    std::vector<CsvRow> rows;
    CsvRow row;
    int line = 1;
};

void takeCell(void* cell, std::size_t size, void* gathering)
{
    auto& g = *static_cast<Gathering*>(gathering);
    if (g.row.cells.empty())
        g.row.line = g.line;
    g.row.cells.emplace_back(static_cast<const char*>(cell), size);
}

void takeRow(int, void* gathering)
{
    auto& g = *static_cast<Gathering*>(gathering);
    const bool isEmpty = std::all_of(
        g.row.cells.begin(), g.row.cells.end(), [](const std::string& cell) { return cell.empty(); });
    if (!isEmpty)
        g.rows.push_back(std::move(g.row));
    g.row = {};
}

/// Frees libcsv's parser on every way out.
struct Parser {
    Parser() { csv_init(&state, CSV_STRICT | CSV_STRICT_FINI); }
    ~Parser() { csv_free(&state); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    csv_parser state {};
};

base::Error broken(const char* why, int line)
{
    return { ErrorCode::InvalidArgument, { "csv", why, std::to_string(line) }, {} };
}

/// Where the row that ended (or broke) before `line` begins: a cell in quotes may hold line ends.
int firstLine(const CsvRow& row)
{
    int line = row.line;
    for (const std::string& cell : row.cells)
        line -= static_cast<int>(std::count(cell.begin(), cell.end(), '\n'));
    return line;
}

} // namespace

Result<CsvTable> readCsv(std::string_view bytes)
{
    if (bytes.size() > kMaxBytes)
        return broken("tooLarge", 0);
    Decoded file = decoded(bytes);
    CsvTable table;
    table.encoding = std::move(file.encoding);
    table.separator = separatorOf(file.text);
    Parser parser;
    csv_set_delim(&parser.state, static_cast<unsigned char>(table.separator));
    Gathering gathering;
    // Line by line: libcsv counts no lines, and a person looks for them.
    for (std::size_t from = 0; from < file.text.size();) {
        const std::size_t end = std::min(file.text.find('\n', from), file.text.size() - 1) + 1;
        const std::size_t taken
            = csv_parse(&parser.state, file.text.data() + from, end - from, takeCell, takeRow, &gathering);
        if (taken != end - from)
            return broken("brokenQuotes", gathering.line);
        from = end;
        ++gathering.line;
    }
    if (csv_fini(&parser.state, takeCell, takeRow, &gathering) != 0)
        return broken("brokenQuotes", gathering.line - 1);
    if (gathering.rows.empty())
        return broken("empty", 0);
    for (CsvRow& row : gathering.rows)
        row.line = firstLine(row);
    table.header = std::move(gathering.rows.front().cells);
    gathering.rows.erase(gathering.rows.begin());
    table.rows = std::move(gathering.rows);
    return table;
}

} // namespace patronat::intake
