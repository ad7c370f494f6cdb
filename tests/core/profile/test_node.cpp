// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/node.h"

#include <catch2/catch.hpp>

#include <memory>
#include <string>

using namespace patronat::profile;

namespace {

std::shared_ptr<const Source> source()
{
    return std::make_shared<const Source>(Source { "x.json", 0, false });
}

} // namespace

TEST_CASE("every value of a file knows its line and its path", "[profile]")
{
    Node root;
    Problems problems;

    REQUIRE(parseNode(
        "{\n \"a\": [\n  1,\n  {\"b\": 2.50}\n ],\n \"c\":\n  null\n}", source(), problems, root));

    const Node& list = *root.member("a");
    CHECK(list.line == 2);
    CHECK(list.items[0].line == 3);
    CHECK(list.items[0].path == "a[0]");
    CHECK(list.items[1].member("b")->line == 4);
    CHECK(list.items[1].member("b")->path == "a[1].b");
    CHECK(list.items[1].member("b")->text == "2.50");
    CHECK(root.member("c")->line == 7);
    CHECK(nodeText(root) == R"({"a":[1,{"b":2.50}],"c":null})");
}

TEST_CASE("a syntax error is told with its line", "[profile]")
{
    Node root;
    Problems problems;

    REQUIRE_FALSE(parseNode("{\n \"a\": 1,\n \"b\" 2\n}", source(), problems, root));

    const auto list = problems.take();
    REQUIRE(list.size() == 1);
    CHECK(list[0].code == "brokenJson");
    CHECK(list[0].line == 3);
}

TEST_CASE("a key given twice is a mistake, not a choice", "[profile]")
{
    Node root;
    Problems problems;

    REQUIRE_FALSE(parseNode("{\"a\": 1,\n \"a\": 2}", source(), problems, root));

    const auto list = problems.take();
    REQUIRE(list.size() == 1);
    CHECK(list[0].code == "duplicateKey");
    CHECK(list[0].line == 2);
}

TEST_CASE("a file that nests without end is refused", "[profile]")
{
    Node root;
    Problems problems;

    REQUIRE_FALSE(parseNode(std::string(100000, '['), source(), problems, root));

    CHECK(problems.take().at(0).code == "tooDeep");
}

TEST_CASE("sorted text is the same for the same content in another order", "[profile]")
{
    Node one;
    Node two;
    Problems problems;

    REQUIRE(parseNode(R"({"b": [1, {"y": 1, "x": 2}], "a": "я"})", source(), problems, one));
    REQUIRE(parseNode(R"({"a": "я", "b": [1, {"x": 2, "y": 1}]})", source(), problems, two));

    CHECK(sortedNodeText(one) == sortedNodeText(two));
    CHECK(nodeText(one) != nodeText(two));
}
