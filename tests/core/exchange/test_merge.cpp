// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/identity.h"
#include "core/exchange/sites.h"
#include "tests/core/exchange/office.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;
using base::ErrorCode;
using base::Value;

namespace {

struct Region
{
    TemporaryFolder folder;
    base::SeededRandom random { 7 };
    vault::InstitutionKey key = vault::createInstitution("Ministry", random);
    Office a { folder, "a" };
    Office b { folder, "b" };
    Region()
    {
        a.certify(key);
        b.certify(key);
    }
};

} // namespace

TEST_CASE("A batch merged once brings everything and merged twice brings nothing")
{
    Region r;
    const auto family = r.a.family("Ivanov");
    const auto batch = r.a.exportTo("a.patronat-batch");
    CHECK(batch.manifest.kind == exchange::BatchKind::Origin);

    const auto first = r.b.merge(batch);
    CHECK_FALSE(first.anyRefused());
    CHECK(first.totals().fresh == 3);
    CHECK(r.b.value("family", family, "name") == Value("Ivanov"));
    CHECK(r.a.digest() == r.b.digest());
    CHECK(first.batches.front().chains == 1);
    CHECK(first.batches.front().differences.empty());

    const std::string before = r.b.contents();
    const auto second = r.b.merge(batch);
    CHECK(second.totals().fresh == 0);
    CHECK(second.totals().had == batch.manifest.operations);
    CHECK(r.b.contents() == before);
}

TEST_CASE("Two offices that exchange both ways show the same")
{
    Region r;
    const auto family = r.a.family("Ivanov");
    r.b.merge(r.a.exportTo("1"));
    const auto shown = r.a.record("family", family).heads;
    r.a.putAt("family", family, shown, { { "name", Value("Ivanova") } });
    r.b.putAt("family", family, shown, { { "note", Value("moved") } });
    r.b.family("Petrov");
    r.b.merge(r.a.exportTo("2"));
    const auto back = r.b.exportTo("3");
    CHECK(back.manifest.kind == exchange::BatchKind::Selection); // a relay's: it holds what A wrote
    r.a.merge(back);
    CHECK(r.a.digest() == r.b.digest());
    CHECK(r.a.value("family", family, "name") == Value("Ivanova"));
    CHECK(r.a.value("family", family, "note") == Value("moved"));
    CHECK(r.a.count("SELECT count(*) FROM conflict") == 0);
}

TEST_CASE("Lines of a report count by office and type")
{
    Region r;
    r.a.family("Ivanov");
    r.a.family("Petrov");
    const auto report = r.b.merge(r.a.exportTo("1"));
    std::uint64_t persons = 0;
    for (const exchange::MergeLine& line : report.lines)
        if (line.type == "person") {
            CHECK(line.office == "a");
            CHECK(line.site == r.a.store().site().id);
            persons += line.counts.fresh;
        }
    CHECK(persons == 2);
}

TEST_CASE("A dry run tells the numbers of the merge and leaves the database as it was")
{
    Region r;
    const auto family = r.a.family("Ivanov");
    r.b.merge(r.a.exportTo("1"));
    const auto shown = r.a.record("family", family).heads;
    r.a.putAt("family", family, shown, { { "name", Value("Here") } });
    r.b.putAt("family", family, shown, { { "name", Value("There") } });
    const auto batch = r.a.exportTo("2");

    const std::string before = r.b.contents();
    exchange::MergeOptions dry;
    dry.dryRun = true;
    const auto told = r.b.mergeFiles({ batch.file }, dry);
    CHECK(r.b.contents() == before);
    const auto done = r.b.merge(batch);
    CHECK(told.totals() == done.totals());
    CHECK(done.totals().conflicts == 1);
    CHECK(told.entries == done.entries);
    r.b.family("After"); // what a rehearsal counted in memory was taken back too
    CHECK(r.b.count("SELECT count(*) FROM family") == 2);
}

TEST_CASE("A batch of another institution is refused")
{
    Region r;
    Office stranger(r.folder, "s");
    const auto other = vault::createInstitution("Other", r.random);
    stranger.certify(other);
    stranger.family("Sidorov");
    const auto batch = stranger.exportTo("s");
    const std::string before = r.b.contents();
    const auto report = r.b.merge(batch);
    REQUIRE(report.batches.front().refused);
    CHECK(report.batches.front().refused->code == ErrorCode::BatchForeign);
    // Names may be alike.
    CHECK(report.batches.front().refused->args.at(1)
        == "Other [" + other.institution.id.substr(0, 8) + "]");
    CHECK(report.batches.front().refused->args.at(2)
        == "Ministry [" + r.key.institution.id.substr(0, 8) + "]");
    CHECK(r.b.contents() == before);
}

TEST_CASE("An uncertified batch is merged only when accepted, and two bare sites exchange so")
{
    TemporaryFolder folder;
    Office a(folder, "a");
    Office b(folder, "b");
    a.family("Ivanov");
    const auto batch = a.exportTo("1");
    const auto refused = b.merge(batch);
    REQUIRE(refused.batches.front().refused);
    CHECK(refused.batches.front().refused->code == ErrorCode::BatchUncertified);
    exchange::MergeOptions accept;
    accept.acceptUncertified = true;
    const auto report = b.mergeFiles({ batch.file }, accept);
    CHECK_FALSE(report.anyRefused());
    CHECK_FALSE(report.batches.front().certified);
    CHECK(a.digest() == b.digest());
}

TEST_CASE("A site that belongs to nobody adopts the first institution it meets and refuses others")
{
    Region r;
    Office bare(r.folder, "bare");
    r.a.family("Ivanov");
    const auto report = bare.merge(r.a.exportTo("1"));
    REQUIRE(report.batches.front().adopted);
    CHECK(report.batches.front().adopted->name == "Ministry");
    CHECK(exchange::membership(bare.store())->institution->id == r.key.institution.id);

    Office stranger(r.folder, "s");
    stranger.certify(vault::createInstitution("Other", r.random));
    const auto refused = bare.merge(stranger.exportTo("s"));
    REQUIRE(refused.batches.front().refused);
    CHECK(refused.batches.front().refused->code == ErrorCode::BatchForeign);
    CHECK_FALSE(
        exchange::joinInstitution(bare.store(), vault::createInstitution("X", r.random).institution)
            .ok());
}

TEST_CASE("Of several files the good ones are merged and the others named")
{
    Region r;
    r.a.family("Ivanov");
    Office c(r.folder, "c");
    c.family("Petrov");
    const auto report
        = r.b.mergeFiles({ r.a.exportTo("1").file, c.exportTo("2").file, r.folder.file("none") });
    REQUIRE(report.batches.size() == 3);
    CHECK_FALSE(report.batches[0].refused);
    CHECK(report.batches[1].refused->code == ErrorCode::BatchUncertified);
    CHECK(report.batches[2].refused->code == ErrorCode::FileNotReadable);
    CHECK(r.b.count("SELECT count(*) FROM family") == 1);
}

TEST_CASE("Several offices merged in any order, and in one call or in many, give one digest")
{
    Region r;
    Office c(r.folder, "c");
    c.certify(r.key);
    std::vector<std::filesystem::path> files;
    for (Office* office : { &r.a, &r.b, &c }) {
        for (int i = 0; i < 120; ++i)
            office->family(office->code() + std::to_string(i));
        files.push_back(office->exportTo(office->code()).file);
    }
    Office together(r.folder, "t");
    Office apart(r.folder, "p");
    together.certify(r.key);
    apart.certify(r.key);
    const auto report = together.mergeFiles({ files[0], files[1], files[2] });
    CHECK(report.totals().fresh == 3 * 360);
    for (const std::size_t i : { 2U, 0U, 1U })
        apart.mergeFiles({ files[i] });
    CHECK(together.digest() == apart.digest());
    CHECK(together.count("SELECT count(*) FROM territory") == 4);
    for (const exchange::BatchOutcome& outcome : report.batches)
        CHECK(outcome.chains == 1);
}

TEST_CASE("What a merge leaves dangling is a finding in its report, answered by what comes later")
{
    Region r;
    Office centre(r.folder, "centre", "supervisor");
    Office district(r.folder, "district");
    centre.certify(r.key);
    district.certify(r.key, { "16-01" });
    REQUIRE(exchange::learnSite(centre.store(), exchange::membership(district.store())->certificate)
                .ok());
    const auto other = centre.family("Other", "16-02");
    const auto body = centre.create(
        "body", { { "name", Value("KDN") }, { "territory", Value(centre.territory("16-01")) } });
    const auto meeting
        = centre.create("meeting", { { "date", Value("2027-01-01") }, { "body", Value(body) } });
    // A family of the district names, out of its own unit, what the district may not see.
    const auto mine = centre.family("Mine", "16-01");
    const auto away = centre.create(
        "body", { { "name", Value("Far") }, { "territory", Value(centre.territory("16-02")) } });
    const auto far
        = centre.create("meeting", { { "date", Value("2027-01-02") }, { "body", Value(away) } });
    centre.create("agendaItem",
        { { "title", Value("x") }, { "meeting", Value(far) }, { "family", Value(mine) } });
    const auto report = district.merge(centre.exportTo("1", "district"));
    CHECK(report.totals().findings == 1);
    CHECK(district.count("SELECT count(*) FROM finding") == 1);
    CHECK_FALSE(district.has("family", other));
    CHECK(district.has("meeting", meeting));

    centre.put("body", away, { { "territory", Value(centre.territory("16-01")) } });
    const auto later = district.merge(centre.exportTo("2", "district"));
    CHECK(later.totals().findings == 0);
    CHECK(district.count("SELECT count(*) FROM finding") == 0);
}

namespace {

void actAs(Office& impostor, base::SiteId site)
{
    const auto renamed = impostor.store().bulk([&](store::Store::Inner& inner) -> base::Status {
        exchange::saveSettingText(inner.connection, "site.id", site.hex());
        return {};
    });
    REQUIRE(renamed.ok());
    impostor.reopen();
}

bool isRefusedAsImpostor(const exchange::BatchOutcome& outcome)
{
    return outcome.refused && outcome.refused->code == ErrorCode::BatchTampered
        && outcome.refused->args.size() == 2 && outcome.refused->args[1] == "site";
}

} // namespace

TEST_CASE("An uncertified batch does not speak for a certified site, whether met before or in the "
          "same merge")
{
    Region r;
    Office impostor(r.folder, "x");
    actAs(impostor, r.a.store().site().id);
    impostor.family("Wrong");
    const auto wrong = impostor.exportTo("x");
    r.a.family("Ivanov");
    const auto right = r.a.exportTo("a1");
    exchange::MergeOptions lenient;
    lenient.acceptUncertified = true;

    const auto together = r.b.mergeFiles({ wrong.file, right.file }, lenient);
    CHECK(isRefusedAsImpostor(together.batches.front()));
    CHECK_FALSE(together.batches.back().refused);
    CHECK(r.b.count("SELECT count(*) FROM family") == 1);
    CHECK(isRefusedAsImpostor(r.b.mergeFiles({ wrong.file }, lenient).batches.front()));
    CHECK(r.b.count("SELECT count(*) FROM family") == 1);
}

TEST_CASE("An uncertified site is held to the key it first came with")
{
    Region r;
    Office bare(r.folder, "u");
    bare.family("Ivanov");
    Office impostor(r.folder, "x");
    actAs(impostor, bare.store().site().id);
    impostor.family("Wrong");
    const auto wrong = impostor.exportTo("x");
    exchange::MergeOptions lenient;
    lenient.acceptUncertified = true;

    Office fresh(r.folder, "f");
    const auto together = fresh.mergeFiles({ bare.exportTo("u1").file, wrong.file }, lenient);
    CHECK_FALSE(together.batches.front().refused);
    CHECK(isRefusedAsImpostor(together.batches.back()));
    CHECK(isRefusedAsImpostor(fresh.mergeFiles({ wrong.file }, lenient).batches.front()));
    bare.family("Petrov");
    CHECK_FALSE(fresh.mergeFiles({ bare.exportTo("u2").file }, lenient).anyRefused());
    CHECK(fresh.count("SELECT count(*) FROM family") == 2);
    bare.certify(r.key);
    CHECK_FALSE(fresh.mergeFiles({ bare.exportTo("u3").file }, lenient).anyRefused());
}

TEST_CASE("a batch is never written over a file of the database, the mark of a breakdown included")
{
    Region r;
    r.a.family("Ivanov");
    for (const char* ending : { "", "-wal", ".drafts", ".lock", ".check" }) {
        INFO(ending);
        base::Job job;
        exchange::ExportOptions options;
        options.file = r.a.database().string() + ending;
        const auto report = exchange::exportBatch(r.a.store(), options, job);
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::FileNotWritable);
    }
    CHECK_FALSE(std::filesystem::exists(r.a.database().string() + ".check"));
}
