// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/checkedbatch.h"

#include "core/exchange/sites.h"
#include "core/store/chain.h"

#include <algorithm>
#include <map>

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using journal::OperationView;
using store::ReadTx;

namespace {

/// More than the longest head of a frame: 256 ranges.
constexpr int kHeaderBytes = 8192;

base::Error refused(ErrorCode code, const std::filesystem::path& file, std::string why)
{
    return { code, { pathText(file), std::move(why) }, {} };
}

/// The id names the whole content; what was merged once is never lost.
bool wasMerged(const ReadTx& read, const Manifest& manifest)
{
    auto select = read.connection().prepare("SELECT 1 FROM batch WHERE id = ?1 AND direction = 'received'");
    select.bind(1, std::string_view(manifest.id));
    return select.step();
}

/// The certificate by which the site is known here was verified when it was kept.
bool isKept(const ReadTx& read, const Manifest& manifest)
{
    auto select = read.connection().prepare("SELECT certificate FROM site WHERE id = ?1");
    select.bind(1, manifest.site);
    return select.step() && select.text(0) == manifest.certificate;
}

/// Institutions may be called alike; their ids are not.
std::string called(const vault::Institution& institution)
{
    constexpr std::size_t kEnough = 8;
    return institution.name + " [" + institution.id.substr(0, kEnough) + ']';
}

/// Whose the batch is, and whether this site may take it.
Status checkTrust(const ReadTx& read, CheckedBatch& batch, const std::filesystem::path& file, Membership& ours,
    const CheckOptions& options)
{
    const Manifest& m = batch.file.manifest;
    if (m.institution && ours.institution && m.institution->id != ours.institution->id)
        return { ErrorCode::BatchForeign, { pathText(file), called(*m.institution), called(*ours.institution) } };
    if (m.certificate.empty()) {
        if (!options.acceptUncertified)
            return refused(ErrorCode::BatchUncertified, file, m.site.hex());
        if (!mayBeUncertified(read, m.site, m.key))
            return refused(ErrorCode::BatchTampered, file, "site");
        return {};
    }
    if (!m.institution)
        return refused(ErrorCode::BatchTampered, file, "institution");
    const auto says = ours.institution && isKept(read, m) ? vault::readCertificate(m.certificate)
                                                          : vault::verifyCertificate(m.certificate, *m.institution);
    if (!says || says->site != m.site || says->signingKey != m.key)
        return refused(ErrorCode::BatchTampered, file, "certificate");
    batch.certified = true;
    batch.isKept = isKept(read, m);
    if (!ours.institution) {
        ours.institution = m.institution;
        batch.adopted = m.institution;
    }
    return {};
}

bool isKnown(const ReadTx& read, const journal::FrameHeader& header)
{
    auto select = read.connection().prepare("SELECT substr(bytes, 1, ?2) FROM frame WHERE hash = ?1");
    select.bind(1, static_cast<std::int64_t>(header.contentHash)).bind(2, std::int64_t { kHeaderBytes });
    while (select.step()) {
        const auto held = journal::readFrameHeader(select.blob(0));
        if (held && held->ranges == header.ranges && held->plainBytes == header.plainBytes)
            return true;
    }
    return false;
}

/// Units follow from record types: what stands under a wrong one would reach offices that may not see it.
class UnitCheck {
public:
    explicit UnitCheck(const profile::Profile& profile) : m_profile(profile) {}
    bool isSensible(const OperationView& o)
    {
        if (o.type != m_lastType || m_first) {
            m_first = false;
            m_lastType = o.type;
            m_type = m_profile.type(o.type);
        }
        if (m_type == nullptr)
            return true;
        switch (m_type->unitKind) {
        case profile::UnitKind::Self:
            return o.unit == base::idCast<base::UnitId>(o.record);
        case profile::UnitKind::Everyone:
            return o.unit.isNull();
        case profile::UnitKind::Through:
            return !o.unit.isNull(); // what nothing leads to would be everybody's
        }
        return true;
    }

private:
    const profile::Profile& m_profile;
    bool m_first = true;
    std::string m_lastType; ///< its own: a frame before this one may have been let go
    const profile::RecordType* m_type = nullptr;
};

/// Follows the chains of a batch through its frames, as far as their operations come in it.
class ChainCheck {
public:
    explicit ChainCheck(const std::vector<ChainState>& chains)
    {
        for (const ChainState& chain : chains)
            m_open[chain.origin].state = chain;
    }
    void add(const CheckedFrame& frame)
    {
        // The operations of a range follow one another in the frame.
        std::size_t first = 0;
        for (const journal::Range& range : frame.header.ranges) {
            const auto at = m_open.find(range.origin);
            if (at != m_open.end() && at->second.whole)
                add(at->second, frame, range, first);
            first += range.count;
        }
    }
    /// False when an origin that came whole is not what its site signed.
    bool agree(std::vector<base::Origin>& verified) const
    {
        for (const auto& [origin, open] : m_open) {
            if (open.chain.length() != open.state.length)
                continue;
            if (open.chain.head() != open.state.head)
                return false;
            verified.push_back(origin);
        }
        return true;
    }

private:
    static constexpr std::size_t kMaxLater = std::size_t { 64 } << 20;
    struct Open {
        ChainState state;
        store::Chain chain;
        std::size_t laterBytes = 0;
        bool whole = true;
        std::map<std::uint64_t, std::string> later;
    };
    static void add(Open& open, const CheckedFrame& frame, const journal::Range& range, std::size_t first)
    {
        if (range.first == open.chain.length() + 1)
            open.chain.add(*frame.opened, first, range.count);
        else
            keep(open, std::span(frame.operations).subspan(first, range.count));
        drain(open);
    }
    static void keep(Open& open, std::span<const OperationView> operations)
    {
        for (const OperationView& o : operations) {
            open.later.emplace(o.id.sequence, std::string(o.bytes));
            open.laterBytes += o.bytes.size();
        }
        open.whole = open.laterBytes < kMaxLater;
    }
    static void drain(Open& open)
    {
        for (auto next = open.later.find(open.chain.length() + 1); next != open.later.end();
             next = open.later.find(open.chain.length() + 1)) {
            open.chain.add(next->second);
            open.later.erase(next);
        }
    }
    std::map<base::Origin, Open> m_open;
};

/// Everything about the frames of one batch.
class FrameCheck {
public:
    FrameCheck(const ReadTx& read, const std::filesystem::path& file, CheckedBatch& batch)
        : m_read(read)
        , m_file(file)
        , m_batch(batch)
        , m_units(read.profile())
        , m_chains(batch.payload.chains)
    {
    }

    Status run(std::uint64_t& keepBytes, base::Job& job)
    {
        const Manifest& m = m_batch.file.manifest;
        PATRONAT_TRY(checkSizes(m));
        std::uint64_t done = 0;
        for (CheckedFrame& frame : m_batch.frames) {
            PATRONAT_TRY(job.checkpoint());
            job.report(++done, m_batch.frames.size());
            frame.known = m_batch.merged || isKnown(m_read, frame.header);
            if (frame.known)
                continue;
            PATRONAT_TRY(checkOperations(frame));
            m_chains.add(frame);
            const std::uint64_t bytes = frame.header.plainBytes + frame.operations.size() * sizeof(OperationView);
            if (bytes <= keepBytes) {
                keepBytes -= bytes;
                continue;
            }
            frame.operations = {};
            frame.opened.reset();
        }
        if (!m_batch.merged && !m_chains.agree(m_batch.verifiedChains))
            return refused(ErrorCode::BatchTampered, m_file, "chain");
        return {};
    }

private:
    /// What the directories of the frames say, before any is opened.
    Status checkSizes(const Manifest& m)
    {
        std::uint64_t operations = 0;
        std::uint64_t plain = m_batch.payload.tableBytes;
        for (const std::string_view bytes : m_batch.payload.frames) {
            auto header = journal::readFrameHeader(bytes);
            if (!header)
                return refused(ErrorCode::BatchTampered, m_file, describe(header.error()));
            operations += header->operations;
            plain += header->plainBytes;
            m_batch.frames.push_back({ bytes, std::move(*header), false, {}, {} });
        }
        if (m_batch.frames.size() != m.frames || operations != m.operations || plain != m.plainBytes)
            return refused(ErrorCode::BatchTampered, m_file, "sizes");
        return {};
    }

    Status checkOperations(CheckedFrame& frame)
    {
        const Status opened = openOperations(frame);
        if (!opened)
            return refused(ErrorCode::BatchTampered, m_file, describe(opened.error()));
        for (const OperationView& o : frame.operations)
            if (!m_units.isSensible(o))
                return refused(ErrorCode::BatchTampered, m_file, "unit " + o.id.hex());
        return {};
    }

    const ReadTx& m_read;
    const std::filesystem::path& m_file;
    CheckedBatch& m_batch;
    UnitCheck m_units;
    ChainCheck m_chains;
};

} // namespace

Status openOperations(CheckedFrame& frame)
{
    PATRONAT_LET(frame.opened, journal::openFrame(frame.bytes));
    frame.operations.clear();
    frame.operations.reserve(frame.opened->size());
    for (const journal::Stored& stored : frame.opened->operations()) {
        const auto viewed = journal::view(stored.id, stored.bytes);
        if (!viewed)
            return viewed.error();
        frame.operations.push_back(*viewed);
    }
    return {};
}

Result<CheckedBatch> checkBatch(const ReadTx& read, const std::filesystem::path& file, Membership& ours,
    const CheckOptions& options, std::uint64_t& keepBytes, base::Job& job)
{
    CheckedBatch batch;
    PATRONAT_LET(batch.file, readBatch(file));
    Membership after = ours;
    PATRONAT_TRY(checkTrust(read, batch, file, after, options));
    batch.merged = wasMerged(read, batch.file.manifest);
    auto payload = cutPayload(*batch.file.payload);
    if (!payload)
        return refused(ErrorCode::BatchTampered, file, "sections");
    batch.payload = std::move(*payload);
    const Manifest& m = batch.file.manifest;
    auto receipts = readReceipts(read.connection(), batch.payload.receipts, m.site, m.key);
    if (!receipts)
        return refused(ErrorCode::BatchTampered, file, "receipts");
    batch.receipts = std::move(*receipts);
    PATRONAT_TRY(FrameCheck(read, file, batch).run(keepBytes, job));
    ours = std::move(after);
    return batch;
}

} // namespace patronat::exchange
