// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/node.h"
#include "core/profile/places.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace patronat::profile {

/// Makes the model of the merged JSON. Judges shapes, words and each value by itself; what refers
/// to something else is the checker's.
class Reader
{
public:
    Reader(std::vector<std::string> languages, Places& places, Problems& problems);

    /// Without parts: addParts makes them.
    RecordType recordType(const Node& node);
    Classifier classifier(const Node& node);
    Code code(const Node& node, int sort);
    Label label(const Node& owner, const char* key, bool needed);
    /// Every expression read so far.
    std::vector<Expression> takeExpressions() { return std::move(m_expressions); }

    // What the readers of other declarations are made of, see processreader.h.
    using Keys = std::vector<std::string_view>;
    void onlyKeys(const Node& node, const Keys& keys);
    const Node* member(const Node& owner, const char* key, Node::Kind kind);
    std::string text(const Node& owner, const char* key);
    bool flag(const Node& owner, const char* key);
    int number(const Node& owner, const char* key, int most);
    std::vector<std::string> texts(const Node& owner, const char* key);
    /// A rule whose expression reads tables, not only the record's own fields.
    Check rule(const Node& node, const std::string& fallbackId);
    void remember(const Node& node, const std::string& owner);

private:
    std::vector<std::string> textItems(const Node& list);
    std::string expression(const Node& owner, const char* key);
    When when(const Node& owner, const char* key, When otherwise);
    void checkId(const Node& owner, std::string_view id);

    void unit(const Node& node, RecordType& type);
    void indexes(const Node& node, RecordType& type);
    void repeats(const Node& node, RecordType& type);
    std::vector<Check> checks(const Node& owner, const char* key, const std::string& prefix);
    Check check(const Node& node, const std::string& fallbackId);
    Severity severity(const Node& node);
    std::vector<Rivalry> rivals(const Node& owner, const std::string& typeId);
    Rivalry rivalry(const Node& node);
    Field field(const Node& node, const std::string& typeId);
    void numberKeys(const Node& node, Field& field);

    std::vector<std::string> m_languages;
    std::vector<Expression> m_expressions;
    std::string m_type; ///< that is being read
    std::string m_field; ///< that is being read; empty between fields
    Places& m_places;
    Problems& m_problems;
};

} // namespace patronat::profile
