// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::arch {

/// One file of the project as the rules see it. A value.
struct SourceFile
{
    std::string path; ///< from the root, with slashes: "core/db/connection.h"
    std::string text;
};

/// Every .h and .cpp (and, where asked, other endings) under the named folders of the root, by
/// path.
std::vector<SourceFile> readTree(const std::filesystem::path& root,
    const std::vector<std::string>& folders, const std::vector<std::string>& endings);

std::string readText(const std::filesystem::path& file);

enum class Literals
{
    Keep,
    Drop
};

/// C++ without its comments; the contents of string literals go too when asked. Line breaks stay.
std::string withoutComments(std::string_view code, Literals literals);

struct Include
{
    std::string name; ///< "core/db/connection.h" or "QString"
    bool quoted = false;
    bool operator==(const Include&) const = default;
};
std::vector<Include> includesOf(std::string_view code);

/// "core/db" of "core/db/connection.h"; the first folder alone when there is no second.
std::string folderOf(std::string_view path);

} // namespace patronat::arch
