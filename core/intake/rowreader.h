// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/cellreader.h"
#include "core/intake/importplan.h"

#include <string>
#include <vector>

namespace patronat::intake {

/// Reads what the cells of a row say of its records, by a mapping bound to a list.
class RowReader
{
public:
    RowReader(const store::ReadTx& read, const Mapping& mapping, DateWriting dates);

    /// InvalidArgument("map", "noSuchColumn", heading), ("csv", "headingTwice", heading).
    base::Status bind(const ListTable& table);

    /// Whether the row speaks of this record at all.
    bool isThere(std::size_t record, const ListRow& row) const;
    /// Values and constants; what cannot be read is added to `problems`.
    base::Fields fieldsOf(
        std::size_t record, const ListRow& row, std::vector<RowProblem>& problems);
    /// A value beyond the last heading has no name.
    bool isBeyondHeader(const ListRow& row) const;
    std::size_t guessedCenturies() const { return m_guessedCenturies; }

private:
    struct BoundColumn
    {
        std::size_t position;
        const MappedColumn* mapped;
        std::vector<const profile::Field*> fields;
        const Lookup* lookup;
    };
    struct BoundRecord
    {
        const MappedRecord* mapped;
        const profile::RecordType* type;
        std::vector<BoundColumn> columns;
        std::vector<std::size_t> when;
        base::Fields constants;
    };
    base::Result<std::size_t> positionOf(const std::string& heading) const;
    base::Result<BoundRecord> bound(const MappedRecord& mapped) const;
    void readCell(const BoundRecord& record, const BoundColumn& column, const std::string& cell,
        base::Fields& fields, std::vector<RowProblem>& problems);
    static void take(const BoundRecord& record, const BoundColumn& column,
        const profile::Field& field, const std::string& json, const std::string& cell,
        base::Fields& fields, std::vector<RowProblem>& problems);

    const store::ReadTx& m_read;
    const Mapping& m_mapping;
    CellReader m_cells;
    std::vector<std::string> m_headings;
    std::vector<BoundRecord> m_records;
    std::size_t m_guessedCenturies = 0;
};

} // namespace patronat::intake
