// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/template.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::documents;

namespace {

const Keys& keys()
{
    static const Keys known { { "name", "count" }, { { "items", { { "title" }, { { "parts", { { "part" }, {} } } } } } } };
    return known;
}

Node node(const char* name)
{
    Node out;
    out.values["name"] = name;
    out.values["count"] = 0;
    return out;
}

std::string render(const std::string& text, const Node& data, Markup markup = Markup::Html)
{
    const auto parsed = Template::parse("t.html", text, keys());
    REQUIRE(parsed.ok());
    return parsed->render(data, markup);
}

base::Error problem(const std::string& text)
{
    const auto parsed = Template::parse("t.html", text, keys());
    REQUIRE_FALSE(parsed.ok());
    return parsed.error();
}

} // namespace

TEST_CASE("a value is escaped and never read again as a template", "[documents]")
{
    CHECK(render("<b>{{ name }}</b>", node("<Җәлилов & \"{{count}}\">"))
        == "<b>&lt;Җәлилов &amp; &quot;{{count}}&quot;&gt;</b>");
}

TEST_CASE("line breaks of a note become line breaks of the form", "[documents]")
{
    CHECK(render("{{name}}", node("a\r\nb")) == "a<br/>b");
    CHECK(render("{{name}}", node("a\nb\tc"), Markup::Xml) == "a<text:line-break/>b<text:tab/>c");
}

TEST_CASE("characters that no XML holds are left out", "[documents]")
{
    CHECK(render("{{name}}", node("a\x01\xEF\xB7\x90\xEF\xBF\xBE" "b"), Markup::Xml) == "ab");
}

TEST_CASE("a list is repeated, an empty one hides what encloses it", "[documents]")
{
    Node data = node("x");
    const std::string text = "{{#hasItems}}<ul>{{#items}}<li>{{title}} {{name}}</li>{{/items}}</ul>{{/hasItems}}"
                             "{{^hasItems}}none{{/hasItems}}";
    data.lists["items"];
    CHECK(render(text, data) == "none");

    Node item;
    item.values["title"] = "t";
    data.lists["items"] = { item, item };
    CHECK(render(text, data) == "<ul><li>t x</li><li>t x</li></ul>");
}

TEST_CASE("a section by a value is shown when the value is there and not 0", "[documents]")
{
    Node data = node("x");
    const std::string text = "{{#name}}[{{name}}]{{/name}}{{#count}}many{{/count}}{{^count}}no {{count}}{{/count}}";
    CHECK(render(text, data) == "[x]no 0");
    data.values["name"] = base::Value();
    data.values["count"] = 2;
    CHECK(render(text, data) == "many");
}

TEST_CASE("a missing value of a row does not let the same key around it shine through", "[documents]")
{
    Node data = node("outer");
    Node item;
    item.values["title"] = "t";
    item.values["name"] = base::Value();
    data.lists["items"] = { item };
    CHECK(render("{{#items}}[{{name}}]{{/items}}", data) == "[]");
}

TEST_CASE("an unknown key is an error that names template, line and key", "[documents]")
{
    CHECK(problem("a\n{{nmae}}").args == std::vector<std::string> { "t.html", "2", "nmae", "unknownKey" });
    CHECK(problem("{{title}}").args[3] == "unknownKey");
    CHECK(problem("{{#parts}}{{/parts}}").args[3] == "unknownKey");
    CHECK(Template::parse("t", "{{#items}}{{#parts}}{{part}}{{title}}{{name}}{{/parts}}{{/items}}", keys()).ok());
}

TEST_CASE("tags that could smuggle markup are refused", "[documents]")
{
    CHECK(problem("{{{name}}}").args[3] == "unescapedTag");
    CHECK(problem("{{& name}}").args[3] == "unescapedTag");
    CHECK(problem("{{> other}}").args[3] == "tagNotAllowed");
    CHECK(problem("{{=<% %>=}}").args[3] == "tagNotAllowed");
    CHECK(problem("{{na</span><span>me}}").args[3] == "tagSplitByFormatting");
    CHECK(problem("{{#items}}{{title}}").args[3] == "unclosedSection");
    CHECK(problem("{{/items}}").args[3] == "unopenedSection");
    CHECK(problem("{{name").args[3] == "unclosedTag");
}
