// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/batchfile.h"

#include "core/base/clock.h"
#include "core/db/durablefile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view kMagic = "PTB1\n";
// With its closing zero byte: no message of another kind begins so.
constexpr std::string_view kContext("PTB1-manifest\0", 14);
constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kPiece = std::size_t { 1 } << 20;

base::Error refused(ErrorCode code, const std::filesystem::path& file, const char* why)
{
    return { code, { pathText(file), why }, {} };
}

base::Error tooNew(const std::filesystem::path& file, std::uint64_t needed)
{
    return { ErrorCode::BatchTooNew, { pathText(file), std::to_string(needed), std::to_string(kBatchVersion) }, {} };
}

std::string lengthBytes(std::size_t size)
{
    std::string out;
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(size >> shift);
    return out;
}

bool readExactly(std::istream& in, char* to, std::size_t size)
{
    in.read(to, static_cast<std::streamsize>(size));
    return in.gcount() == static_cast<std::streamsize>(size);
}

/// Reads in pieces and hashes along; the size was compared with the file's before.
bool readPayload(std::istream& in, const Manifest& manifest, std::string& payload)
{
    payload.resize(manifest.payloadBytes);
    base::Blake2b hash;
    for (std::size_t at = 0; at < payload.size(); at += kPiece) {
        const std::size_t size = std::min(kPiece, payload.size() - at);
        if (!readExactly(in, payload.data() + at, size))
            return false;
        hash.add(std::string_view(payload).substr(at, size));
    }
    return hash.finish() == manifest.payloadHash && in.peek() == std::char_traits<char>::eof();
}

Result<std::string> readManifestText(std::istream& in, const std::filesystem::path& file)
{
    std::string head(kMagic.size() + 4, '\0');
    if (!readExactly(in, head.data(), head.size()) || head.substr(0, kMagic.size()) != kMagic)
        return refused(ErrorCode::BatchUnreadable, file, "notABatch");
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size |= std::size_t { static_cast<unsigned char>(head[kMagic.size() + i]) } << (8 * i);
    if (size > kMaxManifestBytes)
        return refused(ErrorCode::BatchUnreadable, file, "manifestTooLarge");
    std::string text(size, '\0');
    if (!readExactly(in, text.data(), size))
        return refused(ErrorCode::BatchUnreadable, file, "cutOff");
    return text;
}

Status checkBounds(const Manifest& m, const std::filesystem::path& file, std::uint64_t fileBytes, std::uint64_t headBytes)
{
    if (m.minReader > kBatchVersion)
        return tooNew(file, m.minReader);
    if (m.payloadBytes > kMaxPlainBytes || fileBytes != headBytes + m.payloadBytes)
        return refused(ErrorCode::BatchUnreadable, file, fileBytes < headBytes + m.payloadBytes ? "cutOff" : "size");
    if (m.plainBytes > kMaxPlainBytes || m.plainBytes > m.payloadBytes * kMaxRatio + kRatioAllowance
        || m.operations > kMaxOperations || m.frames > m.operations)
        return refused(ErrorCode::BatchUnreadable, file, "bounds");
    return {};
}

/// Another name helps where a file may not be written; where the stick is full only room does.
ErrorCode codeOf(const std::error_code& why)
{
    const bool isFull = why == std::errc::no_space_on_device || why == std::errc::file_too_large;
    return isFull ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
}

Status writeTemporary(const std::filesystem::path& file, std::string_view head, const std::string& payload)
{
    errno = 0;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(head.data(), static_cast<std::streamsize>(head.size()));
    out.write(payload.data(), static_cast<std::streamsize>(payload.size()));
    out.close();
    if (!out) {
        const std::error_code why(errno, std::generic_category());
        return { codeOf(why), { pathText(file) }, why.message() };
    }
    return db::syncFile(file);
}

} // namespace

std::string pathText(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { text.begin(), text.end() };
}

bool looksLikeBatch(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string head(kMagic.size(), '\0');
    return in && readExactly(in, head.data(), head.size()) && head == kMagic;
}

Status writeBatch(const std::filesystem::path& file, Manifest& manifest, const std::string& payload,
    const vault::SecretKey& key)
{
    manifest.payloadBytes = payload.size();
    manifest.payloadHash = base::blake2b(payload);
    const std::string text = toText(manifest);
    if (text.size() > kMaxManifestBytes)
        return { ErrorCode::WriteTooLarge, { std::to_string(text.size()), std::to_string(kMaxManifestBytes) } };
    const vault::Signature signature = key.sign(std::string(kContext) + text);
    std::string head(kMagic);
    head += lengthBytes(text.size());
    head += text;
    head.append(reinterpret_cast<const char*>(signature.data()), signature.size());

    std::filesystem::path temporary = file;
    temporary += ".tmp";
    Status status = writeTemporary(temporary, head, payload);
    if (status)
        status = db::renameDurably(temporary, file);
    if (!status) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return status;
    }
    // A worn stick says yes and keeps nothing: what it gives back is what counts.
    const auto written = readBatch(file);
    if (!written)
        return { ErrorCode::FileNotWritable, { pathText(file) }, describe(written.error()) };
    return {};
}

Result<BatchFile> readBatch(const std::filesystem::path& file)
{
    std::error_code error;
    const std::uint64_t fileBytes = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in)
        return { ErrorCode::FileNotReadable, { pathText(file) } };
    BatchFile out;
    PATRONAT_LET(out.manifestText, readManifestText(in, file));
    vault::Signature signature {};
    if (!readExactly(in, reinterpret_cast<char*>(signature.data()), kSignatureBytes))
        return refused(ErrorCode::BatchUnreadable, file, "cutOff");
    const auto manifest = manifestFromText(out.manifestText);
    if (!manifest && neededReader(out.manifestText) > kBatchVersion)
        return tooNew(file, neededReader(out.manifestText));
    if (!manifest)
        return refused(ErrorCode::BatchUnreadable, file, "manifest");
    if (!vault::verify(manifest->key, std::string(kContext) + out.manifestText, signature))
        return refused(ErrorCode::BatchTampered, file, "manifest");
    const std::uint64_t headBytes = kMagic.size() + 4 + out.manifestText.size() + kSignatureBytes;
    PATRONAT_TRY(checkBounds(*manifest, file, fileBytes, headBytes));
    std::string payload;
    if (!readPayload(in, *manifest, payload))
        return refused(ErrorCode::BatchTampered, file, "payload");
    out.manifest = *manifest;
    out.payload = std::make_shared<const std::string>(std::move(payload));
    return out;
}

std::string suggestedName(const Manifest& manifest)
{
    std::string name;
    for (const char c : manifest.officeCode.substr(0, 24)) {
        const bool safe = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        name += safe ? c : '_';
    }
    std::string date = base::isoDate(manifest.stamp);
    std::erase(date, '-');
    return (name.empty() ? manifest.site.hex().substr(0, 8) : name) + "-" + date + "-" + manifest.id.substr(0, 6)
        + ".patronat-batch";
}

} // namespace patronat::exchange
