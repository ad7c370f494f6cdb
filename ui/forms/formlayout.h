// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// A field and how many of the twelve columns it takes.
struct LayoutCell
{
    std::string field;
    int span = 12;
    bool operator==(const LayoutCell&) const = default;
};
using LayoutRow = std::vector<LayoutCell>;

/// Rows that belong together under one heading, or a set of children edited in place.
struct LayoutBlock
{
    profile::Label title; ///< empty: no heading
    bool isFolded = false; ///< opens as its summary line
    std::vector<LayoutRow> rows;
    std::string childType; ///< of a table: its records are the lines
    std::vector<LayoutCell> columns; ///< of a table
    bool isTable() const { return !childType.empty(); }
};

/// The form of a record type as its profile draws it (FORMAT.md, Layout). What a profile declares and no layout
/// names comes last, under a heading of its own: a field never disappears.
struct FormLayout
{
    std::vector<LayoutBlock> blocks;
    std::vector<LayoutCell> unplaced;
};

inline constexpr int kColumns = 12;

FormLayout layoutOf(const profile::RecordType& type);

} // namespace patronat::ui
