// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/deadlines.h"
#include "core/process/transitions.h"
#include "core/store/findings.h"
#include "tests/support/office.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::tests {

/// An office of a shipped profile that moves cases: staff of several roles, a family, documents.
class CaseOffice
{
public:
    explicit CaseOffice(std::uint64_t seed, std::string_view profile = "ru-ta");

    TestOffice& office() { return m_office; }
    /// Noon of that day in UTC.
    void on(std::string_view day, int hour = 12);

    base::RecordId territory();
    base::RecordId staff(std::string_view role);
    /// With a mother, who represents, and a son of school age.
    base::RecordId family(std::string_view name);
    base::RecordId signal(base::RecordId family);
    /// A case in its first state, as a transition would open it.
    base::RecordId episode(base::RecordId family, std::string_view state);
    /// A decision about the case, signed.
    base::RecordId decision(base::RecordId episode, const base::Fields& fields);
    /// A programme of the case with all it needs, signed.
    base::RecordId programme(base::RecordId episode, std::string_view from, std::string_view to);
    /// Looks for what stands beside each other, as a merge does.
    void judge();
    void signAlone(std::string_view type, base::RecordId id);

    base::Result<process::Applied> move(std::string_view type, base::RecordId id,
        std::string_view transition, base::RecordId who, const process::Step& step = {});
    /// The same; fails the test unless it happens.
    process::Applied moved(std::string_view type, base::RecordId id, std::string_view transition,
        base::RecordId who, const process::Step& step = {});
    base::Result<process::Reversed> reverse(std::string_view type, base::RecordId id,
        base::RecordId event, base::RecordId who, const std::string& reason);
    std::vector<process::Possible> possible(std::string_view type, base::RecordId id,
        base::RecordId who, const process::Step& step = {});
    std::string state(std::string_view type, base::RecordId id);
    /// "sig.survey 2026-01-13", with "off" and "2027?" after it where the day is doubtful; by day.
    std::vector<std::string> deadlines(std::string_view today);
    /// Those of visits, which deadlines() leaves out.
    std::vector<std::string> visits(std::string_view today);
    /// "kind record" of the findings of concurrency.
    std::vector<std::string> concurrencies();
    std::string text(std::string_view type, base::RecordId id, const std::string& field);

private:
    std::vector<std::string> open(std::string_view today);
    void enrol(base::RecordId family, std::string_view role, std::string_view name,
        std::string_view birthDate, bool isRepresentative);
    TestOffice m_office;
};

/// What a registration card must have besides what its case has.
base::Fields registrationCard(base::RecordId organisation, base::RecordId by);

} // namespace patronat::tests
