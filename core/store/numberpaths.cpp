// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/store/numbermask.h"
#include "core/store/numbers.h"

namespace patronat::store {

using profile::Field;
using profile::FieldType;

namespace {

/// The field a path ends at, nothing when it leads nowhere.
const Field* endOf(const profile::Profile& profile, const profile::RecordType* type, std::string path)
{
    while (type != nullptr) {
        if (const Field* field = type->field(path))
            return field;
        const std::size_t dot = path.find('.');
        const Field* field = dot == std::string::npos ? nullptr : type->field(path.substr(0, dot));
        if (field == nullptr || field->type != FieldType::Reference)
            return nullptr;
        type = profile.type(field->target);
        path = path.substr(dot + 1);
    }
    return nullptr;
}

} // namespace

std::vector<NumberPath> unresolvedNumberPaths(const profile::Profile& profile, const profile::RecordType& type)
{
    std::vector<NumberPath> out;
    for (const Field& field : type.fields) {
        std::vector<std::string> paths;
        for (const MaskPart& part : parseMask(field.numberMask))
            if (part.kind == MaskPart::Kind::Path)
                paths.push_back(part.text);
        for (const std::string& path : base::split(field.numberSeries, ','))
            if (!path.empty())
                paths.push_back(base::trimmed(path));
        for (const std::string& path : paths) {
            const Field* end = endOf(profile, &type, path);
            if (end == nullptr || end->type == FieldType::Address)
                out.push_back({ field.id, path });
        }
        const Field* year = type.field(field.numberYear);
        if (!field.numberYear.empty()
            && (year == nullptr || (year->type != FieldType::Date && year->type != FieldType::DateTime)))
            out.push_back({ field.id, field.numberYear });
    }
    return out;
}

} // namespace patronat::store
