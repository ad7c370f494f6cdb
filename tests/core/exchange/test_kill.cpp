// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/exchange/merge.h"
#include "core/store/digest.h"
#include "core/store/verify.h"
#include "tests/core/exchange/simulator/runner.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <string>
#include <vector>

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace patronat;
using namespace patronat::tests::simulator;
namespace fs = std::filesystem;

namespace {

constexpr int kKills = 200;

/// What the child says once a thing is done for good: written, merged, exported.
struct Word {
    char what = 'w';
    base::OperationId id;
    std::uint64_t round = 0;
};

struct Place {
    fs::path own;
    fs::path inbox; ///< a batch of the other site
    fs::path outbox; ///< a folder
};

std::unique_ptr<store::Store> opened(const fs::path& file, base::Clock& clock, base::Random& random)
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    auto store = store::Store::open(file, { clock, random }, options);
    if (!store)
        UNSCOPED_INFO(describe(store.error()));
    return store ? std::move(*store) : nullptr;
}

void take(const Ground& ground, const fs::path& file, std::uint64_t number)
{
    for (const char* end : { "", "-wal", "-shm" })
        fs::remove(file.string() + end);
    fs::copy_file(ground.prepared, file);
    giveIdentity(file, { { 7, number }, "office", "K" + std::to_string(number), "killed" });
}

bool say(int pipe, const Word& word)
{
    return write(pipe, &word, sizeof word) == static_cast<ssize_t>(sizeof word);
}

base::Result<base::OperationId> writeOne(store::WriteTx& tx, std::uint64_t round)
{
    PATRONAT_LET(const auto families, tx.read().list("family"));
    if (families.empty() || round % 3 == 0) {
        PATRONAT_LET(const base::RecordId made, tx.create("family", { { "title", "k" + std::to_string(round) } }));
        return base::idCast<base::OperationId>(made);
    }
    const base::RecordId family = families[round % families.size()];
    PATRONAT_LET(const store::Record shown, tx.read().record("family", family));
    return tx.put("family", family, shown.heads, { { "note", "n" + std::to_string(round) } });
}

/// Writes, exports and merges until somebody ends it; exit codes other than a signal are failures of its own.
[[noreturn]] void live(const Place& place, int pipe, std::uint64_t seed)
{
    base::ManualClock clock(1'800'000'000'000);
    base::SeededRandom random(seed);
    const auto store = opened(place.own, clock, random);
    if (!store)
        _exit(3);
    for (std::uint64_t round = seed * 1000;; ++round) {
        const auto id = store->write({ { 1, 1 }, {}, {}, "kill" }, [&](store::WriteTx& tx) { return writeOne(tx, round); });
        if (!id || !say(pipe, { 'w', *id, round }))
            _exit(4);
        base::Job job;
        if (round % 4 == 1) {
            exchange::ExportOptions options;
            options.file = place.outbox / (std::to_string(round) + ".patronat-batch");
            if (!exchange::exportBatch(*store, options, job) || !say(pipe, { 'e', {}, round }))
                _exit(5);
        }
        if (round % 4 == 2) {
            exchange::MergeOptions options;
            options.acceptUncertified = true;
            if (!exchange::mergeBatches(*store, { place.inbox }, options, job) || !say(pipe, { 'm', {}, round }))
                _exit(6);
        }
    }
}

/// Lets a child live for some words and a little longer, kills it, and gives what it had said.
std::vector<Word> liveAndDie(const Place& place, std::uint64_t seed, std::uint64_t words, unsigned longer)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        live(place, ends[1], seed);
    }
    close(ends[1]);
    std::vector<Word> said;
    Word word;
    while (said.size() < words && read(ends[0], &word, sizeof word) == static_cast<ssize_t>(sizeof word))
        said.push_back(word);
    for (unsigned i = 0; i < longer; ++i)
        sched_yield(); // into the middle of whatever comes next
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    while (read(ends[0], &word, sizeof word) == static_cast<ssize_t>(sizeof word))
        said.push_back(word);
    close(ends[0]);
    return said;
}

/// A site of its own with something to say.
void makeOther(const Ground& ground, const fs::path& file, const fs::path& batch)
{
    take(ground, file, 2);
    base::ManualClock clock(1'800'000'000'000);
    base::SeededRandom random(99);
    const auto store = opened(file, clock, random);
    REQUIRE(store);
    for (int i = 0; i < 300; ++i)
        REQUIRE(store->write({ { 1, 2 }, {}, {}, "other" }, [&](store::WriteTx& tx) {
            return tx.create("family", { { "title", "o" + std::to_string(i) } });
        }));
    exchange::ExportOptions options;
    options.file = batch;
    base::Job job;
    REQUIRE(exchange::exportBatch(*store, options, job));
}

void mustBeWhole(const store::Store& store, const std::vector<Word>& said)
{
    base::Job job;
    const auto report = store::verify(store, job);
    REQUIRE(report);
    for (const store::VerifyProblem& problem : report->problems)
        FAIL_CHECK(problem.code);
    const auto missing = store.read([&](const store::ReadTx& tx) -> base::Result<std::size_t> {
        std::size_t count = 0;
        for (const Word& word : said)
            count += word.what == 'w' && !word.id.isNull() && !tx.journal().bytes(word.id) ? 1U : 0U;
        return count;
    });
    REQUIRE(missing);
    CHECK(*missing == 0);
}

/// Each batch under its own name can be merged whole: there is no half of one.
void mustMerge(const Ground& ground, const fs::path& outbox, const fs::path& file)
{
    take(ground, file, 3);
    base::ManualClock clock;
    base::SeededRandom random(5);
    const auto store = opened(file, clock, random);
    REQUIRE(store);
    std::vector<fs::path> batches;
    for (const auto& entry : fs::directory_iterator(outbox))
        if (entry.path().extension() == ".patronat-batch")
            batches.push_back(entry.path());
    base::Job job;
    exchange::MergeOptions options;
    options.acceptUncertified = true;
    const auto report = exchange::mergeBatches(*store, batches, options, job);
    REQUIRE(report);
    CHECK_FALSE(report->anyRefused());
}

} // namespace

TEST_CASE("A program killed 200 times while writing, merging and exporting loses no answer it gave")
{
    const Workplace workplace;
    const Ground ground(workplace.path());
    base::SeededRandom chance(20);
    const fs::path folder = workplace.path();
    const Place place { folder / "own.db", folder / "other.patronat-batch", folder / "out" };
    makeOther(ground, folder / "other.db", place.inbox);
    std::vector<Word> said;
    for (int i = 0; i < kKills; ++i) {
        if (i % 10 == 0) {
            // A fresh file: the first merge is the one worth cutting.
            take(ground, place.own, 1);
            said.clear();
        }
        fs::remove_all(place.outbox);
        fs::create_directories(place.outbox);
        const auto more = liveAndDie(place, static_cast<std::uint64_t>(i) + 1, chance.below(12), static_cast<unsigned>(chance.below(400)));
        said.insert(said.end(), more.begin(), more.end());
        INFO("kill " << i << " of chance seed 20");
        base::ManualClock clock;
        base::SeededRandom random(7);
        const auto store = opened(place.own, clock, random);
        REQUIRE(store);
        mustBeWhole(*store, said);
        mustMerge(ground, place.outbox, folder / "reader.db");
        if (i % 10 == 9) {
            base::Job job;
            exchange::MergeOptions options;
            options.acceptUncertified = true;
            REQUIRE(exchange::mergeBatches(*store, { place.inbox }, options, job));
            mustBeWhole(*store, said);
        }
    }
}
