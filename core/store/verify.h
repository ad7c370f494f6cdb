// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patronat::store {

/// Something that is not as the journal says. Codes: "integrity", "frame", "operation", "row" (a record's row differs
/// from its operations), "missingRow", "strayRow", "trail", "conflicts", "beside", "waiting", "names", "chain".
struct VerifyProblem {
    std::string code;
    std::vector<std::string> args;
    bool operator==(const VerifyProblem&) const = default;
};

struct VerifyReport {
    std::uint64_t frames = 0;
    std::uint64_t operations = 0;
    std::uint64_t records = 0;
    std::uint64_t waiting = 0;
    std::uint64_t forks = 0;
    std::vector<VerifyProblem> problems; ///< at most 100 are kept
    bool clean() const { return problems.empty(); }
};

/// Compares everything with the journal: SQLite's own integrity, every frame and operation, chains of this site's
/// origins, each record's row, trail, conflicts and names against a replay of its operations. Reads only.
base::Result<VerifyReport> verify(const Store& store, base::Job& job);

} // namespace patronat::store
