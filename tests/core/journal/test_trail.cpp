// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/journal/trail.h"
#include "tests/support/story.h"

#include <catch2/catch.hpp>

using namespace patronat;
using journal::Trail;
using journal::TrailEntry;

namespace {

Trail randomTrail(base::Random& random)
{
    Trail trail;
    trail.flags = static_cast<std::uint8_t>(random.below(16));
    trail.entries.push_back({ 7, 9, static_cast<std::uint32_t>(random.next()), {}, false });
    const std::uint64_t count = random.below(12);
    for (std::uint32_t i = 1; i <= count; ++i) {
        TrailEntry entry { static_cast<std::uint32_t>(random.next()) >> random.below(32),
            random.next() >> random.below(64), static_cast<std::uint32_t>(random.next()), {},
            random.chance(20) };
        for (std::uint32_t parent = 0; parent < i && !entry.waiting; ++parent)
            if (random.chance(30) || parent + 1 == i)
                entry.parents.push_back(parent);
        trail.entries.push_back(std::move(entry));
    }
    return trail;
}

} // namespace

TEST_CASE("The trail of a record that was only created takes five bytes")
{
    const Trail trail { 0, { { 7, 9, 0xdeadbeef, {}, false } } };
    CHECK(encodeTrail(trail).size() == 5);
    CHECK(trail.isPlain());
    CHECK(trail.heads() == std::vector<std::uint32_t> { 0 });
}

TEST_CASE("A trail comes back as it was written")
{
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        base::SeededRandom random(seed);
        const Trail trail = randomTrail(random);
        const auto back = journal::decodeTrail(journal::encodeTrail(trail), 7, 9);
        REQUIRE(back.ok());
        REQUIRE(*back == trail);
    }
}

TEST_CASE("A damaged trail is an error or another trail with one spelling, never a crash")
{
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        INFO("seed " << seed);
        base::SeededRandom random(seed);
        const std::string bytes = journal::encodeTrail(randomTrail(random));
        const auto look = [&](const std::string& damaged) {
            const auto back = journal::decodeTrail(damaged, 7, 9);
            refused += back.ok() ? 0 : 1;
            if (back.ok()) {
                REQUIRE(journal::encodeTrail(*back) == damaged);
                REQUIRE(back->heads().size() <= back->entries.size());
            }
        };
        for (std::size_t length = 0; length < bytes.size(); ++length)
            look(bytes.substr(0, length));
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            look(flipped);
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("A trail shorter than a creation, with an unknown flag or with a parent still to come is an error")
{
    const std::string created = journal::encodeTrail({ 0, { { 7, 9, 1, {}, false } } });
    for (std::size_t length = 0; length < 5; ++length)
        CHECK_FALSE(journal::decodeTrail(created.substr(0, length), 7, 9).ok());
    std::string flagged = created;
    flagged[0] = 16;
    CHECK_FALSE(journal::decodeTrail(flagged, 7, 9).ok());
    const Trail ahead { 0, { { 7, 9, 1, {}, false }, { 7, 10, 2, { 1 }, false } } };
    CHECK_FALSE(journal::decodeTrail(journal::encodeTrail(ahead), 7, 9).ok());
}

TEST_CASE("The heads of a trail are the heads that replay says")
{
    tests::Story story;
    const auto created = story.create('A', { { "x", 1 } });
    const auto left = story.write('A', { created }, { { "x", 2 } });
    const auto right = story.write('B', { created }, { { "y", 2 } });
    const auto lost = story.next('C', journal::Kind::Write, { right });
    auto late = story.next('C', journal::Kind::Write, { journal::Head { lost.id, 1 } });
    story.add(late);
    const auto joined = story.write('A', { left, right }, { { "x", 3 } });
    const auto aside = story.write('B', { right }, { { "y", 3 } });
    const Trail trail { Trail::HasWaiting,
        { { 1, 1, created.check, {}, false }, { 1, 2, left.check, { 0 }, false },
            { 2, 1, right.check, { 0 }, false }, { 3, 2, 0, {}, true },
            { 1, 3, joined.check, { 1, 2 }, false }, { 2, 2, aside.check, { 2 }, false } } };
    CHECK(trail.heads() == std::vector<std::uint32_t> { 4, 5 });
    CHECK(story.state().heads == tests::Story::Heads { joined, aside });
    CHECK(story.state().waiting.size() == 1);
    CHECK_FALSE(trail.isPlain());
}
