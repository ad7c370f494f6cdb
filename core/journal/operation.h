// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/value.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::journal {

using base::Fields;
using base::OperationId;
using base::RecordId;

/// What an operation does. The numbers are the wire's and never change.
enum class Kind : std::uint8_t {
    Write = 1, ///< fields changed together
    Sign = 2, ///< the record's part of what was signed: writes every field id
    Cancel = 3, ///< ends the signatures among its ancestors
    Settle = 4, ///< dismisses operations that came beside a signature; writes no value
    Remove = 5, ///< a mark, never a DELETE; writes every field id
    Restore = 6, ///< takes the mark back
    Erase = 7, ///< final: one constant state
};

/// An operation as another one refers to it: its id, and 32 bits of its hash, so that what was
/// built on one of two contents under one id (a copied database) never takes effect on the other.
struct Head {
    OperationId id;
    std::uint32_t check = 0;
    auto operator<=>(const Head&) const = default;
};

/// The first operation of an origin says whose it is and what the site had written last, so that no copy,
/// image or restore can pass for the original.
struct Opening {
    base::SiteId site;
    base::Digest256 previousHead {}; ///< chain head of the site's origin before; zero for its first
    bool operator==(const Opening&) const = default;
};

/// One change of one record. Immutable once written. Stamps order only what is concurrent.
struct Operation {
    OperationId id;
    Kind kind = Kind::Write;
    std::int64_t stamp = 0; ///< the writing site's own time in ms, monotonic while it runs
    RecordId author; ///< a staff record; null for the profile's seeds
    std::string type;
    RecordId record; ///< == id for the creation
    base::UnitId unit; ///< fixed by the creation; null: everyone
    base::GroupId group; ///< == id for the first of its group
    std::vector<Head> base; ///< heads as the author was shown them; sorted; empty only for a creation
    Fields fields; ///< what it writes; a sign: its part of the snapshot
    std::vector<std::string> settles; ///< fields in open conflict that it settles; sorted
    std::vector<std::string> afterSigning; ///< of a write: those of its fields that lie outside signatures; sorted
    std::vector<Head> named; ///< settle: the operations it dismisses
    base::DraftId draft; ///< of the form it saved; null when there was none
    std::optional<Opening> opening;
    std::uint64_t hash = 0; ///< operationHash of its bytes: set by decode() and seal()

    Head head() const { return { id, static_cast<std::uint32_t>(hash) }; }
    bool isCreation() const { return base::idCast<RecordId>(id) == record; }
    bool operator==(const Operation&) const = default;
};

/// Bounds on what a single operation may be; a larger one is refused, ours or received.
inline constexpr std::size_t kMaxOperationBytes = std::size_t { 4 } << 20;
inline constexpr std::size_t kMaxFields = 2048;
inline constexpr std::size_t kMaxHeads = 1024;
inline constexpr std::size_t kMaxNameBytes = 128;
inline constexpr std::size_t kMaxTextBytes = std::size_t { 1 } << 20;

/// An operation read in place: views into the bytes it was decoded from. What the merge works on.
struct OperationView {
    OperationId id;
    Kind kind = Kind::Write;
    std::int64_t stamp = 0;
    RecordId author;
    std::string_view type;
    RecordId record;
    base::UnitId unit;
    std::size_t baseCount = 0;
    std::string_view baseBytes; ///< the CBOR of the base array, head included
    std::size_t fieldCount = 0;
    std::string_view fieldBytes; ///< the CBOR of the fields map's pairs, head excluded
    std::size_t afterSigningCount = 0; ///< how many of its fields lie outside signatures
    bool plain = true; ///< no settles, no named operations: the fast path may take it
    std::string_view bytes; ///< all of it
    std::uint64_t hash = 0;

    bool isCreation() const { return base::idCast<RecordId>(id) == record; }
    std::uint32_t check() const { return static_cast<std::uint32_t>(hash); }
    std::vector<Head> base() const;
};

/// The bytes that are stored, hashed, chained and sent. The id is not among them (a frame's directory
/// implies it), so equal bytes under different ids hash differently.
std::string encode(const Operation& operation);
std::uint64_t operationHash(OperationId id, std::string_view bytes);
/// Encodes an operation just made and sets its hash; returns the bytes.
std::string seal(Operation& operation);

/// Checks every bound, order and text encoding; InvalidValue(what) otherwise. Neither trusts its source nor allocates.
base::Result<OperationView> view(OperationId id, std::string_view bytes);
base::Result<Operation> decode(OperationId id, std::string_view bytes);
Operation decode(const OperationView& checked);

} // namespace patronat::journal
