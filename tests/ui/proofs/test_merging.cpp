// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/proofs/mergeproof.h"

#include <catch2/catch.hpp>

#include <cstdio>

using namespace patronat;

TEST_CASE("typing and saving go on while the batches of forty-five offices are merged, and nothing of either is lost")
{
    const tests::TemporaryFolder folder;
    demo::DemoOptions options;
    options.families = 90;
    options.offices = demo::kMaxOffices;
    options.out = folder.file("region");
    options.profile = std::filesystem::path(PATRONAT_PROFILES) / "ru-ta";
    base::Job job;
    REQUIRE(demo::makeDemo(options, job));

    const auto proof = tests::typeWhileMerging(options.out, options.profile, folder.file("scratch"), 3);

    REQUIRE(proof);
    std::printf("merge of %zu offices %lld ms: %u cards saved meanwhile, longest frame %lld ms, longest save %lld ms\n",
        proof->taken, static_cast<long long>(proof->mergeMs), proof->savesMeanwhile,
        static_cast<long long>(proof->longestFrameMs), static_cast<long long>(proof->longestSaveMs));
    CHECK(proof->taken == 45);
    CHECK(proof->refused == 0);
    CHECK(proof->lost.isEmpty());
    CHECK(proof->digest == proof->expected);
    CHECK_FALSE(proof->digest.empty());
}
