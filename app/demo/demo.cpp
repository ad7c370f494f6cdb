// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include "app/demo/institution.h"
#include "app/demo/maker.h"
#include "core/profile/loader.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace patronat::demo {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr unsigned kThreads = 2; ///< an office belongs to one of them: the outcome does not depend on how many

Status checkOptions(const DemoOptions& options)
{
    if (options.offices < 1 || options.offices > kMaxOffices)
        return { ErrorCode::InvalidArgument, { "offices", "1.." + std::to_string(kMaxOffices) } };
    if (options.families < options.offices)
        return { ErrorCode::InvalidArgument, { "families", "fewerThanOffices" } };
    std::error_code failed;
    std::filesystem::create_directories(options.out, failed);
    if (failed)
        return { ErrorCode::FileNotWritable, { options.out.string() }, failed.message() };
    return {};
}

/// The offices, two at a time; the first error ends all.
class Workshop {
public:
    Workshop(const Region& region, const std::vector<OfficePlan>& plans, base::Job& job)
        : m_region(region)
        , m_plans(plans)
        , m_job(job)
        , m_made(plans.size())
    {
    }
    Result<std::vector<OfficeMade>> run()
    {
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < std::min<std::size_t>(kThreads, m_plans.size()); ++i)
                threads.emplace_back([this] { work(); });
        }
        if (m_error)
            return *m_error;
        return std::move(m_made);
    }

private:
    void work()
    {
        for (std::size_t i = m_next++; i < m_plans.size() && !m_stopped; i = m_next++) {
            auto made = makeOffice(m_region, m_plans[i], m_job);
            const std::lock_guard lock(m_mutex);
            if (made) {
                m_made[i] = std::move(*made);
                m_job.report(++m_done, m_plans.size() + 1);
            } else {
                m_stopped = true;
                if (!m_error)
                    m_error = made.error();
            }
        }
    }

    const Region& m_region;
    const std::vector<OfficePlan>& m_plans;
    base::Job& m_job;
    std::vector<OfficeMade> m_made; ///< each by the thread that made it
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex; ///< of what follows
    std::optional<base::Error> m_error;
    std::uint64_t m_done = 0;
};

} // namespace

Result<DemoReport> makeDemo(const DemoOptions& options, base::Job& job)
{
    PATRONAT_TRY(checkOptions(options));
    const std::filesystem::path words
        = options.words.empty() ? options.profile.parent_path().parent_path() / "demo" : options.words;
    Region region { options, {}, {}, {} };
    PATRONAT_LET(region.profile, profile::openProfile(options.profile));
    PATRONAT_LET(region.words, loadWords(words));
    DemoReport report;
    PATRONAT_LET(region.certify, makeInstitution(options, report.institutionKey));
    const std::vector<OfficePlan> plans = planRegion(options.families, options.offices, options.seed);
    PATRONAT_LET(const std::vector<OfficeMade> offices, Workshop(region, plans, job).run());
    for (std::size_t i = 0; i < plans.size(); ++i)
        if (plans[i].shares)
            PATRONAT_TRY(meetNeighbours(region, offices[i], offices[i + 1], report.operations));
    report.families = options.families;
    for (const OfficeMade& office : offices) {
        report.offices.push_back(office.file);
        report.specialists += office.specialists;
        report.meetings += office.meetings;
        report.programmes += office.programmes;
        report.operations += office.operations;
    }
    PATRONAT_TRY(makeRegionDatabase(region, offices, job, report));
    job.report(plans.size() + 1, plans.size() + 1);
    return report;
}

} // namespace patronat::demo
