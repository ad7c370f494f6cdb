// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace patronat::documents {

/// A stretch of a document laid out as one endless page, in device pixels from its top.
struct Span {
    double top = 0;
    double bottom = 0;
    double height() const { return bottom - top; }
    bool operator==(const Span&) const = default;
};

/// A table whose head is painted again on every page that begins inside it.
struct HeadedTable {
    Span all;
    Span head;
};

/// Where a document may be cut, collected from its layout.
struct Flow {
    double height = 0;
    std::vector<Span> lines; ///< of text: never cut
    std::vector<Span> rows; ///< of tables: cut only when taller than a page
    std::vector<Span> groups; ///< what should stay together: headings with what follows, signatures
    std::vector<double> forced; ///< ascending: a page begins here
    std::vector<HeadedTable> tables;
};

struct PageCut {
    Span body;
    Span head; ///< of the table the page begins in; empty when there is none
    bool operator==(const PageCut&) const = default;
};

/// Cuts the flow into pages of this height. Qt cuts table rows in the middle and knows nothing of what
/// belongs together (measured), therefore the cuts are ours. What is taller than a page is cut by the next
/// finer measure: group, row, line; every page moves on.
std::vector<PageCut> cutIntoPages(const Flow& flow, double pageHeight);

} // namespace patronat::documents
