// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"
#include "core/base/random.h"
#include "core/journal/operation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace patronat;
using base::CborWriter;
using base::Value;
using journal::Head;
using journal::Kind;
using journal::Operation;

namespace {

base::OperationId randomId(base::Random& random)
{
    return { random.next(), 1 + random.below(100000) };
}

std::string randomName(base::Random& random)
{
    std::string name;
    for (std::uint64_t i = 0; i <= random.below(8); ++i)
        name += "abcXYZ019_."[random.below(11)];
    return name;
}

Value randomValue(base::Random& random)
{
    switch (random.below(6)) {
    case 0:
        return {};
    case 1:
        return static_cast<std::int64_t>(random.next() >> random.below(64));
    case 2:
        return -static_cast<std::int64_t>(random.next() >> (1 + random.below(63)));
    case 3:
        return base::idCast<base::RecordId>(randomId(random));
    case 4:
        return std::string(random.below(300), 'q');
    default:
        return "Гөлнара \xF0\x9F\x8C\xB7";
    }
}

template <typename T, typename Make>
std::vector<T> sortedSome(base::Random& random, std::uint64_t atLeast, Make make)
{
    std::vector<T> out;
    for (std::uint64_t i = atLeast + random.below(3); i > 0; --i)
        out.push_back(make(random));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Head randomHead(base::Random& random)
{
    return { randomId(random), static_cast<std::uint32_t>(random.next()) };
}

void addExtensions(base::Random& random, Operation& o)
{
    if (random.chance(30))
        o.settles = sortedSome<std::string>(random, 1, randomName);
    // Only of a write, and only of fields it writes.
    for (const auto& [field, value] : o.fields)
        if (o.kind == Kind::Write && random.chance(30))
            o.afterSigning.push_back(field);
    if (random.chance(30))
        o.named = sortedSome<Head>(random, 1, randomHead);
    if (random.chance(30))
        o.draft = base::idCast<base::DraftId>(randomId(random));
    if (random.chance(20)) {
        o.opening = journal::Opening { base::idCast<base::SiteId>(randomId(random)), {} };
        random.fill(o.opening->previousHead);
    }
}

Operation randomOperation(base::Random& random)
{
    Operation o;
    o.id = randomId(random);
    o.kind = static_cast<Kind>(1 + random.below(7));
    o.stamp = static_cast<std::int64_t>(random.next()) >> random.below(64);
    if (random.chance(70))
        o.author = base::idCast<base::RecordId>(randomId(random));
    o.type = "t" + randomName(random);
    o.record = base::idCast<base::RecordId>(randomId(random));
    if (random.chance(30)) {
        o.kind = Kind::Write;
        o.record = base::idCast<base::RecordId>(o.id);
    } else {
        o.base = sortedSome<Head>(random, 1, randomHead);
    }
    const std::uint64_t unit = random.below(3);
    if (unit > 0)
        o.unit = unit == 1 ? base::idCast<base::UnitId>(o.record) : base::idCast<base::UnitId>(randomId(random));
    o.group = base::idCast<base::GroupId>(random.chance(50) ? o.id : randomId(random));
    if (o.kind != Kind::Settle && o.kind != Kind::Cancel && o.kind != Kind::Restore)
        for (std::uint64_t i = random.below(5); i > 0; --i)
            o.fields[randomName(random)] = randomValue(random);
    addExtensions(random, o);
    return o;
}

Operation plainOperation()
{
    Operation o;
    o.id = { 7, 2 };
    o.type = "measure";
    o.record = { 7, 1 };
    o.base = { { { 7, 1 }, 5 } };
    o.fields["due"] = "2027-03-12";
    return o;
}

bool refused(const Operation& o)
{
    return !journal::view(o.id, journal::encode(o)).ok();
}

std::string reasonOf(base::OperationId id, std::string_view bytes)
{
    const auto seen = journal::view(id, bytes);
    return seen.ok() ? "" : seen.error().args.at(2);
}

/// Whether bytes hold an extension that this program does not know: it keeps them, but only as bytes.
bool hasUnknownExtension(std::string_view bytes)
{
    base::CborReader in(bytes);
    in.array();
    for (int i = 0; i < 9; ++i)
        in.skip();
    for (std::size_t left = in.map(); left > 0; --left) {
        if (in.unsignedInteger() > 5)
            return true;
        in.skip();
    }
    return false;
}

/// An operation written item by item, so that a test can put a wrong one in the place of any.
struct Items {
    std::string kind = "\x01", stamp = "\x05", author = "\xf6", type = "\x61t", record = "\xf6", unit = "\xf6",
                group = "\xf6", base = "\x80", fields = "\xa0", extensions = "\xa0";
    std::string bytes() const
    {
        return "\x8a" + kind + stamp + author + type + record + unit + group + base + fields + extensions;
    }
};

template <typename Write>
std::string cbor(Write write)
{
    std::string out;
    CborWriter writer(out);
    write(writer);
    return out;
}

constexpr base::OperationId kId { 0x0102030405060708, 9 };

} // namespace

TEST_CASE("An operation comes back as it was written")
{
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        INFO("seed " << seed);
        base::SeededRandom random(seed);
        Operation o = randomOperation(random);
        const std::string bytes = journal::seal(o);
        const auto back = journal::decode(o.id, bytes);
        REQUIRE(back.ok());
        REQUIRE(*back == o);
        const auto seen = journal::view(o.id, bytes);
        REQUIRE(seen->base() == o.base);
        REQUIRE(seen->plain == (o.settles.empty() && o.named.empty()));
        REQUIRE(seen->fieldCount == o.fields.size());
        REQUIRE(seen->isCreation() == o.isCreation());
    }
}

TEST_CASE("An operation cut at any byte is refused")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        base::SeededRandom random(seed);
        const Operation o = randomOperation(random);
        const std::string bytes = journal::encode(o);
        for (std::size_t length = 0; length < bytes.size(); ++length)
            REQUIRE_FALSE(journal::view(o.id, std::string(bytes, 0, length)).ok());
        REQUIRE_FALSE(journal::view(o.id, bytes + '\xf6').ok());
    }
}

TEST_CASE("An operation with any bit flipped is refused or has no other encoding")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        base::SeededRandom random(seed);
        const Operation o = randomOperation(random);
        const std::string bytes = journal::encode(o);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            INFO("seed " << seed << " bit " << bit);
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto back = journal::decode(o.id, flipped);
            REQUIRE((!back.ok() || hasUnknownExtension(flipped) || journal::encode(*back) == flipped));
        }
    }
}

TEST_CASE("Random bytes are refused or have no other encoding")
{
    base::SeededRandom random(99);
    const Items plain;
    for (int round = 0; round < 20000; ++round) {
        std::string bytes = plain.bytes();
        for (std::uint64_t i = 1 + random.below(4); i > 0; --i)
            bytes.insert(random.below(bytes.size()), 1, static_cast<char>(random.next()));
        const auto back = journal::decode(kId, bytes);
        REQUIRE((!back.ok() || hasUnknownExtension(bytes) || journal::encode(*back) == bytes));
    }
}

TEST_CASE("A second spelling of an operation is refused")
{
    const auto own = cbor([](CborWriter& out) { out.id(kId); });
    const auto zero = cbor([](CborWriter& out) { out.id(base::OperationId {}); });
    REQUIRE(reasonOf(kId, Items {}.bytes()).empty());
    CHECK(reasonOf(kId, Items { .record = own }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .unit = own }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .group = own }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .author = zero }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .stamp = "\x18\x05" }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .type = std::string("\x78\x01t") }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .extensions = "\xa1\x04" + zero }.bytes()) == "extensions");
    CHECK(reasonOf(kId, Items { .extensions = "\xa1\x01\x80" }.bytes()) == "extensions");
    CHECK(reasonOf(kId, Items { .extensions = "\xa1\x03\x80" }.bytes()) == "extensions");
}

TEST_CASE("A record is named by an id that is not null")
{
    Operation o = plainOperation();
    o.record = {};
    CHECK(refused(o));
}

TEST_CASE("Kinds, bases and fields that do not go together are refused")
{
    Operation o = plainOperation();
    REQUIRE_FALSE(refused(o));
    o.base.clear();
    CHECK(refused(o)); // a change of nothing
    o = plainOperation();
    o.record = base::idCast<base::RecordId>(o.id);
    CHECK(refused(o)); // a creation on top of something
    o.base.clear();
    CHECK_FALSE(refused(o));
    o.kind = Kind::Sign;
    CHECK(refused(o)); // a creation that is no write
    for (const Kind kind : { Kind::Settle, Kind::Cancel, Kind::Restore }) {
        o = plainOperation();
        o.kind = kind;
        CHECK(refused(o)); // writes values
    }
    CHECK(reasonOf(kId, Items { .kind = std::string(1, '\0') }.bytes()) == "envelope");
    CHECK(reasonOf(kId, Items { .kind = "\x08" }.bytes()) == "envelope");
}

TEST_CASE("Numbers that no value can hold are refused")
{
    const auto fieldsOf = [](const std::string& value) { return Items { .fields = "\xa1\x61x" + value }.bytes(); };
    const std::string most = cbor([](CborWriter& out) { out.integer(std::numeric_limits<std::int64_t>::max()); });
    const std::string more = cbor([](CborWriter& out) { out.unsignedInteger(std::uint64_t { 1 } << 63); });
    const std::string least = cbor([](CborWriter& out) { out.integer(std::numeric_limits<std::int64_t>::min()); });
    CHECK(reasonOf(kId, fieldsOf(most)).empty());
    CHECK(reasonOf(kId, fieldsOf(least)).empty());
    CHECK(reasonOf(kId, fieldsOf(more)) == "fields");
    CHECK(reasonOf(kId, fieldsOf("\xf5")) == "fields"); // true
    CHECK(reasonOf(kId, fieldsOf("\x80")) == "fields"); // an array
    CHECK(reasonOf(kId, fieldsOf("\x41q")) == "fields"); // one byte is no reference
    CHECK(reasonOf(kId, fieldsOf("\x61\xff")) == "fields"); // no UTF-8
}

TEST_CASE("Names, heads and texts are bounded and in order")
{
    Operation o = plainOperation();
    o.type = std::string(journal::kMaxNameBytes, 't');
    CHECK_FALSE(refused(o));
    o.type += 't';
    CHECK(refused(o));
    for (const char* name : { "", "with space", "имя", "a-b", "a\"b" }) {
        o = plainOperation();
        o.fields[name] = 1;
        CHECK(refused(o));
    }
    o = plainOperation();
    o.fields["x"] = std::string(journal::kMaxTextBytes, 'x');
    CHECK_FALSE(refused(o));
    o.fields["x"] = std::string(journal::kMaxTextBytes + 1, 'x');
    CHECK(refused(o));
    o = plainOperation();
    o.base.clear();
    for (std::uint64_t i = 1; i <= journal::kMaxHeads; ++i)
        o.base.push_back({ { 1, i }, 0 });
    CHECK_FALSE(refused(o));
    o.base.push_back({ { 2, 1 }, 0 });
    CHECK(refused(o));
    o.base = { { { 2, 1 }, 0 }, { { 1, 1 }, 0 } };
    CHECK(refused(o));
    o.base = { { { 1, 1 }, 0 }, { { 1, 1 }, 0 } };
    CHECK(refused(o));
    o = plainOperation();
    o.settles = { "b", "a" };
    CHECK(refused(o));
    o.settles = { "a", "a" };
    CHECK(refused(o));
}

TEST_CASE("An operation has at most so many fields and bytes")
{
    Operation o = plainOperation();
    o.fields.clear();
    for (std::size_t i = 0; i < journal::kMaxFields; ++i)
        o.fields["f" + std::to_string(i)] = 1;
    CHECK_FALSE(refused(o));
    o.fields["onemore"] = 1;
    CHECK(refused(o));
    o.fields.clear();
    for (const char* field : { "a", "b", "c", "d" })
        o.fields[field] = std::string(journal::kMaxTextBytes, 'x');
    CHECK(journal::view(o.id, journal::encode(o)).error().args.at(2) == "operationTooLarge");
    o.fields["d"] = "short";
    CHECK_FALSE(refused(o));
}

TEST_CASE("Equal bytes under another id have another hash")
{
    const std::string bytes = Items {}.bytes();
    const auto hash = journal::view(kId, bytes)->hash;
    CHECK(journal::view({ kId.origin, kId.sequence + 1 }, bytes)->hash != hash);
    CHECK(journal::view({ kId.origin + 1, kId.sequence }, bytes)->hash != hash);
    CHECK(journal::view(kId, bytes)->hash == hash);
}

TEST_CASE("An extension of a later program is accepted, hashed and kept in the bytes")
{
    const std::string later = Items { .extensions = "\xa1\x18\x40\x82\x01\xa1\x61k\x61v" }.bytes();
    const auto seen = journal::view(kId, later);
    REQUIRE(seen.ok());
    CHECK(seen->bytes == later);
    CHECK(seen->plain);
    CHECK(seen->hash != journal::view(kId, Items {}.bytes())->hash);
    CHECK(journal::decode(kId, later)->hash == seen->hash);
    std::string deep = "\xa1\x18\x40";
    deep += std::string(9, '\x81') + "\x01";
    CHECK(reasonOf(kId, Items { .extensions = deep }.bytes()) == "extensions");
    CHECK(reasonOf(kId, Items { .extensions = std::string("\xa1\x00\x01", 3) }.bytes()) == "extensions");
}
