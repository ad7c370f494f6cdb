// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <string_view>

namespace patronat::tests {

/// An empty folder of one test, gone with it.
class TemporaryFolder
{
public:
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_folder.path().toStdU16String());
    }
    std::filesystem::path file(std::string_view name) const { return path() / name; }

private:
    QTemporaryDir m_folder;
};

} // namespace patronat::tests
