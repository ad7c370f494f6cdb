// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/journal/frame.h"

#include <zstd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>
#include <optional>

using namespace patronat;
using journal::Frame;
using journal::Stored;

namespace {

/// Operations of some origins with gaps, and the bytes they view into.
struct Sample {
    std::deque<std::string> bytes;
    std::vector<Stored> operations;

    void add(base::OperationId id, std::string text)
    {
        bytes.push_back(std::move(text));
        operations.push_back({ id, bytes.back() });
    }
};

Sample sampleOf(std::uint64_t seed, std::size_t count)
{
    base::SeededRandom random(seed);
    Sample sample;
    base::OperationId id { 1 + random.below(100), 1 };
    for (std::size_t i = 0; i < count; ++i) {
        std::string text(random.below(60), '\0');
        for (char& c : text)
            c = static_cast<char>('a' + random.below(4));
        sample.add(id, std::move(text));
        if (random.chance(10))
            id = { id.origin + 1 + random.next() / 1000, 1 };
        id.sequence += random.chance(80) ? 1 : 1 + random.below(1000);
    }
    return sample;
}

bool isEqual(const Frame& frame, const std::vector<Stored>& operations)
{
    return std::equal(frame.operations().begin(), frame.operations().end(), operations.begin(), operations.end(),
        [](const Stored& a, const Stored& b) { return a.id == b.id && a.bytes == b.bytes; });
}

/// A frame with a header that lies: what a hostile site would send.
std::string lying(std::uint64_t operations, std::uint32_t plainBytes, std::string_view plain)
{
    std::string out("PFr1");
    const auto varint = [&](std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            out += static_cast<char>(value | 0x80);
        out += static_cast<char>(value);
    };
    varint(operations);
    varint(plainBytes);
    out.append(8, '\0');
    varint(1);
    out.append(8, '\1');
    varint(1);
    varint(operations);
    std::string block(ZSTD_compressBound(plain.size()), '\0');
    block.resize(ZSTD_compress(block.data(), block.size(), plain.data(), plain.size(), 3));
    return out + block;
}

} // namespace

TEST_CASE("A frame gives back the operations it was made of")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        const Sample sample = sampleOf(seed, 1 + seed % journal::kFrameOperations);
        const auto frame = journal::openFrame(journal::makeFrame(sample.operations));
        REQUIRE(frame.ok());
        REQUIRE(isEqual(*frame, sample.operations));
        for (std::size_t i = 0; i < sample.operations.size(); ++i)
            REQUIRE(frame->find(sample.operations[i].id) == static_cast<std::ptrdiff_t>(i));
        REQUIRE(frame->find({ 0, 1 }) == -1);
        REQUIRE(frame->find({ ~base::Origin { 0 }, 1 }) == -1);
    }
}

TEST_CASE("Equal operations give equal frames, and other ids another content hash")
{
    const Sample sample = sampleOf(5, 40);
    Sample moved = sampleOf(5, 40);
    for (Stored& o : moved.operations)
        o.id.sequence += 1;
    CHECK(journal::makeFrame(sample.operations) == journal::makeFrame(sampleOf(5, 40).operations));
    CHECK(journal::readFrameHeader(journal::makeFrame(sample.operations))->contentHash
        != journal::readFrameHeader(journal::makeFrame(moved.operations))->contentHash);
}

TEST_CASE("A copied or moved frame of few bytes still holds its operations")
{
    Sample sample;
    sample.add({ 1, 1 }, "tiny");
    std::optional<Frame> opened = std::move(journal::openFrame(journal::makeFrame(sample.operations))).value();
    const Frame copy = *opened;
    opened.reset();
    CHECK(isEqual(copy, sample.operations));
}

TEST_CASE("A frame cut at any byte is refused")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        const std::string bytes = journal::makeFrame(sampleOf(seed, 1 + seed * 7).operations);
        for (std::size_t length = 0; length < bytes.size(); ++length)
            REQUIRE_FALSE(journal::openFrame(std::string_view(bytes).substr(0, length)).ok());
        REQUIRE_FALSE(journal::openFrame(bytes + '\0').ok());
    }
}

TEST_CASE("A frame with any bit flipped is refused or holds the same operations")
{
    std::size_t refused = 0;
    std::size_t flips = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Sample sample = sampleOf(seed, 1 + seed * 3);
        const std::string bytes = journal::makeFrame(sample.operations);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit, ++flips) {
            INFO("seed " << seed << " bit " << bit);
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto frame = journal::openFrame(flipped);
            refused += frame.ok() ? 0 : 1;
            REQUIRE((!frame.ok() || isEqual(*frame, sample.operations)));
        }
    }
    CHECK(refused * 100 > flips * 95);
}

TEST_CASE("A frame that states more than its bounds is refused before it is opened")
{
    CHECK_FALSE(journal::readFrameHeader(lying(257, 600, "x")).ok());
    CHECK_FALSE(journal::readFrameHeader(lying(0, 600, "x")).ok());
    CHECK_FALSE(journal::readFrameHeader(lying(1, (64 << 20) + 1, "x")).ok());
    CHECK(journal::readFrameHeader(lying(256, 64 << 20, "x")).ok());
}

TEST_CASE("A block that grows beyond what its header states is refused")
{
    const std::string bomb(8 << 20, '\0');
    CHECK(journal::openFrame(lying(1, 10, bomb)).error().args.at(1) == "blockSize");
    CHECK(journal::openFrame(lying(1, 8 << 20, bomb)).error().args.at(1) == "contentHash");
}

TEST_CASE("What fits a frame is bounded by count and by bytes, and can be opened")
{
    const Sample many = sampleOf(3, 300);
    CHECK(journal::fittingFrame(many.operations) == 256);
    const std::string large(journal::kMaxOperationBytes, 'x');
    std::vector<Stored> heavy;
    for (std::uint64_t i = 1; i <= 20; ++i)
        heavy.push_back({ { 1, i }, large });
    const std::size_t fits = journal::fittingFrame(heavy);
    CHECK(fits == 15);
    CHECK(journal::openFrame(journal::makeFrame(std::span(heavy).first(fits))).ok());
    CHECK_FALSE(journal::openFrame(journal::makeFrame(std::span(heavy).first(fits + 1))).ok());
    CHECK(journal::fittingFrame({}) == 0);
}

TEST_CASE("Sequence numbers beyond the bound are refused")
{
    const std::string text = "x";
    const std::vector<Stored> last { { { 1, journal::kMaxSequence - 1 }, text } };
    const std::vector<Stored> beyond { { { 1, journal::kMaxSequence }, text } };
    const std::vector<Stored> none { { { 1, 0 }, text } };
    CHECK(journal::openFrame(journal::makeFrame(last)).ok());
    CHECK_FALSE(journal::openFrame(journal::makeFrame(beyond)).ok());
    CHECK_FALSE(journal::openFrame(journal::makeFrame(none)).ok());
}
