// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/node.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>

namespace patronat::profile {

namespace {

using Json = nlohmann::json;

/// Counts what the parser has consumed: nlohmann's SAX events come without positions.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* consumed)
        : m_at(at)
        , m_consumed(consumed)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        ++m_at;
        ++*m_consumed;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    std::size_t* m_consumed;
};

/// Builds the tree of nodes from SAX events.
class NodeBuilder final : public nlohmann::json_sax<Json>
{
public:
    NodeBuilder(const std::string& json, std::shared_ptr<const Source> source, Problems& problems,
        Node& out)
        : m_json(json)
        , m_source(std::move(source))
        , m_problems(problems)
        , m_root(out)
    {
    }

    std::size_t* consumed() { return &m_consumed; }

    bool null() override { return leaf({}); }
    bool boolean(bool value) override
    {
        Node node;
        node.kind = Node::Kind::Boolean;
        node.number = value ? 1 : 0;
        return leaf(std::move(node));
    }
    bool number_integer(number_integer_t value) override
    {
        Node node;
        node.kind = Node::Kind::Integer;
        node.number = value;
        return leaf(std::move(node));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return number_integer(static_cast<std::int64_t>(value));
        return number_float(0, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t& digits) override
    {
        Node node;
        node.kind = Node::Kind::Decimal;
        node.text = digits;
        return leaf(std::move(node));
    }
    bool string(string_t& value) override
    {
        Node node;
        node.kind = Node::Kind::Text;
        node.text = std::move(value);
        return leaf(std::move(node));
    }
    bool binary(binary_t&) override { return false; } // never in JSON text
    bool start_object(std::size_t) override { return open(Node::Kind::Object); }
    bool start_array(std::size_t) override { return open(Node::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override
    {
        const Node& object = *m_open.back();
        if (object.member(value)) {
            m_problems.error(
                { m_source->file, line(), pathOf(object, value) }, "duplicateKey", value);
            return false;
        }
        m_key = std::move(value);
        return true;
    }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::detail::exception& why) override
    {
        m_consumed = position;
        m_problems.error(
            { m_source->file, line(), m_open.empty() ? std::string() : m_open.back()->path },
            "brokenJson", why.what());
        return false;
    }

private:
    static constexpr std::size_t kDeepest = 32;

    static std::string pathOf(const Node& parent, const std::string& key)
    {
        return parent.path.empty() ? key : parent.path + '.' + key;
    }
    /// Of the last character of the token at hand; a number's end is known one character later.
    int line()
    {
        const std::size_t end = std::min(m_consumed == 0 ? 0 : m_consumed - 1, m_json.size());
        for (; m_counted < end; ++m_counted)
            m_line += m_json[m_counted] == '\n' ? 1 : 0;
        return m_line;
    }
    Node* place(Node node)
    {
        node.source = m_source;
        node.line = line();
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        Node& parent = *m_open.back();
        if (parent.isArray()) {
            node.path = parent.path + '[' + std::to_string(parent.items.size()) + ']';
            parent.items.push_back(std::move(node));
            return &parent.items.back();
        }
        node.path = pathOf(parent, m_key);
        parent.members.emplace_back(std::move(m_key), std::move(node));
        return &parent.members.back().second;
    }
    bool leaf(Node node)
    {
        place(std::move(node));
        return true;
    }
    bool open(Node::Kind kind)
    {
        Node node;
        node.kind = kind;
        Node* placed = place(std::move(node));
        if (m_open.size() >= kDeepest) {
            m_problems.error(placed->place(), "tooDeep");
            return false;
        }
        // Stays valid: while a container is open, its siblings are complete and nothing is added
        // beside it.
        m_open.push_back(placed);
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    const std::string& m_json;
    std::shared_ptr<const Source> m_source;
    Problems& m_problems;
    Node& m_root;
    std::vector<Node*> m_open;
    std::string m_key;
    std::size_t m_consumed = 0;
    std::size_t m_counted = 0;
    int m_line = 1;
};

std::string quoted(const std::string& text)
{
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string written(const Node& node, bool sorted);

std::string writtenObject(const Node& node, bool sorted)
{
    std::vector<const std::pair<std::string, Node>*> members;
    for (const auto& member : node.members)
        members.push_back(&member);
    if (sorted)
        std::sort(members.begin(), members.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
    std::string out = "{";
    for (const auto* member : members) {
        if (out.size() > 1)
            out += ',';
        out += quoted(member->first) + ':' + written(member->second, sorted);
    }
    return out + '}';
}

std::string written(const Node& node, bool sorted)
{
    switch (node.kind) {
    case Node::Kind::Null:
        return "null";
    case Node::Kind::Boolean:
        return node.number != 0 ? "true" : "false";
    case Node::Kind::Integer:
        return std::to_string(node.number);
    case Node::Kind::Decimal:
        return node.text;
    case Node::Kind::Text:
        return quoted(node.text);
    case Node::Kind::Array: {
        std::string out = "[";
        for (const Node& item : node.items)
            out += (out.size() > 1 ? "," : "") + written(item, sorted);
        return out + ']';
    }
    case Node::Kind::Object:
        return writtenObject(node, sorted);
    }
    return "null";
}

} // namespace

const Node* Node::member(std::string_view key) const
{
    for (const auto& [name, value] : members) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

std::string_view Node::textOf(std::string_view key) const
{
    const Node* found = member(key);
    return found && found->isText() ? std::string_view(found->text) : std::string_view();
}

void Node::set(const std::string& key, Node value)
{
    for (auto& [name, old] : members) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    members.emplace_back(key, std::move(value));
}

Place Node::place() const
{
    return { source ? source->file : std::string(), line, path };
}

bool parseNode(
    const std::string& json, std::shared_ptr<const Source> source, Problems& problems, Node& out)
{
    NodeBuilder builder(json, std::move(source), problems, out);
    return Json::sax_parse(CountingIterator(json.data(), builder.consumed()),
        CountingIterator(json.data() + json.size(), builder.consumed()), &builder);
}

std::string nodeText(const Node& node)
{
    return written(node, false);
}

std::string sortedNodeText(const Node& node)
{
    return written(node, true);
}

} // namespace patronat::profile
