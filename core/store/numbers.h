// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <string>

namespace patronat::store {

enum class NumberMoment { Creation, Signing };

/// Fills the number fields of a record that are issued at this moment and still empty. A site that holds the
/// series (or the only one that ever issued from it) gives the next number of the year, in this
/// transaction; another one a provisional number with its station's code. NumberingWaits after a restore.
/// Source: domain.md 3.2 regNo, 3.9, BR-24, BR-40.
base::Status issueNumbers(const ReadTx& read, const Table& table, base::Fields& values, NumberMoment moment,
    const std::string& stationCode, const std::string& today);

/// After a restore: numbering of every series waits until its last number is confirmed.
void unconfirmSeries(db::Connection& writer);
base::Status confirmSeries(db::Connection& writer, const std::string& series, std::int64_t last);

} // namespace patronat::store
