// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace patronat::base {

/// Chance, injected: one seed is one run. Not shared between threads.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    std::uint64_t next();
    /// Evenly among 0 .. bound-1; bound > 0.
    std::uint64_t below(std::uint64_t bound);
    /// True in `percent` of a hundred.
    bool chance(unsigned percent) { return below(100) < percent; }
};

/// The operating system's, through libsodium: for origins, keys and nonces.
class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

/// SplitMix64: for tests, the simulator and the demo. Never for keys of real sites.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<unsigned char> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace patronat::base
