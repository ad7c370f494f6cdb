// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/caseevent.h"

#include "core/profile/required.h"

namespace patronat::process {

using base::RecordId;
using base::Value;

namespace {

Value textOrNull(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

template <typename IdType>
Value hexOrNull(IdType id)
{
    return id.isNull() ? Value() : Value(id.hex());
}

Value idOrNull(RecordId id)
{
    return id.isNull() ? Value() : Value(id);
}

} // namespace

base::Result<RecordId> write(store::WriteTx& tx, const Event& event, const Step& step)
{
    const profile::RecordType* type = tx.read().profile().type(profile::kEventType);
    const profile::Field* subject = type != nullptr ? event.process->eventField(*type) : nullptr;
    if (subject == nullptr)
        return { base::ErrorCode::UnknownType, { std::string(profile::kEventType) } };
    const RecordId document = event.document.isNull() ? step.document : event.document;
    base::Fields fields {
        { subject->id, Value(event.subject) },
        { "subject", Value(event.subject.hex()) },
        { "process", Value(event.process->id) },
        { "transition", Value(event.transition) },
        { "from", textOrNull(event.from) },
        { "to", Value(event.to) },
        { "happenedOn", Value(step.day()) },
        { "enteredAt", Value(step.now) },
        { "who", idOrNull(step.who) },
        { "document", hexOrNull(document) },
        { "documentType", textOrNull(tx.read().typeOf(document).value_or(std::string())) },
        { "reason", textOrNull(step.reason) },
        { "warnings", textOrNull(event.warnings) },
        { "follows", event.follows ? Value(*event.follows) : Value() },
        { "reverses", idOrNull(event.reverses) },
        { "kept", textOrNull(event.kept) },
        { "operation", hexOrNull(event.operation) },
        { "opened", hexOrNull(event.opened) },
    };
    return tx.create(profile::kEventType, std::move(fields));
}

} // namespace patronat::process
