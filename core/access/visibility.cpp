// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/visibility.h"

#include "core/access/users.h"
#include "core/base/text.h"

#include <algorithm>

namespace patronat::access {

using profile::Profile;
using profile::RecordType;

Viewer viewerOf(const store::ReadTx& tx, base::RecordId staff)
{
    const RecordType* type = tx.profile().type("staff");
    if (type == nullptr || type->field("role") == nullptr)
        return {};
    if (staff.isNull())
        return { {}, !hasStaff(tx) };
    const auto record = tx.record("staff", staff);
    if (!record)
        return {};
    const auto role = record->values.find("role");
    return { role == record->values.end() ? std::string() : std::string(role->second.textOr({})),
        false };
}

bool mayRead(const RecordType& type, const Viewer& viewer)
{
    return viewer.isAlone || type.readableBy.empty()
        || std::find(type.readableBy.begin(), type.readableBy.end(), viewer.role)
        != type.readableBy.end();
}

bool mayRead(const Profile& profile, std::string_view type, const Viewer& viewer)
{
    const RecordType* declared = profile.type(type);
    return declared != nullptr && mayRead(*declared, viewer);
}

base::Status checkReadable(
    const store::ReadTx& tx, std::string_view type, base::RecordId staff, std::string_view language)
{
    const Profile& profile = tx.profile();
    const RecordType* declared = profile.type(type);
    if (declared == nullptr || mayRead(*declared, viewerOf(tx, staff)))
        return {};
    return { base::ErrorCode::NotPermitted,
        { std::string(type),
            readersText(
                profile, *declared, language.empty() ? profile.languages.front() : language) } };
}

std::set<std::string, std::less<>> hiddenTypes(const Profile& profile, const Viewer& viewer)
{
    std::set<std::string, std::less<>> out;
    for (const RecordType& type : profile.types)
        if (!mayRead(type, viewer))
            out.insert(type.id);
    return out;
}

std::string readersText(const Profile& profile, const RecordType& type, std::string_view language)
{
    const RecordType* staff = profile.type("staff");
    const profile::Field* role = staff != nullptr ? staff->field("role") : nullptr;
    const profile::Classifier* roles
        = role != nullptr ? profile.classifier(role->classifier) : nullptr;
    std::vector<std::string> names;
    for (const std::string& code : type.readableBy) {
        const profile::Code* found = roles != nullptr ? roles->code(code) : nullptr;
        names.push_back(
            found != nullptr ? std::string(profile::labelIn(found->label, language)) : code);
    }
    return base::join(names, ", ");
}

} // namespace patronat::access
