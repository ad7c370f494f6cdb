// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/csvtext.h"

#include <csv.h>

#include <string_view>

namespace patronat::reports {

namespace {

std::string quoted(const std::string& text)
{
    std::string out(text.size() * 2 + 2, '\0');
    out.resize(csv_write2(out.data(), out.size(), text.data(), text.size(), '"'));
    return out;
}

} // namespace

std::string disarmed(const std::string& text)
{
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    return formula && text != "-" ? '\'' + text : text;
}

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (const std::string& cell : cells)
        line += (line.empty() ? "" : ";") + quoted(cell);
    return line + "\r\n";
}

} // namespace patronat::reports
