// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/maker.h"

#include "core/exchange/export.h"
#include "core/exchange/merge.h"

#include <system_error>

namespace patronat::demo {

using base::Result;
using base::Status;

namespace {

constexpr std::uint64_t kSupervisor = 0x726567696F6EULL; ///< keeps the supervisor's chance apart from the region's

/// A folder for the batches on their way; gone when they have been merged.
class Stick {
public:
    explicit Stick(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    Stick(const Stick&) = delete;
    Stick& operator=(const Stick&) = delete;
    ~Stick()
    {
        std::error_code ignored; // what is left there only takes room
        std::filesystem::remove_all(m_folder, ignored);
    }
    Status make() const
    {
        std::error_code failed;
        std::filesystem::create_directories(m_folder, failed);
        if (failed)
            return { base::ErrorCode::FileNotWritable, { m_folder.string() }, failed.message() };
        return {};
    }
    std::filesystem::path file(std::size_t number) const
    {
        return m_folder / (std::to_string(number) + ".patronat-batch");
    }

private:
    std::filesystem::path m_folder;
};

/// Every office's whole batch, as `export --all` writes it.
Result<std::vector<std::filesystem::path>> exportAll(
    const Region& region, const std::vector<OfficeMade>& offices, const Stick& stick, base::Job& job)
{
    std::vector<std::filesystem::path> files;
    base::Job quiet; // the demonstration counts offices
    for (const OfficeMade& office : offices) {
        PATRONAT_TRY(job.checkpoint());
        Circumstances here(office.seed, 4, dayOf(2016, 12, 30));
        PATRONAT_LET(auto store, store::Store::open(office.file, here.environment(), openOptions(region)));
        exchange::ExportOptions options;
        options.file = stick.file(files.size() + 1);
        options.all = true;
        PATRONAT_LET(const exchange::ExportReport exported, exchange::exportBatch(*store, options, quiet));
        files.push_back(exported.file);
        store->checkpoint();
    }
    return files;
}

} // namespace

Status makeRegionDatabase(const Region& region, const std::vector<OfficeMade>& offices, base::Job& job, DemoReport& report)
{
    report.region = region.options.out / "region.db";
    const Stick stick(region.options.out / "region.batches");
    PATRONAT_TRY(stick.make());
    PATRONAT_LET(const std::vector<std::filesystem::path> files, exportAll(region, offices, stick, job));
    Circumstances here(region.options.seed ^ kSupervisor, 1, dayOf(2016, 12, 30));
    const store::SiteIdentity site { { here.chance.next(), here.chance.next() }, "supervisor", "RIMC", "РИМЦ (учебный)" };
    PATRONAT_LET(auto store,
        store::Store::create(report.region, region.profile, site, here.environment(), openOptions(region)));
    PATRONAT_TRY(markAsDemo(*store));
    PATRONAT_TRY(region.certify(*store, {}));
    base::Job quiet;
    PATRONAT_LET(const exchange::MergeReport merged, exchange::mergeBatches(*store, files, {}, quiet));
    for (const exchange::BatchOutcome& batch : merged.batches)
        if (batch.refused)
            return *batch.refused;
    PATRONAT_TRY(store->read([&](const store::ReadTx& read) -> Status {
        report.conflicts = read.conflicts().size();
        report.besides = read.besides().size();
        return {};
    }));
    store->checkpoint();
    return {};
}

} // namespace patronat::demo
