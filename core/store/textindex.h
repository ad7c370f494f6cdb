// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <cstdint>

namespace patronat::store {

// The texts index runs behind the journal: the settings `text.frame` and `text.op` say up to which frame and which
// pending operation its feed has been read. What a step finds touched is read anew from its row, so a step may be
// repeated. Beside the texts of its type a record's line keeps, after a line break, the provisional numbers it once
// had: they are printed on papers and people search for them.

/// One bounded step in the caller's transaction. True when nothing waits any more.
base::Result<bool> indexTextsStep(Store::Inner& inner);
/// Steps, each a transaction of its own, until nothing waits or the job is cancelled; goes on where it stopped.
base::Status indexTexts(Store& store, base::Job& job);
/// Empties the index and puts the feed back to its beginning: after an upgrade of the profile, after erasing.
void resetTextIndex(db::Connection& writer);

struct TextsBehind {
    std::int64_t frames = 0;
    std::int64_t operations = 0; ///< pending ones, not in frames yet
    bool operator==(const TextsBehind&) const = default;
};
TextsBehind textsBehind(const ReadTx& read);

} // namespace patronat::store
