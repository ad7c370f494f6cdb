// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "ui/common/jobrunner.h"

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
