// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"

#include "core/base/job.h"
#include "core/store/textindex.h"

namespace patronat::tool {

base::Status afterWriting(Invocation& run, store::Store& store)
{
    if (run.changes().empty())
        return {};
    // Findings are the store's, in the transaction of each write; texts follow behind.
    base::Job job;
    return store::indexTexts(store, job);
}

} // namespace patronat::tool
