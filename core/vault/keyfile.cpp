// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keyfile.h"

#include <fcntl.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#ifdef _WIN32
#include <io.h>
#include <sys/stat.h>
#else
#include <unistd.h>
#endif

namespace patronat::vault {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t { 64 } << 10;

std::string pathText(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { text.begin(), text.end() };
}

#ifdef _WIN32
// The file inherits the folder's list of who may read; a person's own folders are theirs alone.
int createNew(const std::filesystem::path& path, Readable)
{
    return _wopen(path.c_str(), _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY, _S_IREAD | _S_IWRITE);
}
bool writeAll(int file, std::string_view bytes)
{
    return _write(file, bytes.data(), static_cast<unsigned>(bytes.size())) == static_cast<int>(bytes.size())
        && _commit(file) == 0;
}
void closeFile(int file)
{
    _close(file);
}
#else
int createNew(const std::filesystem::path& path, Readable readable)
{
    return ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, readable == Readable::ByOwner ? 0600 : 0644);
}
bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}
void closeFile(int file)
{
    ::close(file);
}
#endif

} // namespace

Status writeNewFile(const std::filesystem::path& path, std::string_view bytes, Readable readable)
{
    const int file = createNew(path, readable);
    if (file < 0)
        return { ErrorCode::FileNotWritable, { pathText(path) },
            std::error_code(errno, std::generic_category()).message() };
    const bool written = writeAll(file, bytes);
    const int error = errno;
    closeFile(file);
    if (written)
        return {};
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return { ErrorCode::FileNotWritable, { pathText(path) }, std::error_code(error, std::generic_category()).message() };
}

Result<std::string> readSmallFile(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string text(kMaxFileBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad() || (in.fail() && !in.eof()) || in.gcount() > static_cast<std::streamsize>(kMaxFileBytes))
        return { ErrorCode::FileNotReadable, { pathText(path) } };
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

} // namespace patronat::vault
