// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/value.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace patronat::documents {

/// What a template is filled with: values by key and lists of the same. A null value is not there.
struct Node {
    base::Fields values;
    std::map<std::string, std::vector<Node>, std::less<>> lists;
};

/// The keys a template may name: what the queries give, with rows or without.
struct Keys {
    std::set<std::string, std::less<>> values;
    std::map<std::string, Keys, std::less<>> lists;
};

enum class Markup { Html, Xml }; ///< decides how values are escaped and lines are broken

/// A mustache template of a profile, checked against the keys of its data before it is used: an unknown key,
/// an unescaped tag ({{{, {{&), a partial or other delimiters are ProfileBroken(file, line, key, why).
/// A section named "hasItems" stands for "the list items is not empty"; a section named by a value for "it is there,
/// and neither empty nor 0".
class Template {
public:
    static base::Result<Template> parse(std::string file, const std::string& text, const Keys& keys);
    std::string render(const Node& node, Markup markup) const;

private:
    std::string m_text; ///< sections by a value renamed "key?"
};

/// "hasItems" of "items".
std::string presenceKey(std::string_view list);

} // namespace patronat::documents
