// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/sampleworld.h"

#include "core/profile/valuejson.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace patronat::tests {

using base::Fields;
using base::RecordId;
using base::Value;
using nlohmann::json;
using profile::FieldType;

namespace {

template <typename T>
T must(base::Result<T> result, const std::string& what)
{
    if (!result)
        throw std::runtime_error(what + ": " + describe(result.error()));
    return std::move(result).value();
}

json readFacts()
{
    std::ifstream file(PATRONAT_FORM_VALUES);
    if (!file)
        throw std::runtime_error("no " PATRONAT_FORM_VALUES);
    return json::parse(file);
}

/// As many letters as fit, of UTF-8.
std::string cut(const std::string& text, int maxLength)
{
    std::string out;
    int letters = 0;
    for (const char byte : text) {
        const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        letters += begins ? 1 : 0;
        if (maxLength > 0 && letters > maxLength)
            break;
        out += byte;
    }
    while (out.ends_with(' ')) // taken away when it is saved
        out.pop_back();
    return out;
}

} // namespace

SampleWorld::SampleWorld(store::Store& store, RecordId author, std::string today)
    : m_store(store)
    , m_author(author)
    , m_today(std::move(today))
    , m_facts(readFacts())
{
}

bool SampleWorld::isLeftOut(const std::string& type, const std::string& field) const
{
    for (const std::string& of : { type, std::string("*") }) {
        const auto at = m_facts.at("leftOut").find(of);
        if (at != m_facts.at("leftOut").end() && at->contains(field))
            return true;
    }
    return false;
}

std::size_t SampleWorld::variants(const std::string& type) const
{
    const auto at = m_facts.at("variants").find(type);
    return 1 + (at == m_facts.at("variants").end() ? 0 : at->size());
}

const json* SampleWorld::told(
    const std::string& type, const std::string& field, std::size_t variant) const
{
    const auto variants = m_facts.at("variants").find(type);
    if (variant > 0 && variants != m_facts.at("variants").end()) {
        const json& one = variants->at(variant - 1);
        if (const auto at = one.find(field); at != one.end())
            return &*at;
    }
    for (const std::string& of : { type, std::string("*") }) {
        const auto fields = m_facts.at("values").find(of);
        if (fields == m_facts.at("values").end())
            continue;
        if (const auto at = fields->find(field); at != fields->end())
            return &*at;
    }
    return nullptr;
}

Value SampleWorld::fromTold(const profile::Field& field, const json& told)
{
    if (told.is_null())
        return {};
    if (const profile::Classifier* codes = m_store.profile().classifier(field.classifier))
        for (const json& code : told.is_array() ? told : json::array({ told }))
            if (codes->code(code.get<std::string>()) == nullptr)
                throw std::runtime_error(
                    "values.json: " + field.id + " knows no " + code.get<std::string>());
    if (told.is_number_integer())
        return Value(told.get<std::int64_t>());
    if (told.is_array())
        return Value(told.dump());
    const std::string text = told.get<std::string>();
    if (text.starts_with('@'))
        return Value(named(text));
    if (field.type == FieldType::Reference)
        return Value(record(text));
    return Value(text);
}

Value SampleWorld::ofChoice(const profile::Field& field) const
{
    const profile::Classifier* classifier = m_store.profile().classifier(field.classifier);
    if (classifier == nullptr)
        return {};
    std::vector<std::string> codes;
    for (const profile::Code& code : classifier->codes)
        if (code.validTo.empty() || code.validTo >= m_today)
            codes.push_back(code.code);
    if (codes.empty())
        return {};
    if (field.type == FieldType::Choice)
        return Value(codes.front());
    codes.resize(std::min<std::size_t>(codes.size(), 2));
    std::sort(codes.begin(), codes.end());
    return Value(json(codes).dump());
}

Value SampleWorld::byKind(const profile::Field& field)
{
    switch (field.type) {
    case FieldType::Text:
        return Value(cut("Запись со слов матери", field.maxLength));
    case FieldType::Note:
        return Value(cut("Первая строка записи.\nВторая строка.", field.maxLength));
    case FieldType::Integer:
        return Value(3);
    case FieldType::Decimal:
    case FieldType::Money:
        return Value(150000);
    case FieldType::Date:
        return Value("2027-01-12");
    case FieldType::DateTime:
        return Value("2027-01-12T07:30:00Z");
    case FieldType::Boolean:
        return Value(1);
    case FieldType::Choice:
    case FieldType::Choices:
        return ofChoice(field);
    case FieldType::Reference:
        return Value(record(field.target));
    case FieldType::Phone:
        return Value("+7 917 123-45-67");
    case FieldType::Snils:
        return Value("112-233-445 95");
    case FieldType::Egn:
        return Value("7523169263");
    case FieldType::Number:
    case FieldType::Attachment:
    case FieldType::Computed:
    case FieldType::Address:
        return {};
    }
    return {};
}

Value SampleWorld::value(
    const profile::RecordType& type, const profile::Field& field, std::size_t variant)
{
    if (const json* found = told(type.id, field.id, variant))
        return fromTold(field, *found);
    // Whose correction it is: of another record of its own type.
    if (field.type == FieldType::Reference && field.target == type.id)
        return {};
    if (field.part == "mark")
        return Value("stated");
    return byKind(field);
}

Fields SampleWorld::preset(const profile::RecordType& type)
{
    Fields fields;
    std::vector<std::string> names = type.unitFields;
    if (!type.parent.empty())
        names.push_back(type.parent);
    for (const std::string& name : names) {
        const profile::Field* field = type.field(name);
        const json* found = told(type.id, name, 0);
        const Value value
            = found != nullptr ? fromTold(*field, *found) : Value(record(field->target));
        if (!value.isNull())
            fields[name] = value;
    }
    return fields;
}

RecordId SampleWorld::named(const std::string& name)
{
    const auto known = m_named.find(name);
    if (known != m_named.end())
        return known->second;
    const auto told = m_facts.at("people").find(name);
    if (told == m_facts.at("people").end())
        throw std::runtime_error("values.json names nobody " + name);
    const std::string type = told->at("type").get<std::string>();
    Fields fields;
    for (const auto& [field, value] : told->at("fields").items())
        fields[field] = fromTold(*m_store.profile().type(type)->field(field), value);
    const RecordId id = m_named[name] = make(type, fields);
    for (const json& line : told->value("lines", json::array()))
        addLine(line, id);
    if (told->value("sign", false))
        sign(type, id);
    return id;
}

void SampleWorld::sign(const std::string& type, RecordId id)
{
    addLines(type, id);
    must(m_store.write({ m_author, {}, {}, "test" },
             [&](store::WriteTx& tx) -> base::Result<bool> {
                 PATRONAT_LET(const store::SignPlan plan, tx.read().signPlan(type, id));
                 PATRONAT_TRY(tx.sign(plan));
                 return true;
             }),
        "signing " + type);
}

void SampleWorld::settleFamily(const std::string& type)
{
    for (const json& name : m_facts.at("household"))
        named(name.get<std::string>());
    for (const json& name : m_facts.at("before").value(type, json::array()))
        named(name.get<std::string>());
}

RecordId SampleWorld::existing(const std::string& type)
{
    const auto where = m_facts.at("existing").find(type);
    if (where == m_facts.at("existing").end())
        return {};
    const auto found = must(m_store.read([&](const store::ReadTx& tx) {
        return tx.list(type, where->get<std::string>(), 1);
    }),
        type);
    return found.empty() ? RecordId() : found.front();
}

RecordId SampleWorld::record(const std::string& type)
{
    const auto known = m_named.find(type);
    if (known != m_named.end())
        return known->second;
    if (const auto alias = m_facts.at("usual").find(type); alias != m_facts.at("usual").end())
        return named(alias->get<std::string>());
    RecordId id = existing(type);
    const bool isNew = id.isNull();
    if (isNew)
        id = make(type);
    m_named[type] = id;
    const json& papers = m_facts.at("signed");
    if (isNew && std::find(papers.begin(), papers.end(), json(type)) != papers.end())
        sign(type, id);
    return id;
}

RecordId SampleWorld::make(const std::string& type, const Fields& fields, std::size_t variant)
{
    const profile::RecordType* declared = m_store.profile().type(type);
    if (declared == nullptr)
        throw std::runtime_error("no type " + type);
    if (!m_making.insert(type).second)
        return {}; // it refers to its own kind by way of others
    Fields values = m_store.rules().defaults(type, m_today);
    for (auto& [field, value] : preset(*declared))
        values[field] = value;
    for (const auto& [field, value] : fields)
        values[field] = value;
    // Until nothing is missing any more: what is required may follow from what was filled.
    for (bool grew = true; grew;) {
        grew = false;
        for (const store::BrokenRule& broken : m_store.rules().check(type, values, m_today)) {
            const profile::Field* field = declared->field(broken.field);
            if (broken.rule != "required" || field == nullptr || values.count(field->id) != 0)
                continue;
            const Value filled = value(*declared, *field, variant);
            if (filled.isNull())
                continue;
            values[field->id] = filled;
            grew = true;
        }
    }
    m_making.erase(type);
    return write(type, values);
}

RecordId SampleWorld::write(const std::string& type, const Fields& values)
{
    return must(m_store.write({ m_author, {}, {}, "test" },
                    [&](store::WriteTx& tx) { return tx.create(type, values); }),
        "a new " + type);
}

RecordId SampleWorld::makeFull(const std::string& type, std::size_t variant)
{
    const profile::RecordType& declared = *m_store.profile().type(type);
    const profile::Process* process = m_store.profile().processOf(type);
    Fields values = m_store.rules().defaults(type, m_today);
    for (auto& [field, value] : preset(declared))
        values[field] = value;
    std::set<std::string> tried;
    for (bool grew = true; grew;) {
        grew = false;
        for (const std::string& name : m_store.rules().visibleFields(type, values, m_today)) {
            const profile::Field* field = declared.field(name);
            const bool isIts = field != nullptr && field->isStored()
                && field->signingExpression.empty() && !field->retired
                && (process == nullptr || process->field != name) && !isLeftOut(type, name);
            if (!isIts || values.count(name) != 0 || !tried.insert(name).second)
                continue;
            if (const Value filled = value(declared, *field, variant); !filled.isNull()) {
                values[name] = filled;
                grew = true;
            }
        }
    }
    const RecordId id = write(type, values);
    addLines(type, id, variant);
    addTables(declared, id);
    return id;
}

void SampleWorld::addTables(const profile::RecordType& type, RecordId id)
{
    if (m_facts.at("lines").contains(type.id))
        return;
    for (const profile::RecordType& line : m_store.profile().types) {
        const profile::Field* parent = line.parent.empty() ? nullptr : line.field(line.parent);
        const bool isLine = parent != nullptr && parent->target == type.id && !line.hasLife
            && !formless().contains(line.id)
            && type.layoutJson.find('"' + line.id + '"') != std::string::npos;
        if (isLine)
            make(line.id, { { line.parent, Value(id) } });
    }
}

void SampleWorld::addLines(const std::string& type, RecordId parent, std::size_t variant)
{
    const auto lines = m_facts.at("lines").find(type);
    if (lines == m_facts.at("lines").end())
        return;
    for (const json& line : *lines) {
        if (line.contains("variant") && line.at("variant").get<std::size_t>() != variant)
            continue;
        addLine(line, parent);
    }
}

void SampleWorld::addLine(const json& line, RecordId parent)
{
    const std::string child = line.at("type").get<std::string>();
    const profile::RecordType* declared = m_store.profile().type(child);
    Fields fields { { declared->parent, Value(parent) } };
    for (const auto& [field, value] : line.at("fields").items())
        fields[field] = fromTold(*declared->field(field), value);
    make(child, fields);
}

} // namespace patronat::tests
