// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/planner.h"

#include <algorithm>
#include <set>

namespace patronat::intake {

using base::RecordId;
using base::Result;
using base::Status;
using base::Value;

void Planner::fail(
    const Said& said, std::string_view field, std::string reason, std::string nearest)
{
    const MappedColumn* column = said.mapped->columnOf(field);
    const auto value = said.fields.find(field);
    const bool hasText = value != said.fields.end() && value->second.text() != nullptr;
    m_row.problems.push_back({ column ? column->heading : std::string(field), std::move(reason),
        hasText ? *value->second.text() : std::string(), std::move(nearest), said.type->id,
        std::string(field) });
}

/// False when a record that this one hangs on is not there.
bool Planner::link(const MappedRecord& mapped, Said& said) const
{
    for (const auto& [field, as] : mapped.links) {
        const auto linked = m_ofRow.find(as);
        if (linked == m_ofRow.end())
            return false;
        const PlannedRecord& record = m_plan.records[linked->second];
        if (record.record.isNull())
            said.links.emplace(field, linked->second);
        else
            said.fields.insert_or_assign(field, Value(record.record));
    }
    return true;
}

/// What must be filled: what the mapping asks for, and of the list's columns what the profile does.
void Planner::checkRequired(const Said& said)
{
    std::set<std::string> asked(said.mapped->required.begin(), said.mapped->required.end());
    for (const MappedColumn& column : said.mapped->columns)
        for (const std::string& field : column.fields)
            if (said.type->field(field)->required.always)
                asked.insert(field);
    for (const std::string& field : asked) {
        const bool isTold = std::any_of(
            m_row.problems.begin(), m_row.problems.end(), [&](const RowProblem& problem) {
                return problem.field == field && problem.type == said.type->id;
            });
        if (!isTold && !said.fields.contains(field) && !said.links.contains(field))
            fail(said, field, "required");
    }
}

/// Finds the keys that are filled; false when there should be one and none is.
bool Planner::complete(Said& said)
{
    for (const Key& key : said.mapped->keys)
        if (auto text = m_finder.textOf(*said.type, key, said.fields, said.links))
            said.keys.push_back(std::move(*text));
    if (!said.keys.empty() || said.mapped->keys.empty())
        return true;
    for (const KeyField& field : said.mapped->keys.back())
        if (!field.mayBeEmpty && !said.fields.contains(field.field)
            && !said.links.contains(field.field))
            fail(said, field.field, "keyMissing");
    return false;
}

std::optional<std::size_t> Planner::earlier(const Said& said) const
{
    for (const std::string& key : said.keys)
        if (const auto found = m_byKey.find(key); found != m_byKey.end())
            return found->second;
    return std::nullopt;
}

/// An earlier row, or an earlier part of this one, has spoken of the record: it may tell more,
/// never something else.
void Planner::join(std::size_t index, const Said& said)
{
    Said& before = m_said[index];
    Said merged = before;
    bool isMore = false;
    const std::string line = std::to_string(m_lines[index]);
    const char* reason = said.mapped->isShared ? "differs" : "keyTwice";
    for (const auto& [field, value] : said.fields) {
        const auto told = before.fields.find(field);
        if (told == before.fields.end() && said.mapped->isShared) {
            merged.fields.emplace(field, value);
            isMore = true;
        } else if (told == before.fields.end()
            || !RecordFinder::isSame(*said.type->field(field), told->second, value))
            fail(said, field, reason, line);
    }
    for (const auto& [field, linked] : said.links)
        if (const auto told = before.links.find(field);
            told == before.links.end() || told->second != linked)
            fail(said, field, reason, line);
    m_ofRow.emplace(said.mapped->as, index);
    m_row.records.push_back(index);
    for (const std::string& key : said.keys)
        if (m_byKey.emplace(key, index).second)
            m_newKeys.push_back(key);
    if (!isMore || !m_row.problems.empty())
        return;
    m_changed.push_back({ index, m_plan.records[index], before });
    before = std::move(merged);
}

Result<RecordId> Planner::known(Said& said)
{
    for (said.byKey = 0; said.byKey < said.mapped->keys.size(); ++said.byKey) {
        const Key& key = said.mapped->keys[said.byKey];
        const auto text = m_finder.textOf(*said.type, key, said.fields, said.links);
        if (!text)
            continue;
        const std::vector<RecordId>& found = m_finder.find(*said.type, key, *text);
        if (found.size() > 1)
            return base::Error { base::ErrorCode::InvalidArgument,
                { "ambiguous", key.front().field }, {} };
        if (found.size() == 1)
            return found.front();
    }
    return RecordId {};
}

void Planner::refuse(PlannedRecord& planned, const Said& said, const store::Record& record)
{
    for (const auto& [field, value] : planned.fields) {
        const profile::Field* declared = said.type->field(field);
        const bool isFixed
            = std::count(said.type->unitFields.begin(), said.type->unitFields.end(), field) != 0;
        if (isFixed)
            fail(said, field, "unitFixed");
        else if (record.life == "signed" && declared != nullptr && !declared->afterSigning)
            fail(said, field, "recordSigned");
    }
    for (const auto& [field, linked] : planned.links)
        if (std::count(said.type->unitFields.begin(), said.type->unitFields.end(), field) != 0)
            fail(said, field, "unitFixed");
}

/// What a record that is there lacks of what the row says.
Status Planner::compare(PlannedRecord& planned, const Said& said)
{
    PATRONAT_LET(const store::Record record, m_read.record(said.type->id, planned.record));
    planned.heads = record.heads;
    planned.fields = said.fields;
    planned.links = said.links;
    std::set<std::string> ofKeys;
    for (const Key& key : said.mapped->keys)
        for (const KeyField& field : key)
            ofKeys.insert(field.field);
    std::erase_if(planned.fields, [&](const auto& field) {
        const auto now = record.values.find(field.first);
        if (now == record.values.end())
            return field.second.isNull();
        // A name found without regard to case is not rewritten by how the list writes it.
        const profile::Field* declared = said.type->field(field.first);
        return now->second == field.second
            || (declared != nullptr && ofKeys.contains(field.first)
                && RecordFinder::isSame(*declared, now->second, field.second));
    });
    planned.state
        = planned.fields.empty() && planned.links.empty() ? RowState::Same : RowState::Changed;
    // Found by its name, another number of СНИЛС says that it is somebody else.
    for (std::size_t i = 0; i < said.byKey && i < said.mapped->keys.size(); ++i)
        for (const KeyField& field : said.mapped->keys[i])
            if (planned.fields.contains(field.field) && record.values.contains(field.field))
                fail(said, field.field, "differs");
    refuse(planned, said, record);
    return {};
}

Status Planner::add(Said said)
{
    PlannedRecord planned;
    planned.type = said.type->id;
    planned.as = said.mapped->as;
    auto record = known(said);
    if (!record) {
        fail(said, record.error().args.at(1), "ambiguous");
        return {};
    }
    planned.record = *record;
    if (!planned.record.isNull()) {
        if (const auto again = m_byRecord.find(planned.record); again != m_byRecord.end()) {
            join(again->second, said);
            return {};
        }
        PATRONAT_TRY(compare(planned, said));
    } else {
        planned.fields = said.fields;
        planned.links = said.links;
        checkRequired(said);
        const bool hasUnit = said.type->unitKind != profile::UnitKind::Through
            || std::any_of(said.type->unitFields.begin(), said.type->unitFields.end(),
                [&](const std::string& field) {
                    return said.fields.contains(field) || said.links.contains(field);
                });
        if (!hasUnit)
            fail(said, said.type->unitFields.front(), "unitRequired");
    }
    const std::size_t index = m_plan.records.size();
    if (!planned.record.isNull())
        m_byRecord.emplace(planned.record, index);
    for (const std::string& key : said.keys)
        if (m_byKey.emplace(key, index).second)
            m_newKeys.push_back(key);
    m_ofRow.emplace(said.mapped->as, index);
    m_row.records.push_back(index);
    m_plan.records.push_back(std::move(planned));
    m_said.push_back(std::move(said));
    m_lines.push_back(m_row.line);
    return {};
}

Status Planner::settle(Said said)
{
    if (!complete(said))
        return {};
    if (const auto index = earlier(said)) {
        join(*index, said);
        return {};
    }
    return add(std::move(said));
}

void Planner::begin(const ListRow& row)
{
    m_row = {};
    m_row.line = row.line;
    m_cells = &row;
    m_before = m_plan.records.size();
    m_ofRow.clear();
    m_newKeys.clear();
    m_changed.clear();
}

/// Tells the state of the row; of one that is refused nothing stays.
void Planner::finish()
{
    const std::size_t after = m_plan.records.size();
    if (!m_row.problems.empty()) {
        for (const std::string& key : m_newKeys)
            m_byKey.erase(key);
        for (std::size_t i = m_before; i < after; ++i)
            m_byRecord.erase(m_plan.records[i].record);
        m_plan.records.resize(m_before);
        m_said.erase(m_said.begin() + static_cast<std::ptrdiff_t>(m_before), m_said.end());
        m_lines.resize(m_before);
        for (auto saved = m_changed.rbegin(); saved != m_changed.rend(); ++saved) {
            m_plan.records[saved->index] = std::move(saved->planned);
            m_said[saved->index] = std::move(saved->said);
        }
        if (m_row.problems.size() > static_cast<std::size_t>(kMaxProblemsOfRow))
            m_row.problems.resize(static_cast<std::size_t>(kMaxProblemsOfRow));
        m_row.state = RowState::Problem;
        m_row.records.clear();
    } else {
        const auto hasFresh = [&](RowState state) {
            return std::any_of(m_plan.records.begin() + static_cast<std::ptrdiff_t>(m_before),
                m_plan.records.end(),
                [&](const PlannedRecord& record) { return record.state == state; });
        };
        m_row.state = hasFresh(RowState::New)                   ? RowState::New
            : hasFresh(RowState::Changed) || !m_changed.empty() ? RowState::Changed
            : after > m_before                                  ? RowState::Same
                                                                : RowState::Duplicate;
        if (m_row.state == RowState::Duplicate)
            for (const std::size_t record : m_row.records)
                m_row.sameAs = std::max(m_row.sameAs, m_lines[record]);
    }
    m_plan.rows.push_back(std::move(m_row));
}

Status Planner::take(const ListRow& row)
{
    begin(row);
    if (m_rows.isBeyondHeader(row))
        m_row.problems.push_back({ {}, "beyondHeader", {}, {}, {}, {} });
    bool speaksOfAny = false;
    for (std::size_t i = 0; i < m_mapping.records.size(); ++i) {
        const MappedRecord& mapped = m_mapping.records[i];
        if (!m_rows.isThere(i, row))
            continue;
        speaksOfAny = true;
        Said said { &mapped, m_read.profile().type(mapped.type), {}, {}, {} };
        const std::size_t problems = m_row.problems.size();
        said.fields = m_rows.fieldsOf(i, row, m_row.problems);
        // What hangs on a record that is refused is refused with it; its own cells have been looked
        // at.
        if (!link(mapped, said))
            continue;
        if (m_row.problems.size() == problems)
            PATRONAT_TRY(settle(std::move(said)));
        else
            checkRequired(said);
    }
    if (!speaksOfAny)
        m_row.problems.push_back({ {}, "nothingFilled", {}, {}, {}, {} });
    // Grown by what this row tells more: compared anew.
    if (m_row.problems.empty())
        for (const Saved& saved : std::vector<Saved>(m_changed)) {
            PlannedRecord& planned = m_plan.records[saved.index];
            const Said said = m_said[saved.index];
            if (planned.record.isNull())
                planned.fields = said.fields;
            else
                PATRONAT_TRY(compare(planned, said));
        }
    finish();
    return {};
}

} // namespace patronat::intake
