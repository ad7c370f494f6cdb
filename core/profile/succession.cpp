// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "core/profile/problems.h"

#include <algorithm>

namespace patronat::profile {

namespace {

Place placeOf(const std::string& folder, const std::string& id, const std::string& path)
{
    return { folder + '/' + id + ".json", 0, path };
}

void compareField(const RecordType& type, const Field& old, const Field* now, Problems& problems)
{
    const Place place = placeOf("records", type.id, "fields." + old.id);
    if (!now) {
        problems.error(place, "fieldVanished", old.id);
        return;
    }
    if (now->type != old.type)
        problems.error(place, "fieldTypeChanged", old.id);
    if (now->decimals != old.decimals)
        problems.error(place, "decimalsChanged", old.id);
    if (now->target != old.target)
        problems.error(place, "targetChanged", old.id);
    // What was written before would lie inside signatures for some programs and outside for others.
    if (now->afterSigning != old.afterSigning)
        problems.error(place, "afterSigningChanged", old.id);
}

void compareType(const RecordType& old, const RecordType* now, Problems& problems)
{
    const Place place = placeOf("records", old.id, "");
    if (!now) {
        problems.error(place, "typeVanished", old.id);
        return;
    }
    // A unit is fixed at creation: records that exist could not follow.
    if (now->unitKind != old.unitKind || now->unitFields != old.unitFields)
        problems.error(place, "unitChanged", old.id);
    if (old.hasLife && !now->hasLife)
        problems.error(place, "lifeChanged", old.id);
    for (const Field& field : old.fields)
        compareField(old, field, now->field(field.id), problems);
}

void compareCodes(const Classifier& old, const Classifier* now, Problems& problems)
{
    if (!now) {
        problems.error(placeOf("classifiers", old.id, ""), "classifierVanished", old.id);
        return;
    }
    for (const Code& code : old.codes) {
        if (!now->code(code.code))
            problems.error(
                placeOf("classifiers", old.id, "codes." + code.code), "codeVanished", code.code);
    }
}

/// The old log must be a prefix of the new one: databases hold operations under these numbers.
void compareLog(const SeedLog& old, const SeedLog* now, Problems& problems)
{
    const std::string file = old.profileId + "/seeds.log";
    if (!now || now->origin != old.origin) {
        problems.error(
            { old.profileId + "/profile.json", 0, "origin" }, "originChanged", old.profileId);
        return;
    }
    if (now->entries.size() < old.entries.size())
        problems.error({ file, 0, "" }, "releasedSeedVanished", old.profileId);
    const std::size_t common = std::min(old.entries.size(), now->entries.size());
    for (std::size_t i = 0; i < common; ++i) {
        const SeedEntry& before = old.entries[i];
        const SeedEntry& after = now->entries[i];
        if (before.type != after.type || before.key != after.key
            || before.fieldsJson != after.fieldsJson)
            problems.error({ file, static_cast<int>(i + 1), "" }, "releasedSeedChanged",
                before.type + '/' + before.key);
    }
}

/// Gathers the labels that a language lacks.
class MissingLabels
{
public:
    explicit MissingLabels(const Profile& profile)
        : m_profile(profile)
    {
    }

    void note(const Label& label, const std::string& path)
    {
        for (const std::string& language : m_profile.languages) {
            const auto found = label.find(language);
            if (found == label.end() || found->second.empty())
                m_missing[language].push_back(path);
        }
    }
    void noteChecks(const std::vector<Check>& checks, const std::string& path)
    {
        for (const Check& check : checks)
            note(check.message, path + ".checks." + check.id);
    }
    void noteType(const RecordType& type)
    {
        const std::string path = "records." + type.id;
        note(type.label, path + ".label");
        note(type.pluralLabel, path + ".plural");
        noteChecks(type.checks, path);
        for (const Field& field : type.fields) {
            if (!field.partOf.empty())
                continue; // named by a classifier, counted there
            note(field.label, path + '.' + field.id);
            if (!field.hint.empty())
                note(field.hint, path + '.' + field.id + ".hint");
            noteChecks(field.checks, path + '.' + field.id);
        }
    }
    std::map<std::string, std::vector<std::string>> take() { return std::move(m_missing); }

private:
    const Profile& m_profile;
    std::map<std::string, std::vector<std::string>> m_missing;
};

} // namespace

std::vector<Problem> checkSuccession(const Profile& old, const Profile& now)
{
    Problems problems;
    if (old.id != now.id)
        problems.error({ "profile.json", 0, "id" }, "otherProfile", now.id);
    for (const RecordType& type : old.types)
        compareType(type, now.type(type.id), problems);
    for (const Classifier& classifier : old.classifiers)
        compareCodes(classifier, now.classifier(classifier.id), problems);
    for (const SeedLog& log : old.seeds) {
        const auto same = std::find_if(now.seeds.begin(), now.seeds.end(),
            [&](const SeedLog& candidate) { return candidate.profileId == log.profileId; });
        compareLog(log, same == now.seeds.end() ? nullptr : &*same, problems);
    }
    return problems.take();
}

std::map<std::string, std::vector<std::string>> missingLabels(const Profile& profile)
{
    MissingLabels missing(profile);
    missing.note(profile.label, "profile.label");
    for (const RecordType& type : profile.types)
        missing.noteType(type);
    for (const Classifier& classifier : profile.classifiers) {
        missing.note(classifier.label, "classifiers." + classifier.id + ".label");
        for (const Code& code : classifier.codes)
            missing.note(code.label, "classifiers." + classifier.id + '.' + code.code);
    }
    return missing.take();
}

} // namespace patronat::profile
