// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace patronat::base {

using Digest256 = std::array<unsigned char, 32>;

/// BLAKE2b-256 (libsodium): chains, digests, whatever an attacker may try.
Digest256 blake2b(std::string_view bytes);

/// BLAKE2b-256 over pieces.
class Blake2b {
public:
    Blake2b();
    Blake2b& add(std::string_view bytes);
    Digest256 finish();

private:
    alignas(64) std::array<unsigned char, 384> m_state;
};

/// XXH3 (xxHash): finds mistakes, not attackers. Sums of these per unit, checks of base heads,
/// comparison of two contents under one id.
std::uint64_t quickHash(std::string_view bytes, std::uint64_t seed = 0);

std::string hex(std::string_view bytes);
inline std::string hex(const Digest256& digest)
{
    return hex({ reinterpret_cast<const char*>(digest.data()), digest.size() });
}

/// a += b modulo 2^256, little-endian limbs: the order of the sum cannot matter.
void addTo(Digest256& a, const Digest256& b);
/// a -= b modulo 2^256.
void subtractFrom(Digest256& a, const Digest256& b);

} // namespace patronat::base
