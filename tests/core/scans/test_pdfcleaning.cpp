// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/pdfcleaning.h"
#include "tests/core/scans/samplescans.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::scans;

TEST_CASE("a PDF loses its author, its program and the notes of its pictures, and keeps its pages",
    "[scans]")
{
    const std::string told = tests::tellingPdf(tests::telephonePicture(tests::photograph(40, 30)));
    REQUIRE(tests::tells(told));
    const CleanedPdf cleaned = withoutAuthor(told);
    REQUIRE(cleaned.outcome == PdfOutcome::Cleaned);
    CHECK(cleaned.pages == 1);
    CHECK_FALSE(tests::tells(cleaned.bytes));
    CHECK(cleaned.bytes.find("/Metadata") == std::string::npos);
    CHECK(cleaned.bytes.find("/Info") == std::string::npos);
    CHECK(withoutAuthor(cleaned.bytes).outcome == PdfOutcome::Cleaned);
    CHECK(withoutAuthor(told).bytes == cleaned.bytes);
}

TEST_CASE("a picture that is packed twice in a PDF loses its notes too", "[scans]")
{
    const std::string jpeg = tests::telephonePicture(tests::photograph(40, 30));
    const std::string packed
        = qCompress(QByteArray::fromStdString(jpeg)).mid(4).toStdString(); // after Qt's own length
    const CleanedPdf cleaned
        = withoutAuthor(tests::tellingPdf(packed, "[/FlateDecode /DCTDecode]"));
    REQUIRE(cleaned.outcome == PdfOutcome::Cleaned);
    CHECK_FALSE(tests::tells(cleaned.bytes));
    CHECK(cleaned.bytes.find("/FlateDecode /DCTDecode") == std::string::npos);
    CHECK(cleaned.bytes.find("\xFF\xD8\xFF") != std::string::npos);
}

TEST_CASE("a PDF that cannot be taken apart, or is signed, is left as it is", "[scans]")
{
    CHECK(withoutAuthor("%PDF-1.4\nprotocol\n%%EOF\n").outcome == PdfOutcome::Damaged);
    CHECK(withoutAuthor(tests::signedPdf()).outcome == PdfOutcome::Signed);
    const std::string whole = tests::tellingPdf();
    CHECK(withoutAuthor(whole.substr(0, whole.size() / 2)).outcome == PdfOutcome::Damaged);
}
