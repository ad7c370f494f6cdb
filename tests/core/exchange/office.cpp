// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/office.h"

#include "core/exchange/identity.h"
#include "core/store/digest.h"
#include "core/store/verify.h"

#include <catch2/catch.hpp>

#include <functional>

namespace patronat::tests {

using base::Fields;
using base::RecordId;
using base::Value;
using profile::Field;
using profile::FieldType;
using profile::RecordType;
using profile::UnitKind;

namespace {

Field text(std::string id)
{
    Field field;
    field.id = std::move(id);
    return field;
}

Field reference(std::string id, std::string target, bool draws = false, bool drawnBy = false)
{
    Field field = text(std::move(id));
    field.type = FieldType::Reference;
    field.target = std::move(target);
    field.draws = draws;
    field.drawnBy = drawnBy;
    return field;
}

RecordType type(std::string id, UnitKind unit, std::vector<Field> fields, std::vector<std::string> through = {})
{
    RecordType out;
    out.id = std::move(id);
    out.unitKind = unit;
    out.unitFields = std::move(through);
    out.fields = std::move(fields);
    out.titleExpression = "\"" + out.fields.front().id + "\"";
    out.indexFields();
    return out;
}

std::vector<RecordType> types()
{
    std::vector<RecordType> out;
    out.push_back(type("territory", UnitKind::Everyone, { text("code"), text("name"), reference("parent", "territory") }));
    out.push_back(type("family", UnitKind::Self, { text("name"), text("note"), reference("territory", "territory") }));
    out.back().scopeField = "territory";
    out.back().nameFields = { "name" };
    out.push_back(type("person", UnitKind::Self, { text("name"), text("note") }));
    out.back().nameFields = { "name" };
    out.push_back(type("member", UnitKind::Through,
        { reference("family", "family"), reference("person", "person", true) }, { "family" }));
    out.push_back(type("body", UnitKind::Self, { text("name"), reference("territory", "territory") }));
    out.back().scopeField = "territory";
    out.push_back(type("meeting", UnitKind::Through, { text("date"), reference("body", "body") }, { "body" }));
    out.push_back(type("agendaItem", UnitKind::Through,
        { text("title"), reference("meeting", "meeting", false, true), reference("family", "family") }, { "family" }));
    return out;
}

constexpr base::Origin kSeedOrigin = 0x0101010101010101;

profile::SeedEntry seed(std::size_t record, std::string code, const std::string& parent)
{
    profile::SeedEntry entry;
    entry.type = "territory";
    entry.key = code;
    entry.record = record;
    entry.fieldsJson = R"({"code": ")" + code + R"(", "name": "Район )" + code + "\"";
    if (!parent.empty())
        entry.fieldsJson += R"(, "parent": {"seed": ["territory", ")" + parent + R"("]})";
    entry.fieldsJson += "}";
    return entry;
}

} // namespace

std::shared_ptr<const profile::Profile> smallProfile()
{
    auto out = std::make_shared<profile::Profile>();
    out->id = "small";
    out->version = "1";
    out->chain = { "small" };
    out->languages = { "en" };
    out->settingsJson = "{}";
    out->types = types();
    out->seeds.push_back({ "small", kSeedOrigin,
        { seed(1, "16", ""), seed(2, "16-01", "16"), seed(3, "16-02", "16"), seed(4, "16-01-07", "16-01") } });
    out->hash = base::hex(base::blake2b("small profile 1"));
    return out;
}

Office::Office(const TemporaryFolder& folder, std::string code, std::string kind, std::uint64_t seed)
    : m_folder(folder)
    , m_code(std::move(code))
    , m_path(folder.file(m_code + ".db"))
    , m_random(seed != 0 ? seed : std::hash<std::string> {}(m_code))
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.faults = &m_faults;
    const store::SiteIdentity site { { m_random.next(), m_random.next() }, std::move(kind), m_code, "Office " + m_code };
    auto made = store::Store::create(m_path, smallProfile(), site, { m_clock, m_random }, options);
    INFO((made ? std::string() : describe(made.error())));
    REQUIRE(made);
    m_store = std::move(*made);
}

void Office::reopen()
{
    m_store.reset();
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.faults = &m_faults;
    auto opened = store::Store::open(m_path, { m_clock, m_random }, options);
    INFO((opened ? std::string() : describe(opened.error())));
    REQUIRE(opened);
    m_store = std::move(*opened);
}

void Office::certify(const vault::InstitutionKey& key, std::vector<std::string> territories)
{
    REQUIRE(exchange::certifySite(*m_store, key, std::move(territories)).ok());
}

RecordId Office::create(const std::string& type, Fields fields)
{
    m_clock.advance(1000);
    const auto made = m_store->write({}, [&](store::WriteTx& tx) { return tx.create(type, fields); });
    INFO((made ? std::string() : describe(made.error())));
    REQUIRE(made);
    return *made;
}

base::OperationId Office::putAt(
    const std::string& type, RecordId id, const std::vector<journal::Head>& base, Fields fields)
{
    m_clock.advance(1000);
    const auto put = m_store->write({}, [&](store::WriteTx& tx) { return tx.put(type, id, base, fields); });
    INFO((put ? std::string() : describe(put.error())));
    REQUIRE(put);
    return *put;
}

base::OperationId Office::put(const std::string& type, RecordId id, Fields fields)
{
    return putAt(type, id, record(type, id).heads, std::move(fields));
}

store::Record Office::record(const std::string& type, RecordId id)
{
    const auto found = m_store->read([&](const store::ReadTx& tx) { return tx.record(type, id); });
    REQUIRE(found);
    return *found;
}

bool Office::has(const std::string& type, RecordId id)
{
    return m_store->read([&](const store::ReadTx& tx) { return tx.record(type, id); }).ok();
}

Value Office::value(const std::string& type, RecordId id, const std::string& field)
{
    const store::Record found = record(type, id);
    const auto at = found.values.find(field);
    return at == found.values.end() ? Value() : at->second;
}

RecordId Office::territory(const std::string& code)
{
    const auto found = m_store->read(
        [&](const store::ReadTx& tx) { return tx.list("territory", "\"code\" = '" + code + "'"); });
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    return found->front();
}

RecordId Office::family(const std::string& name, const std::string& territoryCode)
{
    const RecordId made = create("family", { { "name", Value(name) }, { "territory", Value(territory(territoryCode)) } });
    const RecordId person = create("person", { { "name", Value(name + " Person") } });
    create("member", { { "family", Value(made) }, { "person", Value(person) } });
    return made;
}

exchange::ExportReport Office::exportTo(const std::string& fileName, const std::string& recipient, bool all)
{
    base::Job job;
    exchange::ExportOptions options;
    options.file = m_folder.file(fileName);
    options.recipient = recipient;
    options.all = all;
    auto report = exchange::exportBatch(*m_store, options, job);
    INFO((report ? std::string() : describe(report.error())));
    REQUIRE(report);
    return *report;
}

exchange::MergeReport Office::mergeFiles(const std::vector<std::filesystem::path>& files, exchange::MergeOptions options)
{
    base::Job job;
    auto report = exchange::mergeBatches(*m_store, files, options, job);
    INFO((report ? std::string() : describe(report.error())));
    REQUIRE(report);
    const auto verified = store::verify(*m_store, job);
    REQUIRE(verified);
    for (const store::VerifyProblem& problem : verified->problems)
        FAIL_CHECK(problem.code << " " << (problem.args.empty() ? "" : problem.args.front()));
    return *report;
}

std::string Office::digest()
{
    const auto sum = m_store->read(
        [](const store::ReadTx& tx) -> base::Result<base::Digest256> { return store::digest(tx); });
    REQUIRE(sum);
    return base::hex(*sum);
}

std::int64_t Office::count(const std::string& sql)
{
    const auto found = m_store->read([&](const store::ReadTx& tx) -> base::Result<std::int64_t> {
        auto select = tx.connection().prepareOnce(sql);
        select.step();
        return select.integer(0);
    });
    REQUIRE(found);
    return *found;
}

std::string Office::contents()
{
    const auto found = m_store->read([](const store::ReadTx& tx) -> base::Result<std::string> {
        std::string out;
        std::vector<std::string> tables;
        auto names = tx.connection().prepareOnce(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name");
        while (names.step())
            tables.emplace_back(names.text(0));
        names.reset();
        for (const std::string& table : tables) {
            auto rows = tx.connection().prepareOnce("SELECT * FROM " + store::sqlName(table));
            while (rows.step()) {
                out += table;
                for (int i = 0; i < rows.columnCount(); ++i)
                    out += "|" + (rows.isNull(i) ? std::string("-") : base::hex(rows.blob(i)));
                out += "\n";
            }
        }
        return out;
    });
    REQUIRE(found);
    return *found;
}

} // namespace patronat::tests
