// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace patronat::profile {

namespace {

constexpr std::array<std::pair<FieldType, std::string_view>, 18> kTypeNames { {
    { FieldType::Text, "text" },
    { FieldType::Note, "note" },
    { FieldType::Integer, "integer" },
    { FieldType::Decimal, "decimal" },
    { FieldType::Money, "money" },
    { FieldType::Date, "date" },
    { FieldType::DateTime, "datetime" },
    { FieldType::Boolean, "boolean" },
    { FieldType::Choice, "choice" },
    { FieldType::Choices, "choices" },
    { FieldType::Reference, "reference" },
    { FieldType::Phone, "phone" },
    { FieldType::Snils, "snils" },
    { FieldType::Egn, "egn" },
    { FieldType::Number, "number" },
    { FieldType::Attachment, "attachment" },
    { FieldType::Computed, "computed" },
    { FieldType::Address, "address" },
} };

} // namespace

std::string_view labelIn(const Label& label, std::string_view language)
{
    const auto wanted = label.find(language);
    if (wanted != label.end() && !wanted->second.empty())
        return wanted->second;
    // The working language of every shipped profile comes before the language of its source.
    for (const std::string_view fallback : { "ru", "en" }) {
        const auto found = label.find(fallback);
        if (found != label.end() && !found->second.empty())
            return found->second;
    }
    for (const auto& [code, text] : label) {
        if (!text.empty())
            return text;
    }
    return {};
}

std::string_view typeName(FieldType type)
{
    for (const auto& [known, name] : kTypeNames) {
        if (known == type)
            return name;
    }
    return {};
}

std::optional<FieldType> typeFromName(std::string_view name)
{
    for (const auto& [type, known] : kTypeNames) {
        if (known == name)
            return type;
    }
    return std::nullopt;
}

const Field* RecordType::field(std::string_view fieldId) const
{
    const std::size_t index = fieldIndex(fieldId);
    return index == npos ? nullptr : &fields[index];
}

const Rivalry* RecordType::rivalry(std::string_view rule) const
{
    const auto found = std::find_if(
        rivals.begin(), rivals.end(), [&](const Rivalry& one) { return one.id == rule; });
    return found == rivals.end() ? nullptr : &*found;
}

std::size_t RecordType::fieldIndex(std::string_view fieldId) const
{
    const auto found = m_byId.find(fieldId);
    return found == m_byId.end() ? npos : found->second;
}

void RecordType::indexFields()
{
    m_byId.clear();
    for (std::size_t i = 0; i < fields.size(); ++i)
        m_byId.emplace(fields[i].id, i);
}

const Code* Classifier::code(std::string_view wanted) const
{
    const auto found = std::find_if(codes.begin(), codes.end(),
        [&](const Code& candidate) { return candidate.code == wanted; });
    return found == codes.end() ? nullptr : &*found;
}

const RecordType* Profile::type(std::string_view typeId) const
{
    const auto found = std::find_if(
        types.begin(), types.end(), [&](const RecordType& type) { return type.id == typeId; });
    return found == types.end() ? nullptr : &*found;
}

const Classifier* Profile::classifier(std::string_view wanted) const
{
    const auto found = std::find_if(classifiers.begin(), classifiers.end(),
        [&](const Classifier& classifier) { return classifier.id == wanted; });
    return found == classifiers.end() ? nullptr : &*found;
}

const Process* Profile::processOf(std::string_view typeId) const
{
    const auto found = std::find_if(processes.begin(), processes.end(),
        [&](const Process& process) { return process.type == typeId; });
    return found == processes.end() ? nullptr : &*found;
}

const Transition* Process::transition(std::string_view transitionId) const
{
    const auto found = std::find_if(transitions.begin(), transitions.end(),
        [&](const Transition& transition) { return transition.id == transitionId; });
    return found == transitions.end() ? nullptr : &*found;
}

const Field* Process::eventField(const RecordType& event) const
{
    for (const std::string& name : event.unitFields)
        if (const Field* reference = event.field(name); reference && reference->target == type)
            return reference;
    return nullptr;
}

const ProcessState* Process::state(std::string_view code) const
{
    const auto found = std::find_if(states.begin(), states.end(),
        [&](const ProcessState& state) { return state.code == code; });
    return found == states.end() ? nullptr : &*found;
}

std::string Profile::locate(std::string_view path) const
{
    const std::size_t slash = path.find('/');
    const auto folder = folders.find(path.substr(0, slash));
    if (slash == std::string_view::npos || folder == folders.end())
        return {};
    return (std::filesystem::path(folder->second) / path.substr(slash + 1)).string();
}

} // namespace patronat::profile
