// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"

#include "core/profile/loader.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

using base::RecordId;
using base::Result;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(describe(result.error()));
    return std::move(result).value();
}

std::shared_ptr<const profile::Profile> shippedProfile()
{
    static const auto kProfile
        = must(profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta"));
    return kProfile;
}

} // namespace

TestDesk::TestDesk(std::uint64_t seed)
    : m_storeRandom(seed)
    , m_random(seed + 1000)
{
    const store::SiteIdentity site { { seed + 1, 7 }, "office", "K01", "Office" };
    m_store = must(store::Store::create(
        m_folder.file("office.db"), shippedProfile(), site, { m_clock, m_storeRandom }, {}));
    openDesk();
}

TestDesk::~TestDesk()
{
    m_notifier.reset();
    m_jobs.reset();
}

void TestDesk::openDesk()
{
    m_drafts = must(store::Drafts::open(m_folder.file("office.db")));
    m_settings = std::make_unique<QSettings>(
        QString::fromStdU16String(m_folder.file("settings.ini").u16string()), QSettings::IniFormat);
    m_jobs = std::make_unique<ui::JobRunner>();
    m_notifier = std::make_unique<ui::StoreNotifier>(*m_store);
    m_desk.reset(new ui::Desk { *m_store, *m_drafts, *m_notifier, *m_jobs, m_languages, m_privacy,
        *m_settings, m_random, RecordId { 0x5174, 1 } });
}

void TestDesk::restart()
{
    m_notifier.reset();
    m_jobs.reset();
    m_desk.reset();
    m_drafts.reset();
    m_store.reset();
    store::OpenOptions options;
    options.profilesRoot = PATRONAT_PROFILES;
    m_store
        = must(store::Store::open(m_folder.file("office.db"), { m_clock, m_storeRandom }, options));
    openDesk();
    must(m_drafts->removeSaved(*m_store));
}

RecordId TestDesk::create(std::string_view type, base::Fields fields)
{
    return must(m_store->write({ m_desk->author, {}, {}, "test" },
        [&](store::WriteTx& tx) { return tx.create(type, fields); }));
}

void TestDesk::put(std::string_view type, RecordId id, base::Fields changes)
{
    const auto heads = get(type, id).heads;
    must(m_store->write({ m_desk->author, {}, {}, "test" },
        [&](store::WriteTx& tx) { return tx.put(type, id, heads, changes); }));
}

store::Record TestDesk::get(std::string_view type, RecordId id)
{
    return must(m_store->read([&](const store::ReadTx& tx) { return tx.record(type, id); }));
}

void TestDesk::remove(std::string_view type, RecordId id)
{
    const auto heads = get(type, id).heads;
    must(m_store->write({ m_desk->author, {}, {}, "remove" },
        [&](store::WriteTx& tx) { return tx.remove(type, id, heads); }));
}

base::Value TestDesk::value(std::string_view type, RecordId id, const std::string& field)
{
    const store::Record record = get(type, id);
    const auto found = record.values.find(field);
    return found == record.values.end() ? base::Value() : found->second;
}

std::vector<RecordId> TestDesk::all(std::string_view type)
{
    return must(m_store->read([&](const store::ReadTx& tx) { return tx.list(type); }));
}

RecordId TestDesk::seed(std::string_view type, std::string_view where)
{
    const auto found = must(m_store->read(
        [&](const store::ReadTx& tx) { return tx.list(type, std::string(where), 1); }));
    REQUIRE(found.size() == 1);
    return found.front();
}

} // namespace patronat::tests
