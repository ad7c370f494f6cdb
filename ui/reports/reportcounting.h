// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/reports/period.h"
#include "core/reports/table.h"
#include "core/store/store.h"

#include <QImage>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

class QPagedPaintDevice;

namespace patronat::ui {

/// A report of the profile, as one chooses it.
struct ReportChoice
{
    std::string id;
    profile::Label title;
    std::string from; ///< first day of its programme; empty: it has none
    std::string to;
};

/// A place that a report may be narrowed to.
struct TerritoryChoice
{
    std::string code;
    std::string name;
};

/// What one may choose from. Read beside the window.
struct ReportChoices
{
    std::vector<ReportChoice> reports;
    std::vector<TerritoryChoice> territories; ///< regions and what lies right in them, by code
};

/// A report that somebody asked for.
struct ReportRequest
{
    std::string report;
    reports::Period period;
    std::string territory; ///< code; empty: everything
    std::string today;
    base::RecordId viewer {}; ///< staff: of what is not hers to read nothing is counted
};

/// A record to look at, because parts of a report do not add up.
struct Culprit
{
    std::string type;
    base::RecordId id;
    std::string title;
};

struct CountedReport
{
    reports::Table table;
    std::vector<Culprit> culprits; ///< of what does not add up
};

ReportChoices reportChoices(const store::ReadTx& tx);

/// Speaks the language of papers: what is shown is what is printed. `language`: of the titles of
/// records.
base::Result<CountedReport> countedReport(const store::Store& store, const ReportRequest& request,
    const std::string& language, base::Job& job);

/// The records behind a figure, with their titles.
struct BehindFigure
{
    std::vector<Culprit> records; ///< of a share: those of its part
    std::optional<std::int64_t> whole; ///< of a share: how many it is a share of
};

/// Nothing where the report does not say which they are. Any thread.
base::Result<std::optional<BehindFigure>> behindFigure(const store::Store& store,
    const ReportRequest& request, const std::string& row, const reports::Period& span,
    const std::string& language);

/// The pages of its paper, for a preview. Long work, without a database: any thread.
base::Result<std::vector<QImage>> pagesOf(const reports::Table& table,
    const profile::Profile& profile, const std::string& today, int dotsPerInch);
base::Result<int> printOn(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, QPagedPaintDevice& device);
/// By the ending: .xlsx .csv .html .json .pdf, whole or not at all.
base::Status writeReport(const reports::Table& table, const profile::Profile& profile,
    const std::string& today, const std::filesystem::path& path);

} // namespace patronat::ui
