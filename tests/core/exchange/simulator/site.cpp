// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/site.h"

#include "core/journal/operation.h"

#include <algorithm>

namespace patronat::tests::simulator {

namespace fs = std::filesystem;

namespace {

store::OpenOptions inlineOptions()
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    return options;
}

void copyIfThere(const fs::path& from, const fs::path& to)
{
    if (fs::exists(from))
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

/// The file and its log as they lie there; the shared memory beside them is nobody's.
void copyDatabase(const fs::path& from, const fs::path& to)
{
    copyIfThere(from, to);
    copyIfThere(from.string() + "-wal", to.string() + "-wal");
}

void removeDatabase(const fs::path& file)
{
    for (const char* end : { "", "-wal", "-shm" })
        fs::remove(file.string() + end);
}

} // namespace

void giveIdentity(const fs::path& file, const store::SiteIdentity& identity)
{
    db::Connection connection(file, db::Access::Writer);
    const std::pair<const char*, std::string> settings[] = { { "site.id", identity.id.hex() },
        { "site.kind", identity.kind }, { "site.code", identity.officeCode }, { "site.name", identity.name } };
    auto update = connection.prepareOnce("UPDATE setting SET value = ?2 WHERE name = ?1");
    for (const auto& [name, value] : settings)
        update.bind(1, std::string_view(name)).bind(2, std::string_view(value)).run();
}

void Site::prepare(const fs::path& file, std::shared_ptr<const profile::Profile> profile)
{
    base::ManualClock clock;
    base::SeededRandom random(1);
    const auto made = store::Store::create(file, std::move(profile),
        { { 1, 1 }, "office", "prepared", "prepared" }, { clock, random }, inlineOptions());
    if (!made)
        throw Broken("create: " + describe(made.error()));
}

Site::Site(fs::path folder, std::size_t number, const store::SiteIdentity& identity, std::string district,
    std::int64_t now, std::uint64_t chance)
    : clock(now)
    , random(chance)
    , m_folder(std::move(folder))
    , m_number(number)
    , m_identity(identity)
    , m_district(std::move(district))
{
}

Site::Site(Site& original, std::size_t number, bool sameChance)
    : acknowledged(original.acknowledged)
    , wasCopied(true)
    , clock(original.clock.nowMs())
    , random(original.random)
    , m_folder(original.m_folder)
    , m_number(number)
    , m_identity(original.m_identity)
    , m_district(original.m_district)
    , m_upgraded(original.m_upgraded)
    , m_profile(original.m_profile)
{
    const fs::path file = nextFile();
    copyDatabase(original.m_file, file);
    open(file);
    original.wasCopied = true;
    if (sameChance)
        original.reopen();
    else
        random = base::SeededRandom(original.random.next() ^ number);
}

Site::~Site()
{
    close();
}

void Site::startFrom(const fs::path& prepared, std::shared_ptr<const profile::Profile> profile)
{
    m_profile = std::move(profile);
    const fs::path file = nextFile();
    fs::copy_file(prepared, file);
    giveIdentity(file, m_identity);
    open(file);
}

std::string Site::name() const
{
    return (isSupervisor() ? "supervisor " : "office ") + std::to_string(m_number);
}

fs::path Site::nextFile()
{
    return m_folder / ("site" + std::to_string(m_number) + "." + std::to_string(++m_generation) + ".db");
}

void Site::open(const fs::path& file)
{
    m_file = file;
    store::OpenOptions options = inlineOptions();
    options.profile = m_profile;
    m_store = required(store::Store::open(file, { clock, random }, options), "open " + name());
    lastStamp = 0;
    // Drafts are on their own disk; a form that was only open is gone.
    std::erase_if(windows, [](const Window& window) { return window.draft.isNull(); });
}

void Site::close()
{
    m_store.reset();
}

void Site::kill()
{
    const fs::path before = m_file;
    const fs::path after = nextFile();
    copyDatabase(before, after);
    close();
    removeDatabase(before);
    open(after);
}

void Site::reopen()
{
    close();
    open(m_file);
}

void Site::backup()
{
    const fs::path file = nextFile();
    copyDatabase(m_file, file);
    m_backups.push_back({ file, acknowledged, m_upgraded, m_profile });
}

void Site::goBack(std::size_t which)
{
    const Backup& backup = m_backups[which % m_backups.size()];
    close();
    removeDatabase(m_file);
    const fs::path file = nextFile();
    copyDatabase(backup.file, file);
    acknowledged = backup.acknowledged;
    m_upgraded = backup.upgraded;
    m_profile = backup.profile;
    groups.clear();
    open(file);
}

void Site::upgrade(std::shared_ptr<const profile::Profile> profile)
{
    required(m_store->upgrade(profile), "upgrade " + name());
    m_profile = std::move(profile);
    m_upgraded = true;
}

Contents Site::graph() const
{
    return required(store().read([](const store::ReadTx& tx) -> base::Result<Contents> {
        Contents out;
        tx.journal().forEach([&](base::OperationId id, std::string_view bytes) {
            out.insert({ id, journal::operationHash(id, bytes) });
        });
        return out;
    }),
        "journal of " + name());
}

Contents Site::held() const
{
    Contents out = graph();
    required(store().read([&](const store::ReadTx& tx) -> base::Status {
        auto forks = tx.connection().prepareOnce("SELECT operation, bytes FROM fork");
        while (forks.step()) {
            const auto id = forks.id<base::OperationId>(0);
            out.insert({ id, journal::operationHash(id, forks.blob(1)) });
        }
        return {};
    }),
        "forks of " + name());
    return out;
}

} // namespace patronat::tests::simulator
