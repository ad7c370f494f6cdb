// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"
#include "core/base/hash.h"
#include "core/base/random.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>
#include <catch2/catch.hpp>

#include <limits>
#include <random>

using namespace patronat::base;

namespace {

std::uint64_t freshSeed()
{
    return std::random_device {}();
}

std::string encoded(const QCborValue& value)
{
    return value.toCbor().toStdString();
}

QString someText(Random& random)
{
    static const QString kLetters = QStringLiteral("aZ 0\"\\йЁңӘһ–№字😀");
    QString out;
    for (std::uint64_t i = random.below(40); i > 0; --i)
        out += kLetters[static_cast<qsizetype>(
            random.below(static_cast<std::uint64_t>(kLetters.size())))];
    // Halves of a pair are no text.
    return QString::fromUtf8(out.toUtf8()).remove(QChar::ReplacementCharacter);
}

/// A number with every width of head equally likely.
std::int64_t someNumber(Random& random)
{
    const auto number = static_cast<std::int64_t>(random.next() >> (1 + random.below(63)));
    return random.chance(50) ? number : -1 - number;
}

QCborValue someItem(Random& random, int depth)
{
    switch (random.below(depth > 0 ? 6 : 4)) {
    case 0:
        return QCborValue(QCborValue::Null);
    case 1:
        return QCborValue(static_cast<qint64>(someNumber(random)));
    case 2:
        return QCborValue(someText(random));
    case 3:
        return QCborValue(QByteArray(static_cast<qsizetype>(random.below(300)), 'x'));
    case 4: {
        QCborArray array;
        for (std::uint64_t i = random.below(30); i > 0; --i)
            array.append(someItem(random, depth - 1));
        return array;
    }
    default: {
        QCborMap map;
        for (std::uint64_t i = random.below(30); i > 0; --i)
            map.insert(static_cast<qint64>(someNumber(random)), someItem(random, depth - 1));
        return map;
    }
    }
}

/// The same item through our writer.
void write(CborWriter& writer, const QCborValue& item)
{
    if (item.isNull()) {
        writer.null();
    } else if (item.isInteger()) {
        writer.integer(item.toInteger());
    } else if (item.isString()) {
        writer.text(item.toString().toStdString());
    } else if (item.isByteArray()) {
        writer.bytes(item.toByteArray().toStdString());
    } else if (item.isArray()) {
        const QCborArray array = item.toArray();
        writer.array(static_cast<std::size_t>(array.size()));
        for (const QCborValue& child : array)
            write(writer, child);
    } else {
        const QCborMap map = item.toMap();
        writer.map(static_cast<std::size_t>(map.size()));
        for (const auto& [key, child] : map) {
            write(writer, key);
            write(writer, child);
        }
    }
}

/// The same item back through our reader.
QCborValue read(CborReader& reader)
{
    const CborItem item = reader.next();
    const auto bytes = QByteArray(item.view.data(), static_cast<qsizetype>(item.view.size()));
    switch (item.kind) {
    case CborItem::Kind::Invalid:
        return QCborValue(QCborValue::Invalid);
    case CborItem::Kind::Null:
        return QCborValue(QCborValue::Null);
    case CborItem::Kind::Unsigned:
        return QCborValue(static_cast<qint64>(item.number));
    case CborItem::Kind::Negative:
        return QCborValue(-1 - static_cast<qint64>(item.number));
    case CborItem::Kind::Text:
        return QCborValue(QString::fromUtf8(bytes));
    case CborItem::Kind::Bytes:
        return QCborValue(bytes);
    case CborItem::Kind::Array: {
        QCborArray array;
        for (std::uint64_t i = 0; i < item.number; ++i)
            array.append(read(reader));
        return array;
    }
    case CborItem::Kind::Map: {
        QCborMap map;
        for (std::uint64_t i = 0; i < item.number; ++i) {
            const QCborValue key = read(reader);
            map.insert(key, read(reader));
        }
        return map;
    }
    }
    return QCborValue(QCborValue::Invalid);
}

bool accepts(std::string_view source)
{
    CborReader reader(source);
    return reader.skip() && reader.atEnd();
}

} // namespace

TEST_CASE("CBOR is written byte for byte as Qt writes it", "[cbor]")
{
    const std::uint64_t seed = freshSeed();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 500; ++i) {
        const QCborValue item = someItem(random, 3);

        std::string ours;
        CborWriter writer(ours);
        write(writer, item);

        REQUIRE(hex(ours) == hex(encoded(item)));
    }
}

TEST_CASE("CBOR that Qt wrote is read back as it was", "[cbor]")
{
    const std::uint64_t seed = freshSeed();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 500; ++i) {
        const QCborValue item = someItem(random, 3);
        const std::string source = encoded(item);

        CborReader reader(source);
        const QCborValue back = read(reader);

        REQUIRE(reader.atEnd());
        REQUIRE((back == item));
        REQUIRE(accepts(source));
    }
}

TEST_CASE("CBOR cut off anywhere is refused", "[cbor]")
{
    const std::uint64_t seed = freshSeed();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 100; ++i) {
        const std::string source = encoded(someItem(random, 2));
        for (std::size_t size = 0; size < source.size(); ++size) {
            CAPTURE(size);
            REQUIRE_FALSE(accepts(std::string_view(source).substr(0, size)));
        }
    }
}

TEST_CASE("whatever bytes are accepted Qt accepts as well", "[cbor]")
{
    const std::uint64_t seed = freshSeed();
    CAPTURE(seed);
    SeededRandom random(seed);
    int accepted = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string source = encoded(someItem(random, 2)).substr(0, 200);
        const std::uint64_t place = random.below(source.size());
        source[static_cast<std::size_t>(place)] = static_cast<char>(random.below(256));
        if (!accepts(source))
            continue;
        ++accepted;
        QCborParserError error;
        QCborValue::fromCbor(QByteArray::fromStdString(source), &error);
        CAPTURE(hex(source));
        REQUIRE(error.error == QCborError::NoError);
    }
    REQUIRE(accepted > 0);
}

TEST_CASE("CBOR of kinds this format has not is refused", "[cbor]")
{
    using namespace std::string_literals;
    const auto [name, source] = GENERATE(table<std::string, std::string>({
        { "indefinite array", "\x9F\x01\xFF"s },
        { "indefinite map", "\xBF\x01\x02\xFF"s },
        { "indefinite text", "\x7F\x61\x61\xFF"s },
        { "indefinite bytes", "\x5F\x41\x61\xFF"s },
        { "lone end", "\xFF"s },
        { "tag", "\xC1\x01"s },
        { "false", "\xF4"s },
        { "true", "\xF5"s },
        { "undefined", "\xF7"s },
        { "simple value", "\xE0"s },
        { "simple value of two bytes", "\xF8\xFF"s },
        { "half float", "\xF9\x00\x00"s },
        { "float", "\xFA\x00\x00\x00\x00"s },
        { "double", "\xFB\x00\x00\x00\x00\x00\x00\x00\x00"s },
        { "reserved head", "\x1C"s },
        { "negative beyond int64", "\x3B\x80\x00\x00\x00\x00\x00\x00\x00"s },
        { "text that is no UTF-8", "\x62\xC3\x28"s },
        { "count beyond the source", "\x83\x01\x02"s },
        { "enormous count of an array", "\x9B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"s },
        { "enormous count of a map", "\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"s },
        { "enormous length of a text", "\x7B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x61"s },
        { "enormous length of bytes", "\x5B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x61"s },
        { "nothing", ""s },
    }));
    CAPTURE(name);

    CborReader reader(source);

    REQUIRE_FALSE(reader.skip());
    REQUIRE(reader.failed());
    REQUIRE_FALSE(reader.atEnd());
}

TEST_CASE("nesting deeper than asked for is refused", "[cbor]")
{
    std::string source(8, '\x81');
    source += '\x01';
    CHECK(accepts(source));
    CHECK_FALSE(accepts('\x81' + source));
    CHECK_FALSE(accepts(std::string(100000, '\x81') + '\x01'));
}

TEST_CASE("the edges of numbers survive CBOR", "[cbor]")
{
    std::string bytes;
    CborWriter writer(bytes);
    writer.array(3);
    writer.integer(std::numeric_limits<std::int64_t>::min());
    writer.integer(std::numeric_limits<std::int64_t>::max());
    writer.unsignedInteger(std::numeric_limits<std::uint64_t>::max());

    CborReader reader(bytes);
    CHECK(reader.array() == 3);
    CHECK(reader.integer() == std::numeric_limits<std::int64_t>::min());
    CHECK(reader.integer() == std::numeric_limits<std::int64_t>::max());
    CHECK(reader.unsignedInteger() == std::numeric_limits<std::uint64_t>::max());
    CHECK(reader.atEnd());

    QCborStreamReader oracle(QByteArray::fromStdString(bytes));
    REQUIRE(oracle.enterContainer());
    CHECK(oracle.toInteger() == std::numeric_limits<qint64>::min());
    oracle.next();
    CHECK(oracle.toInteger() == std::numeric_limits<qint64>::max());
    oracle.next();
    CHECK(oracle.toUnsignedInteger() == std::numeric_limits<quint64>::max());
}

TEST_CASE("an unsigned number beyond int64 is no value of a field", "[cbor]")
{
    std::string bytes;
    CborWriter(bytes).unsignedInteger(1ULL << 63);

    CborReader asInteger(bytes);
    CHECK(asInteger.integer() == 0);
    CHECK(asInteger.failed());
    CborReader asValue(bytes);
    CHECK(asValue.value().isNull());
    CHECK(asValue.failed());
}

TEST_CASE("values of every kind survive CBOR", "[cbor]")
{
    const Value value
        = GENERATE(values<Value>({ Value(), Value(0), Value(-5), Value(std::int64_t { 1 } << 40),
            Value("Зәйнәп"), Value(""), Value(RecordId { 0xFEDCBA9876543210ULL, 7 }) }));

    std::string bytes;
    CborWriter(bytes).value(value);
    CborReader reader(bytes);

    CHECK((reader.value() == value));
    CHECK(reader.atEnd());
}

TEST_CASE("bytes that are no identity are no value", "[cbor]")
{
    std::string bytes;
    CborWriter(bytes).bytes("fifteen bytes..");

    CborReader reader(bytes);

    CHECK(reader.value().isNull());
    CHECK(reader.failed());
}

TEST_CASE("asking CBOR for another kind fails the reader for good", "[cbor]")
{
    const std::string source("\x61\x61\x01\x02", 4); // "a", 1, 2
    CborReader reader(source);

    CHECK(reader.array() == 0);

    CHECK(reader.failed());
    CHECK(reader.integer() == 0);
    CHECK(reader.unsignedInteger() == 0);
    CHECK(reader.map() == 0);
    CHECK(reader.text().empty());
    CHECK(reader.bytes().empty());
    CHECK_FALSE(reader.skip());
    CHECK_FALSE(reader.atEnd());
}
