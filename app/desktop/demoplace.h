// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "core/store/store.h"
#include "ui/start/tryout.h"

#include <filesystem>

namespace patronat::desktop {

/// The demonstration in this person's own folder: made there, made anew, opened as one of its users.
class DemoPlace
{
public:
    DemoPlace(std::filesystem::path folder, std::filesystem::path profiles)
        : m_folder(std::move(folder))
        , m_profiles(std::move(profiles))
    {
    }
    bool isThere() const;
    bool has(const std::filesystem::path& database) const;
    /// Whole or not at all: what was there stays until the new one is made. Nobody may have it open.
    base::Status make(base::Job& job) const;
    std::filesystem::path databaseOf(ui::DemoUser user) const;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_profiles;
};

/// Who of the staff that user is: of several the one with the most families.
base::Result<base::RecordId> staffOf(const store::Store& store, ui::DemoUser user);

} // namespace patronat::desktop
