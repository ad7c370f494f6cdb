// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/batchfile.h"
#include "core/exchange/identity.h"
#include "core/exchange/payload.h"
#include "tests/core/exchange/office.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace patronat;
using namespace patronat::tests;
using base::ErrorCode;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

void write(const std::filesystem::path& file, std::string_view bytes)
{
    std::filesystem::remove(file); // a file system may wait for the disk when one is cut to nothing
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

struct Courier {
    TemporaryFolder folder;
    base::SeededRandom random { 3 };
    vault::InstitutionKey key = vault::createInstitution("Ministry", random);
    Office a { folder, "a" };
    Office b { folder, "b" };
    exchange::ExportReport batch;
    std::string bytes;
    Courier()
    {
        a.certify(key);
        b.certify(key);
        a.family("Ivanov");
        batch = a.exportTo("whole");
        bytes = bytesOf(batch.file);
    }
    /// Why B refuses these bytes; ends the test when it does not.
    ErrorCode refusal(std::string_view changed)
    {
        const auto file = folder.file("changed");
        write(file, changed);
        base::Job job;
        const auto report = exchange::mergeBatches(b.store(), { file }, {}, job);
        REQUIRE(report);
        REQUIRE(report->batches.front().refused);
        return report->batches.front().refused->code;
    }
    /// The batch with other frames, signed anew by A.
    std::string resigned(const std::vector<std::string>& frames)
    {
        const auto read = exchange::readBatch(batch.file);
        const auto cut = exchange::cutPayload(*read->payload); // views into it
        exchange::PayloadWriter payload(cut->units, {}, cut->receipts);
        exchange::Manifest manifest = batch.manifest;
        for (const std::string& frame : frames) {
            const auto header = journal::readFrameHeader(frame);
            payload.addFrame(frame, header->operations, header->plainBytes);
        }
        manifest.frames = payload.frames();
        manifest.operations = payload.operations();
        manifest.plainBytes = payload.plainBytes();
        REQUIRE(exchange::writeBatch(folder.file("resigned"), manifest, payload.bytes(), exchange::siteKeys(a.store())->signing).ok());
        return bytesOf(folder.file("resigned"));
    }
    std::vector<std::string> frames() const
    {
        const auto file = exchange::readBatch(batch.file);
        const auto cut = exchange::cutPayload(*file->payload);
        return { cut->frames.begin(), cut->frames.end() };
    }
};

} // namespace

TEST_CASE("A batch cut off at any byte is refused and changes nothing")
{
    Courier c;
    const std::string before = c.b.contents();
    for (std::size_t size = 0; size < c.bytes.size(); ++size) {
        const ErrorCode code = c.refusal(std::string_view(c.bytes).substr(0, size));
        CHECK((code == ErrorCode::BatchUnreadable || code == ErrorCode::BatchTampered));
    }
    CHECK(c.b.contents() == before);
}

TEST_CASE("A batch with any bit flipped is refused and changes nothing")
{
    Courier c;
    const std::string before = c.b.contents();
    for (std::size_t bit = 0; bit < c.bytes.size() * 8; ++bit) {
        std::string changed = c.bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        const ErrorCode code = c.refusal(changed);
        CHECK((code == ErrorCode::BatchUnreadable || code == ErrorCode::BatchTampered || code == ErrorCode::BatchTooNew));
    }
    CHECK(c.b.contents() == before);
}

TEST_CASE("A batch with something after its end is refused")
{
    Courier c;
    CHECK(c.refusal(c.bytes + "x") == ErrorCode::BatchUnreadable);
}

TEST_CASE("A malformed operation in the last frame of a well signed batch is refused before anything is written")
{
    Courier c;
    std::vector<std::string> frames = c.frames();
    const auto last = journal::openFrame(frames.back());
    REQUIRE(last);
    std::vector<journal::Stored> stored(last->operations().begin(), last->operations().end());
    const std::string wrong = std::string(stored.back().bytes) + "\x01";
    stored.back().bytes = wrong;
    frames.back() = journal::makeFrame(stored);
    const std::string before = c.b.contents();
    CHECK(c.refusal(c.resigned(frames)) == ErrorCode::BatchTampered);
    CHECK(c.b.contents() == before);
}

TEST_CASE("An operation under a unit that its type cannot have is refused")
{
    Courier c;
    journal::Operation operation;
    operation.id = { 0x77, 1 };
    operation.type = "family";
    operation.record = { 0x77, 1 };
    operation.fields = { { "name", base::Value("For everyone?") } };
    operation.group = { 0x77, 1 };
    const std::string bytes = journal::seal(operation);
    const std::vector<journal::Stored> stored { { operation.id, bytes } };
    std::vector<std::string> frames = c.frames();
    frames.push_back(journal::makeFrame(stored));
    CHECK(c.refusal(c.resigned(frames)) == ErrorCode::BatchTampered);
}

TEST_CASE("A batch that is not what its chain says is refused")
{
    Courier c;
    const auto file = exchange::readBatch(c.batch.file);
    const auto cut = exchange::cutPayload(*file->payload);
    auto chains = cut->chains;
    REQUIRE(chains.size() == 1);
    chains.front().head[5] ^= 1;
    exchange::PayloadWriter payload(cut->units, chains, cut->receipts);
    for (const std::string_view frame : cut->frames) {
        const auto header = journal::readFrameHeader(frame);
        payload.addFrame(frame, header->operations, header->plainBytes);
    }
    exchange::Manifest manifest = c.batch.manifest;
    REQUIRE(exchange::writeBatch(c.folder.file("chain"), manifest, payload.bytes(), exchange::siteKeys(c.a.store())->signing).ok());
    CHECK(c.refusal(bytesOf(c.folder.file("chain"))) == ErrorCode::BatchTampered);
}

TEST_CASE("A batch for a newer program is refused as such")
{
    Courier c;
    exchange::Manifest manifest = c.batch.manifest;
    manifest.minReader = exchange::kBatchVersion + 1;
    const auto payload = exchange::readBatch(c.batch.file)->payload;
    // Reading back what this program cannot read fails; the file is there all the same.
    CHECK_FALSE(exchange::writeBatch(c.folder.file("newer"), manifest, *payload, exchange::siteKeys(c.a.store())->signing).ok());
    CHECK(c.refusal(bytesOf(c.folder.file("newer"))) == ErrorCode::BatchTooNew);
}

TEST_CASE("A manifest that promises more than the bounds allow is refused before it is opened")
{
    Courier c;
    const auto payload = exchange::readBatch(c.batch.file)->payload;
    for (const int which : { 0, 1, 2 }) {
        exchange::Manifest manifest = c.batch.manifest;
        manifest.plainBytes = which == 0 ? exchange::kMaxPlainBytes + 1 : manifest.plainBytes;
        manifest.operations = which == 1 ? exchange::kMaxOperations + 1 : manifest.operations;
        manifest.plainBytes = which == 2 ? exchange::kRatioAllowance * 2 : manifest.plainBytes;
        CHECK_FALSE(exchange::writeBatch(c.folder.file("big"), manifest, *payload, exchange::siteKeys(c.a.store())->signing).ok());
        CHECK(c.refusal(bytesOf(c.folder.file("big"))) == ErrorCode::BatchUnreadable);
    }
}

TEST_CASE("A certificate of another site on a batch is refused")
{
    Courier c;
    exchange::Manifest manifest = c.batch.manifest;
    manifest.certificate = exchange::membership(c.b.store())->certificate;
    const auto payload = exchange::readBatch(c.batch.file)->payload;
    REQUIRE(exchange::writeBatch(c.folder.file("borrowed"), manifest, *payload, exchange::siteKeys(c.a.store())->signing).ok());
    CHECK(c.refusal(bytesOf(c.folder.file("borrowed"))) == ErrorCode::BatchTampered);
}

#ifdef __linux__
TEST_CASE("A stick that is full is said to be full")
{
    TemporaryFolder folder;
    base::SeededRandom random(1);
    // What is written first goes to a device that is always full.
    std::filesystem::create_symlink("/dev/full", folder.file("a.batch.tmp"));
    exchange::Manifest manifest;
    const auto status = exchange::writeBatch(
        folder.file("a.batch"), manifest, std::string(1 << 20, 'x'), vault::SecretKey::generate(random));
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::DiskFull);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.batch")));
}
#endif

TEST_CASE("A suggested name is short ASCII")
{
    exchange::Manifest manifest;
    manifest.id = "0123456789abcdef0123456789abcdef";
    manifest.officeCode = "16-01/Ц";
    manifest.stamp = 1'800'000'000'000;
    CHECK(exchange::suggestedName(manifest) == "16-01___-20270115-012345.patronat-batch");
}
