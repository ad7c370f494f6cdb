// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace patronat::base {

std::uint64_t Random::next()
{
    std::array<unsigned char, 8> bytes {};
    fill(bytes);
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = number << 8 | bytes[i];
    return number;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    // The first 2^64 mod bound numbers are refused: what is left divides evenly.
    const std::uint64_t refused = (0 - bound) % bound;
    std::uint64_t number = next();
    while (number < refused)
        number = next();
    return number % bound;
}

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    static const int ready = sodium_init();
    if (ready < 0)
        std::abort(); // without chance there are no keys: nothing may go on
    if (!bytes.empty()) // libsodium takes no null pointer, not even for nothing
        randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<unsigned char> bytes)
{
    for (std::size_t done = 0; done < bytes.size();) {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        z ^= z >> 31;
        const std::size_t count = std::min<std::size_t>(8, bytes.size() - done);
        for (std::size_t i = 0; i < count; ++i)
            bytes[done++] = static_cast<unsigned char>(z >> (8 * i));
    }
}

} // namespace patronat::base
