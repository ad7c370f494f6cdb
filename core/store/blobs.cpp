// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blobs.h"

#include "core/base/hash.h"
#include "core/db/durablefile.h"

#include <atomic>
#include <fstream>
#include <thread>

namespace patronat::store {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t kPiece = 1U << 20U;

std::string textOf(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { text.begin(), text.end() };
}

/// Two that take the same file in at once must not write into each other's.
std::string temporaryName(const std::string& hash)
{
    static std::atomic<unsigned> counter = 0;
    return hash + '.' + std::to_string(std::hash<std::thread::id> {}(std::this_thread::get_id())) + '.'
        + std::to_string(++counter) + ".part";
}

} // namespace

Blobs::Blobs(const std::filesystem::path& database)
    : m_folder(database)
{
    m_folder += ".blobs";
}

std::filesystem::path Blobs::pathOf(std::string_view hash) const
{
    // A hash comes out of a record: it must lead nowhere else.
    const bool isHash = hash.size() == 64 && hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return isHash ? m_folder / std::string(hash.substr(0, 2)) / std::string(hash) : std::filesystem::path();
}

bool Blobs::has(std::string_view hash) const
{
    std::error_code none; // what cannot be looked at is not here
    const auto path = pathOf(hash);
    return !path.empty() && std::filesystem::is_regular_file(path, none);
}

Result<std::string> Blobs::read(const std::filesystem::path& file, std::uintmax_t bound, base::Job& job)
{
    std::error_code none;
    // Neither a folder nor a pipe that would never end.
    std::ifstream in(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, none) || !in)
        return { ErrorCode::FileNotReadable, { textOf(file) } };
    std::string bytes;
    std::string piece(kPiece, '\0');
    while (bytes.size() <= bound) {
        PATRONAT_TRY(job.checkpoint());
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
        if (in.bad())
            return { ErrorCode::FileNotReadable, { textOf(file) } };
        if (!in)
            break;
    }
    return bytes;
}

Result<TakenBlob> Blobs::add(const std::filesystem::path& file, base::Job& job) const
{
    PATRONAT_LET(const std::string bytes, read(file, kMostBytes, job));
    return add(bytes);
}

Result<TakenBlob> Blobs::add(const std::string& bytes) const
{
    TakenBlob out;
    const auto kind = fileKindOf(bytes);
    out.refusal = bytes.empty()       ? BlobRefusal::Empty
        : bytes.size() > kMostBytes ? BlobRefusal::TooLarge
        : !kind                     ? BlobRefusal::UnknownKind
                                    : BlobRefusal::None;
    if (out.refusal != BlobRefusal::None)
        return out;
    out.file.hash = base::hex(base::blake2b(bytes));
    out.file.kind = *kind;
    out.file.size = bytes.size();
    if (!has(out.file.hash))
        PATRONAT_TRY(write(bytes, out.file.hash));
    return out;
}

Status Blobs::write(const std::string& bytes, const std::string& hash) const
{
    const auto path = pathOf(hash);
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (!error) // only this person's, as the database's own file should be
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, error);
    if (error)
        return { ErrorCode::FileNotWritable, { textOf(m_folder) }, error.message() };
    const auto part = path.parent_path() / temporaryName(hash);
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    Status written = out ? db::syncFile(part) : Status(base::Error { ErrorCode::DiskFull, { textOf(part) }, {} });
    if (written)
        written = db::renameDurably(part, path);
    if (!written) {
        std::error_code ignored; // the first error is the one to tell
        std::filesystem::remove(part, ignored);
    }
    return written;
}

Result<std::string> Blobs::content(std::string_view hash) const
{
    if (!has(hash))
        return { ErrorCode::NotFound, { "blob", std::string(hash) } };
    base::Job job;
    PATRONAT_LET(std::string bytes, read(pathOf(hash), kMostBytes, job));
    if (base::hex(base::blake2b(bytes)) != hash)
        return { ErrorCode::FileNotReadable, { textOf(pathOf(hash)) }, "the content is not what its name says" };
    return bytes;
}

} // namespace patronat::store
