// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys.h"

#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("A signature is of its message and its key only")
{
    base::SeededRandom random(1);
    const auto key = vault::SecretKey::generate(random);
    const auto other = vault::SecretKey::generate(random);
    const auto signature = key.sign("message");
    CHECK(vault::verify(key.signingKey(), "message", signature));
    CHECK_FALSE(vault::verify(key.signingKey(), "messagf", signature));
    CHECK_FALSE(vault::verify(other.signingKey(), "message", signature));
    auto changed = signature;
    changed[40] ^= 1;
    CHECK_FALSE(vault::verify(key.signingKey(), "message", changed));
}

TEST_CASE("Keys are those of RFC 8032 and RFC 7748")
{
    // RFC 8032 7.1 TEST 1.
    const auto key = vault::SecretKey::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    REQUIRE(key);
    CHECK(vault::hex(key->signingKey()) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(vault::hex(key->sign(""))
        == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    // X25519 with the base point, computed apart by the formulas of RFC 7748 5.
    const auto box = vault::SecretKey::fromHex("77076d0a7318a57d3c16c17251b26645df0a8a5b2f1d5e9bb7a8d0a1c2e3f405");
    REQUIRE(box);
    CHECK(vault::hex(box->boxKey()) == "bb5de9f53280f294a265352d29ed580bdfbfa5e5d452a8bc643bb6e6ffef3442");
}

TEST_CASE("Hex of another length or with other letters is no key")
{
    CHECK_FALSE(vault::SecretKey::fromHex(""));
    CHECK_FALSE(vault::SecretKey::fromHex(std::string(63, 'a')));
    CHECK_FALSE(vault::SecretKey::fromHex(std::string(66, 'a')));
    CHECK_FALSE(vault::SecretKey::fromHex(std::string(63, 'a') + "g"));
    const std::string text(64, 'a');
    CHECK(vault::SecretKey::fromHex(text)->hex() == text);
}

TEST_CASE("A key that has moved leaves nothing behind")
{
    base::SeededRandom random(2);
    auto key = vault::SecretKey::generate(random);
    const std::string text = key.hex();
    const vault::SecretKey moved = std::move(key);
    CHECK(moved.hex() == text);
    CHECK(key.hex() == std::string(64, '0')); // NOLINT(bugprone-use-after-move): that is what is asked
}
