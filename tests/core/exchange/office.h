// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/db/faultplan.h"
#include "core/exchange/export.h"
#include "core/exchange/merge.h"
#include "core/store/store.h"
#include "core/vault/institution.h"
#include "tests/support/temporaryfolder.h"

#include <memory>
#include <string>
#include <vector>

namespace patronat::tests {

/// Families, persons, bodies and what hangs on them, in the smallest profile that has every kind of unit and of
/// reference; three territories as seeds.
std::shared_ptr<const profile::Profile> smallProfile();

/// One site of a test: its database in the test's folder, its clock and chance. Writes run in the caller.
class Office {
public:
    Office(const TemporaryFolder& folder, std::string code, std::string kind = "office", std::uint64_t seed = 0);

    store::Store& store() { return *m_store; }
    base::ManualClock& clock() { return m_clock; }
    db::FaultPlan& faults() { return m_faults; }
    const std::string& code() const { return m_code; }
    std::filesystem::path database() const { return m_path; }
    void certify(const vault::InstitutionKey& key, std::vector<std::string> territories = {});
    /// Closes and opens again: the next write draws a new origin.
    void reopen();
    void close() { m_store.reset(); }

    base::RecordId create(const std::string& type, base::Fields fields);
    /// Changes a record as it is shown now.
    base::OperationId put(const std::string& type, base::RecordId id, base::Fields fields);
    base::OperationId putAt(const std::string& type, base::RecordId id, const std::vector<journal::Head>& base, base::Fields fields);
    store::Record record(const std::string& type, base::RecordId id);
    base::Value value(const std::string& type, base::RecordId id, const std::string& field);
    bool has(const std::string& type, base::RecordId id);
    base::RecordId territory(const std::string& code);
    /// A family with a person in it.
    base::RecordId family(const std::string& name, const std::string& territoryCode = "16-01");

    exchange::ExportReport exportTo(const std::string& fileName, const std::string& recipient = {}, bool all = false);
    exchange::MergeReport mergeFiles(const std::vector<std::filesystem::path>& files, exchange::MergeOptions options = {});
    exchange::MergeReport merge(const exchange::ExportReport& batch) { return mergeFiles({ batch.file }); }

    /// Everything that says what is held and shown: the digest, and every journal and side table as text.
    std::string digest();
    std::string contents();
    std::int64_t count(const std::string& sql);

private:
    void open();
    const TemporaryFolder& m_folder;
    std::string m_code;
    std::filesystem::path m_path;
    base::ManualClock m_clock { 1'800'000'000'000 };
    base::SeededRandom m_random;
    db::FaultPlan m_faults;
    std::unique_ptr<store::Store> m_store;
};

} // namespace patronat::tests
