// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/proofs/mergeproof.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <cstdlib>

using namespace patronat;

// Few offices in every run of the tests: making a region takes long. `./dev proofs` merges all forty-five.
TEST_CASE("typing and saving go on while the batches of many offices are merged, and nothing of either is lost")
{
    const tests::TemporaryFolder folder;
    demo::DemoOptions options;
    options.offices = std::getenv("PATRONAT_THOROUGH") != nullptr ? demo::kMaxOffices : 7;
    options.families = options.offices * 2;
    options.out = folder.file("region");
    options.profile = std::filesystem::path(PATRONAT_PROFILES) / "ru-ta";
    base::Job job;
    REQUIRE(demo::makeDemo(options, job));

    const auto proof = tests::typeWhileMerging(options.out, options.profile, folder.file("scratch"), 3);

    REQUIRE(proof);
    std::printf("merge of %zu offices %lld ms: %u cards saved meanwhile, longest frame %lld ms, longest save %lld ms\n",
        proof->taken, static_cast<long long>(proof->mergeMs), proof->savesMeanwhile,
        static_cast<long long>(proof->longestFrameMs), static_cast<long long>(proof->longestSaveMs));
    CHECK(proof->taken == options.offices);
    CHECK(proof->refused == 0);
    CHECK(proof->lost.isEmpty());
    CHECK(proof->digest == proof->expected);
    CHECK_FALSE(proof->digest.empty());
}
