// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demoplace.h"

#include "app/demo/demo.h"
#include "app/place/profileplace.h"

namespace patronat::desktop {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using base::Status;
using ui::DemoUser;

namespace {

constexpr unsigned kFamilies = 150;
constexpr unsigned kOffices = 3;
constexpr const char* kProfile = "ru-ta"; ///< the one whose offices the demonstration knows

std::string roleOf(DemoUser user)
{
    switch (user) {
    case DemoUser::Specialist:
        return "DISTRICT";
    case DemoUser::Secretary:
        return "SECRETARY";
    case DemoUser::Supervisor:
        break;
    }
    return "SUPERVISOR";
}

std::filesystem::path beside(const std::filesystem::path& folder, const char* suffix)
{
    std::filesystem::path out = folder;
    out += suffix;
    return out;
}

Status replaceFolder(const std::filesystem::path& fresh, const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::remove_all(folder, failed);
    if (!failed)
        std::filesystem::rename(fresh, folder, failed);
    if (failed)
        return { ErrorCode::FileNotWritable, { folder.string() }, failed.message() };
    return {};
}

} // namespace

bool DemoPlace::isThere() const
{
    std::error_code unknown; // what cannot be looked at is made anew, which says why it cannot
    return std::filesystem::exists(m_folder / "region.db", unknown);
}

bool DemoPlace::has(const std::filesystem::path& database) const
{
    std::error_code unknown; // a file that is not there is not of the demonstration either
    return std::filesystem::equivalent(database.parent_path(), m_folder, unknown);
}

Status DemoPlace::make(base::Job& job) const
{
    const std::filesystem::path fresh = beside(m_folder, ".new");
    std::error_code ignored; // the making says what hinders it
    std::filesystem::remove_all(fresh, ignored);
    demo::DemoOptions options;
    options.families = kFamilies;
    options.offices = kOffices;
    options.out = fresh;
    PATRONAT_LET(options.profile, place::profileFolder(m_profiles, kProfile));
    if (const auto made = demo::makeDemo(options, job); !made) {
        std::filesystem::remove_all(fresh, ignored);
        return made.error();
    }
    return replaceFolder(fresh, m_folder);
}

std::filesystem::path DemoPlace::databaseOf(DemoUser user) const
{
    return m_folder / (user == DemoUser::Supervisor ? "region.db" : "office-01.db");
}

Result<RecordId> staffOf(const store::Store& store, DemoUser user)
{
    return store.read([&](const store::ReadTx& tx) -> Result<RecordId> {
        auto select = tx.connection().prepare(
            "SELECT s.id FROM staff AS s WHERE s.role = ?1 AND s.life NOT IN ('removed', 'erased') "
            "ORDER BY (SELECT count(*) FROM episode AS e WHERE e.caseManager = s.id) DESC, s.id LIMIT 1");
        select.bind(1, std::string_view(roleOf(user)));
        if (!select.step())
            return { ErrorCode::NotFound, { "staff", roleOf(user) } };
        return select.id<RecordId>(0);
    });
}

} // namespace patronat::desktop
