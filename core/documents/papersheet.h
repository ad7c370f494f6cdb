// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace patronat::documents {

/// The sheet a paper is printed on: A4, what stands around its text. Millimetres.
struct PaperSheet {
    bool landscape = false;
    double left = 20;
    double top = 10;
    double right = 10;
    double bottom = 10;
    std::string header; ///< a line on top of every page but the first; plain text
    std::string footer; ///< at the foot of every page, left of its number; plain text
    std::string pageWords; ///< "стр. {page} из {pages}"
    std::string mark; ///< on top of every page: «учебные данные»; empty in real work
    std::string title; ///< of the file
    std::string date; ///< ISO: what the file says it was made on
    bool operator==(const PaperSheet&) const = default;
};

/// Of a wide table, a report or a list: across, with narrow margins.
inline PaperSheet tableSheet()
{
    PaperSheet sheet;
    sheet.landscape = true;
    sheet.left = 10; // a table of many columns needs the width
    return sheet;
}

} // namespace patronat::documents
