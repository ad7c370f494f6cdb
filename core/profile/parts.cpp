// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/parts.h"

#include "core/profile/required.h"

#include <algorithm>

namespace patronat::profile {

namespace {

Field partOf(const Field& whole, std::string_view part)
{
    Field field;
    field.id = whole.id + '.' + std::string(part);
    field.part = part;
    field.partOf = whole.id;
    field.visible = whole.visible;
    field.personalData = whole.personalData;
    field.afterSigning = whole.afterSigning;
    field.retired = whole.retired;
    return field;
}

Label labelOf(const Classifier* classifier, std::string_view code)
{
    const Code* found = classifier ? classifier->code(code) : nullptr;
    return found ? found->label : Label();
}

const Classifier* find(const std::vector<Classifier>& classifiers, std::string_view id)
{
    const auto found = std::find_if(classifiers.begin(), classifiers.end(),
        [&](const Classifier& classifier) { return classifier.id == id; });
    return found == classifiers.end() ? nullptr : &*found;
}

} // namespace

void addParts(RecordType& type, const std::vector<Classifier>& classifiers)
{
    const Classifier* address = find(classifiers, kAddressPartClassifier);
    const Classifier* marks = find(classifiers, kMarkClassifier);
    std::vector<Field> expanded;
    for (const Field& field : type.fields) {
        expanded.push_back(field);
        if (field.type == FieldType::Address) {
            for (const std::string_view part : kAddressParts) {
                expanded.push_back(partOf(field, part));
                expanded.back().label = labelOf(address, part);
            }
        }
        if (field.marks) {
            expanded.push_back(partOf(field, "mark"));
            expanded.back().type = FieldType::Choice;
            expanded.back().classifier = kMarkClassifier;
            expanded.back().label = marks ? marks->label : Label();
        }
    }
    type.fields = std::move(expanded);
    type.indexFields();
}

Classifier bareMarks()
{
    Classifier marks;
    marks.id = kMarkClassifier;
    for (const std::string_view code : kMarks) {
        marks.codes.emplace_back();
        marks.codes.back().code = code;
        marks.codes.back().sort = static_cast<int>(marks.codes.size());
    }
    return marks;
}

} // namespace patronat::profile
