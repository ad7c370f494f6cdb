// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blobs.h"

#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using namespace patronat::store;
using namespace std::string_literals;

namespace {

const std::string kPdf = "%PDF-1.4\nprotocol\n%%EOF\n";

std::filesystem::path written(const tests::TemporaryFolder& folder, const std::string& name, const std::string& bytes)
{
    std::ofstream(folder.file(name), std::ios::binary) << bytes;
    return folder.file(name);
}

TakenBlob taken(const Blobs& blobs, const std::filesystem::path& file)
{
    base::Job job;
    const auto out = blobs.add(file, job);
    if (!out)
        FAIL(describe(out.error()));
    return *out;
}

std::size_t filesIn(const std::filesystem::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a file is what its content says, whatever it is called", "[blobs]")
{
    CHECK(fileKindOf(kPdf) == FileKind::Pdf);
    CHECK(fileKindOf("\xFF\xD8\xFF\xE0 JFIF") == FileKind::Jpeg);
    CHECK(fileKindOf("\x89PNG\r\n\x1A\n....") == FileKind::Png);
    CHECK(fileKindOf("II*\0...."s) == FileKind::Tiff);
    CHECK(fileKindOf("MM\0*...."s) == FileKind::Tiff);
    CHECK(fileKindOf("PK\x03\x04"s + std::string(26, 'x') + "mimetypeapplication/vnd.oasis.opendocument.textPK")
        == FileKind::OpenDocument);
    for (const std::string& other : { ""s, "MZ\x90"s, "#!/bin/sh\n"s, "PK\x03\x04 anything zipped"s, "<html>"s, "%PD"s })
        CHECK_FALSE(fileKindOf(other));
}

TEST_CASE("the same content lies once among the blobs, under its hash, and is read back as it was", "[blobs]")
{
    const tests::TemporaryFolder folder;
    const Blobs blobs(folder.file("office.db"));
    const TakenBlob first = taken(blobs, written(folder, "scan.pdf", kPdf));
    const TakenBlob second = taken(blobs, written(folder, "again.exe", kPdf));

    CHECK(first.refusal == BlobRefusal::None);
    CHECK(first.file.hash.size() == 64);
    CHECK(first.file.size == kPdf.size());
    CHECK(second.file == first.file);
    CHECK(filesIn(blobs.folder()) == 1);
    CHECK(*blobs.content(first.file.hash) == kPdf);
}

TEST_CASE("what is no paper of a case, empty or too large is refused and leaves nothing", "[blobs]")
{
    const tests::TemporaryFolder folder;
    const Blobs blobs(folder.file("office.db"));
    CHECK(taken(blobs, written(folder, "x.pdf", "MZ not a PDF at all")).refusal == BlobRefusal::UnknownKind);
    CHECK(taken(blobs, written(folder, "y.pdf", "")).refusal == BlobRefusal::Empty);
    const auto large = written(folder, "z.pdf", kPdf);
    std::filesystem::resize_file(large, Blobs::kMostBytes + 1);
    CHECK(taken(blobs, large).refusal == BlobRefusal::TooLarge);
    std::filesystem::resize_file(large, Blobs::kMostBytes);
    CHECK(taken(blobs, large).refusal == BlobRefusal::None);
    CHECK(filesIn(blobs.folder()) == 1);
}

TEST_CASE("a file that cannot be read is told as such, and so is a folder", "[blobs]")
{
    const tests::TemporaryFolder folder;
    const Blobs blobs(folder.file("office.db"));
    base::Job job;
    CHECK(blobs.add(folder.file("nothing.pdf"), job).error().code == base::ErrorCode::FileNotReadable);
    std::filesystem::create_directory(folder.file("folder.pdf"));
    CHECK(blobs.add(folder.file("folder.pdf"), job).error().code == base::ErrorCode::FileNotReadable);
}

TEST_CASE("a blob that has not come, is damaged, or has a name that leads elsewhere is not shown", "[blobs]")
{
    const tests::TemporaryFolder folder;
    const Blobs blobs(folder.file("office.db"));
    const std::string hash = taken(blobs, written(folder, "scan.pdf", kPdf)).file.hash;
    CHECK(blobs.content(std::string(64, 'a')).error().code == base::ErrorCode::NotFound);
    CHECK_FALSE(blobs.has("../../office.db"));
    CHECK(blobs.pathOf("../../office.db").empty());
    CHECK(blobs.content("").error().code == base::ErrorCode::NotFound);

    std::ofstream(blobs.pathOf(hash), std::ios::binary) << "%PDF-1.4 something else";
    CHECK(blobs.content(hash).error().code == base::ErrorCode::FileNotReadable);
}

TEST_CASE("taking a file in can be cancelled", "[blobs]")
{
    const tests::TemporaryFolder folder;
    const Blobs blobs(folder.file("office.db"));
    base::Job job;
    job.cancel();
    CHECK(blobs.add(written(folder, "scan.pdf", kPdf), job).error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("the same files are the same text in a record, in whatever order they were added", "[blobs]")
{
    const Attachment a { std::string(64, 'a'), "Протокол \"01\"", FileKind::Pdf, 10, "2027-03-12" };
    const Attachment b { std::string(64, 'b'), "Фото", FileKind::Jpeg, 20, {} };
    CHECK(attachmentsText({ a, b }) == attachmentsText({ b, a, b }));
    CHECK(attachmentsOf(attachmentsText({ b, a })) == std::vector { a, b });
    CHECK(attachmentsText({}).empty());
}

TEST_CASE("what is no list of files is read as none", "[blobs]")
{
    for (const char* text : { "", "x", "{}", "[1]", "[{\"hash\": \"../x\", \"kind\": \"pdf\", \"size\": 1}]",
             "[{\"hash\": 5}]", "[{}]" })
        CHECK(attachmentsOf(text).empty());
}
