// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/keepmarks.h"

#include <catch2/catch.hpp>

#include <QString>

using namespace patronat::documents;

namespace {

/// With each mark written as "[number]".
std::string shown(std::string_view html)
{
    QString text = QString::fromStdString(withKeepMarks(html));
    for (qsizetype at = text.indexOf(QChar(kMark)); at >= 0; at = text.indexOf(QChar(kMark))) {
        const int digit = text[at + kMarkLength - 2].unicode() - kMarkDigits;
        text.replace(at, kMarkLength, QStringLiteral("[%1]").arg(digit));
    }
    return text.toStdString();
}

} // namespace

TEST_CASE("text inside a kept element is marked, outside it is not", "[documents]")
{
    CHECK(shown("<p>a</p><div class=\"x keep\"><p>b</p> <p>c <b>d</b></p></div><p>e</p>")
        == "<p>a</p><div class=\"x keep\"><p>[1]b</p> <p>[1]c <b>[1]d</b></p></div><p>e</p>");
}

TEST_CASE("elements of the same name inside a kept one do not end it", "[documents]")
{
    CHECK(shown("<div class='keep'><div>a</div>b<br/></div><p class=keep>c</p>")
        == "<div class='keep'><div>[1]a</div>[1]b<br/></div><p class=keep>[2]c</p>");
}

TEST_CASE("style sheets and comments are no text", "[documents]")
{
    const std::string html = "<style>.keep > p { }</style><!-- <p class=\"keep\"> --><p>a</p>";
    CHECK(shown(html) == html);
}

TEST_CASE("lengths of boxes become the unit Qt reads, sizes of fonts stay", "[documents]")
{
    CHECK(shown("<style>p { margin: 0 3pt 25.4mm; font-size: 12pt }</style><td style=\"padding-top:1.5pt;color:red\">x</td>")
        == "<style>p { margin: 0 4.00px 96.00px; font-size: 12pt }</style><td style=\"padding-top:2.00px;color:red\">x</td>");
}

TEST_CASE("links and event attributes do not reach the page", "[documents]")
{
    CHECK(shown("<a href=\"http://x\" name=\"n\" onclick='f(1)'>t</a>") == "<a name=\"n\">t</a>");
}

TEST_CASE("broken markup does no harm", "[documents]")
{
    CHECK(shown("a < b <p class=\"keep") == "a < b <p class=\"keep>");
    CHECK(shown("</div></p>x<") == "</div></p>x<>");
}
