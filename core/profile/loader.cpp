// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"

#include "core/profile/checker.h"
#include "core/profile/instrumentreader.h"
#include "core/profile/layers.h"
#include "core/profile/parts.h"
#include "core/profile/processreader.h"
#include "core/profile/reader.h"
#include "core/profile/required.h"
#include "core/profile/seeds.h"
#include "core/profile/settingvalues.h"
#include "core/profile/typeorder.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace patronat::profile {

namespace fs = std::filesystem;

namespace {

struct Resolved
{
    std::shared_ptr<Profile> profile;
    Layers layers;
    std::vector<SeedPlan> seeds;
    std::vector<Expression> expressions;
};

/// The value a layer's profile.json gives, the last layer that is no overlay first.
const Node* inherited(const Layers& layers, const char* key)
{
    for (auto layer = layers.layers.rbegin(); layer != layers.layers.rend(); ++layer) {
        const Node* found = layer->overlay ? nullptr : layer->manifest.member(key);
        if (found)
            return found;
    }
    return nullptr;
}

std::vector<std::string> languagesOf(const Layers& layers, Problems& problems)
{
    std::vector<std::string> languages;
    if (const Node* list = inherited(layers, "languages")) {
        for (const Node& item : list->items)
            languages.push_back(item.text);
    }
    if (languages.empty())
        problems.error(layers.last().manifest.place(), "languagesMissing");
    return languages;
}

/// Settings of all layers, overlays included: terms and letterheads are what institutions differ
/// in.
Node settingsOf(const Layers& layers)
{
    Node settings;
    settings.kind = Node::Kind::Object;
    for (const Layer& layer : layers.layers) {
        if (const Node* own = layer.manifest.member("settings")) {
            for (const auto& [name, value] : own->members)
                settings.set(name, value);
        }
    }
    return settings;
}

void readTypes(const Layers& layers, Reader& reader, const Places& places, Profile& profile,
    Problems& problems)
{
    for (const auto& [id, stages] : layers.classifiers)
        profile.classifiers.push_back(reader.classifier(stages.back().merged));
    for (const auto& [id, node] : layers.records)
        profile.types.push_back(reader.recordType(node));
    const bool marked
        = std::any_of(profile.types.begin(), profile.types.end(), [](const RecordType& type) {
              return std::any_of(
                  type.fields.begin(), type.fields.end(), [](const Field& f) { return f.marks; });
          });
    if (marked && !profile.classifier(kMarkClassifier)) {
        problems.warning(
            { "profile.json", 0, "" }, "unknownClassifier", std::string(kMarkClassifier));
        profile.classifiers.push_back(bareMarks());
    }
    for (RecordType& type : profile.types)
        addParts(type, profile.classifiers);
    sortTypes(profile.types, places, problems);
}

/// The queries of papers and reports, wherever their format puts them.
void addQueries(const Node& node, std::vector<Expression>& out)
{
    for (const auto& [key, value] : node.members) {
        const Place place = value.place();
        if (key == "sql" && value.isText())
            out.push_back({ {}, {}, key, value.text, place.file, place.line, place.path });
        addQueries(value, out);
    }
    for (const Node& item : node.items)
        addQueries(item, out);
}

Resolved resolve(const fs::path& folder, const std::vector<fs::path>& overlays, Problems& problems)
{
    Resolved out;
    out.layers = readLayers(folder, overlays, problems);
    const auto& layers = out.layers.layers;
    if (std::none_of(
            layers.begin(), layers.end(), [](const Layer& layer) { return !layer.overlay; }))
        return out;
    out.profile = std::make_shared<Profile>();
    Profile& profile = *out.profile;
    const Node& manifest = out.layers.last().manifest;
    profile.id = out.layers.last().id;
    profile.version = manifest.textOf("version");
    if (profile.version.empty())
        problems.error(manifest.place(), "versionMissing");
    for (const Layer& layer : layers) {
        profile.chain.push_back(layer.id);
        profile.folders[layer.id] = layer.folder.string();
    }
    profile.languages = languagesOf(out.layers, problems);
    const Node settings = settingsOf(out.layers);
    profile.settingsJson = nodeText(settings);
    for (auto& [id, node] : out.layers.records)
        fillSettings(node, settings, problems);
    for (auto& [id, node] : out.layers.processes)
        fillSettings(node, settings, problems);
    Places places;
    Reader reader(profile.languages, places, problems);
    profile.label = reader.label(manifest, "label", true);
    readTypes(out.layers, reader, places, profile, problems);
    profile.templates = out.layers.templates;
    profile.templateForms = out.layers.templateForms;
    profile.reports = out.layers.reports;
    for (const auto& [id, node] : out.layers.processes)
        profile.processes.push_back(readProcess(node, reader));
    addInstruments(out.layers, reader, profile, problems);
    out.expressions = reader.takeExpressions();
    for (const auto& [name, node] : out.layers.papers)
        addQueries(node, out.expressions);
    checkProfile(profile, out.layers, places, problems);
    checkProcesses(profile, places, problems);
    Problems again; // what the codes lack was said when the classifiers were read
    Reader quiet(profile.languages, places, again);
    out.seeds = planSeeds(out.layers, profile, quiet, problems);
    for (const SeedPlan& plan : out.seeds) {
        if (plan.log.origin != 0)
            profile.seeds.push_back(plan.log);
    }
    profile.hash = hashOf(profile);
    return out;
}

base::Error brokenBy(const std::vector<Problem>& problems)
{
    const auto first = std::find_if(problems.begin(), problems.end(),
        [](const Problem& problem) { return problem.severity == Severity::Error; });
    std::string why = first->code;
    if (!first->argument.empty())
        why += ' ' + first->argument;
    return { base::ErrorCode::ProfileBroken,
        { first->file, std::to_string(first->line), first->path, why }, {} };
}

base::Status appendLines(const fs::path& log, const std::vector<SeedRecord>& records)
{
    std::string bytes;
    readFile(log, bytes); // not there: the first release
    if (!bytes.empty() && bytes.back() != '\n')
        bytes += '\n';
    for (const SeedRecord& record : records)
        bytes += logLine(record) + '\n';
    // Beside and renamed: a cut must not leave half a line that a later release would build on.
    fs::path beside = log;
    beside += ".new";
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << bytes;
        out.close();
        if (!out)
            return { base::ErrorCode::FileNotWritable, { beside.string() } };
    }
    std::error_code failure;
    fs::rename(beside, log, failure);
    if (failure)
        return { base::ErrorCode::FileNotWritable, { log.string() }, failure.message() };
    return {};
}

} // namespace

Loaded loadProfile(const fs::path& folder, const std::vector<fs::path>& overlays)
{
    Problems problems;
    Resolved resolved = resolve(folder, overlays, problems);
    Loaded loaded;
    if (!problems.hasError())
        loaded.profile = std::move(resolved.profile);
    loaded.problems = problems.take();
    loaded.expressions = std::move(resolved.expressions);
    return loaded;
}

base::Result<std::shared_ptr<const Profile>> openProfile(
    const fs::path& folder, const std::vector<fs::path>& overlays)
{
    Loaded loaded = loadProfile(folder, overlays);
    if (!loaded.profile)
        return brokenBy(loaded.problems);
    return std::move(loaded.profile);
}

base::Result<int> releaseSeeds(const fs::path& folder)
{
    Problems problems;
    const Resolved resolved = resolve(folder, {}, problems);
    if (problems.hasError())
        return brokenBy(problems.take());
    const SeedPlan& plan = resolved.seeds.back();
    if (plan.pending.empty())
        return 0;
    PATRONAT_TRY(appendLines(resolved.layers.last().folder / "seeds.log", plan.pending));
    return static_cast<int>(plan.pending.size());
}

} // namespace patronat::profile
