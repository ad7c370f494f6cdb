// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/output.h"

#include "app/tool/errortext.h"

#include <algorithm>
#include <cstdio>

namespace patronat::tool {

namespace {

constexpr int kIndent = 2;

/// In characters, not bytes; good enough for a column of Cyrillic.
std::size_t widthOf(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void addRow(std::string& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string cell = cells[i];
        std::replace(cell.begin(), cell.end(), '\n', ' ');
        line += cell;
        if (i + 1 < cells.size())
            line.append(widths[i] - widthOf(cell) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
}

std::string textOf(const Json& document)
{
    // Values of one's own database may hold bytes an older program let in: shown, never a crash.
    return document.dump(kIndent, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace

void Output::answer(const Json& document, std::string_view lines) const
{
    bytes(m_json ? textOf(document) : lines);
}

void Output::document(const Json& document) const { bytes(textOf(document)); }

void Output::bytes(std::string_view bytes) const
{
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    std::fflush(stdout);
}

void Output::note(std::string_view line) const
{
    const std::string text = std::string(line) + '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void Output::error(const base::Error& error, Where where) const
{
    const ErrorText text = errorText(error, m_language);
    note("patronatctl: " + text.title);
    if (!text.advice.empty())
        note("  " + text.advice);
    if (!error.detail.empty())
        note("  (" + std::string(codeName(error.code)) + ": " + error.detail + ")");
    if (m_json && where == Where::Both)
        document({ { "error",
            { { "code", codeName(error.code) }, { "arguments", error.args }, { "message", text.title },
                { "advice", text.advice } } } });
}

std::string tableText(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const std::string& cell : head)
        widths.push_back(widthOf(cell));
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    std::string out;
    addRow(out, head, widths);
    for (const auto& row : rows)
        addRow(out, row, widths);
    return out;
}

std::string cellText(const Json& value)
{
    if (value.is_null())
        return "-";
    return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace patronat::tool
