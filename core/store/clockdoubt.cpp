// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clockdoubt.h"

#include "core/store/readtx.h"

namespace patronat::store {

namespace {

constexpr std::int64_t kPutRightMs = 10 * 60'000; ///< what a time service or a hand corrects

} // namespace

std::optional<std::int64_t> newestLocalChange(const ReadTx& tx)
{
    auto select = tx.connection().prepare("SELECT last FROM action ORDER BY number DESC LIMIT 1");
    if (!select.step())
        return std::nullopt;
    const auto last = tx.journal().operation(select.id<base::OperationId>(0));
    return last ? std::optional(last->stamp) : std::nullopt;
}

bool isClockBehind(std::optional<std::int64_t> newestMs, std::int64_t nowMs)
{
    return newestMs && nowMs + kPutRightMs < *newestMs;
}

} // namespace patronat::store
