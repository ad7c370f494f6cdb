// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "ui/common/valuetext.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::ui {

/// A record with all that its form shows. Read beside the window.
struct LoadedRecord
{
    store::Record record;
    base::Fields computed; ///< as the row has them
    std::vector<store::OpenConflict> conflicts;
    std::size_t besides = 0; ///< operations beside its signature
    std::string title;
    Titles titles; ///< of what it refers to, conflicting values included
    /// Who signed it and when; empty and 0 while nobody has.
    std::string signer;
    std::int64_t signedAt = 0;
};

/// Within a read, any thread.
base::Result<LoadedRecord> loadRecord(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view type, base::RecordId id, const std::string& language);

/// The same as it was to whoever had been shown it at `heads`: values, conflicts and life of then,
/// titles of now. With heads that are not held it is the record of now under those heads, and no
/// save of it succeeds.
base::Result<LoadedRecord> loadRecordAt(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view type, base::RecordId id, const std::vector<journal::Head>& heads,
    const std::string& language);

/// "Иванова А.П." of a staff record; empty for nobody and for one that is not held.
std::string staffName(const store::ReadTx& tx, base::RecordId id);

/// Of which office somebody wrote: the organisation of the staff record, else that of the place the
/// operation was written at. By its name as people know it; empty when nothing is known of either.
std::string officeName(const store::ReadTx& tx, base::RecordId staff, base::OperationId operation);

} // namespace patronat::ui
