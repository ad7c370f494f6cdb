// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::journal {

/// A record's operations in short, kept in its row (column `trail`): which are held, what each builds on, and
/// what the fast path must know. Local: origins are numbers of this database. Values are read from frames.
struct TrailEntry {
    std::uint32_t origin = 0; ///< number of the origin in this database
    std::uint64_t sequence = 0;
    std::uint32_t check = 0;
    std::vector<std::uint32_t> parents; ///< positions in the trail; empty for the creation and what waits
    bool waiting = false;
    bool operator==(const TrailEntry&) const = default;
};

struct Trail {
    /// Why a change of the record takes the slow path (replay of all its operations).
    enum Flag : std::uint8_t {
        OpenConflict = 1,
        HasWaiting = 2,
        Signed = 4, ///< or cancelled, removed, erased: anything but a draft
        UnknownFields = 8, ///< its operations write fields that this profile does not know
    };
    std::uint8_t flags = 0;
    std::vector<TrailEntry> entries; ///< the creation first

    bool isPlain() const { return flags == 0; }
    /// Positions of the entries nothing builds on, in order.
    std::vector<std::uint32_t> heads() const;
    bool operator==(const Trail&) const = default;
};

/// Five bytes for a record that was only created (its origin and sequence are its id's).
std::string encodeTrail(const Trail& trail);
/// `creation`: the creating operation in this database's numbers, implied by the record's id.
base::Result<Trail> decodeTrail(std::string_view bytes, std::uint32_t creationOrigin, std::uint64_t creationSequence);

} // namespace patronat::journal
