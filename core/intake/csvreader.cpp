// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/csvreader.h"

#include <csv.h>

#include "core/intake/encoding.h"

#include <algorithm>
#include <array>

namespace patronat::intake {

using base::Result;

namespace {

/// What Excel writes above a list to say which separator it has used.
constexpr std::string_view kSeparatorLine = "sep=";

/// The first line that has a separator outside quotes decides: a title above has none.
char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators { ';', ',', '\t' };
    std::array<int, kSeparators.size()> counts {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((c == '\n' || c == '\r')
            && std::any_of(counts.begin(), counts.end(), [](int n) { return n > 0; }))
            break;
        const auto found = std::find(kSeparators.begin(), kSeparators.end(), c);
        if (found != kSeparators.end())
            ++counts[static_cast<std::size_t>(found - kSeparators.begin())];
    }
    return kSeparators[static_cast<std::size_t>(
        std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Gathers what libcsv reports of one text.
struct Gathering
{
    std::vector<ListRow> rows;
    ListRow row;
    int line = 1;
    bool isTooWide = false;
};

void takeCell(void* cell, std::size_t size, void* gathering)
{
    auto& g = *static_cast<Gathering*>(gathering);
    if (g.row.cells.empty())
        g.row.line = g.line;
    std::string_view text(static_cast<const char*>(cell), size);
    // Our own lists put an apostrophe before what a spreadsheet would take for a formula
    // ("+7917…").
    if (size > 1 && text.front() == '\''
        && std::string_view("=+-@").find(text[1]) != std::string_view::npos)
        text.remove_prefix(1);
    g.row.cells.emplace_back(text);
}

void takeRow(int, void* gathering)
{
    auto& g = *static_cast<Gathering*>(gathering);
    while (!g.row.cells.empty() && g.row.cells.back().empty() && g.row.cells.size() > kMaxColumns)
        g.row.cells.pop_back();
    g.isTooWide = g.isTooWide || g.row.cells.size() > kMaxColumns;
    const bool isEmpty = std::all_of(g.row.cells.begin(), g.row.cells.end(),
        [](const std::string& cell) { return cell.empty(); });
    if (!isEmpty)
        g.rows.push_back(std::move(g.row));
    g.row = {};
}

/// Frees libcsv's parser on every way out.
struct Parser
{
    /// Not strict: a quotation mark inside a cell that has none around it is a letter of it (ООО
    /// "Дом").
    Parser() { csv_init(&state, CSV_STRICT_FINI); }
    ~Parser() { csv_free(&state); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    csv_parser state {};
};

base::Error broken(const char* why, int line)
{
    return refusedList("csv", why, std::to_string(line));
}

/// Where a row begins whose first cell ended on row.line: a cell in quotes may hold line ends.
int firstLine(const ListRow& row)
{
    const std::string& first = row.cells.front();
    return row.line - static_cast<int>(std::count(first.begin(), first.end(), '\n'));
}

/// The line of the first cell in quotes whose end cannot be told: never closed, or followed by more
/// of the cell. Read on, such a cell would swallow the rows after it, and nobody would miss them.
/// 0: there is none.
int brokenQuotes(std::string_view text, char separator)
{
    int line = 1;
    int opened = 0; ///< where the quotes were opened in which we are
    bool atStart = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        line += c == '\n' ? 1 : 0;
        if (opened == 0) {
            opened = c == '"' && atStart ? line : 0;
            atStart = c == separator || c == '\n' || c == '\r' || (atStart && c == ' ');
        } else if (c == '"') {
            if (i + 1 < text.size() && text[i + 1] == '"') {
                ++i;
                continue;
            }
            std::size_t next = i + 1;
            while (next < text.size() && text[next] == ' ')
                ++next;
            if (next < text.size() && text[next] != separator && text[next] != '\n'
                && text[next] != '\r')
                return opened;
            opened = 0;
            atStart = false;
        }
    }
    return opened;
}

base::Status gather(const std::string& text, std::size_t from, char separator, Gathering& gathering)
{
    if (const int trouble = brokenQuotes(std::string_view(text).substr(from), separator);
        trouble != 0)
        return broken("brokenQuotes", gathering.line - 1 + trouble);
    Parser parser;
    csv_set_delim(&parser.state, static_cast<unsigned char>(separator));
    // Line by line: libcsv counts no lines, and a person looks for them.
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
        const std::size_t taken = csv_parse(
            &parser.state, text.data() + from, end - from, takeCell, takeRow, &gathering);
        if (taken != end - from)
            return broken("brokenQuotes", gathering.line);
        if (gathering.isTooWide)
            return broken("tooManyColumns", gathering.line);
        from = end;
        ++gathering.line;
    }
    if (csv_fini(&parser.state, takeCell, takeRow, &gathering) != 0)
        return broken("brokenQuotes", gathering.line - 1);
    return {};
}

} // namespace

Result<ListTable> readCsv(std::string_view bytes, const Reading& reading)
{
    ListTable table;
    table.format = "csv";
    table.encoding = reading.encoding.empty() ? guessedEncoding(bytes) : reading.encoding;
    const auto text = decoded(bytes, table.encoding);
    if (!text)
        return refusedList("csv", "unknownEncoding", table.encoding);
    if (text->find('\0') != std::string::npos)
        return refusedList("csv", "notAList");
    Gathering gathering;
    std::size_t from = 0;
    table.separator = reading.separator != 0 ? reading.separator : separatorOf(*text);
    if (text->starts_with(kSeparatorLine) && text->size() > kSeparatorLine.size()) {
        if (reading.separator == 0)
            table.separator = (*text)[kSeparatorLine.size()];
        from = std::min(text->find('\n'), text->size() - 1) + 1;
        ++gathering.line;
    }
    PATRONAT_TRY(gather(*text, from, table.separator, gathering));
    for (ListRow& row : gathering.rows)
        row.line = firstLine(row);
    return tableOf(std::move(table), std::move(gathering.rows), reading.headerLine);
}

} // namespace patronat::intake
