// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/journal/replay.h"
#include "core/store/readtx.h"

#include <functional>

namespace patronat::store {

/// What one record adds to the digest: its type, id, life, current values, open conflicts and what lies beside
/// its signature, as its operations say them; unknown fields included; computed fields, findings, labels and
/// everything local excluded, so that the profile's version does not change it. Source: design.md 7.
base::Digest256 recordDigest(base::RecordId id, const journal::RecordState& state);

/// Sum (mod 2^256) over all records, or over those of the units that `inScope` takes. Equal digests: equal state.
base::Digest256 digest(const ReadTx& tx, const std::function<bool(base::UnitId)>& inScope = {});

/// The state of a record as its row and side tables hold it, for rows that are plain enough to say it all;
/// otherwise from its operations.
journal::RecordState shownState(const ReadTx& tx, const Table& table, const db::Statement& row);

} // namespace patronat::store
