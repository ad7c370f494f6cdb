// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/importplan.h"
#include "core/intake/recordfinder.h"
#include "core/intake/rowreader.h"

#include <optional>

namespace patronat::intake {

/// What a row says of one record, before it is known which one it is.
struct Said
{
    const MappedRecord* mapped;
    const profile::RecordType* type;
    base::Fields fields;
    std::map<std::string, std::size_t> links;
    std::vector<std::string> keys; ///< its texts under the complete ones
    std::size_t byKey = 0; ///< which of the mapping's keys has found it
};

/// Makes the plan of one list, row by row. A row that is refused leaves nothing in the plan.
class Planner
{
public:
    Planner(const store::ReadTx& read, const Mapping& mapping, RowReader& rows, ImportPlan& plan)
        : m_read(read)
        , m_mapping(mapping)
        , m_rows(rows)
        , m_finder(read)
        , m_plan(plan)
    {
    }

    base::Status take(const ListRow& row);

private:
    struct Saved
    {
        std::size_t index;
        PlannedRecord planned;
        Said said;
    };
    void begin(const ListRow& row);
    void fail(
        const Said& said, std::string_view field, std::string reason, std::string nearest = {});
    bool link(const MappedRecord& mapped, Said& said) const;
    void checkRequired(const Said& said);
    base::Status settle(Said said);
    bool complete(Said& said);
    std::optional<std::size_t> earlier(const Said& said) const;
    void join(std::size_t index, const Said& said);
    base::Status add(Said said);
    base::Result<base::RecordId> known(Said& said);
    base::Status compare(PlannedRecord& planned, const Said& said);
    void refuse(PlannedRecord& planned, const Said& said, const store::Record& record);
    void finish();

    const store::ReadTx& m_read;
    const Mapping& m_mapping;
    RowReader& m_rows;
    RecordFinder m_finder;
    ImportPlan& m_plan;
    std::vector<Said> m_said; ///< beside ImportPlan::records
    std::vector<int> m_lines; ///< where each was said first
    std::map<std::string, std::size_t> m_byKey;
    std::map<base::RecordId, std::size_t> m_byRecord;
    // Of the row at hand.
    PlannedRow m_row;
    const ListRow* m_cells = nullptr;
    std::size_t m_before = 0;
    std::map<std::string, std::size_t> m_ofRow; ///< as -> planned record
    std::vector<std::string> m_newKeys;
    std::vector<Saved> m_changed;
};

} // namespace patronat::intake
