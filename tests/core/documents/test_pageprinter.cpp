// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pageprinter.h"

#include "core/documents/pageflow.h"
#include "core/store/outputfile.h"
#include "tests/core/documents/protocolcase.h"

#include <QImage>
#include <QUrl>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace patronat;
using namespace patronat::documents;

namespace {

QStringList pages(const std::string& html)
{
    const tests::TemporaryFolder folder;
    PaperSheet sheet;
    sheet.pageWords = "p {page} of {pages}";
    sheet.date = "2027-01-01";
    const auto pdf = pdfOfHtml(html, sheet);
    REQUIRE(pdf.ok());
    REQUIRE(store::writeFile(folder.file("p.pdf"), *pdf).ok());
    return tests::pagesOf(folder.file("p.pdf"));
}

std::string paragraphs(int count)
{
    std::string html;
    for (int i = 0; i < count; ++i)
        html += "<p style=\"margin:0\">line" + std::to_string(i) + "</p>";
    return html;
}

/// The first page of `pages` that holds this.
int pageWith(const QStringList& all, const char* text)
{
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].contains(QString::fromUtf8(text)))
            return static_cast<int>(i);
    return -1;
}

} // namespace

TEST_CASE("a signature block is never torn and never alone", "[documents]")
{
    // Wherever the page ends, from well before the block to well after it.
    for (int lines = 40; lines < 56; ++lines) {
        const auto all = pages("<html><body>" + paragraphs(lines)
            + "<div class=\"keep\"><p>before</p><table><tr><td>chair</td><td>one</td></tr>"
              "<tr><td>secretary</td><td>two</td></tr></table></div></body></html>");
        INFO(lines);
        CHECK(pageWith(all, "before") == pageWith(all, "secretary"));
        CHECK(pageWith(all, "chair") == pageWith(all, "secretary"));
    }
}

TEST_CASE("a heading is not left behind by what follows", "[documents]")
{
    for (int lines = 40; lines < 56; ++lines) {
        const auto all = pages("<html><body>" + paragraphs(lines) + "<h4>heading</h4><p>following</p></body></html>");
        INFO(lines);
        CHECK(pageWith(all, "heading") == pageWith(all, "following"));
    }
}

TEST_CASE("a page begins where the template asks for it", "[documents]")
{
    const auto all = pages("<html><body><p>one</p><p style=\"page-break-before:always\">two</p></body></html>");
    REQUIRE(all.size() == 2);
    CHECK(all[1].contains(QStringLiteral("two")));
    CHECK(all[0].contains(QStringLiteral("p 1 of 2")));
}

TEST_CASE("a paragraph over two pages is painted once, every word of it", "[documents]")
{
    std::string words;
    for (int i = 0; i < 1200; ++i)
        words += " w" + std::to_string(i);
    const QStringList all = pages("<html><body><p>" + words + "</p></body></html>");
    CHECK(all.size() > 1);
    const QStringList found = all.join(QLatin1Char(' ')).simplified().split(QLatin1Char(' '));
    for (int i = 0; i < 1200; ++i)
        CHECK(found.count(QStringLiteral("w%1").arg(i)) == 1);
}

TEST_CASE("a page break after a table leaves the table whole", "[documents]")
{
    const auto all = pages("<html><body><p>one</p><table><tr><td>first</td></tr><tr><td>last</td></tr></table>"
                           "<p style=\"page-break-before:always\">two</p></body></html>");
    REQUIRE(all.size() == 2);
    CHECK(pageWith(all, "last") == 0);
    CHECK(pageWith(all, "two") == 1);
}

TEST_CASE("margins in points are kept", "[documents]")
{
    std::string html = "<html><head><style>p { margin-top: 0; margin-bottom: 40pt }</style></head><body>";
    for (int i = 0; i < 20; ++i)
        html += "<p>line</p>";
    CHECK(pages(html + "</body></html>").size() == 2);
}

TEST_CASE("a row taller than a page goes on over the next", "[documents]")
{
    std::string words;
    for (int i = 0; i < 3000; ++i)
        words += " w" + std::to_string(i);
    const QStringList all = pages("<table border=\"1\"><thead><tr><th>head</th></tr></thead><tr><td>" + words
        + "</td></tr></table>");
    CHECK(all.size() > 1);
    const QString text = all.join(QLatin1Char(' ')).simplified();
    for (const char* word : { "w0 ", "w1499 ", "w2999" })
        CHECK(text.count(QString::fromUtf8(word)) == 1);
}

TEST_CASE("a document asks for nothing outside the program", "[documents]")
{
    FlowDocument document("<html><head><style>@import url('file:///etc/hostname');</style></head>"
                          "<body background=\"http://example.org/b.png\"><img src=\"file:///etc/passwd\">"
                          "<img src=\"/etc/passwd\"><p>x</p></body></html>");
    QImage paper(100, 100, QImage::Format_ARGB32);
    document.layOut(paper, 100);
    CHECK(document.refused().contains(QStringLiteral("file:///etc/passwd")));
    CHECK(document.resource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/passwd")))
              .value<QImage>()
              .size()
        == QSize(1, 1));
}

TEST_CASE("the pages of a preview end where those of the file do, at any size", "[documents]")
{
    const std::string html = "<html><body>" + paragraphs(130) + "</body></html>";
    const QStringList file = pages(html);
    PaperSheet sheet;
    sheet.pageWords = "p {page} of {pages}";
    for (const int dots : { 72, 104, 208 }) {
        const auto images = imagesOfHtml(html, sheet, dots);
        REQUIRE(images.ok());
        INFO(dots);
        CHECK(images->size() == static_cast<std::size_t>(file.size()));
        for (const QImage& image : *images) {
            const auto* bits = image.constBits();
            CHECK(std::any_of(bits, bits + image.sizeInBytes(), [](uchar shade) { return shade < 100; }));
            CHECK(std::abs(image.width() - 210 / 25.4 * dots) < 2); // A4
        }
    }
}
