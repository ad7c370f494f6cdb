// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

namespace patronat::desktop {

using base::RecordId;
using base::Result;

namespace {

/// Who works here: as was said in the window last, else as `patronatctl` knows it.
RecordId authorOf(const store::Store& store, const QSettings& settings)
{
    const QString said
        = settings.value(QStringLiteral("author/") + QString::fromStdString(store.site().id.hex())).toString();
    if (const auto id = RecordId::fromHex(said.toStdString()))
        return *id;
    const auto set = store.read([](const store::ReadTx& tx) -> Result<std::string> {
        return tx.setting("author").value_or(std::string());
    });
    return set ? RecordId::fromHex(*set).value_or(RecordId {}) : RecordId {};
}

} // namespace

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& database,
    const std::filesystem::path& profilesRoot, const base::Clock& clock, QSettings& settings)
{
    std::unique_ptr<Session> session(new Session);
    store::OpenOptions options;
    options.profilesRoot = profilesRoot;
    PATRONAT_LET(session->m_store, store::Store::open(database, { clock, session->m_storeRandom }, options));
    PATRONAT_LET(session->m_drafts, store::Drafts::open(database));
    // A save whose draft was not removed any more (the power went in between) is no draft.
    PATRONAT_TRY(session->m_drafts->removeSaved(*session->m_store));
    session->m_jobs = std::make_unique<ui::JobRunner>();
    session->m_notifier = std::make_unique<ui::StoreNotifier>(*session->m_store);
    session->m_desk.reset(new ui::Desk { *session->m_store, *session->m_drafts, *session->m_notifier,
        *session->m_jobs, session->m_languages, session->m_privacy, settings, session->m_random,
        authorOf(*session->m_store, settings) });
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
