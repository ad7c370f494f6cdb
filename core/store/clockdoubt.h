// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace patronat::store {

class ReadTx;

/// When this installation wrote last, by its own clock of then: ms since 1970 in UTC. By the order
/// of writing, so that one slip of the clock is asked about until something is written after it,
/// and not for ever. Empty where nothing was written.
std::optional<std::int64_t> newestLocalChange(const ReadTx& tx);

/// Whether the clock stands so far before that change that a person is to say if it is right: an
/// empty battery, a month mistyped. Dates of documents and deadlines follow the clock. A clock that
/// was put right by minutes is nothing.
bool isClockBehind(std::optional<std::int64_t> newestMs, std::int64_t nowMs);

} // namespace patronat::store
