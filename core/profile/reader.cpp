// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/reader.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/profile/words.h"

#include <algorithm>
#include <iterator>

namespace patronat::profile {

Reader::Reader(std::vector<std::string> languages, Places& places, Problems& problems)
    : m_languages(std::move(languages))
    , m_places(places)
    , m_problems(problems)
{
}

void Reader::onlyKeys(const Node& node, const Keys& keys)
{
    for (const auto& [name, value] : node.members) {
        // "comment" is for the authors of profiles: JSON has no other way to say why.
        if (name != "comment" && std::find(keys.begin(), keys.end(), name) == keys.end())
            m_problems.error(value.place(), "unknownKey", name);
    }
}

const Node* Reader::member(const Node& owner, const char* key, Node::Kind kind)
{
    const Node* found = owner.member(key);
    if (!found || found->isNull())
        return nullptr;
    if (found->kind == kind)
        return found;
    m_problems.error(found->place(), "wrongKind", key);
    return nullptr;
}

std::string Reader::text(const Node& owner, const char* key)
{
    const Node* found = member(owner, key, Node::Kind::Text);
    return found ? found->text : std::string();
}

bool Reader::flag(const Node& owner, const char* key)
{
    const Node* found = member(owner, key, Node::Kind::Boolean);
    return found && found->isTrue();
}

int Reader::number(const Node& owner, const char* key, int most)
{
    const Node* found = member(owner, key, Node::Kind::Integer);
    if (!found)
        return 0;
    if (found->number < 0 || found->number > most) {
        m_problems.error(found->place(), "outOfRange", std::to_string(most));
        return 0;
    }
    return static_cast<int>(found->number);
}

std::vector<std::string> Reader::texts(const Node& owner, const char* key)
{
    const Node* list = member(owner, key, Node::Kind::Array);
    return list ? textItems(*list) : std::vector<std::string>();
}

std::vector<std::string> Reader::textItems(const Node& list)
{
    std::vector<std::string> out;
    for (const Node& item : list.items) {
        if (item.isText())
            out.push_back(item.text);
        else
            m_problems.error(item.place(), "wrongKind", "text");
    }
    return out;
}

std::string Reader::expression(const Node& owner, const char* key)
{
    const Node* found = member(owner, key, Node::Kind::Text);
    if (!found)
        return {};
    if (base::trimmed(found->text).empty() || !isBalanced(found->text))
        m_problems.error(found->place(), "brokenExpression", found->text);
    const Place place = found->place();
    m_expressions.push_back(
        { m_type, m_field, key, found->text, place.file, place.line, place.path });
    return found->text;
}

When Reader::when(const Node& owner, const char* key, When otherwise)
{
    const Node* found = owner.member(key);
    if (!found || found->isNull())
        return otherwise;
    if (found->kind == Node::Kind::Boolean)
        return { found->isTrue(), {} };
    return { false, expression(owner, key) };
}

Label Reader::label(const Node& owner, const char* key, bool needed)
{
    Label label;
    if (const Node* found = member(owner, key, Node::Kind::Object)) {
        for (const auto& [language, value] : found->members) {
            if (value.isText())
                label[language] = value.text;
            else
                m_problems.error(value.place(), "wrongKind", "text");
        }
    }
    // Other languages are counted by missingLabels: they come later, from translators.
    for (const char* language : { "ru", "en" }) {
        const bool spoken
            = std::find(m_languages.begin(), m_languages.end(), language) != m_languages.end();
        if (needed && spoken && label[language].empty())
            m_problems.warning(owner.place(), "missingLabel", std::string(key) + '.' + language);
        if (label.count(language) != 0 && label[language].empty())
            label.erase(language);
    }
    return label;
}

void Reader::checkId(const Node& owner, std::string_view id)
{
    const bool right = isShippedId(id) || (owner.source->overlay && isOverlayId(id));
    if (!right)
        m_problems.error(owner.place(), id.empty() ? "idMissing" : "badId", std::string(id));
}

void Reader::remember(const Node& node, const std::string& owner)
{
    m_places.put(owner, node.place());
    for (const auto& [name, value] : node.members)
        m_places.put(owner + '#' + name, value.place());
}

RecordType Reader::recordType(const Node& node)
{
    static const Keys kKeys { "id", "extends", "label", "plural", "parent", "unit", "scope", "life",
        "order", "title", "offered", "names", "texts", "indexes", "readableBy", "writableBy",
        "checks", "rivals", "fields", "layout", "signsWith", "repeats" };
    onlyKeys(node, kKeys);
    RecordType type;
    type.id = text(node, "id");
    m_type = type.id;
    m_field.clear();
    checkId(node, type.id);
    remember(node, type.id);
    type.label = label(node, "label", true);
    type.pluralLabel = label(node, "plural", true);
    type.parent = text(node, "parent");
    unit(node, type);
    type.scopeField = text(node, "scope");
    type.hasLife = flag(node, "life");
    type.signsWith = texts(node, "signsWith");
    type.orderField = text(node, "order");
    type.titleExpression = expression(node, "title");
    if (type.titleExpression.empty())
        m_problems.warning(node.place(), "titleMissing", type.id);
    type.offeredExpression = expression(node, "offered");
    type.nameFields = texts(node, "names");
    type.textFields = texts(node, "texts");
    indexes(node, type);
    type.readableBy = texts(node, "readableBy");
    type.writableBy = texts(node, "writableBy");
    type.checks = checks(node, "checks", type.id);
    type.rivals = rivals(node, type.id);
    repeats(node, type);
    if (const Node* layout = member(node, "layout", Node::Kind::Array))
        type.layoutJson = nodeText(*layout);
    if (const Node* fields = member(node, "fields", Node::Kind::Array)) {
        for (const Node& item : fields->items)
            type.fields.push_back(field(item, type.id));
    }
    return type;
}

void Reader::unit(const Node& node, RecordType& type)
{
    const Node* unit = node.member("unit");
    if (!unit) {
        m_problems.error(node.place(), "unitMissing", type.id);
        return;
    }
    if (unit->isText() && unit->text == "self") {
        type.unitKind = UnitKind::Self;
    } else if (unit->isText() && unit->text == "everyone") {
        type.unitKind = UnitKind::Everyone;
    } else {
        type.unitKind = UnitKind::Through;
        onlyKeys(*unit, { "through" });
        type.unitFields = texts(*unit, "through");
        if (type.unitFields.empty())
            m_problems.error(unit->place(), "badUnit", type.id);
    }
}

void Reader::repeats(const Node& node, RecordType& type)
{
    const Node* repeats = member(node, "repeats", Node::Kind::Object);
    if (!repeats)
        return;
    onlyKeys(*repeats, { "same", "of", "fields", "lines" });
    type.repeats.same = texts(*repeats, "same");
    type.repeats.of = expression(*repeats, "of");
    type.repeats.fields = texts(*repeats, "fields");
    if (const Node* lines = member(*repeats, "lines", Node::Kind::Object)) {
        for (const auto& [child, fields] : lines->members) {
            if (!fields.isArray())
                m_problems.error(fields.place(), "wrongKind", "list of fields");
            else
                type.repeats.lines.push_back({ child, textItems(fields) });
        }
    }
}

void Reader::indexes(const Node& node, RecordType& type)
{
    const Node* list = member(node, "indexes", Node::Kind::Array);
    if (!list)
        return;
    for (const Node& item : list->items) {
        if (!item.isArray() || item.items.empty())
            m_problems.error(item.place(), "wrongKind", "list of fields");
        else
            type.indexes.push_back({ textItems(item) });
    }
}

std::vector<Check> Reader::checks(const Node& owner, const char* key, const std::string& prefix)
{
    std::vector<Check> out;
    const Node* list = member(owner, key, Node::Kind::Array);
    if (!list)
        return out;
    for (const Node& item : list->items) {
        Check made = check(item, prefix + '.' + std::to_string(out.size() + 1));
        const bool twice = std::any_of(
            out.begin(), out.end(), [&](const Check& other) { return other.id == made.id; });
        if (twice)
            m_problems.error(item.place(), "duplicateCheck", made.id);
        out.push_back(std::move(made));
    }
    return out;
}

Check Reader::check(const Node& node, const std::string& fallbackId)
{
    expression(node, "expr"); // known as one over the record's own fields
    return rule(node, fallbackId);
}

Check Reader::rule(const Node& node, const std::string& fallbackId)
{
    Check check;
    if (!node.isObject()) {
        m_problems.error(node.place(), "wrongKind", "object");
        return check;
    }
    onlyKeys(node, { "id", "expr", "severity", "message" });
    check.id = text(node, "id");
    if (check.id.empty())
        check.id = fallbackId;
    check.expression = text(node, "expr");
    if (!node.member("expr"))
        m_problems.error(node.place(), "expressionMissing", check.id);
    check.severity = severity(node);
    check.message = label(node, "message", true);
    return check;
}

Severity Reader::severity(const Node& node)
{
    const std::string letter = text(node, "severity");
    if (letter == "W")
        return Severity::Warning;
    if (letter == "I")
        return Severity::Info;
    if (!letter.empty() && letter != "E")
        m_problems.error(node.member("severity")->place(), "badSeverity", letter);
    return Severity::Error;
}

std::vector<Rivalry> Reader::rivals(const Node& owner, const std::string& typeId)
{
    std::vector<Rivalry> out;
    const Node* list = member(owner, "rivals", Node::Kind::Array);
    if (!list)
        return out;
    for (const Node& item : list->items) {
        if (!item.isObject()) {
            m_problems.error(item.place(), "wrongKind", "object");
            continue;
        }
        Rivalry made = rivalry(item);
        remember(item, typeId + "/rivals/" + made.id);
        const bool twice = std::any_of(
            out.begin(), out.end(), [&](const Rivalry& other) { return other.id == made.id; });
        if (made.id.empty())
            m_problems.error(item.place(), "idMissing");
        else if (twice)
            m_problems.error(item.place(), "duplicateCheck", made.id);
        out.push_back(std::move(made));
    }
    return out;
}

Rivalry Reader::rivalry(const Node& node)
{
    onlyKeys(node,
        { "id", "same", "differ", "when", "signed", "unless", "severity", "message", "advice" });
    Rivalry out;
    out.id = text(node, "id");
    out.same = texts(node, "same");
    out.differ = texts(node, "differ");
    out.condition = expression(node, "when");
    // Two offices may look on different days; what they find must be the same.
    if (out.condition.find(":today") != std::string::npos)
        m_problems.error(node.member("when")->place(), "todayInRivals", out.condition);
    out.isSigned = flag(node, "signed");
    out.unless = text(node, "unless");
    out.severity = severity(node);
    out.message = label(node, "message", true);
    out.advice = label(node, "advice", true);
    return out;
}

Field Reader::field(const Node& node, const std::string& typeId)
{
    static const Keys kKeys { "id", "type", "label", "hint", "classifier", "target", "required",
        "visible", "check", "default", "measure", "personal", "maxLength", "decimals",
        "afterSigning", "marks", "draws", "drawnBy", "mask", "series", "year", "at", "expr",
        "retired", "signing", "proposed" };
    Field field;
    if (!node.isObject()) {
        m_problems.error(node.place(), "wrongKind", "object");
        return field;
    }
    onlyKeys(node, kKeys);
    field.id = text(node, "id");
    m_field = field.id;
    checkId(node, field.id);
    remember(node, typeId + '/' + field.id);
    const std::string typeText = text(node, "type");
    const auto type = typeFromName(typeText);
    if (!type)
        m_problems.error(
            m_places.of(typeId + '/' + field.id, "type"), "unknownFieldType", typeText);
    field.type = type.value_or(FieldType::Text); // the Error above keeps the profile from opening
    field.label = label(node, "label", true);
    field.hint = label(node, "hint", false);
    field.classifier = text(node, "classifier");
    field.target = text(node, "target");
    field.required = when(node, "required", {});
    field.visible = when(node, "visible", { true, {} });
    field.checks = checks(node, "check", field.id);
    field.defaultExpression = expression(node, "default");
    field.proposedExpression = expression(node, "proposed");
    field.unitOfMeasure = text(node, "measure");
    field.personalData = text(node, "personal");
    if (!field.personalData.empty() && field.personalData != "ordinary"
        && field.personalData != "special")
        m_problems.error(node.member("personal")->place(), "badPersonal", field.personalData);
    field.maxLength = number(node, "maxLength", 1000000);
    field.decimals = number(node, "decimals", 9);
    field.afterSigning = flag(node, "afterSigning");
    field.marks = flag(node, "marks");
    field.draws = flag(node, "draws");
    field.drawnBy = flag(node, "drawnBy");
    field.retired = flag(node, "retired");
    field.expression = expression(node, "expr");
    field.signingExpression = expression(node, "signing");
    numberKeys(node, field);
    return field;
}

void Reader::numberKeys(const Node& node, Field& field)
{
    field.numberMask = text(node, "mask");
    // A single name may stand without its list.
    const Node* series = node.member("series");
    field.numberSeries
        = series && series->isText() ? series->text : base::join(texts(node, "series"), ",");
    field.numberYear = text(node, "year");
    const std::string at = text(node, "at");
    field.numberAtSigning = at == "signing";
    if (!at.empty() && at != "signing" && at != "creation")
        m_problems.error(node.member("at")->place(), "badMoment", at);
}

Classifier Reader::classifier(const Node& node)
{
    onlyKeys(node, { "id", "extends", "label", "codes" });
    Classifier classifier;
    classifier.id = text(node, "id");
    checkId(node, classifier.id);
    remember(node, '*' + classifier.id);
    classifier.label = label(node, "label", true);
    if (const Node* codes = member(node, "codes", Node::Kind::Array)) {
        for (const Node& item : codes->items) {
            Code made = code(item, static_cast<int>(classifier.codes.size()) + 1);
            if (classifier.code(made.code))
                m_problems.error(item.place(), "duplicateCode", made.code);
            classifier.codes.push_back(std::move(made));
        }
    }
    return classifier;
}

Code Reader::code(const Node& node, int sort)
{
    Code code;
    if (!node.isObject()) {
        m_problems.error(node.place(), "wrongKind", "object");
        return code;
    }
    onlyKeys(node, { "code", "label", "from", "to", "extra" });
    code.code = text(node, "code");
    if (code.code.empty() || code.code.find_first_of(" \t\n\"/") != std::string::npos)
        m_problems.error(node.place(), "badCode", code.code);
    code.label = label(node, "label", true);
    code.sort = sort;
    code.validFrom = text(node, "from");
    code.validTo = text(node, "to");
    for (const std::string& date : { code.validFrom, code.validTo }) {
        std::int64_t ms = 0;
        if (!date.empty() && !base::parseIsoDate(date, ms))
            m_problems.error(node.place(), "notADate", date);
    }
    if (const Node* extra = member(node, "extra", Node::Kind::Object)) {
        for (const auto& [name, value] : extra->members)
            code.extra[name] = value.isText() ? value.text : nodeText(value);
    }
    return code;
}

} // namespace patronat::profile
