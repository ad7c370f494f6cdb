// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "ui/common/jobrunner.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <catch2/catch.hpp>

#include <memory>

using namespace patronat;
using ui::JobRunner;

TEST_CASE("a result comes back on the thread of the window")
{
    JobRunner jobs;
    QObject context;
    QThread* worked = nullptr;
    QThread* told = nullptr;
    int result = 0;
    jobs.run(
        &context,
        [&](base::Job&) {
            worked = QThread::currentThread();
            return 42;
        },
        [&](int value) {
            told = QThread::currentThread();
            result = value;
        });

    REQUIRE(QTest::qWaitFor([&] { return result == 42; }));
    CHECK(told == QThread::currentThread());
    CHECK(worked != told);
    CHECK_FALSE(jobs.isBusy());
}

TEST_CASE("a window that is gone is told nothing")
{
    JobRunner jobs;
    auto context = std::make_unique<QObject>();
    bool told = false;
    jobs.run(
        context.get(), [](base::Job&) { return 1; }, [&](int) { told = true; });
    context.reset();

    REQUIRE(QTest::qWaitFor([&] { return !jobs.isBusy(); }));
    CHECK_FALSE(told);
}

TEST_CASE("a job that is cancelled stops at its next checkpoint")
{
    JobRunner jobs;
    QObject context;
    base::Status ended;
    bool isDone = false;
    const auto job = jobs.run(
        &context,
        [](base::Job& one) -> base::Status {
            for (;;)
                PATRONAT_TRY(one.checkpoint());
        },
        [&](const base::Status& status) {
            ended = status;
            isDone = true;
        });
    job->cancel();

    REQUIRE(QTest::qWaitFor([&] { return isDone; }));
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("a save and a read do not wait for long jobs, however many are held")
{
    JobRunner jobs;
    QObject context;
    QSemaphore gate;
    int heldEnded = 0;
    constexpr int kHeld = 8;
    for (int i = 0; i < kHeld; ++i)
        jobs.runLong(
            &context,
            [&gate](base::Job&) {
                gate.acquire();
                return 0;
            },
            [&](int) { ++heldEnded; });
    int saved = 0;
    for (int i = 0; i < 3; ++i)
        jobs.run(
            &context, [](base::Job&) { return 1; }, [&](int one) { saved += one; });

    CHECK(QTest::qWaitFor([&] { return saved == 3; }));
    CHECK(heldEnded == 0);
    CHECK(jobs.isBusy());

    gate.release(kHeld);
    CHECK(QTest::qWaitFor([&] { return heldEnded == kHeld; }));
    CHECK_FALSE(jobs.isBusy());
}

TEST_CASE("a long job tells how far it is and is stopped like any other")
{
    JobRunner jobs;
    QObject context;
    std::uint64_t far = 0;
    base::Status ended;
    bool isDone = false;
    const auto job = jobs.runLong(
        &context,
        [](base::Job& one) -> base::Status {
            one.report(3, 7);
            for (;;)
                PATRONAT_TRY(one.checkpoint());
        },
        [&](const base::Status& status) {
            ended = status;
            isDone = true;
        },
        [&](std::uint64_t done, std::uint64_t) { far = done; });
    REQUIRE(QTest::qWaitFor([&] { return far == 3; }));

    job->cancel();

    REQUIRE(QTest::qWaitFor([&] { return isDone; }));
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("what was asked to be kept is kept before the runner goes, in order")
{
    std::vector<int> kept;
    {
        JobRunner jobs;
        for (int i = 0; i < 20; ++i)
            jobs.keep([&kept, i]() -> base::Status {
                kept.push_back(i);
                return {};
            });
    }
    REQUIRE(kept.size() == 20);
    CHECK(std::is_sorted(kept.begin(), kept.end()));
}
