// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/statement.h"
#include "core/journal/operation.h"
#include "core/journal/trail.h"
#include "core/store/tables.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// A row built straight from the bytes of operations that follow one another without anything
/// concurrent: what most records of a batch are. It gives exactly what replay() would; whatever it cannot
/// be sure of it declines, and the record takes the slow path.
class DirectRow {
public:
    explicit DirectRow(const Table& table);

    void clear();
    /// Adds the next operation of the record: first its creation, then each built on the one before. False: declined.
    bool add(const journal::OperationView& operation, std::uint32_t originNumber);

    /// Binds all parameters of Table::insertSql(), always of the same statement. What is bound lives as long as the
    /// operations and this row.
    void bind(db::Statement& insert, base::RecordId record, base::UnitId unit);
    /// The folded line of the names index.
    std::string nameLine() const;

    struct Cell {
        Storage storage = Storage::Text;
        bool isSet = false;
        std::int64_t number = 0;
        std::string_view bytes;
    };
    /// By position of the column.
    const std::vector<Cell>& cells() const { return m_cells; }

private:
    bool takeFields(const journal::OperationView& operation);
    bool continues(const journal::OperationView& operation) const;
    void clearCovered();

    const Table& m_table;
    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_used; ///< cells to clear
    std::vector<std::size_t> m_bound; ///< not NULL in the statement since the row before
    journal::Trail m_trail;
    std::string m_trailBytes;
    std::array<unsigned char, 16> m_idBytes {};
    std::array<unsigned char, 16> m_unitBytes {};
    journal::Head m_head;
    bool m_signed = false;
};

/// Whether an operation may change a row in place: no field unknown, of another storage, or declared otherwise
/// (outside signatures) than the operation says.
bool isPlainFor(const Table& table, const journal::OperationView& operation);

} // namespace patronat::store
