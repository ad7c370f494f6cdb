// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"
#include "core/exchange/export.h"
#include "core/exchange/merge.h"
#include "core/reports/report.h"
#include "core/store/digest.h"
#include "core/store/findings.h"
#include "core/store/rules.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace patronat;
using demo::DemoOptions;
using demo::DemoReport;

namespace {

const std::filesystem::path kProfile
    = std::filesystem::path(PATRONAT_RESOURCES) / "profiles" / "ru-ta";

DemoReport make(const std::filesystem::path& out, std::uint64_t seed)
{
    DemoOptions options;
    options.families = 30;
    options.offices = 3;
    options.seed = seed;
    options.out = out;
    options.profile = kProfile;
    base::Job job;
    const auto made = demo::makeDemo(options, job);
    if (!made)
        FAIL(base::describe(made.error()));
    return *made;
}

/// The region of seed 1, made once for the tests that only read.
struct Made
{
    tests::TemporaryFolder folder;
    DemoReport report = make(folder.path(), 1);
};
const Made& made()
{
    static const Made region;
    return region;
}

/// A database opened again on a day after the year.
struct Opened
{
    explicit Opened(const std::filesystem::path& file, std::uint64_t seed = 99)
        : random(seed)
    {
        store::OpenOptions options;
        options.writer = store::WriterMode::Inline;
        options.profilesRoot = kProfile.parent_path();
        auto result = store::Store::open(file, { clock, random }, options);
        REQUIRE(result.ok());
        store = std::move(*result);
    }
    base::Digest256 digest() const
    {
        const auto sum
            = store->read([](const store::ReadTx& read) -> base::Result<base::Digest256> {
                  return store::digest(read);
              });
        REQUIRE(sum.ok());
        return *sum;
    }
    std::vector<std::string> texts(const std::string& sql) const
    {
        const auto found
            = store->read([&](const store::ReadTx& read) -> base::Result<std::vector<std::string>> {
                  std::vector<std::string> out;
                  auto select = read.connection().prepare(sql);
                  while (select.step())
                      out.emplace_back(select.text(0));
                  return out;
              });
        REQUIRE(found.ok());
        return *found;
    }
    std::int64_t number(const std::string& sql) const
    {
        const auto value
            = store->read([&](const store::ReadTx& read) -> base::Result<std::int64_t> {
                  auto select = read.connection().prepare(sql);
                  return select.step() ? select.integer(0) : -1;
              });
        REQUIRE(value.ok());
        return *value;
    }
    base::ManualClock clock { 1'483'600'000'000 }; // 2017-01-05
    base::SeededRandom random;
    std::unique_ptr<store::Store> store;
};

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in.good());
    return { std::istreambuf_iterator<char>(in), {} };
}

std::filesystem::path exported(
    const std::filesystem::path& database, const std::filesystem::path& batch)
{
    Opened office(database, 7);
    exchange::ExportOptions options;
    options.file = batch;
    options.all = true;
    base::Job job;
    const auto report = exchange::exportBatch(*office.store, options, job);
    if (!report)
        FAIL(base::describe(report.error()));
    return report->file;
}

bool isLetters(const std::string& name)
{
    // Cyrillic and Tatar letters are two bytes from 0xD0 to 0xD3; a space and a hyphen may stand
    // between.
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte == ' ' || byte == '-')
            continue;
        if (byte < 0xD0 || byte > 0xD3 || ++i == name.size())
            return false;
    }
    return !name.empty();
}

} // namespace

TEST_CASE("The merged region has each category in proportion")
{
    const Opened region(made().report.region);
    const std::vector<int> expected { 3, 7, 0, 5, 1, 3, 5, 0, 6 };
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(region.number(
                  "SELECT count(*) FROM episode WHERE life = 'signed' AND primaryCategory = 'C"
                  + std::to_string(i + 1) + "'")
            == expected[i]);
    CHECK(region.number("SELECT count(DISTINCT caseManager) FROM episode")
        == static_cast<std::int64_t>(made().report.specialists));
    CHECK(region.number("SELECT count(DISTINCT organisation) FROM episode") == 3);
    CHECK(region.number("SELECT count(*) FROM meeting WHERE life = 'signed' AND number IS NOT NULL")
        == static_cast<std::int64_t>(made().report.meetings));
    // Provisional numbers are for what comes to the wrong desk.
    CHECK(region.number("SELECT count(*) FROM meeting WHERE number GLOB '*[^0-9]*'") == 0);
    CHECK(region.number("SELECT count(*) FROM episode WHERE regNo GLOB '*п'") == 0);
}

namespace {

/// Table VII of 2016, for a territory's code or for all.
reports::Table tableSeven(const Opened& region, const base::Value& territory = {})
{
    const auto period = reports::parsePeriod("2016");
    REQUIRE(period.ok());
    auto table = region.store->read([&](const store::ReadTx& read) -> base::Result<reports::Table> {
        const reports::ReportOptions options { "ru", "2017-01-05", true, territory };
        base::Job job;
        return reports::countReport(read.connection(), read.profile(), "table-vii", *period, options, job);
    });
    if (!table)
        FAIL(base::describe(table.error()));
    return std::move(*table);
}

} // namespace

TEST_CASE("Table VII of the region starts with all of its families")
{
    const Opened region(made().report.region);
    const reports::Table rows = tableSeven(region);
    const auto start = [&](std::string_view row) {
        const reports::Cell* cell = rows.cell(row, "start");
        REQUIRE(cell != nullptr);
        return *cell;
    };
    CHECK(start("1.") == reports::Cell::ofNumber(30));
    CHECK(start("1.2.") == reports::Cell::ofNumber(7));
    CHECK(start("2.") == reports::Cell::ofNumber(3));
    CHECK(start("3.")
        == reports::Cell::ofNumber(static_cast<std::int64_t>(made().report.specialists)));
    CHECK_FALSE(start("10.").isNumber()); // a dash
}

TEST_CASE("Table VII of a territory counts the families of it and of what lies in it")
{
    const Opened region(made().report.region);
    const auto families = [&](const std::string& code) {
        return *tableSeven(region, base::Value(code)).cell("1.", "start");
    };
    CHECK(families("16") == reports::Cell::ofNumber(30));
    const auto districts = region.texts("SELECT t.code FROM territory t WHERE EXISTS "
                                        "(SELECT 1 FROM family f WHERE f.territory = t.id)");
    CHECK(districts.size() > 1);
    for (const std::string& code : districts)
        CHECK(families(code)
            == reports::Cell::ofNumber(region.number("SELECT count(*) FROM family f JOIN territory t "
                                                     "ON t.id = f.territory WHERE t.code = '"
                + code + "'")));
}

TEST_CASE("One seed is one region, byte for byte in what it exports")
{
    const tests::TemporaryFolder again;
    const DemoReport second = make(again.path(), 1);
    const tests::TemporaryFolder batches;
    CHECK(Opened(made().report.region).digest() == Opened(second.region).digest());
    CHECK(second.operations == made().report.operations);
    for (std::size_t i = 0; i < second.offices.size(); ++i) {
        CHECK(Opened(made().report.offices[i]).digest() == Opened(second.offices[i]).digest());
        const std::string number = std::to_string(i);
        CHECK(bytesOf(exported(made().report.offices[i], batches.file("a" + number)))
            == bytesOf(exported(second.offices[i], batches.file("b" + number))));
    }
    CHECK(bytesOf(made().report.institutionKey) == bytesOf(second.institutionKey));
}

TEST_CASE("Another seed is another region")
{
    const tests::TemporaryFolder folder;
    CHECK(Opened(make(folder.path(), 2).region).digest() != Opened(made().report.region).digest());
}

TEST_CASE("The offices merged in another order, twice, are the same region")
{
    const tests::TemporaryFolder folder;
    std::vector<std::filesystem::path> batches;
    for (const auto& office : made().report.offices)
        batches.insert(batches.begin(),
            exported(office, folder.file(office.stem().string() + ".patronat-batch")));
    const auto copy = folder.file("supervisor.db");
    base::SeededRandom random(17);
    const base::ManualClock clock(1'483'600'000'000);
    const Opened region(made().report.region);
    const store::SiteIdentity site { { 5, 6 }, "supervisor", "S", "S" };
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const auto profile = region.store->tables().sharedProfile();
    auto supervisor = store::Store::create(copy, profile, site, { clock, random }, options);
    REQUIRE(supervisor.ok());
    base::Job job;
    for (int round = 0; round < 2; ++round) {
        const auto merged = exchange::mergeBatches(**supervisor, batches, {}, job);
        REQUIRE(merged.ok());
        CHECK_FALSE(merged->anyRefused());
    }
    const auto sum
        = (*supervisor)->read([](const store::ReadTx& read) -> base::Result<base::Digest256> {
              return store::digest(read);
          });
    REQUIRE(sum.ok());
    CHECK(*sum == region.digest());
    const auto verified = store::verify(**supervisor, job);
    REQUIRE(verified.ok());
    CHECK(verified->clean());
}

TEST_CASE("No rule of severity E is broken, no required field empty in what is signed")
{
    const Opened region(made().report.region);
    std::size_t checked = 0;
    const base::Status all = region.store->read([&](const store::ReadTx& read) -> base::Status {
        for (const store::Table& table : read.tables().all()) {
            const std::string& type = table.type().id;
            PATRONAT_LET(const std::vector<base::RecordId> ids, read.list(type));
            for (const base::RecordId id : ids) {
                PATRONAT_LET(const store::Record record, read.record(type, id));
                for (const store::BrokenRule& rule :
                    region.store->rules().check(type, record.values, "2017-01-05")) {
                    INFO(type << " " << rule.rule << " " << rule.field);
                    CHECK(rule.severity != profile::Severity::Error);
                    CHECK(rule.rule.substr(0, 5) != "BR-07");
                }
                checked += table.type().hasLife && record.life == "signed" ? 1 : 0;
            }
        }
        return {};
    });
    if (!all)
        FAIL(base::describe(all.error()));
    CHECK(checked > 100);
}

TEST_CASE("People have names of letters and a number of their own")
{
    const Opened region(made().report.region);
    std::set<std::string> numbers;
    const base::Status all = region.store->read([&](const store::ReadTx& read) -> base::Status {
        auto select = read.connection().prepare(
            "SELECT surname, firstName, patronymic, coalesce(surnameTt, surname), "
            "coalesce(patronymicTt, patronymic), snils FROM person");
        while (select.step()) {
            for (int i = 0; i < 5; ++i)
                CHECK(isLetters(std::string(select.text(i))));
            CHECK(numbers.insert(std::string(select.text(5))).second);
        }
        return {};
    });
    REQUIRE(all.ok());
    CHECK(numbers.size() > 80);
    CHECK(region.number("SELECT count(*) FROM person WHERE surnameTt IS NOT NULL") > 10);
}

TEST_CASE("Neighbours' edits stand, conflict, agree and lie beside")
{
    const Opened region(made().report.region);
    CHECK(made().report.conflicts == 1);
    CHECK(made().report.besides == 1);
    CHECK(region.number("SELECT count(*) FROM family WHERE plot IS NOT NULL AND note IS NOT NULL")
        == 1);
    CHECK(region.number("SELECT count(*) FROM family WHERE plot = 'огород 10 соток'") == 1);
    const auto conflicts = region.store->read(
        [](const store::ReadTx& read) -> base::Result<std::vector<store::OpenConflict>> {
            return read.conflicts();
        });
    REQUIRE(conflicts.ok());
    REQUIRE(conflicts->size() == 1);
    CHECK(conflicts->front().field == "phone");
    CHECK(conflicts->front().candidates.size() == 2);
}

TEST_CASE("Every database says that it is a demonstration and is as its journal says")
{
    std::vector<std::filesystem::path> files = made().report.offices;
    files.push_back(made().report.region);
    base::Job job;
    for (const auto& file : files) {
        const Opened database(file);
        CHECK(
            database.number("SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'demo'") == 1);
        const auto verified = store::verify(*database.store, job);
        REQUIRE(verified.ok());
        CHECK(verified->clean());
        CHECK(verified->waiting == 0);
    }
}

TEST_CASE("What cannot be divided is refused before anything is written")
{
    const tests::TemporaryFolder folder;
    base::Job job;
    DemoOptions options;
    options.out = folder.file("none");
    options.profile = kProfile;
    options.families = 2;
    options.offices = 3;
    CHECK(demo::makeDemo(options, job).error().code == base::ErrorCode::InvalidArgument);
    options.offices = 46;
    options.families = 100;
    CHECK(demo::makeDemo(options, job).error().code == base::ErrorCode::InvalidArgument);
    CHECK_FALSE(std::filesystem::exists(options.out));
}
