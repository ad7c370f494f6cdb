// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/lookup.h"

#include "core/twins/family.h"
#include "core/twins/person.h"
#include "core/twins/rows.h"
#include "core/twins/trails.h"

#include <algorithm>

namespace patronat::twins {

using base::RecordId;
using store::ReadTx;

namespace {

void sortSurest(std::vector<Candidate>& found)
{
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        if (a.verdict.degree != b.verdict.degree)
            return a.verdict.degree > b.verdict.degree;
        return a.verdict.points != b.verdict.points ? a.verdict.points > b.verdict.points
                                                    : a.record < b.record;
    });
}

std::vector<Candidate> personCandidates(
    const ReadTx& tx, const Question& question, const Sight& sight)
{
    const PersonTraits typed(question.values, sight);
    Rows rows(tx, kPersonType, personFields());
    std::vector<Candidate> found;
    for (const RecordId record : personTrails(tx, typed, question.values)) {
        const auto values = record == question.self ? std::nullopt : rows.of(record);
        if (!values)
            continue;
        const PersonTraits held(*values, sight);
        if (!mayBeOne(typed, held))
            continue;
        Verdict verdict = compare(typed, held, sight.settings);
        if (verdict.degree != Degree::None)
            found.push_back({ question.type, record, std::move(verdict) });
    }
    return found;
}

std::vector<Candidate> familyCandidates(
    const ReadTx& tx, const Question& question, const Sight& sight)
{
    const std::vector<RecordId> members = !question.members.empty() || question.self.isNull()
        ? question.members
        : personsOf(tx, question.self);
    const FamilyTraits typed(question.values, members, sight);
    Rows rows(tx, kFamilyType, familyFields());
    std::vector<Candidate> found;
    for (const RecordId record : familyTrails(tx, typed, question.values)) {
        const auto values = record == question.self ? std::nullopt : rows.of(record);
        if (!values)
            continue;
        const FamilyTraits held(*values,
            typed.members.empty() ? std::vector<RecordId>() : personsOf(tx, record), sight);
        Verdict verdict = compare(typed, held, sight.settings);
        if (verdict.degree != Degree::None)
            found.push_back({ question.type, record, std::move(verdict) });
    }
    return found;
}

} // namespace

bool isCompared(const profile::Profile& profile, std::string_view type)
{
    return (type == kPersonType || type == kFamilyType) && profile.type(type) != nullptr
        && settingsOf(profile).isOn();
}

const std::vector<std::string>& comparedFields(std::string_view type)
{
    static const std::vector<std::string> none;
    return type == kPersonType ? personFields() : type == kFamilyType ? familyFields() : none;
}

std::string roleOf(const ReadTx& tx, RecordId staff)
{
    const profile::RecordType* type = tx.profile().type("staff");
    if (staff.isNull() || type == nullptr || type->field("role") == nullptr)
        return {};
    const auto record = tx.record("staff", staff);
    if (!record)
        return {};
    const auto role = record->values.find("role");
    return role == record->values.end() ? std::string() : std::string(role->second.textOr({}));
}

base::Result<std::vector<Candidate>> candidates(const ReadTx& tx, const Question& question)
{
    if (!isCompared(tx.profile(), question.type))
        return { base::ErrorCode::UnknownType, { question.type } };
    const Settings settings = settingsOf(tx.profile());
    const Sight sight { settings, question.role };
    if (!sight.sees(*tx.profile().type(question.type)))
        return std::vector<Candidate> {};
    std::vector<Candidate> found = question.type == kPersonType
        ? personCandidates(tx, question, sight)
        : familyCandidates(tx, question, sight);
    sortSurest(found);
    found.resize(std::min(found.size(), question.most));
    return found;
}

} // namespace patronat::twins
