// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/prepare.h"

#include "tests/core/scans/samplescans.h"
#include "tests/support/temporaryfolder.h"

#include <QColorSpace>
#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using namespace patronat::scans;
using namespace std::string_literals;

namespace {

const ScanSettings kSettings { 200, 85, {} };

QImage shown(const std::string& bytes)
{
    return QImage::fromData(QByteArray::fromStdString(bytes));
}

} // namespace

TEST_CASE("a telephone's picture is turned, made smaller and tells of neither place nor device", "[scans]")
{
    const std::string told = tests::telephonePicture(tests::photograph(800, 600), 6);
    const Prepared made = prepare(told, kSettings);
    REQUIRE(made.refusal == Refusal::None);
    CHECK(made.treatment == Treatment::Redrawn);
    CHECK(made.widthBefore == 600);
    CHECK(made.heightBefore == 800);
    CHECK(made.width == 150);
    CHECK(made.height == 200);
    CHECK(made.sizeBefore == told.size());
    CHECK(made.bytes.size() < told.size());
    CHECK_FALSE(tests::tells(made.bytes));
    CHECK(store::fileKindOf(made.bytes) == store::FileKind::Jpeg);
    // Its left upper corner is what was the left lower one: little red, much green.
    const QColor corner = shown(made.bytes).pixelColor(2, 2);
    CHECK(corner.red() < 40);
    CHECK(corner.green() > 200);
}

TEST_CASE("a small picture is not made larger, and loses its texts all the same", "[scans]")
{
    const Prepared made = prepare(tests::tellingPng(tests::photograph(90, 60)), kSettings);
    REQUIRE(made.refusal == Refusal::None);
    CHECK(made.width == 90);
    CHECK_FALSE(tests::tells(made.bytes));
    CHECK(shown(made.bytes).textKeys().isEmpty());
}

TEST_CASE("letters on white stay sharp: what PNG keeps in fewer bytes stays PNG", "[scans]")
{
    QImage sheet(180, 120, QImage::Format_Mono);
    sheet.fill(1);
    for (int x = 20; x < 160; x += 4)
        sheet.setPixel(x, 60, 0);
    const Prepared made = prepare(tests::bytesOf(sheet, "png"), kSettings);
    REQUIRE(made.refusal == Refusal::None);
    CHECK(store::fileKindOf(made.bytes) == store::FileKind::Png);
    CHECK(qGray(shown(made.bytes).pixel(20, 60)) == 0);
    CHECK(qGray(shown(made.bytes).pixel(22, 60)) == 255);
}

TEST_CASE("what is transparent stays so, and colours of another space become those of every screen", "[scans]")
{
    QImage glass = tests::photograph(60, 40).convertToFormat(QImage::Format_ARGB32);
    glass.setPixelColor(5, 5, QColor(10, 20, 30, 0));
    CHECK(shown(prepare(tests::bytesOf(glass, "png"), kSettings).bytes).pixelColor(5, 5).alpha() == 0);

    QImage wide(60, 40, QImage::Format_RGB32);
    wide.fill(QColor(180, 120, 60));
    wide.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    const int wanted = wide.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixelColor(0, 0).red();
    const int got = shown(prepare(tests::bytesOf(wide, "png"), kSettings).bytes).pixelColor(0, 0).red();
    CHECK(std::abs(wanted - got) < 4);
    CHECK(std::abs(wanted - 180) > 4);
}

TEST_CASE("pictures of other kinds are read by their content and kept as JPEG", "[scans]")
{
    const char* format = GENERATE("tiff", "webp");
    const std::string bytes = tests::bytesOf(tests::photograph(400, 300), format);
    REQUIRE_FALSE(bytes.empty());
    const Prepared made = prepare(bytes, kSettings);
    REQUIRE(made.refusal == Refusal::None);
    CHECK(made.width == 200);
    CHECK(store::fileKindOf(made.bytes) == store::FileKind::Jpeg);
}

TEST_CASE("what cannot be read is refused: cut short, too many dots, no picture, nothing", "[scans]")
{
    const std::string picture = tests::telephonePicture(tests::photograph(400, 300));
    CHECK(prepare(picture.substr(0, picture.size() / 2), kSettings).refusal == Refusal::Unreadable);
    const std::string png = tests::bytesOf(tests::photograph(200, 100), "png");
    CHECK(prepare(png.substr(0, png.size() / 2), kSettings).refusal == Refusal::Unreadable);
    CHECK(prepare("\xFF\xD8\xFF\xE0 no more of it"s, kSettings).refusal != Refusal::None);
    CHECK(prepare("MZ this would run", kSettings).refusal == Refusal::UnknownKind);
    CHECK(prepare("", kSettings).refusal == Refusal::Empty);
    CHECK(prepare("\0\0\0\x18"s + "ftypheic\0\0\0\0mif1heic"s, kSettings).refusal == Refusal::NoReader);

    // A head that names 60,000 by 60,000 dots, over the same few bytes.
    std::string bomb = tests::bytesOf(tests::photograph(64, 64), "jpeg");
    const std::size_t head = bomb.find("\xFF\xC0"s);
    REQUIRE(head != std::string::npos);
    bomb.replace(head + 5, 4, "\xEA\x60\xEA\x60");
    CHECK(prepare(bomb, kSettings).refusal == Refusal::TooManyDots);
    CHECK(prepare(bomb, kSettings).bytes.empty());
}

TEST_CASE("papers that are no picture are kept as they are, and it is said", "[scans]")
{
    const std::string odt = "PK\x03\x04"s + std::string(26, 'x') + "mimetypeapplication/vnd.oasis.opendocument.textPK";
    CHECK(prepare(odt, kSettings).treatment == Treatment::AsItIs);
    CHECK(prepare(odt, kSettings).bytes == odt);
    CHECK(prepare(tests::signedPdf(), kSettings).treatment == Treatment::PdfSigned);
    CHECK(prepare(tests::signedPdf(), kSettings).bytes == tests::signedPdf());
    CHECK(prepare(tests::tellingPdf(), kSettings).treatment == Treatment::Cleaned);
}

TEST_CASE("a file that was taken lies among the blobs as prepared, and its source is left alone", "[scans]")
{
    const tests::TemporaryFolder folder;
    const std::string told = tests::telephonePicture(tests::photograph(800, 600));
    std::ofstream(folder.file("IMG_1.pdf"), std::ios::binary) << told;
    const store::Blobs blobs(folder.file("office.db"));
    base::Job job;
    const auto taken = take(blobs, folder.file("IMG_1.pdf"), kSettings, job);
    REQUIRE(taken);
    CHECK(taken->file.kind == store::FileKind::Jpeg);
    const std::string kept = *blobs.content(taken->file.hash);
    CHECK(taken->file.size == kept.size());
    CHECK_FALSE(tests::tells(kept));
    CHECK(std::filesystem::file_size(folder.file("IMG_1.pdf")) == told.size());

    CHECK(take(blobs, folder.file("nothing.jpg"), kSettings, job).error().code == base::ErrorCode::FileNotReadable);
    job.cancel();
    CHECK(take(blobs, folder.file("IMG_1.pdf"), kSettings, job).error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("limits and consents are the profile's", "[scans]")
{
    profile::Profile profile;
    CHECK(scanSettings(profile).longSide == 2000);
    profile.settingsJson = R"({"attachments": {"longSide": 1600, "quality": 700, "consents": [
        {"type": "surveyAct", "field": "photos", "family": "family", "purpose": "photo", "basis": "photoBasis"}]}})";
    const ScanSettings read = scanSettings(profile);
    CHECK(read.longSide == 1600);
    CHECK(read.quality == 100);
    REQUIRE(read.consentFor("surveyAct", "photos") != nullptr);
    CHECK(read.consentFor("surveyAct", "photos")->purpose == "photo");
    CHECK(read.consentFor("surveyAct", "scan") == nullptr);
}
