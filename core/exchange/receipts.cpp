// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipts.h"

#include "core/vault/canonicaljson.h"

#include <nlohmann/json.hpp>

namespace patronat::exchange {

using nlohmann::json;
using vault::textOf;

namespace {

// With its closing zero byte: no message of another kind begins so.
constexpr std::string_view kContext("PTB1-receipt\0", 13);
constexpr std::size_t kMaxReceipts = 4096;
constexpr std::string_view kMerged = "merged";
constexpr std::string_view kGap = "gap";
constexpr std::size_t kMaxStateBytes = 32;

std::string signedText(std::string_view batch, base::SiteId site, std::string_view state)
{
    return std::string(kContext) + vault::canonical({ { "batch", batch }, { "site", site.hex() }, { "state", state } });
}

std::string unitBytes(const FeedCursor& cursor)
{
    std::string out;
    for (const base::UnitId& unit : cursor.units) {
        const auto raw = unit.bytes();
        out.append(reinterpret_cast<const char*>(raw.data()), raw.size());
    }
    return out;
}

} // namespace

FeedCursor confirmedCursor(db::Connection& connection, base::SiteId recipient)
{
    auto select = connection.prepare("SELECT sent.frame, sent.op, sent.units, sent.batch FROM receipt JOIN sent "
                                     "ON sent.batch = receipt.batch WHERE receipt.site = ?1 AND state = 'merged' "
                                     "ORDER BY sent.no DESC LIMIT 1");
    select.bind(1, recipient);
    FeedCursor cursor;
    if (!select.step()) {
        cursor.everything = false;
        return cursor;
    }
    cursor.frame = select.integer(0);
    cursor.op = select.integer(1);
    cursor.everything = select.isNull(2);
    cursor.batch = std::string(select.text(3));
    const std::string_view units = select.blob(2);
    for (std::size_t at = 0; at + 16 <= units.size(); at += 16)
        cursor.units.insert(base::UnitId::fromBytes(static_cast<const void*>(units.data() + at)));
    return cursor;
}

void rememberSent(db::Connection& writer, const Manifest& manifest, const FeedCursor& cursor)
{
    auto insert = writer.prepare("INSERT INTO sent(batch, recipient, frame, op, units, stamp) "
                                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(batch) DO NOTHING");
    const std::string units = unitBytes(cursor);
    insert.bind(1, std::string_view(manifest.id)).bind(3, cursor.frame).bind(4, cursor.op).bind(6, manifest.stamp);
    if (manifest.recipient.isNull())
        insert.bindNull(2);
    else
        insert.bind(2, manifest.recipient);
    if (cursor.everything)
        insert.bindNull(5);
    else
        insert.bindStaticBlob(5, units);
    insert.run();
}

bool isWhole(db::Connection& connection, const Manifest& manifest)
{
    if (manifest.after.empty())
        return true;
    auto select = connection.prepare("SELECT whole FROM batch WHERE id = ?1 AND direction = 'received'");
    select.bind(1, std::string_view(manifest.after));
    return select.step() && select.integer(0) != 0;
}

std::string receiptsFor(
    db::Connection& connection, base::SiteId self, base::SiteId sender, const vault::SecretKey& key)
{
    // The newest of a sender covers the older ones: each holds what was not confirmed before it. A few more,
    // because they may have come out of order.
    auto select = connection.prepare(
        "SELECT id, whole FROM (SELECT id, whole, no, row_number() OVER (PARTITION BY site ORDER BY no DESC) AS age FROM batch "
        "WHERE direction = 'received' AND (?1 IS NULL OR site = ?1)) WHERE age <= 4 ORDER BY no DESC LIMIT ?2");
    if (sender.isNull())
        select.bindNull(1);
    else
        select.bind(1, sender);
    select.bind(2, static_cast<std::int64_t>(kMaxReceipts));
    json out = json::array();
    while (select.step()) {
        const std::string batch(select.text(0));
        const std::string state(select.integer(1) != 0 ? kMerged : kGap);
        out.push_back({ { "batch", batch }, { "state", state },
            { "signature", vault::hex(key.sign(signedText(batch, self, state))) } });
    }
    return vault::canonical(out);
}

std::optional<std::vector<Receipt>> readReceipts(
    db::Connection& reader, std::string_view text, base::SiteId site, const vault::PublicKey& key)
{
    auto kept = reader.prepare("SELECT 1 FROM receipt WHERE site = ?1 AND batch = ?2 AND state = ?3 AND signed = ?4");
    const auto isKept = [&](std::string_view batch, std::string_view state, std::string_view signature) {
        kept.bind(1, site).bindStatic(2, batch).bindStatic(3, state).bindStatic(4, signature);
        const bool found = kept.step();
        kept.reset();
        return found;
    };
    const auto list = vault::parseCanonical(text);
    if (!list || !list->is_array() || list->size() > kMaxReceipts)
        return std::nullopt;
    std::vector<Receipt> out;
    for (const json& one : *list) {
        const auto batch = textOf(one, "batch");
        const auto state = textOf(one, "state");
        const auto hex = textOf(one, "signature").value_or(std::string());
        const auto signature = vault::signatureFromHex(hex);
        if (!batch || batch->size() != 32 || !state || state->size() > kMaxStateBytes || !signature)
            return std::nullopt;
        if (!isKept(*batch, *state, hex) && !vault::verify(key, signedText(*batch, site, *state), *signature))
            return std::nullopt;
        out.push_back({ *batch, *state, hex });
    }
    return out;
}

std::size_t keepReceipts(db::Connection& writer, base::SiteId site, const std::vector<Receipt>& receipts)
{
    // What it names now is all it vouches for: a site that went back to a backup no longer has what it confirmed
    // since. A list that comes late costs no more than sending something again.
    auto forget = writer.prepare("DELETE FROM receipt WHERE site = ?1");
    forget.bind(1, site).run();
    std::size_t kept = 0;
    for (const Receipt& receipt : receipts) {
        auto sent = writer.prepare("SELECT frame, op FROM sent WHERE batch = ?1 "
                                   "AND (recipient IS NULL OR recipient = ?2)");
        sent.bind(1, std::string_view(receipt.batch)).bind(2, site);
        // Somebody else's batch; or what was new for another site only, which says nothing of this one.
        if (!sent.step())
            continue;
        auto insert = writer.prepare("INSERT INTO receipt(site, batch, frame, op, state, signed) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(site, batch) DO NOTHING");
        insert.bind(1, site).bind(2, std::string_view(receipt.batch));
        insert.bind(3, sent.integer(0)).bind(4, sent.integer(1));
        insert.bind(5, std::string_view(receipt.state)).bind(6, std::string_view(receipt.signature)).run();
        kept += writer.changes() > 0 ? 1 : 0;
    }
    return kept;
}

} // namespace patronat::exchange
