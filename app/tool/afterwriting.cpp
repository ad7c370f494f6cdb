// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"

#include "core/base/job.h"
#include "core/store/textindex.h"

namespace patronat::tool {

base::Status afterWriting(store::Store& store)
{
    base::Job job;
    return store::indexTexts(store, job);
}

} // namespace patronat::tool
