// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/exchange/identity.h"
#include "core/exchange/selection.h"
#include "core/exchange/sites.h"
#include "core/store/chain.h"

#include <system_error>

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::ReadTx;
using store::Store;

namespace {

/// A batch gathered from one consistent look at the database, not yet written.
struct Gathered
{
    ExportReport report;
    std::string payload;
    FeedCursor reached;
};

struct Addressee
{
    base::SiteId id;
    Scope scope;
    FeedCursor cursor;
};

FeedCursor beginning()
{
    FeedCursor cursor;
    cursor.everything = false;
    return cursor;
}

Result<Addressee> addressee(const ReadTx& read, const ExportOptions& options)
{
    if (options.recipient.empty())
        return Addressee { {}, Scope(), beginning() };
    PATRONAT_LET(const KnownSite site, findSite(read.connection(), options.recipient));
    const Membership ours = membershipIn(read.connection());
    // Without a certificate nobody says what the site may see.
    if (site.certificate.empty() || !ours.institution)
        return { ErrorCode::BatchUncertified, { pathText(options.file), site.id.hex() } };
    PATRONAT_LET(const vault::SiteCertificate says,
        vault::verifyCertificate(site.certificate, *ours.institution));
    return Addressee { site.id, scopeOf(read, says),
        options.all ? beginning() : confirmedCursor(read.connection(), site.id) };
}

std::set<base::Origin> ownOrigins(db::Connection& connection, base::SiteId self)
{
    std::set<base::Origin> out;
    auto select = connection.prepare("SELECT origin FROM origin WHERE site = ?1");
    select.bind(1, self);
    while (select.step()) {
        base::Origin origin = 0;
        for (const char c : select.blob(0))
            origin = origin << 8 | static_cast<unsigned char>(c);
        out.insert(origin);
    }
    return out;
}

/// Origin when nothing is in it but seeds and what this site wrote, all of it.
BatchKind kindOf(const ReadTx& read, const Addressee& to, const Selection& selection,
    const std::set<base::Origin>& own)
{
    std::set<base::Origin> allowed = own;
    for (const profile::SeedLog& log : read.profile().seeds)
        allowed.insert(log.origin);
    const bool onlyOwn = std::includes(
        allowed.begin(), allowed.end(), selection.origins().begin(), selection.origins().end());
    return to.scope.isEverything() && onlyOwn ? BatchKind::Origin : BatchKind::Selection;
}

std::vector<ChainState> chainsOf(
    const ReadTx& read, const Selection& selection, const std::set<base::Origin>& own)
{
    std::vector<ChainState> out;
    for (const base::Origin origin : own) {
        if (!selection.origins().contains(origin))
            continue;
        const auto number = read.journal().originNumber(origin);
        auto last = read.connection().prepare(
            "SELECT max(last) FROM (SELECT max(last) AS last FROM frame_range "
            "WHERE origin = ?1 UNION ALL SELECT max(sequence) FROM op WHERE origin = ?1)");
        last.bind(1, std::int64_t { number.value_or(0) });
        last.step();
        const auto length = static_cast<std::uint64_t>(last.integer(0));
        out.push_back({ origin, length, store::chainHead(read.journal(), origin, length) });
    }
    return out;
}

void describeSite(
    const Store& store, const Membership& membership, const SiteKeys& keys, Manifest& manifest)
{
    const store::SiteIdentity& site = store.site();
    manifest.site = site.id;
    manifest.officeCode = site.officeCode;
    manifest.siteName = site.name;
    manifest.siteKind = site.kind;
    manifest.key = keys.signing.signingKey();
    manifest.institution = membership.institution;
    manifest.certificate = membership.certificate;
    manifest.profileId = store.profile().id;
    manifest.profileVersion = store.profile().version;
    manifest.profileHash = store.profile().hash;
    manifest.stamp = store.environment().clock.nowMs();
}

Status checkSize(const PayloadWriter& payload)
{
    if (payload.plainBytes() > kMaxPlainBytes)
        return { ErrorCode::WriteTooLarge,
            { std::to_string(payload.plainBytes()), std::to_string(kMaxPlainBytes) } };
    if (payload.operations() > kMaxOperations)
        return { ErrorCode::WriteTooLarge,
            { std::to_string(payload.operations()), std::to_string(kMaxOperations) } };
    return {};
}

Result<Gathered> gather(const ReadTx& read, const Store& store, const ExportOptions& options,
    const SiteKeys& keys, base::Job& job)
{
    PATRONAT_LET(const Addressee to, addressee(read, options));
    Selection selection(read, to.scope, to.cursor);
    PATRONAT_TRY(selection.run(job));
    Gathered out;
    Manifest& manifest = out.report.manifest;
    describeSite(store, membershipIn(read.connection()), keys, manifest);
    manifest.recipient = to.id;
    manifest.after = to.cursor.batch;
    const std::set<base::Origin> own = ownOrigins(read.connection(), store.site().id);
    manifest.kind = kindOf(read, to, selection, own);
    const auto chains = manifest.kind == BatchKind::Origin ? chainsOf(read, selection, own)
                                                           : std::vector<ChainState> {};
    const auto units = selection.unitTable();
    out.report.units = units.size();
    PayloadWriter payload(
        units, chains, receiptsFor(read.connection(), store.site().id, to.id, keys.signing));
    for (const Selection::Piece& piece : selection.pieces()) {
        payload.addFrame(selection.bytes(piece), piece.operations, piece.plainBytes);
        PATRONAT_TRY(checkSize(payload));
        (piece.frame == 0 ? out.report.madeFrames : out.report.storedFrames) += 1;
    }
    manifest.frames = payload.frames();
    manifest.operations = payload.operations();
    manifest.plainBytes = payload.plainBytes();
    out.payload = payload.bytes();
    out.reached = selection.reached();
    return out;
}

/// A slip of the hand in the name must not cost a database, or the key of an institution.
Status checkTarget(const std::filesystem::path& database, const std::filesystem::path& file)
{
    const auto refusal = [&](const char* why) {
        return base::Error { ErrorCode::FileNotWritable, { pathText(file) }, why };
    };
    std::error_code unknown; // what cannot be looked at is left to the writing
    const auto target = std::filesystem::weakly_canonical(file, unknown);
    for (const char* ending : { "", "-wal", "-shm", "-journal", ".drafts", ".drafts-wal",
             ".drafts-shm", ".lock", ".check" }) {
        std::filesystem::path own = database;
        own += ending;
        if (!unknown && target == std::filesystem::weakly_canonical(own, unknown))
            return refusal("the database's own file");
    }
    const auto status = std::filesystem::status(file, unknown);
    if (std::filesystem::exists(status) && !looksLikeBatch(file))
        return refusal("a file that is no batch has this name");
    return {};
}

Status put(const Store& store, Gathered& batch, const ExportOptions& options, const SiteKeys& keys)
{
    Manifest& manifest = batch.report.manifest;
    std::filesystem::path file = options.file;
    if (options.intoFolder) {
        // The name holds the id, and the id is known once everything else is.
        manifest.payloadBytes = batch.payload.size();
        manifest.payloadHash = base::blake2b(batch.payload);
        toText(manifest);
        file /= suggestedName(manifest);
    }
    PATRONAT_TRY(checkTarget(store.path(), file));
    batch.report.file = file;
    return writeBatch(file, manifest, batch.payload, keys.signing);
}

Result<std::uint64_t> drawNonce(Store& store)
{
    std::uint64_t out = 0;
    // Where the writer is: its chance belongs to its thread.
    PATRONAT_TRY(store.bulk([&](Store::Inner&) -> Status {
        out = store.environment().random.next() >> 11; // exact in any reader of JSON
        return {};
    }));
    return out;
}

} // namespace

Result<ExportReport> exportBatch(Store& store, const ExportOptions& options, base::Job& job)
{
    PATRONAT_LET(const SiteKeys keys, siteKeys(store));
    PATRONAT_LET(Gathered batch,
        store.read([&](const ReadTx& read) { return gather(read, store, options, keys, job); }));
    PATRONAT_LET(batch.report.manifest.nonce, drawNonce(store));
    PATRONAT_TRY(put(store, batch, options, keys));
    const Manifest& manifest = batch.report.manifest;
    const Status remembered = store.bulk([&](Store::Inner& inner) -> Status {
        rememberSent(inner.connection, manifest, batch.reached);
        return {};
    });
    if (!remembered)
        return remembered.error();
    return std::move(batch.report);
}

} // namespace patronat::exchange
