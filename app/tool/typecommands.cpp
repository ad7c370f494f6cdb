// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "core/base/text.h"

#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::Result;
using profile::labelIn;

namespace {

constexpr std::string_view kUnitNames[] = { "self", "through", "everyone" };

Result<int> types(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    const std::string language = run.language();
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const profile::RecordType& type : store->profile().types) {
        const std::string_view unit = kUnitNames[static_cast<std::size_t>(type.unitKind)];
        all.push_back({ { "type", type.id }, { "label", labelIn(type.label, language) }, { "unit", unit },
            { "parent", type.parent.empty() ? Json(nullptr) : Json(type.parent) }, { "life", type.hasLife },
            { "signsWith", type.signsWith }, { "fields", type.fields.size() } });
        rows.push_back({ type.id, std::string(labelIn(type.label, language)), std::string(unit), type.parent });
    }
    run.output().answer(all, tableText({ "type", "label", "unit", "parent" }, rows));
    return kDone;
}

std::string requiredText(const profile::When& when)
{
    return when.always ? "always" : when.expression;
}

Json codesJson(const profile::Classifier* classifier, const std::string& language)
{
    Json codes = Json::object();
    if (classifier)
        for (const profile::Code& code : classifier->codes)
            codes[code.code] = labelIn(code.label, language);
    return codes;
}

Json fieldJson(const profile::Profile& profile, const profile::Field& field, const std::string& language)
{
    Json json { { "field", field.id }, { "type", typeName(field.type) }, { "label", labelIn(field.label, language) },
        { "required", requiredText(field.required) }, { "afterSigning", field.afterSigning },
        { "retired", field.retired } };
    if (!field.target.empty())
        json["target"] = field.target;
    if (!field.partOf.empty())
        json["partOf"] = field.partOf;
    if (!field.classifier.empty()) {
        json["classifier"] = field.classifier;
        json["codes"] = codesJson(profile.classifier(field.classifier), language);
    }
    return json;
}

std::string kindText(const profile::Field& field)
{
    std::string kind(typeName(field.type));
    if (!field.target.empty())
        kind += " → " + field.target;
    if (!field.classifier.empty())
        kind += " : " + field.classifier;
    return kind;
}

Result<int> fields(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    const std::string name = run.positional(0, "TYPE");
    const profile::RecordType* type = store->profile().type(name);
    if (type == nullptr)
        return { ErrorCode::UnknownType, { name } };
    const std::string language = run.language();
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const profile::Field& field : type->fields) {
        all.push_back(fieldJson(store->profile(), field, language));
        rows.push_back({ field.id, kindText(field), std::string(labelIn(field.label, language)),
            requiredText(field.required) });
    }
    run.output().answer(all, tableText({ "field", "type", "label", "required" }, rows));
    return kDone;
}

constexpr std::array kCommands {
    Command { "types", "", { "Record types that the profile declares", "Виды записей, которые объявляет профиль" },
        "[{type, label, unit: self|through|everyone, parent, life, signsWith, fields: count}]", 0, 0, {}, types },
    Command { "fields", "TYPE", { "Fields of a record type", "Поля вида записей" },
        "[{field, type, label, required, afterSigning, retired, target?, partOf?, classifier?, codes?}]", 1, 1, {},
        fields },
};

} // namespace

std::span<const Command> typeCommands() { return kCommands; }

} // namespace patronat::tool
