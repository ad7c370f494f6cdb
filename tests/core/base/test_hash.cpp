// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/random.h"

#include <QCryptographicHash>
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

using namespace patronat::base;

namespace {

Digest256 someDigest(Random& random)
{
    Digest256 digest {};
    random.fill(digest);
    return digest;
}

} // namespace

TEST_CASE("BLAKE2b agrees with Qt's", "[hash]")
{
    const std::size_t size = GENERATE(0, 1, 63, 64, 127, 128, 129, 1000, 70000);
    const std::string text(size, 'k');

    const QByteArray oracle = QCryptographicHash::hash(
        QByteArray::fromStdString(text), QCryptographicHash::Blake2b_256);

    CHECK(hex(blake2b(text)) == oracle.toHex().toStdString());
}

TEST_CASE("BLAKE2b over pieces is BLAKE2b over the whole", "[hash]")
{
    const std::string text(1000, 'q');
    for (std::size_t cut = 0; cut <= text.size(); cut += 37) {
        Blake2b pieces;
        pieces.add(std::string_view(text).substr(0, cut)).add({}).add(text.substr(cut));
        REQUIRE(pieces.finish() == blake2b(text));
    }
}

TEST_CASE("the quick hash is XXH3 of the published vectors", "[hash]")
{
    CHECK(quickHash("") == 0x2D06800538D394C2ULL);
    CHECK(quickHash("a", 1) != quickHash("a", 2));
    CHECK(quickHash("a") != quickHash("b"));
}

TEST_CASE("hex has two lower-case digits for each byte", "[hash]")
{
    CHECK(hex(std::string_view("\x00\x7F\x80\xFF", 4)) == "007f80ff");
    CHECK(hex("").empty());
}

TEST_CASE("the sum of digests does not depend on the order", "[hash]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    std::vector<Digest256> digests(50);
    for (Digest256& digest : digests)
        digest = someDigest(random);

    Digest256 forward {};
    for (const Digest256& digest : digests)
        addTo(forward, digest);
    std::ranges::reverse(digests);
    std::swap(digests[3], digests[30]);
    Digest256 shuffled {};
    for (const Digest256& digest : digests)
        addTo(shuffled, digest);

    CHECK(forward == shuffled);
}

TEST_CASE("what was added to a digest can be taken away again", "[hash]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 1000; ++i) {
        const Digest256 a = someDigest(random);
        const Digest256 b = someDigest(random);
        Digest256 sum = a;
        addTo(sum, b);
        REQUIRE(sum != a);
        subtractFrom(sum, b);
        REQUIRE(sum == a);
    }
}

TEST_CASE("sums of digests carry through all bytes and wrap around", "[hash]")
{
    Digest256 ones {};
    ones.fill(0xFF);
    Digest256 one {};
    one[0] = 1;

    Digest256 sum = ones;
    addTo(sum, one);
    CHECK(sum == Digest256 {});

    subtractFrom(sum, one);
    CHECK(sum == ones);

    addTo(sum, ones); // -1 + -1 = -2
    Digest256 minusTwo = ones;
    minusTwo[0] = 0xFE;
    CHECK(sum == minusTwo);

    Digest256 lowLimb {};
    std::fill_n(lowLimb.begin(), 8, static_cast<unsigned char>(0xFF));
    addTo(lowLimb, one);
    Digest256 carried {};
    carried[8] = 1;
    CHECK(lowLimb == carried);
}
