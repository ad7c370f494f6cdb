// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/listtable.h"

#include <memory>
#include <string>

namespace patronat::intake {

/// One file of a stranger that may hold a list: opened once, looked at under several readings, as a
/// person tries sheets and encodings. Any thread, one at a time.
class SheetReader
{
public:
    SheetReader() = default;
    virtual ~SheetReader() = default;
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;

    virtual std::string format() const = 0;
    /// Sheets by name; empty for what has none.
    virtual std::vector<std::string> sheets() const = 0;
    virtual base::Result<ListTable> read(const Reading& reading) const = 0;
};

/// Tells by the bytes what a file is. InvalidArgument("list", why, where): oldExcel, encrypted,
/// notAList, tooLarge; of a spreadsheet also ("xlsx" | "ods", why, where): broken, tooManyEntries,
/// tooLarge, packedTooTightly, tooManyRows, tooManyColumns, noSuchSheet, empty, noHeader.
base::Result<std::unique_ptr<SheetReader>> openList(std::string bytes);

} // namespace patronat::intake
