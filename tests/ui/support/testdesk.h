// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/store.h"
#include "tests/support/temporaryfolder.h"
#include "ui/common/desk.h"

#include <QSettings>

#include <memory>
#include <string>
#include <string_view>

namespace patronat::tests {

/// A new office on the shipped profile with all that windows work with; time stands still, one seed
/// is one run.
class TestDesk
{
public:
    explicit TestDesk(std::uint64_t seed = 1);
    ~TestDesk();

    ui::Desk& desk() { return *m_desk; }
    std::filesystem::path path() const { return m_folder.file("office.db"); }
    base::ManualClock& clock() { return m_clock; }
    /// As after the program was killed and started again: nothing of the windows' side is left.
    void restart();

    // Shortcuts that fail the test on an error.
    base::RecordId create(std::string_view type, base::Fields fields);
    void put(std::string_view type, base::RecordId id, base::Fields changes);
    void remove(std::string_view type, base::RecordId id);
    base::Value value(std::string_view type, base::RecordId id, const std::string& field);
    store::Record get(std::string_view type, base::RecordId id);
    std::vector<base::RecordId> all(std::string_view type);
    base::RecordId seed(std::string_view type, std::string_view where);

private:
    void openDesk();
    TemporaryFolder m_folder;
    base::ManualClock m_clock { 1'800'000'000'000 };
    base::SeededRandom m_storeRandom;
    base::SeededRandom m_random;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Drafts> m_drafts;
    std::unique_ptr<QSettings> m_settings;
    ui::LanguageSwitch m_languages;
    ui::Privacy m_privacy;
    std::unique_ptr<ui::JobRunner> m_jobs;
    std::unique_ptr<ui::StoreNotifier> m_notifier;
    std::unique_ptr<ui::Desk> m_desk;
};

} // namespace patronat::tests
