// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

class QLockFile;

namespace patronat::db {

/// The file itself, whatever links lead to it: what lies beside a database lies beside this. A path that leads nowhere
/// yet, as far as it leads.
std::filesystem::path resolved(const std::filesystem::path& file);

/// Makes one process the writer of a database: a file beside it ("<database>.lock") says who holds
/// it. A lock whose process on this computer is dead is taken over; one of another computer (a
/// shared folder) never is by itself. Released with the object.
class LockFile {
public:
    /// DatabaseBusy(path, "host:pid program") while another holds it.
    static base::Result<LockFile> acquire(const std::filesystem::path& database);

    LockFile(LockFile&&) noexcept;
    LockFile& operator=(LockFile&&) noexcept;
    ~LockFile();

private:
    explicit LockFile(std::unique_ptr<QLockFile> file);
    std::unique_ptr<QLockFile> m_file;
};

} // namespace patronat::db
