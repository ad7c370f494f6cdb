// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/problems.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace patronat::profile {

/// The file a node was read from, and which layer of the chain that file belongs to.
struct Source
{
    std::string file; ///< as problems name it: relative to the profile's folder
    std::size_t layer = 0; ///< position in the chain, base first
    bool overlay = false;
};

/// A JSON value that remembers its file, line and path, so that whatever is found wrong later,
/// after files were merged over each other, is named where a person can mend it. Numbers with a
/// fraction keep their digits as written. A value; freely copied.
class Node
{
public:
    enum class Kind
    {
        Null,
        Boolean,
        Integer,
        Decimal,
        Text,
        Array,
        Object
    };

    Kind kind = Kind::Null;
    std::int64_t number = 0; ///< of Integer; 1 or 0 of Boolean
    std::string text; ///< of Text; the digits as written of Decimal
    std::vector<std::pair<std::string, Node>> members; ///< of Object, in the order of the file
    std::vector<Node> items; ///< of Array
    std::shared_ptr<const Source> source;
    int line = 0;
    std::string path;

    bool isObject() const { return kind == Kind::Object; }
    bool isArray() const { return kind == Kind::Array; }
    bool isText() const { return kind == Kind::Text; }
    bool isNull() const { return kind == Kind::Null; }
    bool isTrue() const { return kind == Kind::Boolean && number == 1; }

    const Node* member(std::string_view key) const;
    /// The text of a member, or empty when there is none or it is no text.
    std::string_view textOf(std::string_view key) const;
    void set(const std::string& key, Node value);
    Place place() const;
};

/// Parses `json`; a syntax error or a key given twice goes to `problems` and the answer is false.
bool parseNode(
    const std::string& json, std::shared_ptr<const Source> source, Problems& problems, Node& out);

/// JSON text of a node: compact, keys in their order.
std::string nodeText(const Node& node);
/// The same with keys sorted: equal texts are equal contents.
std::string sortedNodeText(const Node& node);

} // namespace patronat::profile
