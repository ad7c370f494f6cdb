// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/listdate.h"
#include "core/intake/mapping.h"
#include "core/store/readtx.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::intake {

/// What a cell of a list means, as the JSON a `put` takes; or why it means nothing.
struct ReadCell
{
    std::string json; ///< empty: nothing stands in the cell
    std::string problem; ///< notADate, notANumber, notYesOrNo, unknownCode, notFound, ambiguous,
                         ///< formulaError, undecoded
    std::string nearest; ///< of unknownCode a code, of notFound a name as it is written
    bool isCenturyGuessed = false;
};

/// Reads cells as their fields' types want them: dates as people type them, codes by code or by
/// name in any language, yes and no in words, records by a field that names them. Looks each name
/// up once.
class CellReader
{
public:
    CellReader(const store::ReadTx& read, DateWriting dates)
        : m_read(read)
        , m_dates(std::move(dates))
    {
    }

    /// `lookup`: of a reference, where the mapping says to look; null for the target's code, name
    /// and title.
    ReadCell read(const profile::Field& field, const Lookup* lookup, const std::string& cell);

private:
    using Names = std::vector<std::pair<std::string, std::string>>; ///< folded name -> meaning
    struct Known
    {
        std::map<std::string, std::string> ids; ///< folded name -> id, "" when several
        Names names; ///< folded -> as written
    };
    ReadCell readDate(const std::string& text) const;
    ReadCell readCode(const profile::Field& field, const std::string& text);
    ReadCell readCodes(const profile::Field& field, const std::string& text);
    ReadCell readReference(
        const profile::Field& field, const Lookup* lookup, const std::string& text);
    static std::string abbreviated(const Names& names, const std::string& folded);
    const Names& codesOf(const std::string& classifier);
    const Known& recordsOf(const Lookup& lookup);

    const store::ReadTx& m_read;
    DateWriting m_dates;
    std::map<std::string, Names> m_codes;
    std::map<std::string, Known> m_records;
};

} // namespace patronat::intake
