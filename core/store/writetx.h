// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/applier.h"
#include "core/store/change.h"
#include "core/store/readtx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

class Rules;

inline constexpr std::size_t kMaxWrite = 4096; ///< operations in one write (design.md 4)
/// Operations in one write that must not be half done: an import, and what takes it back.
inline constexpr std::size_t kMaxWhole = 65536;

/// What the site's own writing needs to know, kept by the Store between writes. Writer thread.
struct OwnOrigin
{
    base::SiteId site;
    std::string stationCode; ///< of provisional numbers
    base::Origin origin
        = 0; ///< drawn at the first write after each opening, so that no copy can reuse an id
    std::uint64_t last = 0;
    base::Digest256 previousHead {}; ///< chain head of the origin before this one
    std::int64_t stamp = 0; ///< of the last operation written while running
};

struct WriteOptions
{
    base::RecordId author;
    base::GroupId group; ///< continue this group; null starts one
    base::DraftId draft; ///< of the form that is saved
    std::string name; ///< of the action, for "undo …": a code, not a sentence
    bool isWhole = false; ///< may hold kMaxWhole operations, and others wait for it
};

/// One write: changes records through operations, and sees what it has changed. Lives within
/// Store::write.
class WriteTx
{
public:
    WriteTx(const ReadTx& read, JournalWriter& journal, Applier& applier, const Rules& rules,
        OwnOrigin& own, const base::Clock& clock, WriteOptions options);

    const ReadTx& read() const { return m_read; }

    /// A new record; its unit follows from its type and references. What it hangs on must not be
    /// removed as held here (RecordRemoved, of that record). Provisional and final numbers that are
    /// issued at creation are filled in.
    base::Result<base::RecordId> create(std::string_view type, base::Fields fields);
    /// Changes fields of a record as its author was shown it at `base`; a null value clears. Fields
    /// named in `settles`, in conflict at `base`, are settled, whether or not their value changes.
    /// A record signed as of `base` takes only what lies outside signatures (RecordSigned
    /// otherwise).
    base::Result<base::OperationId> put(std::string_view type, base::RecordId id,
        const std::vector<journal::Head>& base, base::Fields changes,
        std::vector<std::string> settles = {});
    /// Signs every record of the plan with the values shown at its heads; numbers issued at signing
    /// and fields with a signing expression are part of the snapshot. OpenConflict, RuleBroken.
    base::Result<base::GroupId> sign(const SignPlan& plan);
    /// Cancels the signature of one record and leaves those of its parts: for a part, and for
    /// taking back.
    base::Result<base::OperationId> cancel(
        std::string_view type, base::RecordId id, const std::vector<journal::Head>& base);
    /// Cancels the signatures of every record of the plan, each in its own unit. RecordNotSigned.
    base::Result<base::GroupId> cancel(const SignPlan& plan);
    base::Result<base::OperationId> settle(std::string_view type, base::RecordId id,
        const std::vector<journal::Head>& base, const std::vector<journal::Head>& named);
    /// Both settle a removal that stands against a restoring at `base`; any other open conflict
    /// refuses a removal.
    base::Result<base::OperationId> remove(
        std::string_view type, base::RecordId id, const std::vector<journal::Head>& base);
    base::Result<base::OperationId> restore(
        std::string_view type, base::RecordId id, const std::vector<journal::Head>& base);

    /// Takes back what one group wrote to one record (`operations`, oldest first), built on the
    /// last of them and on nothing newer: what others changed since stands beside it as a
    /// concurrent edit. Where one cannot be taken back (a cancel, a settle, an erase, what settled
    /// a conflict), the record stays as it is, and it is added to `impossible`.
    base::Status undo(const std::vector<journal::Operation>& operations,
        std::vector<base::OperationId>& impossible);

    /// While one lives, states and what led to them may be written: by transitions (core/process)
    /// and by taking back. Any other create, put or remove of them gives OfProcess; settling a
    /// conflict of states with one of them does not.
    class ByProcess
    {
    public:
        explicit ByProcess(WriteTx& tx)
            : m_tx(tx)
            , m_before(tx.m_byProcess)
        {
            tx.m_byProcess = true;
        }
        ~ByProcess() { m_tx.m_byProcess = m_before; }
        ByProcess(const ByProcess&) = delete;
        ByProcess& operator=(const ByProcess&) = delete;

    private:
        WriteTx& m_tx;
        bool m_before;
    };

    const WriteOptions& options() const { return m_options; }
    const Rules& rules() const { return m_rules; }
    const base::Clock& clock() const { return m_clock; }
    base::GroupId group() const { return m_options.group; }
    std::size_t operations() const { return m_written; }
    const Changes& changes() const { return m_changes; }
    base::OperationId lastOperation() const { return { m_own.origin, m_own.last }; }
    /// Stores what the action table and the draft table must know; called once by the Store before
    /// commit.
    void finish();

private:
    friend class Store;
    base::Result<journal::Operation> prepare(journal::Kind kind, std::string_view type,
        base::RecordId id, const std::vector<journal::Head>& base);
    base::Result<base::OperationId> write(journal::Operation operation);
    base::Result<base::UnitId> unitOf(
        const profile::RecordType& type, const base::Fields& fields) const;
    base::Status checkAbove(const profile::RecordType& type, const base::Fields& fields) const;
    base::Status checkFields(const Table& table, const base::Fields& fields) const;
    base::Status checkOfProcess(const Table& table, base::RecordId id, const base::Fields& fields,
        const journal::RecordState* shown) const;
    base::Status checkSettles(const Table& table, const journal::RecordState& shown,
        const std::vector<std::string>& settles) const;
    base::Status checkNotSigned(const journal::RecordState& shown, std::string_view type,
        base::RecordId id, const base::Fields& changes, const Table& table) const;
    base::Result<journal::RecordState> shownAt(
        std::string_view type, base::RecordId id, const std::vector<journal::Head>& base) const;
    base::Status fillAtSigning(const Table& table, base::RecordId id, base::Fields& values);
    base::Result<base::OperationId> signOne(const SignItem& item);
    base::Result<base::OperationId> undoOne(
        const journal::Operation& operation, const std::vector<journal::Head>& base);
    base::Result<base::OperationId> undoWrite(
        const journal::Operation& operation, const std::vector<journal::Head>& base);
    journal::Head headOf(base::OperationId id) const;

    ReadTx m_read;
    JournalWriter& m_journal;
    Applier& m_applier;
    const Rules& m_rules;
    OwnOrigin& m_own;
    const base::Clock& m_clock;
    WriteOptions m_options;
    Changes m_changes;
    std::size_t m_written = 0;
    bool m_byProcess = false;
    base::OperationId m_first;
};

} // namespace patronat::store
