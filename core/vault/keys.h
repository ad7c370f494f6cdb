// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace patronat::vault {

/// Thirty-two bytes that may be shown to anybody: an Ed25519 or an X25519 public key.
using PublicKey = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;

/// Thirty-two secret bytes, wiped when they go. Moves, so that there is one copy; a moved-from key is empty.
class SecretKey {
public:
    static SecretKey generate(base::Random& random);
    /// Nothing unless it is 64 hex digits.
    static std::optional<SecretKey> fromHex(std::string_view text);
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    /// Of the Ed25519 key this is the seed of.
    PublicKey signingKey() const;
    /// Of the X25519 key this is the scalar of.
    PublicKey boxKey() const;
    Signature sign(std::string_view message) const;
    /// For the place where it is kept; whoever asks wipes the text.
    std::string hex() const;

private:
    SecretKey() = default;
    std::array<unsigned char, 32> m_bytes {};
};

/// Ed25519 (libsodium): false for a signature of anything else or by anybody else.
bool verify(const PublicKey& key, std::string_view message, const Signature& signature);

std::string hex(const PublicKey& key);
std::string hex(const Signature& signature);
std::optional<PublicKey> publicKeyFromHex(std::string_view text);
std::optional<Signature> signatureFromHex(std::string_view text);

/// Overwrites a text that held a secret.
void wipe(std::string& text);

} // namespace patronat::vault
