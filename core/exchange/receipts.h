// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/connection.h"
#include "core/exchange/manifest.h"
#include "core/vault/keys.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace patronat::exchange {

/// How far the feed of one recipient had come at a batch: the frames and pending rows there were, by their local
/// numbers, and the units it had in scope.
struct FeedCursor {
    std::int64_t frame = 0;
    std::int64_t op = 0;
    bool everything = true; ///< all units were in scope
    std::unordered_set<base::UnitId> units;
    std::string batch; ///< the id of that batch; empty at the beginning
    bool had(base::UnitId unit) const { return everything || unit.isNull() || units.contains(unit); }
};

/// The cursor of a recipient: that of the newest batch it confirmed with its signature; at the beginning when it
/// confirmed none. Nothing else moves it.
FeedCursor confirmedCursor(db::Connection& connection, base::SiteId recipient);

/// What a batch just made held, so that a receipt for it can move the cursor. `recipient` null: anybody's.
void rememberSent(db::Connection& writer, const Manifest& manifest, const FeedCursor& cursor);

/// True when what a batch builds on is here too: then its receipt vouches for all that was meant for us up to it. Not
/// so at a site that went back to a backup before it heard what the batch goes on from.
bool isWhole(db::Connection& connection, const Manifest& manifest);

/// Receipts for the newest batches merged from each site (or only from `sender`), signed, as JSON: "merged", or
/// "gap" for one that builds on a batch this site does not hold.
std::string receiptsFor(db::Connection& connection, base::SiteId self, base::SiteId sender, const vault::SecretKey& key);

/// One office's word that it merged a batch of ours.
struct Receipt {
    std::string batch;
    std::string state; ///< "merged"
    std::string signature; ///< hex
};
/// The receipts of a payload, each signed by `key`; nothing when one is malformed or not. One that is kept here was
/// verified when it was kept.
std::optional<std::vector<Receipt>> readReceipts(
    db::Connection& reader, std::string_view json, base::SiteId site, const vault::PublicKey& key);
/// Keeps those that are for batches of ours; returns how many were new.
std::size_t keepReceipts(db::Connection& writer, base::SiteId site, const std::vector<Receipt>& receipts);

} // namespace patronat::exchange
