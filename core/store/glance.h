// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/directrow.h"
#include "core/store/tables.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace patronat::store {

/// A first look at rows that are inserted straight from their operations, while their values are at hand. What it
/// cannot clear (a code the profile does not know, a reference to what did not come along) it notes, so that findings
/// ask the database about those alone and not about every row of a batch. Writer thread; it holds what
/// one transaction inserted.
class Glance {
public:
    explicit Glance(const Tables& tables);

    /// Begins a transaction.
    void forget();
    /// `type`: position in Tables::all(). `rowno`: of the row just inserted.
    void saw(std::size_t type, base::RecordId record, std::int64_t rowno, const DirectRow& row);
    /// Sorts what was seen: before the questions below.
    void close();

    /// Was it inserted, and seen, in this transaction?
    bool covers(std::size_t type, base::RecordId record) const;
    /// The first row seen of a type: the others follow it. 0: none.
    std::int64_t firstRow(std::size_t type) const { return m_seen[type].firstRow; }
    /// Records of a type that carry a code the profile does not know.
    const std::vector<base::RecordId>& doubtful(std::size_t type) const { return m_seen[type].doubtful; }

    struct Reference {
        std::uint32_t type = 0;
        std::uint32_t targetType = 0;
        base::RecordId record;
        base::RecordId target;
        bool isUpward = false; ///< to what the record hangs on
    };
    /// To records that had not been seen by then.
    const std::vector<Reference>& references() const { return m_references; }

private:
    using Codes = std::unordered_set<std::string_view>;
    /// What is asked of one column.
    struct Watch {
        enum class Kind { Reference, Code, Codes };
        Kind kind = Kind::Code;
        std::uint32_t column = 0;
        std::uint32_t targetType = 0; ///< of a reference
        bool isUpward = false;
        const Codes* codes = nullptr;
    };
    struct Seen {
        std::vector<Watch> watches;
        std::int64_t firstRow = 0;
        bool isSorted = true; ///< the records, as an applier inserts them
        std::vector<base::RecordId> records;
        std::vector<base::RecordId> doubtful;
    };
    void addWatches(const Table& table, std::vector<Watch>& out);
    const Codes* codesOf(const std::string& classifier);
    bool isSeen(std::size_t type, base::RecordId record) const;

    const Tables& m_tables;
    std::vector<std::pair<std::string, std::unique_ptr<Codes>>> m_codes; ///< by classifier
    std::vector<Seen> m_seen; ///< by position of the type
    std::vector<Reference> m_references;
};

} // namespace patronat::store
