// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/checker.h"

#include "core/base/text.h"
#include "core/profile/required.h"
#include "core/profile/workchecker.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace patronat::profile {

namespace {

/// SQLite compares names of columns without case.
std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return text;
}

bool isTextual(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Note:
    case FieldType::Phone:
    case FieldType::Snils:
    case FieldType::Egn:
    case FieldType::Number:
    case FieldType::Date: // people search by a date of birth
    case FieldType::Address: // stands for its parts
    case FieldType::Computed:
        return true;
    default:
        return false;
    }
}

/// Checks one record type; lives as long as the check.
class TypeChecker
{
public:
    TypeChecker(
        const Profile& profile, const RecordType& type, const Places& places, Problems& problems)
        : m_profile(profile)
        , m_type(type)
        , m_places(places)
        , m_problems(problems)
    {
    }

    void check()
    {
        for (const Field& field : m_type.fields) {
            if (field.partOf.empty())
                checkField(field);
        }
        checkNames();
        checkParent();
        checkUnit();
        checkLists();
        checkSigning();
        for (const Rivalry& rivalry : m_type.rivals)
            checkRivalry(rivalry);
        checkRepeats();
    }

private:
    void error(const std::string& key, const char* code, const std::string& argument)
    {
        m_problems.error(m_places.of(m_type.id, key), code, argument);
    }
    void fieldError(
        const Field& field, const char* key, const char* code, const std::string& argument)
    {
        m_problems.error(m_places.of(m_type.id + '/' + field.id, key), code, argument);
    }

    void checkNames()
    {
        std::set<std::string> seen;
        for (const Field& field : m_type.fields) {
            const std::string name = lower(field.id);
            if (std::find(kReservedColumns.begin(), kReservedColumns.end(), name)
                != kReservedColumns.end())
                fieldError(field, "id", "reservedWord", field.id);
            if (!seen.insert(name).second)
                fieldError(field, "id", "duplicateField", field.id);
        }
    }

    void checkField(const Field& field)
    {
        const bool choice = field.type == FieldType::Choice || field.type == FieldType::Choices;
        if (choice && field.classifier.empty())
            fieldError(field, "type", "classifierMissing", field.id);
        if (!choice && !field.classifier.empty())
            fieldError(field, "classifier", "notAChoice", field.id);
        if (!field.classifier.empty() && !m_profile.classifier(field.classifier))
            fieldError(field, "classifier", "unknownClassifier", field.classifier);
        checkReference(field);
        const bool computed = field.type == FieldType::Computed;
        if (computed == field.expression.empty())
            fieldError(field, "expr", computed ? "expressionMissing" : "notComputed", field.id);
        if (computed && field.marks)
            fieldError(field, "marks", "notStored", field.id);
        if (field.type != FieldType::Decimal && field.decimals != 0)
            fieldError(field, "decimals", "notADecimal", field.id);
        checkNumber(field);
    }

    void checkReference(const Field& field)
    {
        const bool reference = field.type == FieldType::Reference;
        if (reference && field.target.empty())
            fieldError(field, "type", "targetMissing", field.id);
        if (!reference && (!field.target.empty() || field.draws || field.drawnBy))
            fieldError(field, "target", "notAReference", field.id);
        if (!field.target.empty() && !m_profile.type(field.target))
            fieldError(field, "target", "unknownType", field.target);
    }

    void checkNumber(const Field& field)
    {
        if (field.type != FieldType::Number) {
            if (!field.numberMask.empty() || !field.numberSeries.empty()
                || !field.numberYear.empty())
                fieldError(field, "mask", "notANumber", field.id);
            return;
        }
        std::vector<std::string> names;
        bool counter = false;
        if (!maskNames(field.numberMask, names, counter) || !counter)
            fieldError(field, "mask", "badMask", field.numberMask);
        if (!field.numberSeries.empty()) {
            for (const std::string& name : base::split(field.numberSeries, ','))
                names.push_back(name);
        }
        for (const std::string& name : names) {
            if (!nameLeads(m_type, name))
                fieldError(field, "mask", "unknownField", name);
        }
        const Field* year = m_type.field(field.numberYear);
        if (!field.numberYear.empty()
            && (!year || (year->type != FieldType::Date && year->type != FieldType::DateTime)))
            fieldError(field, "year", "notADate", field.numberYear);
        if (field.numberAtSigning && !m_type.hasLife)
            fieldError(field, "at", "neverSigned", field.id);
    }

    /// "body" or "family.territory.code"; a part ("addrFact.district") has a dot of its own.
    bool nameLeads(const RecordType& type, const std::string& name) const
    {
        if (const Field* field = type.field(name))
            return field->type != FieldType::Address;
        const std::size_t dot = name.find('.');
        const Field* reference = type.field(name.substr(0, dot));
        if (dot == std::string::npos || !reference)
            return false;
        const RecordType* target = m_profile.type(reference->target);
        return target && nameLeads(*target, name.substr(dot + 1));
    }

    const Field* referenceField(const std::string& id, const char* key)
    {
        const Field* field = m_type.field(id);
        if (!field)
            error(key, "unknownField", id);
        else if (field->type != FieldType::Reference)
            error(key, "notAReference", id);
        else
            return field;
        return nullptr;
    }

    void checkParent()
    {
        if (!m_type.parent.empty())
            referenceField(m_type.parent, "parent");
    }

    void checkUnit()
    {
        for (const std::string& id : m_type.unitFields) {
            const Field* field = referenceField(id, "unit");
            const RecordType* target = field ? m_profile.type(field->target) : nullptr;
            if (target && target->unitKind == UnitKind::Everyone)
                error("unit", "unitOfEveryone", id);
        }
        if (m_type.scopeField.empty())
            return;
        const Field* scope = referenceField(m_type.scopeField, "scope");
        if (m_type.unitKind != UnitKind::Self)
            error("scope", "notARoot", m_type.id);
        if (scope && scope->target != "territory")
            error("scope", "notATerritory", m_type.scopeField);
    }

    void checkLists()
    {
        for (const auto& [key, ids] : { std::make_pair("names", &m_type.nameFields),
                 std::make_pair("texts", &m_type.textFields) }) {
            for (const std::string& id : *ids) {
                const Field* field = m_type.field(id);
                if (!field)
                    error(key, "unknownField", id);
                else if (!isTextual(field->type))
                    error(key, "notText", id);
            }
            // The search asks nobody who she is: what only some may read is not found by it.
            if (!m_type.readableBy.empty() && !ids->empty())
                error(key, "closedSearched", ids->front());
        }
        for (const Index& index : m_type.indexes) {
            for (const std::string& id : index.fields) {
                const Field* field = m_type.field(id);
                if (!field || field->type == FieldType::Address)
                    error("indexes", "unknownField", id);
            }
        }
        const Field* order = m_type.field(m_type.orderField);
        if (!m_type.orderField.empty() && (!order || !order->isStored()))
            error("order", "unknownField", m_type.orderField);
    }

    void checkRivalry(const Rivalry& rivalry)
    {
        const std::string place = m_type.id + "/rivals/" + rivalry.id;
        const auto wrong = [&](const char* key, const char* code, const std::string& argument) {
            m_problems.error(m_places.of(place, key), code, argument);
        };
        // The first is what the two have in common, by which a person is told of them.
        const Field* first = rivalry.same.empty() ? nullptr : m_type.field(rivalry.same.front());
        if (!first || !first->isStored())
            wrong("same", "unknownField", rivalry.same.empty() ? "" : rivalry.same.front());
        for (const auto& [key, names] :
            { std::make_pair("same", &rivalry.same), std::make_pair("differ", &rivalry.differ) })
            for (const std::string& name : *names)
                if (!nameLeads(m_type, name))
                    wrong(key, "unknownField", name);
        const Field* unless = m_type.field(rivalry.unless);
        if (!rivalry.unless.empty() && (!unless || unless->target != m_type.id))
            wrong("unless", "notAReference", rivalry.unless);
        if (rivalry.isSigned && !m_type.hasLife)
            wrong("signed", "neverSigned", m_type.id);
    }

    /// Each covered child must lead, parent by parent, to the record that is signed.
    void checkSigning()
    {
        if (!m_type.signsWith.empty() && !m_type.hasLife)
            error("signsWith", "neverSigned", m_type.id);
        for (const std::string& id : m_type.signsWith) {
            const RecordType* child = m_profile.type(id);
            if (!child) {
                error("signsWith", "unknownType", id);
                continue;
            }
            const Field* parent = child->field(child->parent);
            const std::string target = parent ? parent->target : std::string();
            const bool covered = target == m_type.id
                || std::find(m_type.signsWith.begin(), m_type.signsWith.end(), target)
                    != m_type.signsWith.end();
            if (!covered)
                error("signsWith", "notAChild", id);
        }
    }

    /// What a value is of its own time never comes along: days, numbers, what is issued, reckoned
    /// or attached, what stands outside signatures, the state of a process.
    bool isOfItsTime(const RecordType& type, const Field& field) const
    {
        const Process* process = m_profile.processOf(type.id);
        switch (field.type) {
        case FieldType::Date:
        case FieldType::DateTime:
        case FieldType::Number:
        case FieldType::Attachment:
        case FieldType::Computed:
            return true;
        default:
            return field.retired || field.afterSigning || !field.signingExpression.empty()
                || field.id == type.parent || field.id == type.orderField
                || (process != nullptr && process->field == field.id);
        }
    }

    void checkRepeated(const RecordType& type, const std::vector<std::string>& fields)
    {
        for (const std::string& id : fields) {
            const Field* field = type.field(id);
            if (!field)
                error("repeats", "unknownField", id);
            else if (isOfItsTime(type, *field))
                error("repeats", "notRepeated", id);
        }
    }

    void checkRepeats()
    {
        for (const std::string& id : m_type.repeats.same)
            referenceField(id, "repeats");
        checkRepeated(m_type, m_type.repeats.fields);
        for (const Repeats::Lines& lines : m_type.repeats.lines) {
            const RecordType* child = m_profile.type(lines.type);
            const Field* parent = child ? child->field(child->parent) : nullptr;
            if (!child)
                error("repeats", "unknownType", lines.type);
            else if (!parent || parent->target != m_type.id)
                error("repeats", "notAChild", lines.type);
            else
                checkRepeated(*child, lines.fields);
        }
    }

    const Profile& m_profile;
    const RecordType& m_type;
    const Places& m_places;
    Problems& m_problems;
};

void checkRequiredField(
    const RecordType& type, const RequiredField& required, const Places& places, Problems& problems)
{
    const std::string name = std::string(required.type) + '/' + std::string(required.field);
    const Field* field = type.field(required.field);
    if (!field)
        problems.error(places.of(type.id, "fields"), "requiredFieldMissing", name);
    else if (field->type != required.fieldType)
        problems.error(places.of(name, "type"), "requiredFieldType",
            name + ' ' + std::string(typeName(required.fieldType)));
}

void checkRequired(const Profile& profile, const Places& places, Problems& problems)
{
    if (const RecordType* reasons = profile.type(kReasonType))
        for (const RequiredField& required : kReasonFields)
            checkRequiredField(*reasons, required, places, problems);
    std::set<std::string_view> missing;
    for (const RequiredField& required : kRequiredFields) {
        const RecordType* type = profile.type(required.type);
        if (!type) {
            if (missing.insert(required.type).second)
                problems.error(
                    { "profile.json", 0, "" }, "requiredTypeMissing", std::string(required.type));
            continue;
        }
        checkRequiredField(*type, required, places, problems);
    }
}

void checkTypeNames(const Profile& profile, const Places& places, Problems& problems)
{
    std::set<std::string> seen;
    for (const RecordType& type : profile.types) {
        if (!seen.insert(lower(type.id)).second)
            problems.error(places.of(type.id, "id"), "duplicateType", type.id);
    }
}

/// A paper prints a record of a type that exists, and has both its forms.
void checkPapers(const Profile& profile, const Layers& layers, Problems& problems)
{
    for (const auto& [name, path] : layers.templates) {
        const Node& node = layers.papers.at("templates/" + name);
        const std::string type(node.textOf("type"));
        if (!profile.type(type)) {
            const Node* at = node.member("type");
            problems.error((at ? *at : node).place(), "unknownType", type);
        }
        for (const char* extension : { ".html", ".fodt" }) {
            if (profile.templateForms.count(name + extension) == 0)
                problems.error(node.place(), "templateMissing", name + extension);
        }
    }
}

void checkOrigins(const Layers& layers, Problems& problems)
{
    std::set<std::uint64_t> seen;
    for (const Layer& layer : layers.layers) {
        if (layer.origin != 0 && !seen.insert(layer.origin).second)
            problems.error(layer.manifest.member("origin")->place(), "originNotUnique", layer.id);
    }
}

void checkPartLabels(const Profile& profile, Problems& problems)
{
    const bool address
        = std::any_of(profile.types.begin(), profile.types.end(), [](const RecordType& type) {
              return std::any_of(type.fields.begin(), type.fields.end(),
                  [](const Field& field) { return field.type == FieldType::Address; });
          });
    const Classifier* parts = profile.classifier(kAddressPartClassifier);
    for (const std::string_view part : kAddressParts) {
        if (address && (!parts || !parts->code(part)))
            problems.warning({ "profile.json", 0, "" }, "missingLabel",
                std::string(kAddressPartClassifier) + '.' + std::string(part));
    }
}

bool isCounter(const std::string& name)
{
    const std::size_t digits = name.find_first_not_of('0');
    return name == "N"
        || (!name.empty()
            && (digits == std::string::npos || (digits > 0 && name.substr(digits) == "1")));
}

} // namespace

bool maskNames(const std::string& mask, std::vector<std::string>& names, bool& counter)
{
    counter = false;
    for (std::size_t at = mask.find('{'); at != std::string::npos; at = mask.find('{', at)) {
        const std::size_t end = mask.find('}', at);
        if (end == std::string::npos)
            return false;
        const std::string name = mask.substr(at + 1, end - at - 1);
        if (isCounter(name))
            counter = true;
        else if (name != "YYYY" && name != "YY")
            names.push_back(name);
        at = end;
    }
    return true;
}

void checkProfile(
    const Profile& profile, const Layers& layers, const Places& places, Problems& problems)
{
    checkTypeNames(profile, places, problems);
    for (const RecordType& type : profile.types)
        TypeChecker(profile, type, places, problems).check();
    checkRequired(profile, places, problems);
    checkPapers(profile, layers, problems);
    checkOrigins(layers, problems);
    checkPartLabels(profile, problems);
    checkWork(profile, layers, problems);
}

} // namespace patronat::profile
