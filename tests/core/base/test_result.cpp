// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <catch2/catch.hpp>

#include <memory>
#include <set>

using namespace patronat::base;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return { ErrorCode::InvalidArgument, { "number", "odd" }, "half" };
    return number / 2;
}

Result<int> quarter(int number)
{
    PATRONAT_LET(const int first, half(number));
    PATRONAT_LET(const int second, half(first));
    return second;
}

Status mustBeEven(int number)
{
    PATRONAT_TRY(half(number));
    return {};
}

} // namespace

TEST_CASE("every code has a name of its own", "[result]")
{
    std::set<std::string_view> names;
    const int count = static_cast<int>(ErrorCode::Internal) + 1;
    for (int code = 0; code < count; ++code)
        names.insert(codeName(static_cast<ErrorCode>(code)));
    CHECK(names.size() == static_cast<std::size_t>(count));
    CHECK(codeName(ErrorCode::BatchForeign) == "batchForeign");
    CHECK(codeName(ErrorCode::NotADatabase) == "notADatabase");
}

TEST_CASE("an error describes itself with code, arguments and detail", "[result]")
{
    CHECK(describe({ ErrorCode::DiskFull, {}, {} }) == "diskFull");
    CHECK(describe({ ErrorCode::DiskFull, { "/a", "b" }, {} }) == "diskFull(/a, b)");
    CHECK(describe({ ErrorCode::Internal, {}, "why" }) == "internal: why");
    CHECK(describe({ ErrorCode::NotFound, { "person" }, "x" }) == "notFound(person): x");
}

TEST_CASE("the first error ends a chain of results", "[result]")
{
    CHECK(quarter(12).value() == 3);
    CHECK(quarter(10).error().args == std::vector<std::string> { "number", "odd" });
    CHECK(quarter(7).error().code == ErrorCode::InvalidArgument);
    CHECK(mustBeEven(2).ok());
    CHECK_FALSE(mustBeEven(3).ok());
}

TEST_CASE("a result can carry what only moves", "[result]")
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    CHECK(*taken == 5);
}
