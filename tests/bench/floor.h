// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "core/store/store.h"

#include <filesystem>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace patronat::bench {

/// One plain statement: an INSERT of a new row, or an UPDATE of what an operation changes.
struct FloorStep {
    const store::Table* table = nullptr;
    base::RecordId record;
    base::UnitId unit;
    bool isInsert = false;
    bool isSign = false;
    base::Origin origin = 0; ///< of the operation: whose work it is
    std::vector<std::pair<std::size_t, base::Value>> values; ///< column, value
};

/// The floor of speed.md: the same rows into the same indexed record tables by prepared plain statements over the
/// same connection settings, with no journal, no trail, no search, no conflicts: what a program that keeps nothing
/// but the rows would have to do.
class Floor {
public:
    explicit Floor(const store::Tables& tables) : m_tables(tables) {}

    /// The operations of a database as plain statements, in the order they are held; the profile's seeds and the
    /// operations in `before` left out.
    static std::vector<FloorStep> stepsOf(const store::Store& store, const store::Tables& tables,
        const std::unordered_set<base::OperationId>& before = {});
    static std::unordered_set<base::OperationId> heldBy(const store::Store& store);

    /// A new file with the tables and indexes, nothing in them.
    void create(const std::filesystem::path& file) const;
    /// All of them in one transaction.
    void run(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const;
    /// A transaction for each office's work, as speed.md 2 has it.
    void runByOrigin(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const;
    /// A transaction for each.
    void runEach(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const;

private:
    const store::Tables& m_tables;
};

} // namespace patronat::bench
