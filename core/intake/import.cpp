// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/import.h"

#include "core/store/writetx.h"

namespace patronat::intake {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using base::Status;
using base::Value;
using store::WriteTx;

namespace {

constexpr std::size_t kTellEvery = 64;

/// Writes one record after another; remembers the ids of those that others link to.
class Writing
{
public:
    Writing(WriteTx& tx, const ImportPlan& plan)
        : m_tx(tx)
        , m_ids(plan.records.size())
    {
    }

    Status write(std::size_t index, const PlannedRecord& record)
    {
        m_ids[index] = record.record;
        if (record.state == RowState::Same)
            return {};
        base::Fields fields = record.fields;
        for (const auto& [field, linked] : record.links)
            fields.insert_or_assign(field, Value(m_ids[linked]));
        if (record.state == RowState::New) {
            PATRONAT_LET(m_ids[index], m_tx.create(record.type, std::move(fields)));
            ++imported.created;
        } else {
            PATRONAT_LET(const base::OperationId operation,
                m_tx.put(record.type, record.record, record.heads, std::move(fields)));
            imported.changed += operation.isNull() ? 0 : 1;
        }
        return {};
    }
    Imported imported;

private:
    WriteTx& m_tx;
    std::vector<RecordId> m_ids;
};

} // namespace

Result<Imported> runImport(
    store::Store& store, const ImportPlan& plan, store::WriteOptions options, base::Job& job)
{
    const std::size_t total = plan.writes();
    if (total > store::kMaxWhole)
        return { ErrorCode::WriteTooLarge,
            { std::to_string(total), std::to_string(store::kMaxWhole) } };
    if (total == 0)
        return Imported {};
    options.isWhole = true;
    return store.write(options, [&](WriteTx& tx) -> Result<Imported> {
        Writing writing(tx, plan);
        for (std::size_t i = 0; i < plan.records.size(); ++i) {
            PATRONAT_TRY(job.checkpoint());
            PATRONAT_TRY(writing.write(i, plan.records[i]));
            if (i % kTellEvery == 0)
                job.report(i, plan.records.size());
        }
        writing.imported.group = tx.group();
        return writing.imported;
    });
}

} // namespace patronat::intake
