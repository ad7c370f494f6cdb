// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/zipparts.h"

#include <zip.h>

#include "core/intake/listtable.h"

namespace patronat::intake {

using base::Result;

namespace {

constexpr zip_int64_t kMaxEntries = 2000;
constexpr zip_uint64_t kMaxPart = zip_uint64_t { 128 } << 20;
constexpr zip_uint64_t kMaxUnpacked = zip_uint64_t { 256 } << 20;
/// Rows that repeat each other pack 100 : 1; below the size nobody is harmed.
constexpr zip_uint64_t kMaxRatio = 200;
constexpr zip_uint64_t kAnyRatio = zip_uint64_t { 8 } << 20;

base::Status checkSizes(zip_t* archive)
{
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    if (entries > kMaxEntries)
        return refusedList("list", "tooManyEntries", std::to_string(entries));
    zip_uint64_t sum = 0;
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0
            || (stat.valid & kNeeded) != kNeeded)
            return refusedList("list", "broken");
        sum += stat.size;
        if (stat.size > kMaxPart || sum > kMaxUnpacked)
            return refusedList("list", "tooLarge", std::to_string(kMaxUnpacked >> 20));
        if (stat.size > kAnyRatio && stat.size / kMaxRatio > stat.comp_size)
            return refusedList("list", "packedTooTightly", std::to_string(kMaxRatio));
    }
    return {};
}

} // namespace

/// Keeps the bytes that libzip reads from, and closes what it has opened.
struct ZipParts::Archive
{
    explicit Archive(std::string text)
        : bytes(std::move(text))
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
                                : nullptr;
        if (zip == nullptr && source != nullptr)
            zip_source_free(source);
        zip_error_fini(&error);
    }
    ~Archive()
    {
        if (zip != nullptr)
            zip_discard(zip);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    std::string bytes;
    zip_t* zip = nullptr;
};

Result<ZipParts> ZipParts::open(std::string bytes)
{
    ZipParts parts;
    parts.m_archive = std::make_shared<Archive>(std::move(bytes));
    if (parts.m_archive->zip == nullptr)
        return refusedList("list", "broken");
    PATRONAT_TRY(checkSizes(parts.m_archive->zip));
    return parts;
}

bool ZipParts::has(const std::string& name) const
{
    return zip_name_locate(m_archive->zip, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> ZipParts::part(const std::string& name) const
{
    const zip_int64_t at = zip_name_locate(m_archive->zip, name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (at < 0 || zip_stat_index(m_archive->zip, static_cast<zip_uint64_t>(at), 0, &stat) != 0)
        return refusedList("list", "broken", name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return refusedList("list", "encrypted");
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(at), 0), zip_fclose);
    if (!file)
        return refusedList("list", "broken", name);
    std::string out(stat.size, '\0');
    zip_uint64_t got = 0;
    for (zip_int64_t step = 1; step > 0 && got < stat.size;
         got += static_cast<zip_uint64_t>(step)) {
        step = zip_fread(file.get(), out.data() + got, stat.size - got);
        if (step < 0)
            return refusedList("list", "broken", name);
    }
    // A part that goes on after the size it tells is not what the limits were asked about.
    char more = 0;
    if (got != stat.size || zip_fread(file.get(), &more, 1) != 0)
        return refusedList("list", "broken", name);
    return out;
}

} // namespace patronat::intake
