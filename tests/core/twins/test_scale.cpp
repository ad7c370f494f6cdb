// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/store.h"
#include "core/twins/family.h"
#include "core/twins/lookup.h"
#include "core/twins/person.h"
#include "core/twins/rows.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace patronat;
using base::Fields;
using base::RecordId;

namespace {

/// Far under what a person notices between two letters, in a region of 10,000 families and more.
constexpr double kMostMs = 50;
constexpr int kLookups = 200;

struct Times
{
    double median = 0;
    double slowest = 0;
};

/// Fields of some records as somebody types them anew; each is asked about and must be found.
Times lookups(
    const store::Store& store, const std::string& type, bool hasDate, base::Random& random)
{
    std::vector<double> ms;
    const auto done = store.read([&](const store::ReadTx& tx) -> base::Status {
        PATRONAT_LET(const std::vector<RecordId> all, tx.list(type));
        twins::Rows rows(tx, type, twins::comparedFields(type));
        for (int i = 0; i < kLookups; ++i) {
            const RecordId record = all[random.below(all.size())];
            twins::Question question { type, *rows.of(record) };
            for (const char* field : { "snils", "docNumber", "phone" })
                question.values.erase(field);
            if (!hasDate)
                question.values.erase("birthDate");
            const auto begin = std::chrono::steady_clock::now();
            PATRONAT_LET(const auto found, twins::candidates(tx, question));
            ms.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                    .count());
            CHECK(std::any_of(
                found.begin(), found.end(), [&](const auto& one) { return one.record == record; }));
        }
        return {};
    });
    REQUIRE(done);
    std::sort(ms.begin(), ms.end());
    return { ms[ms.size() / 2], ms.back() };
}

} // namespace

TEST_CASE("a look-up in the region that PATRONAT_REGION names is not noticed", "[.scale]")
{
    const char* region = std::getenv("PATRONAT_REGION");
    REQUIRE(region != nullptr);
    base::SystemClock clock;
    base::SystemRandom origins;
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.readOnly = true;
    const auto opened = store::Store::open(region, { clock, origins }, options);
    REQUIRE(opened);
    base::SeededRandom random(1);
    for (const auto& [type, hasDate] :
        { std::pair("person", true), std::pair("person", false), std::pair("family", true) }) {
        const Times times = lookups(**opened, type, hasDate, random);
        WARN(type << (hasDate ? "" : " without a birth date") << ": median " << times.median
                  << " ms, slowest " << times.slowest << " ms");
        CHECK(times.median < kMostMs);
    }
}
