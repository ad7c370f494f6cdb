// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place/profileplace.h"

#include <QCoreApplication>
#include <QString>

namespace patronat::place {

namespace {

/// A path of UTF-8 text.
std::filesystem::path pathOf(const std::string& text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::filesystem::path programFolder()
{
    return pathOf(QCoreApplication::applicationDirPath().toStdString());
}

/// Looked for upward from the program, so that no path of a building machine is in it.
std::filesystem::path sourceProfiles()
{
    for (std::filesystem::path folder = programFolder();; folder = folder.parent_path()) {
        const std::filesystem::path candidate = folder / "resources" / "profiles";
        std::error_code unknown; // a folder that cannot be looked at is not the one
        if (std::filesystem::is_directory(candidate, unknown))
            return candidate;
        if (folder == folder.parent_path())
            return {};
    }
}

} // namespace

std::filesystem::path profilesRoot(const std::optional<std::string>& given)
{
    if (given)
        return pathOf(*given);
    const QString environment = qEnvironmentVariable("PATRONAT_PROFILES");
    if (!environment.isEmpty())
        return pathOf(environment.toStdString());
    const std::filesystem::path installed
        = (programFolder() / ".." / "share" / "patronat" / "profiles").lexically_normal();
    std::error_code unknown;
    if (std::filesystem::is_directory(installed, unknown))
        return installed;
    return sourceProfiles();
}

base::Result<std::filesystem::path> profileFolder(
    const std::filesystem::path& root, const std::string& id)
{
    std::filesystem::path folder = root / pathOf(id);
    std::error_code unknown; // a name too long, say, is no profile's
    if (root.empty() || id.empty() || !std::filesystem::exists(folder / "profile.json", unknown))
        return { base::ErrorCode::NotFound, { "profile", id } };
    return folder;
}

} // namespace patronat::place
