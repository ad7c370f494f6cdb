// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/office.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;

namespace {

struct Flood {
    TemporaryFolder folder;
    base::SeededRandom random { 5 };
    vault::InstitutionKey key = vault::createInstitution("Ministry", random);
    Office a { folder, "a" };
    exchange::ExportReport batch;
    explicit Flood(int families)
    {
        a.certify(key);
        for (int i = 0; i < families; ++i)
            a.family("F" + std::to_string(i));
        batch = a.exportTo("batch");
    }
    std::unique_ptr<Office> centre(const std::string& code)
    {
        auto out = std::make_unique<Office>(folder, code);
        out->certify(key);
        return out;
    }
};

} // namespace

TEST_CASE("A merge in many small chunks gives what one chunk gives")
{
    Flood f(400);
    auto whole = f.centre("whole");
    auto pieces = f.centre("pieces");
    exchange::MergeOptions small;
    small.chunkBytes = 1;
    small.keepBytes = 0; // and every frame opened a second time
    const auto one = whole->merge(f.batch);
    const auto many = pieces->mergeFiles({ f.batch.file }, small);
    CHECK(one.totals() == many.totals());
    CHECK(whole->digest() == pieces->digest());
    CHECK(many.batches.front().chains == 1);
}

TEST_CASE("A merge whose database fails at any access leaves it consistent, and the next one continues")
{
    Flood f(100);
    auto reference = f.centre("reference");
    reference->merge(f.batch);
    exchange::MergeOptions small;
    small.chunkBytes = 1;
    std::uint64_t failed = 0;
    bool reachedEnd = false;
    for (std::uint64_t at = 1; !reachedEnd; at += 61) {
        auto centre = f.centre("c" + std::to_string(at));
        base::Job job;
        centre->faults() = db::FaultPlan(at, SQLITE_FULL, false);
        const auto cut = exchange::mergeBatches(centre->store(), { f.batch.file }, small, job);
        reachedEnd = cut.ok();
        centre->faults() = db::FaultPlan();
        if (!cut) {
            ++failed;
            CHECK(cut.error().code == base::ErrorCode::DiskFull);
        }
        const auto next = centre->mergeFiles({ f.batch.file }, small); // verifies
        CHECK_FALSE(next.anyRefused());
        CHECK(centre->digest() == reference->digest());
    }
    CHECK(failed > 10);
}

TEST_CASE("A cancelled merge says so and continues later")
{
    Flood f(200);
    auto centre = f.centre("centre");
    exchange::MergeOptions small;
    small.chunkBytes = 1;
    base::Job* running = nullptr;
    bool applying = false;
    base::Job job([&](std::uint64_t done, std::uint64_t total) {
        applying = applying || done == total; // the check has reached its end
        if (applying && done < total)
            running->cancel();
    });
    running = &job;
    const auto cut = exchange::mergeBatches(centre->store(), { f.batch.file }, small, job);
    REQUIRE_FALSE(cut.ok());
    CHECK(cut.error().code == base::ErrorCode::Cancelled);
    CHECK(centre->count("SELECT count(*) FROM batch") == 0);
    CHECK(centre->count("SELECT count(*) FROM frame") > 0);
    const auto rest = centre->mergeFiles({ f.batch.file }, small);
    CHECK(rest.totals().had > 0);
    CHECK(rest.totals().fresh > 0);
    CHECK(centre->digest() == f.a.digest());
}
