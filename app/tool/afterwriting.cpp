// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"

#include "core/base/job.h"
#include "core/store/findings.h"
#include "core/store/textindex.h"

namespace patronat::tool {

base::Status afterWriting(Invocation& run, store::Store& store)
{
    if (run.changes().empty())
        return {};
    const std::string today = run.clock().today();
    PATRONAT_TRY(store.bulk([&](store::Store::Inner& inner) {
        return store::updateFindings(inner, store.rules(), run.changes(), today);
    }));
    base::Job job;
    return store::indexTexts(store, job);
}

} // namespace patronat::tool
