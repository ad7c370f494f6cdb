// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/frame.h"
#include "core/journal/intervals.h"
#include "core/store/journalreader.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace patronat::store {

/// The journal's writing side: keeps operations as pending rows or as the frames they came in, and knows
/// what is held. Belongs to the writer thread; every call inside its transaction.
class JournalWriter {
public:
    JournalWriter(db::Connection& connection, JournalReader& reader);

    /// Reads what is held; after opening and after a rollback that had written.
    void load();

    bool holds(base::OperationId id) const;
    const journal::Intervals& held(base::Origin origin) const;
    /// Number of an origin, made when it is new. `site` is stored when it is known.
    std::uint32_t number(base::Origin origin, base::SiteId site = {});

    /// One operation as a pending row. Not held before.
    void keep(base::OperationId id, std::string_view bytes);
    /// A frame as it came: all of its operations are new.
    void keepFrame(std::string_view bytes, const journal::FrameHeader& header,
        std::span<const journal::OperationView> operations);
    /// Puts another content under a held id (the smaller of two contents of a fork): out of its frame, which is
    /// made anew without it, and in as a pending row.
    void replace(base::OperationId id, std::string_view bytes);
    /// Whose an origin is, once its first operation says so.
    void setSite(base::Origin origin, base::SiteId site);
    /// True when a frame with these ranges and this content is here already.
    bool hasFrame(const journal::FrameHeader& header);
    /// Packs pending rows into frames once there are 256 of them.
    void sealWhenFull();
    /// Something was written since load(): a rollback must load() again.
    bool isDirty() const { return m_dirty; }
    void committed() { m_dirty = false; }

private:
    /// `rows`: as encodeRows() makes it; empty for one that never was pending rows.
    void insertFrame(std::string_view bytes, const journal::FrameHeader& header, const std::string& units,
        const std::string& rows = {});
    void insertRow(base::OperationId id, std::string_view bytes);
    void dropFrom(std::int64_t frame, base::OperationId id);
    void markHeld(base::Origin origin, std::uint64_t first, std::uint64_t last);

    db::Connection& m_connection;
    JournalReader& m_reader;
    std::unordered_map<base::Origin, journal::Intervals> m_held;
    std::unordered_map<base::Origin, std::uint32_t> m_numbers;
    std::int64_t m_pending = 0;
    bool m_dirty = false;
};

/// What a frame holds of one unit: how many operations, and the sum of their hashes (mod 2^64).
struct UnitShare {
    base::UnitId unit;
    std::uint64_t operations = 0;
    std::uint64_t sum = 0;
    bool operator==(const UnitShare&) const = default;
};
inline constexpr std::size_t kShareBytes = 32;
UnitShare shareAt(const char* bytes);
/// Sorted by unit; each unit once.
std::vector<UnitShare> unitShares(std::span<const journal::OperationView> operations);
std::string encodeShares(const std::vector<UnitShare>& shares);
std::vector<UnitShare> decodeShares(std::string_view bytes);
/// The same without making a list: all frames of a database are looked through.
template <typename Visit>
void forEachShare(std::string_view bytes, const Visit& visit)
{
    for (std::size_t at = 0; at + kShareBytes <= bytes.size(); at += kShareBytes)
        visit(shareAt(bytes.data() + at));
}

/// The numbers the pending rows of a frame had, in the order of its operations: a site that confirmed a row is not
/// sent it again for having been packed since.
std::string encodeRows(std::span<const std::int64_t> numbers);
std::vector<std::int64_t> decodeRows(std::string_view bytes);

} // namespace patronat::store
