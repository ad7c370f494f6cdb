// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/jpegparts.h"

#include "tests/core/scans/samplescans.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::scans;

TEST_CASE("notes of a JPEG are left out and its dots stay as they were", "[scans]")
{
    const QImage image = tests::photograph(40, 30);
    const std::string told = tests::telephonePicture(image);
    REQUIRE(tests::tells(told));
    CHECK(hasNotes(told));
    const std::string cleaned = withoutNotes(told);
    CHECK_FALSE(tests::tells(cleaned));
    CHECK_FALSE(hasNotes(cleaned));
    const QImage before = QImage::fromData(QByteArray::fromStdString(tests::bytesOf(image, "jpeg")));
    CHECK(QImage::fromData(QByteArray::fromStdString(cleaned)) == before);
}

TEST_CASE("a JPEG is whole only with its end, wherever it was cut", "[scans]")
{
    const std::string whole = tests::telephonePicture(tests::photograph(40, 30));
    REQUIRE(isWholeJpeg(whole));
    const std::size_t end = whole.size() - tests::kDevice.size(); // words after the end mark are no part of the picture
    for (std::size_t length = 0; length < end; ++length)
        if (isWholeJpeg(whole.substr(0, length)) || !withoutNotes(whole.substr(0, length)).empty())
            FAIL("cut at " << length);
    CHECK(isWholeJpeg(whole.substr(0, end)));
    CHECK_FALSE(isWholeJpeg("no JPEG at all"));
}
