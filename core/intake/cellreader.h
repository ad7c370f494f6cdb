// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/mapping.h"
#include "core/store/readtx.h"

#include <map>
#include <string>

namespace patronat::intake {

/// What a cell of a list means, as the JSON a `put` takes; or why it means nothing.
struct ReadCell
{
    std::string json; ///< empty: nothing stands in the cell
    std::string problem; ///< notADate, notANumber, notYesOrNo, unknownCode, notFound, ambiguous,
                         ///< notAReference
};

/// Reads cells as their fields' types want them: dates as the list writes them, codes by code or by
/// name in any language, yes and no in words, records by a field that names them. Looks each name
/// up once.
class CellReader
{
public:
    CellReader(const store::ReadTx& read, const Mapping& mapping)
        : m_read(read)
        , m_mapping(mapping)
    {
    }

    ReadCell read(const profile::Field& field, const std::string& heading, const std::string& text);

private:
    ReadCell readDate(const std::string& text) const;
    ReadCell readCode(const profile::Field& field, const std::string& text) const;
    ReadCell readCodes(const profile::Field& field, const std::string& text) const;
    /// A code that people of the region have added as a record.
    std::string addedCode(const std::string& classifier, const std::string& text) const;
    ReadCell readReference(const std::string& heading, const std::string& text);
    const std::map<std::string, std::string>& names(
        const std::string& heading, const Lookup& lookup);

    const store::ReadTx& m_read;
    const Mapping& m_mapping;
    std::map<std::string, std::map<std::string, std::string>>
        m_names; ///< heading -> folded name -> id, "" when several
};

} // namespace patronat::intake
