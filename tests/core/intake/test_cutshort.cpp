// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sched.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/db/faultplan.h"
#include "tests/core/intake/lists.h"

#include <catch2/catch.hpp>

#include <csignal>

using namespace patronat;
using namespace patronat::tests;

namespace {

constexpr std::size_t kRows = 700;

intake::ImportPlan planOf(TestOffice& office)
{
    return plan(
        office.store(), tableOfCsv(faultyList(kRows, 0, 0).bytes), mappingOf(kPersonMap, "person"));
}

/// In a process of its own: says a letter for each step, and one when all is written.
[[noreturn]] void live(const std::filesystem::path& file, const intake::ImportPlan& plan, int pipe)
{
    base::SystemClock clock;
    base::SeededRandom random(9);
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const auto opened = store::Store::open(file, { clock, random }, options);
    if (!opened)
        _exit(3);
    const auto say = [&](char letter) {
        if (write(pipe, &letter, 1) != 1)
            _exit(4);
    };
    base::Job job([&](std::uint64_t, std::uint64_t) { say('.'); });
    if (!intake::runImport(**opened, plan, { { 1, 1 }, {}, {}, "import" }, job))
        _exit(5);
    say('!');
    pause();
    _exit(6);
}

/// Kills it after so many letters and a little longer; whether it had said that all is written.
bool liveAndDie(const std::filesystem::path& file, const intake::ImportPlan& plan,
    std::size_t letters, unsigned longer)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        live(file, plan, ends[1]);
    }
    close(ends[1]);
    char letter = 0;
    for (std::size_t i = 0; i < letters && letter != '!' && read(ends[0], &letter, 1) == 1;)
        ++i;
    for (unsigned i = 0; i < longer; ++i)
        sched_yield(); // into the middle of whatever comes next
    kill(child, SIGKILL);
    while (letter != '!' && read(ends[0], &letter, 1) == 1) { }
    int status = 0;
    waitpid(child, &status, 0);
    close(ends[0]);
    REQUIRE(WIFSIGNALED(status));
    return letter == '!';
}

} // namespace

TEST_CASE("an import that is killed is there wholly or not at all")
{
    TestOffice office(shippedProfile(), 9);
    const intake::ImportPlan plan = planOf(office);
    office.close();
    const std::filesystem::path pattern = office.path().string() + ".pattern";
    std::filesystem::copy_file(office.path(), pattern);
    std::size_t none = 0;
    std::size_t all = 0;
    for (std::size_t letters = 1; letters <= kRows / 64 + 3; ++letters)
        for (const unsigned longer : { 0U, 300U, 3000U }) {
            INFO("letters " << letters << " longer " << longer);
            for (const char* end : { "", "-wal", "-shm" })
                std::filesystem::remove(office.path().string() + end);
            std::filesystem::copy_file(pattern, office.path());
            const bool saidSo = liveAndDie(office.path(), plan, letters, longer);
            office.reopen();
            const std::size_t there = office.all("person").size();
            REQUIRE((there == 0 || there == kRows));
            REQUIRE((there == kRows || !saidSo));
            if (there == 0)
                ++none;
            else
                ++all;
            REQUIRE(office.problems() == "");
            office.close();
        }
    CHECK(none > 10);
    CHECK(all > 0);
}

TEST_CASE("an import for which the disk is too small leaves all as before, and can be done again")
{
    TestOffice office(shippedProfile(), 10);
    const intake::ImportPlan plan = planOf(office);
    const std::string digest = office.digest();
    office.close();
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    db::FaultPlan counting;
    options.faults = &counting;
    REQUIRE(office.open(options));
    const std::uint64_t opened = counting.count();
    base::Job job;
    REQUIRE(intake::runImport(office.store(), plan, office.by("import"), job));
    const std::uint64_t whole = counting.count() - opened;
    const auto group = office.lastGroup();
    REQUIRE(office.store().undo(group, { 1, 1 }));
    office.close();
    // Where in the file it fails: near the beginning, in the middle, at the commit.
    for (const std::uint64_t at :
        { whole / 100 + 2, whole / 3, whole / 2, whole - 3, whole - 1, whole }) {
        INFO("access " << at << " of " << whole);
        TestOffice fresh(shippedProfile(), 10);
        fresh.close();
        db::FaultPlan faults(opened + at, SQLITE_FULL, false);
        options.faults = &faults;
        REQUIRE(fresh.open(options));
        const auto failed = intake::runImport(fresh.store(), plan, fresh.by("import"), job);
        if (!failed)
            CHECK(failed.error().code == base::ErrorCode::DiskFull);
        CHECK(fresh.all("person").size() == (failed ? kRows : 0));
        options.faults = nullptr;
        fresh.reopen();
        CHECK(fresh.problems() == "");
        if (!failed) {
            CHECK(fresh.digest() == digest);
            CHECK(run(fresh.store(), plan).created == kRows);
        }
    }
}
