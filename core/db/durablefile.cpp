// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/durablefile.h"

#include <fcntl.h>

#include <cerrno>
#include <system_error>
#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace patronat::db {

namespace {

base::Error notWritable(const std::filesystem::path& file, const std::error_code& why)
{
    const std::u8string text = file.u8string();
    // Some file systems say only now that there is no room.
    const auto code = why == std::errc::no_space_on_device ? base::ErrorCode::DiskFull : base::ErrorCode::FileNotWritable;
    return { code, { std::string(text.begin(), text.end()) },
        why.message() };
}

#ifdef _WIN32
int syncPath(const std::filesystem::path& path)
{
    const int file = _wopen(path.c_str(), _O_RDWR | _O_BINARY);
    if (file < 0)
        return errno;
    const int error = _commit(file) == 0 ? 0 : errno;
    _close(file);
    return error;
}
#else
int syncPath(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int error = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    return error;
}
#endif

} // namespace

base::Status syncFile(const std::filesystem::path& file)
{
    if (const int error = syncPath(file); error != 0)
        return notWritable(file, { error, std::generic_category() });
    return {};
}

void keepToOwner(const std::filesystem::path& file)
{
    std::error_code ignored;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
}

base::Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return notWritable(to, error);
#ifdef _WIN32
    return {}; // NTFS journals names; a folder cannot be flushed
#else
    const auto folder = to.has_parent_path() ? to.parent_path() : std::filesystem::path(".");
    return syncFile(folder);
#endif
}

} // namespace patronat::db
