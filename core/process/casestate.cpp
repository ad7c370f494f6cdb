// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/casestate.h"

#include "core/store/processsql.h"

#include <cstddef>

namespace patronat::process {

using base::RecordId;
using base::Result;
using base::Value;
using store::sqlName;

namespace {

void bindIfAsked(db::Statement& select, const char* name, const Value& value)
{
    if (const auto parameter = select.parameter(name))
        select.bind(*parameter, value);
}

Value idOrNull(RecordId id)
{
    return id.isNull() ? Value() : Value(id);
}

Value textOrNull(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

std::string given(std::size_t position)
{
    return ":given" + std::to_string(position);
}

} // namespace

Result<Case> caseOf(const store::ReadTx& tx, std::string_view type, RecordId id)
{
    Case found;
    found.process = tx.profile().processOf(type);
    if (found.process == nullptr)
        return { base::ErrorCode::InvalidArgument, { "process", std::string(type) } };
    PATRONAT_LET(found.record, tx.record(type, id));
    if (found.record.life == "removed" || found.record.life == "erased")
        return { base::ErrorCode::RecordRemoved, { std::string(type), id.hex() } };
    auto select = tx.connection().prepare(store::processWith(tx.profile(), *found.process)
        + "SELECT r.stateNow FROM subject AS r WHERE r.id = :id");
    bindIfAsked(select, ":id", id);
    if (select.step())
        found.state = select.text(0);
    return found;
}

CaseRow::CaseRow(const store::ReadTx& tx, const Case& subject, const Step& step)
    : m_tx(tx)
    , m_case(subject)
    , m_step(step)
    , m_with(store::processWith(tx.profile(), *subject.process))
{
}

std::string CaseRow::source() const
{
    if (m_step.fields.empty())
        return "subject";
    std::string sql = "(SELECT s.id, s.unit, s.life, s.stateNow";
    for (const profile::Field& field : m_tx.profile().type(m_case.process->type)->fields) {
        if (field.type == profile::FieldType::Address)
            continue;
        const auto at = m_step.fields.find(field.id);
        if (at == m_step.fields.end())
            sql += ", s." + sqlName(field.id);
        else
            sql += ", " + given(static_cast<std::size_t>(std::distance(m_step.fields.begin(), at)))
                + " AS " + sqlName(field.id);
    }
    return sql + " FROM subject AS s WHERE s.id = :id)";
}

Value CaseRow::value(const std::string& expression) const
{
    auto select = m_tx.connection().prepare(
        m_with + "SELECT (" + expression + "\n) FROM " + source() + " AS r WHERE r.id = :id");
    bindIfAsked(select, ":id", m_case.record.id);
    bindIfAsked(select, ":document", idOrNull(m_step.document));
    bindIfAsked(select, ":author", idOrNull(m_step.who));
    bindIfAsked(select, ":reason", textOrNull(m_step.reason));
    bindIfAsked(select, ":date", textOrNull(m_step.day()));
    bindIfAsked(select, ":today", textOrNull(m_step.today));
    bindIfAsked(select, ":now", textOrNull(m_step.now));
    std::size_t position = 0;
    for (const auto& [field, value] : m_step.fields)
        bindIfAsked(select, given(position++).c_str(), value);
    return select.step() ? select.value(0) : Value();
}

std::optional<RecordId> lastEvent(const store::ReadTx& tx, const Case& subject)
{
    // The end of a line; of several (two offices moved it), of the one that shows.
    auto select = tx.connection().prepare(
        "SELECT v.id FROM caseEvent AS v WHERE v.subject = ?1 AND v.life NOT IN ('removed', "
        "'erased')"
        " ORDER BY NOT EXISTS (SELECT 1 FROM caseEvent AS next WHERE next.follows = v.id"
        " AND next.life NOT IN ('removed', 'erased')) DESC, v.\"to\" = ?2 DESC, v.enteredAt DESC, "
        "v.id DESC LIMIT 1");
    select.bind(1, std::string_view(subject.record.id.hex()))
        .bind(2, std::string_view(subject.state));
    return select.step() ? std::optional(select.id<RecordId>(0)) : std::nullopt;
}

std::optional<std::string> stateBefore(const store::ReadTx& tx, const Case& subject)
{
    auto select = tx.connection().prepare(store::processWith(tx.profile(), *subject.process)
        + "SELECT v.\"from\" FROM standing AS v WHERE v.record = ?1 AND v.\"to\" = ?2 AND "
          "v.\"from\" <> v.\"to\""
          " ORDER BY v.happenedOn DESC, v.enteredAt DESC, v.id DESC LIMIT 1");
    select.bind(1, subject.record.id).bind(2, std::string_view(subject.state));
    return select.step() ? std::optional(std::string(select.text(0))) : std::nullopt;
}

std::string lastEventDay(const store::ReadTx& tx, const Case& subject)
{
    auto select = tx.connection().prepare(store::processWith(tx.profile(), *subject.process)
        + "SELECT max(v.happenedOn) FROM standing AS v WHERE v.record = ?1");
    select.bind(1, subject.record.id);
    return select.step() && !select.isNull(0) ? std::string(select.text(0)) : std::string();
}

} // namespace patronat::process
