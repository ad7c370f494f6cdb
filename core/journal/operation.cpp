// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/operation.h"

#include "core/base/cbor.h"

#include <algorithm>
#include <array>
#include <limits>

namespace patronat::journal {

using base::CborItem;
using base::CborReader;
using base::CborWriter;
using base::ErrorCode;
using base::Result;

namespace {

enum Extension : std::uint64_t { Settles = 1, AfterSigning = 2, Named = 3, Draft = 4, Opens = 5 };
constexpr std::size_t kEnvelope = 10; // items of the outer array
constexpr std::size_t kHeadBytes = 20;
constexpr std::uint64_t kMostNumber = std::numeric_limits<std::int64_t>::max(); // what a Value holds

std::string headBytes(const Head& head)
{
    const auto id = head.id.bytes();
    std::string out(reinterpret_cast<const char*>(id.data()), id.size());
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(head.check >> shift);
    return out;
}

Head headFrom(std::string_view bytes)
{
    Head head { OperationId::fromBytes(bytes.data()), 0 };
    for (std::size_t i = 16; i < kHeadBytes; ++i)
        head.check = head.check << 8 | static_cast<unsigned char>(bytes[i]);
    return head;
}

void writeHeads(CborWriter& out, const std::vector<Head>& heads)
{
    out.array(heads.size());
    for (const Head& head : heads)
        out.bytes(headBytes(head));
}

void writeNames(CborWriter& out, const std::vector<std::string>& names)
{
    out.array(names.size());
    for (const std::string& name : names)
        out.text(name);
}

std::size_t extensionCount(const Operation& o)
{
    return std::size_t { !o.settles.empty() } + std::size_t { !o.afterSigning.empty() }
        + std::size_t { !o.named.empty() } + std::size_t { !o.draft.isNull() }
        + std::size_t { o.opening.has_value() };
}

void writeExtensions(CborWriter& out, const Operation& o)
{
    out.map(extensionCount(o));
    if (!o.settles.empty()) {
        out.unsignedInteger(Settles);
        writeNames(out, o.settles);
    }
    if (!o.afterSigning.empty()) {
        out.unsignedInteger(AfterSigning);
        writeNames(out, o.afterSigning);
    }
    if (!o.named.empty()) {
        out.unsignedInteger(Named);
        writeHeads(out, o.named);
    }
    if (!o.draft.isNull()) {
        out.unsignedInteger(Draft);
        out.id(o.draft);
    }
    if (o.opening) {
        out.unsignedInteger(Opens);
        const auto site = o.opening->site.bytes();
        std::string bytes(reinterpret_cast<const char*>(site.data()), site.size());
        bytes.append(reinterpret_cast<const char*>(o.opening->previousHead.data()), 32);
        out.bytes(bytes);
    }
}

template <typename IdType>
void writeIdUnless(CborWriter& out, const IdType& id, bool implied)
{
    if (implied)
        out.null();
    else
        out.id(id);
}

/// Reads null or sixteen bytes; false also for an implied id in full: one operation has one encoding.
bool readId(CborReader& in, OperationId& id, const OperationId& implied)
{
    const CborItem item = in.next();
    if (item.kind == CborItem::Kind::Null) {
        id = implied;
        return true;
    }
    if (item.kind != CborItem::Kind::Bytes || item.view.size() != 16)
        return false;
    id = OperationId::fromBytes(item.view.data());
    return id != implied;
}

constexpr std::array<bool, 256> kNameBytes = [] {
    std::array<bool, 256> allowed {};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."))
        allowed[static_cast<unsigned char>(c)] = true;
    return allowed;
}();

bool isName(std::string_view name)
{
    if (name.empty() || name.size() > kMaxNameBytes)
        return false;
    bool isAllowed = true;
    for (const char c : name)
        isAllowed = isAllowed && kNameBytes[static_cast<unsigned char>(c)];
    return isAllowed;
}

bool checkHeads(CborReader& in, std::size_t& count)
{
    count = in.array();
    if (in.failed() || count > kMaxHeads)
        return false;
    std::string_view last;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view head = in.bytes();
        if (in.failed() || head.size() != kHeadBytes || (i > 0 && head <= last))
            return false;
        last = head;
    }
    return true;
}

bool checkNames(CborReader& in)
{
    const std::size_t count = in.array();
    std::string_view last;
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        const std::string_view name = in.name();
        if (!isName(name) || (i > 0 && name <= last))
            return false;
        last = name;
    }
    return !in.failed() && count > 0 && count <= kMaxFields;
}

bool isValue(const CborItem& item)
{
    switch (item.kind) {
    case CborItem::Kind::Null:
    case CborItem::Kind::Negative:
        return true;
    case CborItem::Kind::Unsigned:
        return item.number <= kMostNumber;
    case CborItem::Kind::Text:
        return item.view.size() <= kMaxTextBytes; // the reader has looked at its encoding
    case CborItem::Kind::Bytes:
        return item.view.size() == 16;
    default:
        return false;
    }
}

bool checkFields(CborReader& in, std::size_t& count)
{
    count = in.map();
    if (in.failed() || count > kMaxFields)
        return false;
    std::string_view last;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view name = in.name();
        if (in.failed() || !isName(name) || (i > 0 && name <= last))
            return false;
        last = name;
        if (!isValue(in.next()))
            return false;
    }
    return true;
}

/// The names must be among the fields of a write: both lists are sorted.
bool checkAfterSigning(CborReader& in, OperationView& out)
{
    CborReader names = in;
    if (out.kind != Kind::Write || !checkNames(in))
        return false;
    CborReader fields(out.fieldBytes, CborReader::Trust::Checked);
    std::size_t left = out.fieldCount;
    out.afterSigningCount = names.array();
    for (std::size_t i = 0; i < out.afterSigningCount; ++i) {
        const std::string_view name = names.text();
        bool found = false;
        for (; left > 0 && !found; --left) {
            found = fields.text() == name;
            fields.next();
        }
        if (!found)
            return false;
    }
    return true;
}

bool checkExtension(CborReader& in, std::uint64_t key, OperationView& out)
{
    std::size_t count = 0;
    switch (key) {
    case Settles:
        out.plain = false;
        return checkNames(in);
    case AfterSigning:
        return checkAfterSigning(in, out);
    case Named:
        out.plain = false;
        return checkHeads(in, count) && count > 0;
    case Draft: {
        const std::string_view draft = in.bytes();
        return draft.size() == 16 && !base::DraftId::fromBytes(static_cast<const void*>(draft.data())).isNull();
    }
    case Opens:
        return in.bytes().size() == 48;
    default:
        return in.skip(); // a later program's: kept as it came
    }
}

bool checkExtensions(CborReader& in, OperationView& out)
{
    const std::size_t count = in.map();
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        const std::uint64_t key = in.unsignedInteger();
        if (in.failed() || key <= last || !checkExtension(in, key, out))
            return false;
        last = key;
    }
    return !in.failed();
}

std::string_view between(std::string_view bytes, std::size_t from, std::size_t to)
{
    return bytes.substr(from, to - from);
}

/// Everything but the base, the fields and the extensions. False: malformed.
bool readEnvelope(CborReader& in, OperationView& out)
{
    if (in.array() != kEnvelope || in.failed())
        return false;
    const std::uint64_t kind = in.unsignedInteger();
    if (in.failed() || kind < 1 || kind > 7)
        return false;
    out.kind = static_cast<Kind>(kind);
    out.stamp = in.integer();
    OperationId read;
    if (in.failed() || !readId(in, read, {}))
        return false;
    out.author = base::idCast<RecordId>(read);
    out.type = in.text();
    if (in.failed() || !isName(out.type) || !readId(in, read, out.id))
        return false;
    out.record = base::idCast<RecordId>(read);
    if (out.record.isNull() || !readId(in, read, base::idCast<OperationId>(out.record)))
        return false;
    out.unit = base::idCast<base::UnitId>(read);
    return readId(in, read, out.id); // group: read when decoded
}

const char* whyMalformed(CborReader& in, std::string_view bytes, OperationView& out)
{
    if (bytes.size() > kMaxOperationBytes)
        return "operationTooLarge";
    if (!readEnvelope(in, out))
        return "envelope";
    std::size_t start = in.position();
    if (!checkHeads(in, out.baseCount))
        return "base";
    out.baseBytes = between(bytes, start, in.position());
    start = in.position();
    if (!checkFields(in, out.fieldCount))
        return "fields";
    CborReader map(between(bytes, start, in.position()), CborReader::Trust::Checked);
    map.map();
    out.fieldBytes = between(bytes, start + map.position(), in.position());
    if (!checkExtensions(in, out))
        return "extensions";
    if (!in.atEnd())
        return "trailingBytes";
    if (out.isCreation() != (out.baseCount == 0))
        return "baseOfCreation";
    if (out.isCreation() && out.kind != Kind::Write)
        return "kindOfCreation";
    if ((out.kind == Kind::Settle || out.kind == Kind::Cancel || out.kind == Kind::Restore)
        && out.fieldCount != 0)
        return "fieldsOfKind";
    return nullptr;
}

std::vector<std::string> readNames(CborReader& in)
{
    std::vector<std::string> names(in.array());
    for (std::string& name : names)
        name = in.text();
    return names;
}

std::vector<Head> readHeads(CborReader& in)
{
    std::vector<Head> heads(in.array());
    for (Head& head : heads)
        head = headFrom(in.bytes());
    return heads;
}

Opening readOpening(std::string_view bytes)
{
    Opening opening;
    opening.site = base::SiteId::fromBytes(bytes.data());
    std::copy_n(bytes.data() + 16, 32, opening.previousHead.begin());
    return opening;
}

void readExtensions(CborReader& in, Operation& out)
{
    const std::size_t count = in.map();
    for (std::size_t i = 0; i < count; ++i) {
        switch (in.unsignedInteger()) {
        case Settles:
            out.settles = readNames(in);
            break;
        case AfterSigning:
            out.afterSigning = readNames(in);
            break;
        case Named:
            out.named = readHeads(in);
            break;
        case Draft:
            out.draft = base::DraftId::fromBytes(in.bytes().data());
            break;
        case Opens:
            out.opening = readOpening(in.bytes());
            break;
        default:
            in.skip();
        }
    }
}

} // namespace

std::vector<Head> OperationView::base() const
{
    CborReader in(baseBytes, CborReader::Trust::Checked);
    return readHeads(in);
}

std::string encode(const Operation& o)
{
    std::string bytes;
    CborWriter out(bytes);
    out.array(kEnvelope);
    out.unsignedInteger(static_cast<std::uint64_t>(o.kind));
    out.integer(o.stamp);
    writeIdUnless(out, o.author, o.author.isNull());
    out.text(o.type);
    writeIdUnless(out, o.record, o.isCreation());
    writeIdUnless(out, o.unit, base::idCast<RecordId>(o.unit) == o.record);
    writeIdUnless(out, o.group, base::idCast<OperationId>(o.group) == o.id);
    writeHeads(out, o.base);
    out.map(o.fields.size());
    for (const auto& [field, value] : o.fields) {
        out.text(field);
        out.value(value);
    }
    writeExtensions(out, o);
    return bytes;
}

std::uint64_t operationHash(OperationId id, std::string_view bytes)
{
    return base::quickHash(bytes, id.origin ^ (id.sequence * 0x9E3779B97F4A7C15ULL));
}

std::string seal(Operation& operation)
{
    std::string bytes = encode(operation);
    operation.hash = operationHash(operation.id, bytes);
    return bytes;
}

Result<OperationView> view(OperationId id, std::string_view bytes)
{
    OperationView out;
    out.id = id;
    out.bytes = bytes;
    CborReader in(bytes);
    if (const char* why = whyMalformed(in, bytes, out))
        return { ErrorCode::InvalidValue, { "operation", id.hex(), why } };
    out.hash = operationHash(id, bytes);
    return out;
}

Operation decode(const OperationView& checked)
{
    Operation out;
    out.id = checked.id;
    out.kind = checked.kind;
    out.stamp = checked.stamp;
    out.author = checked.author;
    out.type = checked.type;
    out.record = checked.record;
    out.unit = checked.unit;
    CborReader in(checked.bytes, CborReader::Trust::Checked);
    in.array();
    for (int i = 0; i < 6; ++i)
        in.next();
    OperationId group;
    readId(in, group, checked.id);
    out.group = base::idCast<base::GroupId>(group);
    out.base = readHeads(in);
    const std::size_t fields = in.map();
    for (std::size_t i = 0; i < fields; ++i) {
        std::string name(in.text());
        out.fields.emplace_hint(out.fields.end(), std::move(name), in.value());
    }
    readExtensions(in, out);
    out.hash = checked.hash;
    return out;
}

Result<Operation> decode(OperationId id, std::string_view bytes)
{
    PATRONAT_LET(const OperationView checked, view(id, bytes));
    return decode(checked);
}

} // namespace patronat::journal
