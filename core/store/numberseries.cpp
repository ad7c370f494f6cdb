// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/numbers.h"

namespace patronat::store {

using base::ErrorCode;
using base::Status;

namespace {

void saveSetting(db::Connection& writer, std::string_view name, std::string_view value)
{
    auto save = writer.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                               "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    save.bind(1, name).bind(2, value).run();
}

} // namespace

void setHolder(db::Connection& writer, std::string_view series, base::SiteId holder)
{
    saveSetting(writer, "series." + std::string(series), holder.hex());
}

void unconfirmSeries(db::Connection& writer, const std::string& today)
{
    auto mark = writer.prepare("UPDATE number_series SET confirmed = 0");
    mark.run();
    saveSetting(writer, kRestoredSetting, today.substr(0, 4));
}

Status confirmSeries(db::Connection& writer, const std::string& series, std::int64_t last)
{
    if (last < 0)
        return { ErrorCode::InvalidArgument, { "last", std::to_string(last) } };
    auto save = writer.prepare("INSERT INTO number_series(series, last, holder, confirmed) VALUES(?1, ?2, NULL, 1) "
                               "ON CONFLICT(series) DO UPDATE SET last = max(last, excluded.last), confirmed = 1");
    save.bind(1, std::string_view(series)).bind(2, last).run();
    return {};
}

void confirmNoOthers(db::Connection& writer)
{
    auto forget = writer.prepare("DELETE FROM setting WHERE name = ?1");
    forget.bind(1, kRestoredSetting).run();
}

std::vector<SeriesState> seriesStates(const ReadTx& read)
{
    std::vector<SeriesState> out;
    auto select = read.connection().prepare("SELECT series, last, confirmed FROM number_series ORDER BY series");
    while (select.step())
        out.push_back({ std::string(select.text(0)), select.integer(1), select.integer(2) != 0 });
    return out;
}

} // namespace patronat::store
