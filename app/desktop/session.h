// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "ui/common/desk.h"

#include <QSettings>

#include <filesystem>
#include <functional>
#include <memory>

namespace patronat::desktop {

/// Runs work that may take long, and shows meanwhile that it does.
using LongWork = std::function<base::Status(const std::function<base::Status()>&)>;

/// One opened database with all that its windows work with: owns it, and takes it apart in the
/// right order.
class Session
{
public:
    /// `clock` and `settings` outlive the session. A newer profile under `profilesRoot` is taken up
    /// first, by `told`.
    static base::Result<std::unique_ptr<Session>> open(const std::filesystem::path& database,
        const std::filesystem::path& profilesRoot, const base::Clock& clock, QSettings& settings,
        const LongWork& told = [](const std::function<base::Status()>& work) { return work(); });
    ~Session();

    ui::Desk& desk() { return *m_desk; }
    ui::LanguageSwitch& languages() { return m_languages; }
    /// Where the drafts lie that could not be read when it was opened; empty when all could.
    const std::filesystem::path& draftsAside() const { return m_draftsAside; }

private:
    Session() = default;
    base::SystemRandom m_storeRandom; ///< the writer's
    base::SystemRandom m_random; ///< of the GUI thread
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Drafts> m_drafts;
    std::filesystem::path m_draftsAside;
    ui::LanguageSwitch m_languages;
    ui::Privacy m_privacy;
    std::unique_ptr<ui::JobRunner> m_jobs;
    std::unique_ptr<ui::StoreNotifier> m_notifier;
    std::unique_ptr<ui::Desk> m_desk;
};

} // namespace patronat::desktop
