// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace patronat::base;

TEST_CASE("a job goes on until somebody cancels it", "[job]")
{
    Job job;
    CHECK(job.checkpoint().ok());

    job.cancel();

    CHECK(job.checkpoint().error().code == ErrorCode::Cancelled);
    CHECK(job.checkpoint().error().code == ErrorCode::Cancelled);
}

TEST_CASE("a job hands progress to who asked for it", "[job]")
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> seen;
    Job job([&](std::uint64_t done, std::uint64_t total) { seen.emplace_back(done, total); });

    job.report(1, 2);
    job.report(2, 2);
    Job silent;
    silent.report(1, 2);

    CHECK(seen == std::vector<std::pair<std::uint64_t, std::uint64_t>> { { 1, 2 }, { 2, 2 } });
}
