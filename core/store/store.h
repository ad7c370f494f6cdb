// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/store/findings.h"
#include "core/store/readtx.h"
#include "core/store/writetx.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

namespace patronat::store {

/// Time and chance of this place. Outlives the Store.
struct Environment {
    const base::Clock& clock;
    base::Random& random;
};

/// Who this database is. Fixed at creation but for what an administrator changes through settings.
struct SiteIdentity {
    base::SiteId id;
    std::string kind; ///< office, secretary, supervisor, republic, endpoint
    std::string officeCode;
    std::string name;
};

enum class WriterMode {
    Thread, ///< one writer thread of its own
    Inline, ///< writes run in the caller: the simulator, short tools
};

struct OpenOptions {
    WriterMode writer = WriterMode::Thread;
    bool readOnly = false; ///< another process is the writer: write() gives DatabaseBusy
    /// A newer profile to migrate to; null opens with the cached one.
    std::shared_ptr<const profile::Profile> profile;
    /// Where the profiles' folders lie on this machine: papers and reports load from there on use.
    std::filesystem::path profilesRoot;
    db::FaultPlan* faults = nullptr;
};

/// Writes that a person waits for go before bulk ones.
enum class Priority { Interactive, Bulk };

/// The only writer of a database: the journal, the record tables that follow from it, search, drafts. Any thread
/// may call; each reading thread gets its own query_only connection.
class Store {
public:
    /// Makes a new database: journal, tables, the profile's seeds. Refuses to touch an existing file.
    static base::Result<std::unique_ptr<Store>> create(const std::filesystem::path& path,
        std::shared_ptr<const profile::Profile> profile, const SiteIdentity& site, Environment environment,
        const OpenOptions& options = {});
    static base::Result<std::unique_ptr<Store>> open(
        const std::filesystem::path& path, Environment environment, const OpenOptions& options = {});
    ~Store();

    const SiteIdentity& site() const;
    const Tables& tables() const;
    const profile::Profile& profile() const;
    const Rules& rules() const;
    const std::filesystem::path& path() const;
    Environment environment() const;

    /// Runs `fn` on the writer, in one BEGIN IMMEDIATE … COMMIT; an Error or a DbError rolls all of it
    /// back. `fn` : WriteTx& -> Result<T>. The draft of `options`, once saved, gives the first result again
    /// without running `fn`: its first operation, where T is Ok, OperationId or RecordId (InvalidArgument
    /// otherwise: ask savedDraft).
    template <typename Fn>
    auto write(const WriteOptions& options, Fn fn) -> std::invoke_result_t<Fn, WriteTx&>
    {
        using R = std::invoke_result_t<Fn, WriteTx&>;
        std::optional<R> out;
        std::optional<base::OperationId> saved;
        const base::Status status = writeErased(
            options, Priority::Interactive,
            [&](WriteTx& tx) -> base::Status {
                out.emplace(fn(tx));
                return out->ok() ? base::Status() : base::Status(out->error());
            },
            saved);
        if (!status)
            return status.error();
        if (saved)
            return firstResult<R>(*saved);
        return std::move(*out);
    }
    /// Runs `fn` on a reader of this thread in one transaction. `fn` : const ReadTx& -> Result<T>.
    template <typename Fn>
    auto read(Fn fn) const -> std::invoke_result_t<Fn, const ReadTx&>
    {
        using R = std::invoke_result_t<Fn, const ReadTx&>;
        std::optional<R> out;
        const base::Status status = readErased([&](const ReadTx& tx) -> base::Status {
            out.emplace(fn(tx));
            return out->ok() ? base::Status() : base::Status(out->error());
        });
        if (!out)
            return status.error();
        return std::move(*out);
    }
    /// The operation that saved a draft, if one did.
    std::optional<base::OperationId> savedDraft(base::DraftId draft) const;

    /// Access of the merge, of rebuilds and of maintenance to the writer's parts, in one transaction on the writer
    /// thread. What it changes it reports through `changes`.
    struct Inner {
        db::Connection& connection;
        const Tables& tables;
        JournalReader& reader;
        JournalWriter& journal;
        Applier& applier;
        Judge& judge;
        Changes& changes;
        /// A person waits for the writer: the chunk should end.
        std::function<bool()> somebodyWaits;
    };
    base::Status bulk(const std::function<base::Status(Inner&)>& fn);

    /// Called on the writer thread after each commit with what it changed. One listener (ui's StoreNotifier).
    void onChanged(std::function<void(const Changes&)> listener);

    /// Takes back what one action of a person wrote, newest first, each built on the operation it undoes. One group, in one
    /// write unless the action was larger than kMaxWhole; one that fails leaves the earlier ones done, and undoable.
    struct Undone {
        base::GroupId group;
        std::size_t operations = 0;
        std::vector<base::OperationId> impossible; ///< cancels, settlements, forks: their records stay as they are
    };
    base::Result<Undone> undo(base::GroupId group, base::RecordId author);

    /// Moves the log into the file. TRUNCATE at exit.
    void checkpoint();

    /// Takes a newer profile: columns and tables are added, its seeds taken in, what waited in the journal for
    /// the fields and types it declares takes effect.
    base::Status upgrade(std::shared_ptr<const profile::Profile> profile);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    template <typename R>
    static R firstResult(base::OperationId saved)
    {
        if constexpr (std::is_same_v<R, base::Result<base::OperationId>>)
            return saved;
        else if constexpr (std::is_same_v<R, base::Result<base::RecordId>>)
            return base::idCast<base::RecordId>(saved);
        else if constexpr (std::is_same_v<R, base::Status>)
            return base::Ok {};
        else
            return base::Error { base::ErrorCode::InvalidArgument, { "draft", saved.hex() }, "saved already" };
    }
    /// `saved`: set, and `fn` not run, when the draft of `options` has been saved already.
    base::Status writeErased(const WriteOptions& options, Priority priority,
        const std::function<base::Status(WriteTx&)>& fn, std::optional<base::OperationId>& saved);
    base::Status readErased(const std::function<base::Status(const ReadTx&)>& fn) const;
    void drawOrigin();
    std::unique_ptr<Private> d;
};

} // namespace patronat::store
