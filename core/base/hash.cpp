// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <sodium.h>
#include <xxhash.h>

#include <cstdlib>

namespace patronat::base {

namespace {

static_assert(sizeof(crypto_generichash_state) <= 384, "Blake2b::m_state is too small");
static_assert(alignof(crypto_generichash_state) <= 64, "Blake2b::m_state is not aligned enough");

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Once: libsodium then picks the fastest implementation this processor has.
void prepareSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        std::abort();
}

std::uint64_t limb(const Digest256& digest, std::size_t index)
{
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = number << 8 | digest[index * 8 + i];
    return number;
}

void setLimb(Digest256& digest, std::size_t index, std::uint64_t number)
{
    for (std::size_t i = 0; i < 8; ++i)
        digest[index * 8 + i] = static_cast<unsigned char>(number >> (8 * i));
}

} // namespace

Digest256 blake2b(std::string_view bytes)
{
    prepareSodium();
    Digest256 digest {};
    crypto_generichash(digest.data(), digest.size(), raw(bytes), bytes.size(), nullptr, 0);
    return digest;
}

Blake2b::Blake2b()
    : m_state {}
{
    prepareSodium();
    crypto_generichash_init(
        reinterpret_cast<crypto_generichash_state*>(m_state.data()), nullptr, 0, sizeof(Digest256));
}

Blake2b& Blake2b::add(std::string_view bytes)
{
    crypto_generichash_update(
        reinterpret_cast<crypto_generichash_state*>(m_state.data()), raw(bytes), bytes.size());
    return *this;
}

Digest256 Blake2b::finish()
{
    Digest256 digest {};
    crypto_generichash_final(
        reinterpret_cast<crypto_generichash_state*>(m_state.data()), digest.data(), digest.size());
    return digest;
}

std::uint64_t quickHash(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hex(std::string_view bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

void addTo(Digest256& a, const Digest256& b)
{
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint64_t partial = limb(a, i) + carry;
        carry = partial < carry ? 1 : 0;
        const std::uint64_t sum = partial + limb(b, i);
        carry += sum < partial ? 1 : 0;
        setLimb(a, i, sum);
    }
}

void subtractFrom(Digest256& a, const Digest256& b)
{
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint64_t left = limb(a, i);
        const std::uint64_t partial = left - borrow;
        borrow = partial > left ? 1 : 0;
        const std::uint64_t right = limb(b, i);
        const std::uint64_t difference = partial - right;
        borrow += partial < right ? 1 : 0;
        setLimb(a, i, difference);
    }
}

} // namespace patronat::base
