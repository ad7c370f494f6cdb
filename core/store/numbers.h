// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

// A series is what one counter runs over: type and field, the values its `series` names, and the year where the field
// declares `year`: "episode.regNo|16-01|2026". A counter only grows: what is cancelled, removed
// or superseded is never issued again.
//
// Who issues final numbers of a series (the holder), first rule that answers:
// 1. the setting "series.episode.regNo|16-01" (without the year), else "series.episode.regNo": the holder's site
//    id in hex. This is the right that is handed over.
// 2. A database in no institution that knows of no other site (table `site`) holds everything.
// 3. The record's unit lies in a territory of the setting "site.territories" (ids in hex joined by commas; what is
//    part of such a territory counts): units of bodies are held by a site of kind "secretary" (BR-24), all others
//    by one of kind "office".
// Every other site gives provisional numbers: the counter is replaced by its station's code and a counter of its
// own, "16-01/2026/К05-0001п". The holder replaces them by final ones when they reach it (provisionalNumbers,
// finalNumber); the text index keeps the provisional ones findable.

/// Until which year series that have no counter wait; set by unconfirmSeries.
inline constexpr std::string_view kRestoredSetting = "series.restored";

/// The institution this site belongs to; core/exchange writes it with the certificate.
inline constexpr std::string_view kInstitutionSetting = "site.institution";

enum class NumberMoment { Creation, Signing };

/// Fills the number fields of a record that are issued at this moment and still empty, in this transaction. At
/// creation a number whose mask names a missing value stays empty; at signing that is InvalidValue(type, field,
/// "numberPart"). NumberingWaits(series) after a restore.
/// Source: domain.md 3.2 regNo, 3.9, BR-24, BR-40.
base::Status issueNumbers(const ReadTx& read, const Table& table, base::Fields& values, NumberMoment moment,
    const std::string& stationCode, const std::string& today);

/// A record that carries a provisional number.
struct ProvisionalNumber {
    std::string type;
    base::RecordId record;
    std::string field;
    std::string number;
};
bool isProvisional(std::string_view number);
/// Those whose series this site holds, oldest record first.
std::vector<ProvisionalNumber> provisionalNumbers(const ReadTx& read);
/// The final number of a record, issued in this transaction; for the caller to put. NotPermitted(series) where this site
/// is not the holder.
base::Result<std::string> finalNumber(const ReadTx& read, const Table& table, std::string_view field,
    const base::Fields& values, const std::string& today);

/// The series, year included, that the number of a record with these values runs in; empty when a value is missing.
std::string seriesOf(const ReadTx& read, const Table& table, std::string_view field, const base::Fields& values,
    const std::string& today);
/// Says who holds a series from now on: this site's own id to take the right, another one's to hand it over. `series`
/// without its year, or only "type.field" for all of them.
void setHolder(db::Connection& writer, std::string_view series, base::SiteId holder);

/// After a restore: numbering of every series waits until its last number is confirmed; also of those that have not
/// begun in the restored copy (they may have begun since), but for the years to come.
void unconfirmSeries(db::Connection& writer, const std::string& today);
base::Status confirmSeries(db::Connection& writer, const std::string& series, std::int64_t last);
/// A person says that no other series was begun since the copy was made.
void confirmNoOthers(db::Connection& writer);
struct SeriesState {
    std::string series;
    std::int64_t last = 0;
    bool confirmed = true;
};
std::vector<SeriesState> seriesStates(const ReadTx& read);

/// A name in a mask, a series or a year that leads nowhere.
struct NumberPath {
    std::string field;
    std::string path;
};
std::vector<NumberPath> unresolvedNumberPaths(const profile::Profile& profile, const profile::RecordType& type);

} // namespace patronat::store
