// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/family.h"

#include "core/base/text.h"
#include "core/twins/person.h"

#include <algorithm>
#include <iterator>

namespace patronat::twins {

namespace {

std::string textOf(const base::Fields& values, std::string_view field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string() : base::trimmed(found->second.textOr({}));
}

std::size_t sharedMembers(const FamilyTraits& a, const FamilyTraits& b)
{
    std::vector<base::RecordId> both;
    std::set_intersection(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
        std::back_inserter(both));
    return both.size();
}

/// What the spelling of the name counts; «Ивановы», «Семья Ивановых» aside, «Иванов» and «Иванова»
/// are one here.
void weighName(
    const FamilyTraits& typed, const FamilyTraits& held, Likeness likeness, Weighing& weighing)
{
    if (typed.name.isEmpty() || held.name.isEmpty())
        return;
    switch (likeness) {
    case Likeness::Same:
        return weighing.add("familyName.same", "same", { "name" });
    case Likeness::Spelling:
        return typed.name.stem == held.name.stem
            ? weighing.add("familyName.same", "same", { "name" })
            : weighing.add("familyName.spelling", "otherSpelling", { "name", held.nameText });
    case Likeness::Part:
        return weighing.add("familyName.part", "partOfSurname", { "name", held.nameText });
    case Likeness::Typo:
        return weighing.add("familyName.typo", "typo", { "name", held.nameText });
    case Likeness::Initial:
    case Likeness::Different:
        return weighing.add("familyName.different", "different", { "name", held.nameText });
    }
}

void weighDwelling(DwellingMatch match, Weighing& weighing)
{
    switch (match) {
    case DwellingMatch::Unknown:
        return;
    case DwellingMatch::Different:
        return weighing.add("familyAddress.different", "different", { "addrFact", "" });
    case DwellingMatch::Near:
        return weighing.add("familyAddress.near", "nearAddress");
    case DwellingMatch::Same:
        return weighing.add("familyAddress.same", "sameAddress");
    }
}

} // namespace

FamilyTraits::FamilyTraits(
    const base::Fields& values, std::vector<base::RecordId> persons, const Sight& sight)
    : nameText(textOf(values, "name"))
    , name(spelled(NamePart::Family, nameText))
    , phone(phoneOf(textOf(values, "phone")))
    , dwelling(dwellingOf(values, "addrFact"))
    , members(std::move(persons))
{
    if (!sight.sees("phone"))
        phone.clear();
    if (!sight.sees("addrFact"))
        dwelling = {};
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

const std::vector<std::string>& familyFields()
{
    static const std::vector<std::string> fields { "name", "phone", "addrFact.settlement",
        "addrFact.street", "addrFact.house", "addrFact.flat" };
    return fields;
}

Verdict compare(const FamilyTraits& typed, const FamilyTraits& held, const Settings& settings)
{
    Weighing weighing(settings);
    const Likeness name = likeness(typed.name, held.name);
    const std::size_t shared = sharedMembers(typed, held);
    const DwellingMatch dwelling = compare(typed.dwelling, held.dwelling);
    const bool hasSamePhone = !typed.phone.empty() && typed.phone == held.phone;
    weighName(typed, held, name, weighing);
    weighDwelling(dwelling, weighing);
    if (hasSamePhone)
        weighing.add("familyPhone.same", "samePhone");
    if (shared > 0)
        weighing.add(shared > 1 ? "members.several" : "members.one", "sharedMembers",
            { std::to_string(shared) });
    // Relatives live in one house under one name; a child goes from one family to another.
    const bool isSureName = name == Likeness::Same
        || (name == Likeness::Spelling && typed.name.stem == held.name.stem);
    const bool isSureHome = dwelling == DwellingMatch::Same && hasSamePhone;
    return std::move(weighing).verdict(
        Degree::None, isSureName && (isSureHome || shared > 1) ? Degree::Sure : Degree::Likely);
}

} // namespace patronat::twins
