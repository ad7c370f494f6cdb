// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/processreader.h"

#include "core/profile/required.h"

#include <algorithm>
#include <array>
#include <set>

namespace patronat::profile {

namespace {

constexpr int kMostDays = 36'500;

std::string placeOf(const std::string& process, const std::string& part = {})
{
    return "process " + process + (part.empty() ? "" : '/' + part);
}

const std::vector<Node>& itemsOf(const Node& owner, const char* key, Reader& reader)
{
    static const std::vector<Node> kNone;
    const Node* list = reader.member(owner, key, Node::Kind::Array);
    return list ? list->items : kNone;
}

/// {"field": "SQL", …}
std::vector<Filling> fillings(const Node& owner, const char* key, Reader& reader)
{
    std::vector<Filling> out;
    if (const Node* object = reader.member(owner, key, Node::Kind::Object))
        for (const auto& [field, expression] : object->members)
            out.push_back({ field, reader.text(*object, field.c_str()) });
    return out;
}

Opening opening(const Node& owner, Reader& reader)
{
    Opening out;
    const Node* node = reader.member(owner, "opens", Node::Kind::Object);
    if (!node)
        return out;
    reader.onlyKeys(*node, { "type", "existing", "link", "fields" });
    out.type = reader.text(*node, "type");
    out.existing = reader.text(*node, "existing");
    out.link = reader.text(*node, "link");
    out.fields = fillings(*node, "fields", reader);
    return out;
}

Transition transition(const Node& node, const std::string& process, Reader& reader)
{
    Transition out;
    reader.onlyKeys(node,
        { "id", "label", "from", "to", "by", "document", "reason", "complete", "off", "needs",
            "fills", "opens" });
    out.id = reader.text(node, "id");
    reader.remember(node, placeOf(process, out.id));
    out.label = reader.label(node, "label", true);
    out.from = reader.texts(node, "from");
    out.to = reader.text(node, "to");
    out.by = reader.texts(node, "by");
    out.document = reader.text(node, "document");
    out.reason = reader.flag(node, "reason");
    out.complete = reader.flag(node, "complete");
    for (const Node& item : itemsOf(node, "needs", reader))
        out.needs.push_back(reader.rule(item, out.id + '.' + std::to_string(out.needs.size() + 1)));
    out.fills = fillings(node, "fills", reader);
    out.opens = opening(node, reader);
    return out;
}

Deadline deadline(const Node& node, const std::string& process, Reader& reader)
{
    Deadline out;
    reader.onlyKeys(node,
        { "id", "label", "value", "unit", "months", "remindDays", "role", "leadsTo", "off",
            "sql" });
    out.id = reader.text(node, "id");
    reader.remember(node, placeOf(process, out.id));
    out.label = reader.label(node, "label", true);
    out.value = reader.number(node, "value", kMostDays);
    out.unit = reader.text(node, "unit");
    out.months = reader.number(node, "months", kMostDays);
    out.remindDays = reader.number(node, "remindDays", kMostDays);
    out.role = reader.text(node, "role");
    out.leadsTo = reader.text(node, "leadsTo");
    out.sql = reader.text(node, "sql");
    return out;
}

/// Checks one process; lives as long as the check.
class ProcessChecker
{
public:
    ProcessChecker(
        const Profile& profile, const Process& process, const Places& places, Problems& problems)
        : m_profile(profile)
        , m_process(process)
        , m_type(profile.type(process.type))
        , m_places(places)
        , m_problems(problems)
    {
    }

    void check()
    {
        if (!m_type)
            return error({}, "type", "unknownType", m_process.type);
        const Field* field = m_type->field(m_process.field);
        if (!field || field->type != FieldType::Choice)
            return error({}, "field", "unknownField", m_process.field);
        // What is signed does not change; where the work stands does.
        if (m_type->hasLife && !field->afterSigning)
            error({}, "field", "stateInsideSignature", m_process.field);
        const Classifier* codes = m_profile.classifier(field->classifier);
        for (const ProcessState& state : m_process.states)
            if (!codes || !codes->code(state.code))
                error({}, "states", "unknownCode", state.code);
        checkState({}, "initial", m_process.initial);
        std::set<std::string> seen;
        for (const Transition& transition : m_process.transitions) {
            if (!seen.insert(transition.id).second)
                error(transition.id, "id", "duplicateTransition", transition.id);
            checkTransition(transition);
        }
        for (const Deadline& deadline : m_process.deadlines)
            checkDeadline(deadline);
    }

private:
    void error(
        const std::string& part, const char* key, const char* code, const std::string& argument)
    {
        m_problems.error(m_places.of(placeOf(m_process.id, part), key), code, argument);
    }

    void checkState(const std::string& part, const char* key, const std::string& code)
    {
        if (!m_process.state(code))
            error(part, key, "unknownState", code);
    }

    void checkTransition(const Transition& transition)
    {
        for (const std::string& from : transition.from)
            checkState(transition.id, "from", from);
        if (!transition.to.empty())
            checkState(transition.id, "to", transition.to);
        if (!transition.document.empty() && !m_profile.type(transition.document))
            error(transition.id, "document", "unknownType", transition.document);
        checkFillings(transition.id, "fills", *m_type, transition.fills);
        const Opening& opens = transition.opens;
        if (opens.type.empty())
            return;
        const RecordType* opened = m_profile.type(opens.type);
        if (!opened)
            return error(transition.id, "opens", "unknownType", opens.type);
        checkFillings(transition.id, "opens", *opened, opens.fields);
        const Field* link = m_type->field(opens.link);
        if (!link || link->target != opens.type)
            error(transition.id, "opens", "unknownField", opens.link);
    }

    void checkFillings(const std::string& part, const char* key, const RecordType& type,
        const std::vector<Filling>& fillings)
    {
        for (const Filling& filling : fillings) {
            const Field* field = type.field(filling.field);
            if (!field || !field->isStored())
                error(part, key, "unknownField", filling.field);
            if (filling.expression.empty())
                error(part, key, "expressionMissing", filling.field);
        }
    }

    void checkDeadline(const Deadline& deadline)
    {
        static constexpr std::array<std::string_view, 6> kUnits { "H", "CD", "WD", "M", "DM",
            "ON" };
        if (std::find(kUnits.begin(), kUnits.end(), deadline.unit) == kUnits.end())
            error(deadline.id, "unit", "unknownUnit", deadline.unit);
        if (deadline.sql.empty())
            error(deadline.id, "sql", "expressionMissing", deadline.id);
        if (!deadline.leadsTo.empty() && m_profile.type(deadline.leadsTo) == nullptr)
            error(deadline.id, "leadsTo", "unknownType", deadline.leadsTo);
    }

    const Profile& m_profile;
    const Process& m_process;
    const RecordType* m_type;
    const Places& m_places;
    Problems& m_problems;
};

} // namespace

Process readProcess(const Node& node, Reader& reader)
{
    Process out;
    reader.onlyKeys(node,
        { "id", "extends", "label", "type", "field", "initial", "initialWhen", "states",
            "transitions", "deadlines" });
    out.id = reader.text(node, "id");
    reader.remember(node, placeOf(out.id));
    out.label = reader.label(node, "label", true);
    out.type = reader.text(node, "type");
    out.field = reader.text(node, "field");
    out.initial = reader.text(node, "initial");
    out.initialExpression = reader.text(node, "initialWhen");
    for (const Node& item : itemsOf(node, "states", reader)) {
        reader.onlyKeys(item, { "code", "closed" });
        out.states.push_back({ reader.text(item, "code"), !reader.flag(item, "closed") });
    }
    // A region turns off what it does not have.
    for (const Node& item : itemsOf(node, "transitions", reader))
        if (Transition read = transition(item, out.id, reader); !reader.flag(item, "off"))
            out.transitions.push_back(std::move(read));
    for (const Node& item : itemsOf(node, "deadlines", reader))
        if (Deadline read = deadline(item, out.id, reader); !reader.flag(item, "off"))
            out.deadlines.push_back(std::move(read));
    return out;
}

namespace {

void checkEventType(const Profile& profile, const Places& places, Problems& problems)
{
    const RecordType* event = profile.type(kEventType);
    if (!event)
        return problems.error(
            { "profile.json", 0, "" }, "requiredTypeMissing", std::string(kEventType));
    for (const RequiredField& required : kEventFields) {
        const std::string name = std::string(kEventType) + '/' + std::string(required.field);
        const Field* field = event->field(required.field);
        if (!field)
            problems.error(places.of(event->id, "fields"), "requiredFieldMissing", name);
        else if (field->type != required.fieldType)
            problems.error(places.of(name, "type"), "requiredFieldType",
                name + ' ' + std::string(typeName(required.fieldType)));
    }
    for (const Process& process : profile.processes)
        if (process.eventField(*event) == nullptr)
            problems.error(
                places.of(placeOf(process.id), "type"), "eventWithoutReference", process.type);
}

} // namespace

void checkProcesses(const Profile& profile, const Places& places, Problems& problems)
{
    if (profile.processes.empty())
        return;
    checkEventType(profile, places, problems);
    std::set<std::string> types;
    for (const Process& process : profile.processes) {
        if (!types.insert(process.type).second)
            problems.error(places.of(placeOf(process.id), "type"), "secondProcess", process.type);
        ProcessChecker(profile, process, places, problems).check();
    }
}

} // namespace patronat::profile
