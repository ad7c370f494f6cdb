// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/store.h"
#include "tests/core/exchange/simulator/profiles.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace patronat::tests::simulator {

/// A property that does not hold, or an answer that no step may get.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
T required(base::Result<T> result, const std::string& what)
{
    if (!result)
        throw Broken(what + ": " + describe(result.error()));
    return std::move(result).value();
}

/// An operation with its content: two contents may stand under one id.
using Content = std::pair<base::OperationId, std::uint64_t>;
using Contents = std::set<Content>;

/// Makes a copied, closed file that of another site.
void giveIdentity(const std::filesystem::path& file, const store::SiteIdentity& identity);

/// A form as it was filled, and kept open since.
struct Window {
    std::string type;
    base::RecordId record;
    std::vector<journal::Head> heads;
    std::string life;
    base::Fields values;
    std::map<std::string, std::vector<base::Value>> candidates; ///< of each open conflict, all of them
    std::vector<journal::Head> beside; ///< operations shown beside the signature
    store::SignPlan plan; ///< what signing it would cover, as its window shows
    std::vector<base::Fields> planValues;
    store::SignPlan cancelPlan; ///< what falls with its signature, as its window shows
    base::Fields typed; ///< what its owner has changed
    base::DraftId draft;
    std::optional<base::OperationId> saved; ///< the answer it got
};

/// One computer: a real store in a real file, with its own clock and chance, and what its people have before them.
class Site {
public:
    /// The copy of a prepared file, made `identity`'s own.
    Site(std::filesystem::path folder, std::size_t number, const store::SiteIdentity& identity, std::string district,
        std::int64_t clock, std::uint64_t chance);
    /// A computer copied with its file. `sameChance`: a snapshot, which goes on drawing the same numbers.
    Site(Site& original, std::size_t number, bool sameChance);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;
    ~Site();

    static void prepare(const std::filesystem::path& file, std::shared_ptr<const profile::Profile> profile);
    void startFrom(const std::filesystem::path& prepared, std::shared_ptr<const profile::Profile> profile);

    store::Store& store() const { return *m_store; }
    std::string name() const;
    std::size_t number() const { return m_number; }
    base::SiteId id() const { return m_identity.id; }
    /// Empty: it holds everything.
    const std::string& district() const { return m_district; }
    bool isSupervisor() const { return m_district.empty(); }

    /// The power goes: whatever is in the files stays, windows close, drafts stay.
    void kill();
    void reopen();
    void backup();
    bool hasBackup() const { return !m_backups.empty(); }
    /// The newest backup is the file now: what came after it is gone here.
    void goBack(std::size_t which);
    void upgrade(std::shared_ptr<const profile::Profile> profile);
    bool isUpgraded() const { return m_upgraded; }

    /// Every content here, in the graph or kept beside a fork.
    Contents held() const;
    /// Those in the graph: what a batch carries.
    Contents graph() const;
    /// Answers that people got: they stay true until the file goes back.
    Contents acknowledged;

    std::vector<Window> windows;
    std::vector<base::GroupId> groups;
    std::int64_t lastStamp = 0; ///< of the last operation since the opening
    bool wasCopied = false; ///< two files of one site: what one confirmed says nothing of the other
    base::ManualClock clock;
    base::SeededRandom random;

private:
    struct Backup {
        std::filesystem::path file;
        Contents acknowledged;
        bool upgraded = false;
        std::shared_ptr<const profile::Profile> profile;
    };
    std::filesystem::path nextFile();
    void open(const std::filesystem::path& file);
    void close();

    std::filesystem::path m_folder;
    std::size_t m_number;
    store::SiteIdentity m_identity;
    std::string m_district;
    int m_generation = 0;
    bool m_upgraded = false;
    std::shared_ptr<const profile::Profile> m_profile; ///< what its file has: parsed once for all sites
    std::filesystem::path m_file;
    std::vector<Backup> m_backups;
    std::unique_ptr<store::Store> m_store;
};

} // namespace patronat::tests::simulator
