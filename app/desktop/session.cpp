// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/profileupdate.h"

namespace patronat::desktop {

using base::RecordId;
using base::Result;

namespace {

/// Who works here: as was said in the window last, else as `patronatctl` knows it.
RecordId authorOf(const store::Store& store, const QSettings& settings)
{
    const QString said
        = settings.value(QStringLiteral("author/") + QString::fromStdString(store.site().id.hex()))
              .toString();
    if (const auto id = RecordId::fromHex(said.toStdString()))
        return *id;
    const auto set = store.read([](const store::ReadTx& tx) -> Result<std::string> {
        return tx.setting("author").value_or(std::string());
    });
    return set ? RecordId::fromHex(*set).value_or(RecordId {}) : RecordId {};
}

/// Whatever the office's forms, lists, rules and deadlines have become since: a database takes up
/// the newer profile its program comes with, the window of an older program says so
/// (DatabaseTooNew).
base::Status takeUpNewer(
    store::Store& store, const std::filesystem::path& profilesRoot, const LongWork& told)
{
    PATRONAT_LET(const auto shipped, newerProfile(store, profilesRoot));
    if (!shipped)
        return {};
    return told([&] { return store.upgrade(shipped); });
}

/// Unsaved typing is worth a file of its own, and never worth the database: one that cannot be read
/// is set aside, under the name in `setAside`.
Result<std::unique_ptr<store::Drafts>> openDrafts(
    const std::filesystem::path& database, std::filesystem::path& setAside)
{
    auto drafts = store::Drafts::open(database);
    const bool isDamaged = !drafts
        && (drafts.error().code == base::ErrorCode::DatabaseDamaged
            || drafts.error().code == base::ErrorCode::NotADatabase
            || drafts.error().code == base::ErrorCode::DatabaseFailed);
    if (!isDamaged)
        return drafts;
    const std::filesystem::path file = store::Drafts::pathOf(database);
    std::filesystem::path aside = file;
    for (int n = 1; std::filesystem::exists(aside); ++n) {
        aside = file;
        aside += ".damaged-" + std::to_string(n);
    }
    std::error_code failure;
    std::filesystem::rename(file, aside, failure);
    if (failure)
        return drafts;
    setAside = aside;
    for (const char* log : { "-wal", "-shm" }) {
        std::filesystem::path beside = file;
        beside += log;
        std::filesystem::remove(beside, failure); // of the damaged one; often not there
    }
    return store::Drafts::open(database);
}

} // namespace

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& database,
    const std::filesystem::path& profilesRoot, const base::Clock& clock, QSettings& settings,
    const LongWork& told)
{
    std::unique_ptr<Session> session(new Session);
    store::OpenOptions options;
    options.profilesRoot = profilesRoot;
    PATRONAT_LET(
        session->m_store, store::Store::open(database, { clock, session->m_storeRandom }, options));
    PATRONAT_TRY(takeUpNewer(*session->m_store, profilesRoot, told));
    PATRONAT_LET(session->m_drafts, openDrafts(database, session->m_draftsAside));
    // A save whose draft was not removed any more (the power went in between) is no draft. One that
    // stays listed all the same harms nobody: saving it again writes what is there.
    static_cast<void>(session->m_drafts->removeSaved(*session->m_store));
    session->m_jobs = std::make_unique<ui::JobRunner>();
    session->m_notifier = std::make_unique<ui::StoreNotifier>(*session->m_store);
    session->m_desk.reset(new ui::Desk { *session->m_store, *session->m_drafts,
        *session->m_notifier, *session->m_jobs, session->m_languages, session->m_privacy, settings,
        session->m_random, authorOf(*session->m_store, settings) });
    return session;
}

Session::~Session()
{
    m_notifier.reset();
    m_jobs.reset(); // waits for what still runs and for drafts on their way
    m_desk.reset();
    if (m_store)
        m_store->checkpoint();
}

} // namespace patronat::desktop
