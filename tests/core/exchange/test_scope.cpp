// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scope.h"
#include "core/exchange/identity.h"
#include "core/exchange/sites.h"
#include "tests/core/exchange/office.h"

#include <catch2/catch.hpp>

#include <set>

using namespace patronat;
using namespace patronat::tests;
using base::RecordId;
using base::Value;

namespace {

/// A centre that holds everything, and an office of one district that the centre has met.
struct District {
    TemporaryFolder folder;
    base::SeededRandom random { 11 };
    vault::InstitutionKey key = vault::createInstitution("Ministry", random);
    Office centre { folder, "centre", "supervisor" };
    Office office { folder, "office" };
    District()
    {
        centre.certify(key);
        office.certify(key, { "16-01" });
        REQUIRE(exchange::learnSite(centre.store(), exchange::membership(office.store())->certificate).ok());
    }
    /// The office gets what is new for it and says so.
    exchange::MergeReport deliver(const std::string& name, bool confirm = true)
    {
        auto report = office.merge(centre.exportTo(name, "office"));
        if (confirm)
            centre.merge(office.exportTo(name + ".receipt"));
        return report;
    }
    std::filesystem::path backUp()
    {
        const auto backup = folder.file("backup");
        office.close();
        std::filesystem::copy_file(office.database(), backup);
        office.reopen();
        return backup;
    }
    void goBack(const std::filesystem::path& backup)
    {
        office.close();
        std::filesystem::copy_file(backup, office.database(), std::filesystem::copy_options::overwrite_existing);
        office.reopen();
    }
    std::vector<std::string> names(Office& at, const std::string& type)
    {
        std::set<std::string> out;
        const auto ids = at.store().read([&](const store::ReadTx& tx) { return tx.list(type); });
        for (const RecordId& id : *ids)
            out.emplace(at.value(type, id, "name").textOr(""));
        return { out.begin(), out.end() };
    }
};

} // namespace

TEST_CASE("A district gets its families and their persons, and no row of another district")
{
    District d;
    d.centre.family("Mine", "16-01");
    d.centre.family("Village", "16-01-07");
    d.centre.family("Other", "16-02");
    const auto report = d.deliver("1");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Mine", "Village" });
    CHECK(d.names(d.office, "person") == std::vector<std::string> { "Mine Person", "Village Person" });
    CHECK(d.office.count("SELECT count(*) FROM member") == 2);
    CHECK(d.office.count("SELECT count(*) FROM waiting") == 0);
    CHECK(report.batches.front().manifest.kind == exchange::BatchKind::Selection);
    // Nor does any operation of it lie in the journal.
    CHECK(report.totals().fresh == 6);
}

TEST_CASE("Whole frames in which everything is in scope go as they are stored")
{
    District d;
    for (int i = 0; i < 200; ++i)
        d.centre.family("Mine" + std::to_string(i), "16-01");
    const auto all = d.centre.exportTo("1", "office");
    CHECK(all.storedFrames >= 2);
    d.centre.family("Other", "16-02");
    for (int i = 0; i < 200; ++i)
        d.centre.family("More" + std::to_string(i), "16-01");
    const auto mixed = d.centre.exportTo("2", "office");
    d.office.merge(mixed);
    CHECK(d.office.count("SELECT count(*) FROM family WHERE name = 'Other'") == 0);
    CHECK(d.office.count("SELECT count(*) FROM family") == 400);
}

TEST_CASE("A body's agenda draws the families on it")
{
    District d;
    const RecordId other = d.centre.family("Other", "16-02");
    const RecordId body = d.centre.create(
        "body", { { "name", Value("KDN") }, { "territory", Value(d.centre.territory("16-01")) } });
    const RecordId meeting = d.centre.create("meeting", { { "date", Value("2027-01-01") }, { "body", Value(body) } });
    d.centre.create("agendaItem",
        { { "title", Value("On a family") }, { "meeting", Value(meeting) }, { "family", Value(other) } });
    d.centre.family("Unconcerned", "16-02");
    d.deliver("1");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Other" });
    CHECK(d.names(d.office, "person") == std::vector<std::string> { "Other Person" });
    CHECK(d.office.count("SELECT count(*) FROM agendaItem") == 1);
}

TEST_CASE("A unit that enters the scope arrives whole from its first operation")
{
    District d;
    d.centre.family("Mine", "16-01");
    const RecordId family = d.centre.family("Moving", "16-02");
    d.centre.put("family", family, { { "note", Value("before") } });
    d.deliver("1");
    CHECK_FALSE(d.office.has("family", family));
    d.centre.put("family", family, { { "territory", Value(d.centre.territory("16-01")) } });
    const auto report = d.deliver("2");
    CHECK(report.totals().fresh == 5); // three of the family, its member, its person
    CHECK(d.office.value("family", family, "name") == Value("Moving"));
    CHECK(d.office.value("family", family, "note") == Value("before"));
    CHECK(d.office.count("SELECT count(*) FROM waiting") == 0);
    CHECK(report.batches.front().differences.empty());
}

TEST_CASE("In a conflict over the territory a unit belongs to both")
{
    District d;
    const RecordId family = d.centre.family("Torn", "16-02");
    const auto shown = d.centre.record("family", family).heads;
    d.centre.putAt("family", family, shown, { { "territory", Value(d.centre.territory("16-01")) } });
    d.centre.putAt("family", family, shown, { { "territory", Value(d.centre.territory("16")) } });
    REQUIRE(d.centre.count("SELECT count(*) FROM conflict") == 2);
    d.deliver("1");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Torn" });
}

TEST_CASE("A lost stick loses nothing: only a receipt moves the cursor")
{
    District d;
    d.centre.family("First", "16-01");
    const auto lost = d.centre.exportTo("lost", "office");
    d.centre.family("Second", "16-01");
    const auto next = d.centre.exportTo("next", "office");
    CHECK(next.manifest.operations == lost.manifest.operations + 3);
    d.office.merge(next);
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "First", "Second" });
    // Not confirmed yet: the same again.
    CHECK(d.centre.exportTo("again", "office").manifest.operations == next.manifest.operations);
    const auto confirmed = d.centre.merge(d.office.exportTo("receipt"));
    CHECK(confirmed.batches.front().receipts == 1);
    CHECK(d.centre.exportTo("nothing", "office").manifest.operations == 0);
    CHECK(d.centre.exportTo("all", "office", true).manifest.operations == next.manifest.operations);
    d.centre.family("Third", "16-01");
    CHECK(d.centre.exportTo("delta", "office").manifest.operations == 3);
}

TEST_CASE("A receipt of one site for what was meant for another moves no cursor")
{
    District d;
    Office third(d.folder, "third");
    third.certify(d.key, { "16-01" });
    REQUIRE(exchange::learnSite(d.centre.store(), exchange::membership(third.store())->certificate).ok());
    d.centre.family("First", "16-01");
    d.deliver("1");
    d.centre.family("Second", "16-01");
    third.merge(d.centre.exportTo("2", "office"));
    const auto report = d.centre.merge(third.exportTo("receipt"));
    CHECK(report.batches.front().receipts == 0);
    CHECK(d.centre.exportTo("3", "third").manifest.operations == 10); // six, and the four seeds
}

TEST_CASE("A site that went back to a backup is sent again what it lost, even when its clock shows the same moment")
{
    District d;
    d.office.family("Own", "16-01");
    const auto backup = d.backUp();
    d.centre.merge(d.office.exportTo("before"));
    d.centre.family("Sent", "16-01");
    d.deliver("1");
    CHECK(d.centre.exportTo("nothing", "office").manifest.operations == 0);

    d.goBack(backup);
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Own" });
    d.centre.merge(d.office.exportTo("after"));
    d.deliver("2");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Own", "Sent" });
}

TEST_CASE("A site that went back to a backup does not vouch for what it lost by the receipt of a later batch")
{
    District d;
    d.office.family("Own", "16-01");
    const auto backup = d.backUp();
    d.centre.family("Sent", "16-01");
    d.deliver("1");

    d.goBack(backup);
    d.centre.family("Later", "16-01");
    // Made before anybody heard of the backup: it goes on from what the office no longer has.
    d.deliver("2");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Later", "Own" });
    d.deliver("3");
    CHECK(d.names(d.office, "family") == std::vector<std::string> { "Later", "Own", "Sent" });
    CHECK(d.centre.exportTo("nothing", "office").manifest.operations == 0);
}

TEST_CASE("What was confirmed as pending rows is not sent again for having been packed into a frame since")
{
    District d;
    for (int i = 0; i < 40; ++i)
        d.centre.family("First " + std::to_string(i), "16-01"); // three operations each: below a frame
    d.deliver("1");
    REQUIRE(d.centre.count("SELECT count(*) FROM frame WHERE rows IS NOT NULL") == 0);
    for (int i = 0; i < 60; ++i)
        d.centre.family("Second " + std::to_string(i), "16-01");
    REQUIRE(d.centre.count("SELECT count(*) FROM frame WHERE rows IS NOT NULL") == 1);
    CHECK(d.centre.exportTo("2", "office").manifest.operations == 180);
    const auto report = d.deliver("3");
    CHECK(report.totals().had == 0);
    CHECK(d.names(d.office, "family").size() == 100);
    CHECK(d.centre.exportTo("nothing", "office").manifest.operations == 0);
    CHECK(d.centre.exportTo("all", "office", true).manifest.operations >= 300);
}

TEST_CASE("A site that nobody certified has no scope to select by")
{
    District d;
    Office bare(d.folder, "bare");
    bare.family("Ivanov");
    exchange::MergeOptions accept;
    accept.acceptUncertified = true;
    d.centre.mergeFiles({ bare.exportTo("1").file }, accept);
    base::Job job;
    exchange::ExportOptions options;
    options.file = d.folder.file("2");
    options.recipient = "bare";
    const auto report = exchange::exportBatch(d.centre.store(), options, job);
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == base::ErrorCode::BatchUncertified);
}
