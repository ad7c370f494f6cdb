// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys.h"

#include "core/base/hash.h"

#include <sodium.h>

#include <cstdlib>
#include <utility>

namespace patronat::vault {

namespace {

void prepareSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        std::abort();
}

/// The 64 bytes libsodium signs with, wiped after use.
struct SigningPair {
    explicit SigningPair(const std::array<unsigned char, 32>& seed)
    {
        prepareSodium();
        crypto_sign_seed_keypair(open.data(), secret.data(), seed.data());
    }
    ~SigningPair() { sodium_memzero(secret.data(), secret.size()); }
    SigningPair(const SigningPair&) = delete;
    SigningPair& operator=(const SigningPair&) = delete;
    PublicKey open {};
    std::array<unsigned char, 64> secret {};
};

template <std::size_t Size>
std::optional<std::array<unsigned char, Size>> bytesFromHex(std::string_view text)
{
    std::array<unsigned char, Size> out {};
    std::size_t size = 0;
    prepareSodium();
    if (text.size() != Size * 2
        || sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0
        || size != Size)
        return std::nullopt;
    return out;
}

template <std::size_t Size>
std::string hexOf(const std::array<unsigned char, Size>& bytes)
{
    return base::hex({ reinterpret_cast<const char*>(bytes.data()), bytes.size() });
}

} // namespace

SecretKey SecretKey::generate(base::Random& random)
{
    SecretKey key;
    random.fill(key.m_bytes);
    return key;
}

std::optional<SecretKey> SecretKey::fromHex(std::string_view text)
{
    auto bytes = bytesFromHex<32>(text);
    if (!bytes)
        return std::nullopt;
    SecretKey key;
    key.m_bytes = *bytes;
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes); // what was here is wiped with `other`
    return *this;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

PublicKey SecretKey::signingKey() const
{
    return SigningPair(m_bytes).open;
}

PublicKey SecretKey::boxKey() const
{
    prepareSodium();
    PublicKey key {};
    crypto_scalarmult_base(key.data(), m_bytes.data());
    return key;
}

Signature SecretKey::sign(std::string_view message) const
{
    const SigningPair pair(m_bytes);
    Signature signature {};
    crypto_sign_detached(signature.data(), nullptr,
        reinterpret_cast<const unsigned char*>(message.data()), message.size(), pair.secret.data());
    return signature;
}

std::string SecretKey::hex() const
{
    return hexOf(m_bytes);
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature)
{
    prepareSodium();
    return crypto_sign_verify_detached(signature.data(),
               reinterpret_cast<const unsigned char*>(message.data()), message.size(), key.data())
        == 0;
}

std::string hex(const PublicKey& key)
{
    return hexOf(key);
}

std::string hex(const Signature& signature)
{
    return hexOf(signature);
}

std::optional<PublicKey> publicKeyFromHex(std::string_view text)
{
    return bytesFromHex<32>(text);
}

std::optional<Signature> signatureFromHex(std::string_view text)
{
    return bytesFromHex<64>(text);
}

void wipe(std::string& text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace patronat::vault
