// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace patronat::tool {

/// A copy of a database that another program writes, as it is at this moment: what only tries
/// something out works in it. Lies beside the database and goes with this object.
class RehearsalCopy
{
public:
    static base::Result<std::unique_ptr<RehearsalCopy>> of(
        const std::filesystem::path& database, base::Job& job);
    ~RehearsalCopy();
    RehearsalCopy(const RehearsalCopy&) = delete;
    RehearsalCopy& operator=(const RehearsalCopy&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit RehearsalCopy(std::filesystem::path path);
    std::filesystem::path m_path;
};

} // namespace patronat::tool
