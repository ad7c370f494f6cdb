// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/layers.h"

#include "core/profile/merge.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace patronat::profile {

namespace fs = std::filesystem;

namespace {

/// Reads one chain; lives as long as the reading.
class ChainReader
{
public:
    ChainReader(const fs::path& folder, Problems& problems)
        : m_top(folder)
        , m_problems(problems)
    {
    }

    void readChain()
    {
        std::vector<Layer> chain;
        std::set<std::string> seen;
        fs::path folder = m_top;
        Place asked { "profile.json", 0, "extends" };
        for (;;) {
            Layer layer;
            if (!readManifest(folder, false, asked, layer))
                break;
            if (!seen.insert(layer.id).second) {
                m_problems.error(asked, "extendsCycle", layer.id);
                break;
            }
            const std::string base(layer.manifest.textOf("extends"));
            if (const Node* extends = layer.manifest.member("extends"))
                asked = extends->place();
            folder = m_top.parent_path() / base;
            if (seen.size() > 1 && layer.folder.filename() != layer.id)
                m_problems.error(layer.manifest.place(), "idDiffersFromFolder", layer.id);
            chain.push_back(std::move(layer));
            if (base.empty())
                break;
        }
        std::reverse(chain.begin(), chain.end());
        m_read.layers = std::move(chain);
    }

    void addOverlay(const fs::path& folder)
    {
        Layer layer;
        if (!readManifest(folder, true, { nameOf(folder / "profile.json"), 0, "" }, layer))
            return;
        for (const Layer& other : m_read.layers) {
            if (other.id == layer.id)
                m_problems.error(layer.manifest.place(), "duplicateProfile", layer.id);
        }
        m_read.layers.push_back(std::move(layer));
    }

    Layers finish()
    {
        for (std::size_t i = 0; i < m_read.layers.size(); ++i)
            readLayer(i);
        return std::move(m_read);
    }

private:
    std::string nameOf(const fs::path& file) const
    {
        return file.lexically_proximate(m_top).generic_string();
    }

    bool parse(const fs::path& file, std::size_t layer, bool overlay, Node& out)
    {
        auto source = std::make_shared<const Source>(Source { nameOf(file), layer, overlay });
        std::string bytes;
        if (!readFile(file, bytes)) {
            m_problems.error({ source->file, 0, "" }, "fileNotReadable");
            return false;
        }
        return parseNode(bytes, std::move(source), m_problems, out);
    }

    bool readManifest(const fs::path& folder, bool overlay, const Place& asked, Layer& layer)
    {
        std::error_code ignored; // a missing and an unreadable file are the same problem here
        if (!fs::is_regular_file(folder / "profile.json", ignored)) {
            m_problems.error(asked, "profileMissing", nameOf(folder));
            return false;
        }
        layer.folder = folder;
        layer.overlay = overlay;
        layer.logFile = nameOf(folder / "seeds.log");
        if (!parse(folder / "profile.json", 0, overlay, layer.manifest))
            return false;
        layer.id = layer.manifest.textOf("id");
        if (layer.id.empty() || layer.id.find('/') != std::string::npos) {
            m_problems.error(layer.manifest.place(), "idMissing", "profile");
            return false;
        }
        readOrigin(layer);
        return true;
    }

    void readOrigin(Layer& layer)
    {
        const Node* origin = layer.manifest.member("origin");
        if (!origin)
            return;
        const char* end = origin->text.data() + origin->text.size();
        const auto [at, failure] = std::from_chars(origin->text.data(), end, layer.origin, 16);
        if (origin->text.size() != 16 || failure != std::errc() || at != end || layer.origin == 0) {
            m_problems.error(origin->place(), "badOrigin", origin->text);
            layer.origin = 0;
        }
    }

    std::vector<fs::path> filesOf(
        const Layer& layer, const char* folder, const char* extension) const
    {
        std::vector<fs::path> files;
        std::error_code missing; // a profile need not have every folder
        for (const auto& entry : fs::directory_iterator(layer.folder / folder, missing)) {
            if (entry.path().extension() == extension)
                files.push_back(entry.path());
        }
        // The order of a directory is the file system's; a profile's is that of the names.
        std::sort(files.begin(), files.end());
        return files;
    }

    void readLayer(std::size_t index)
    {
        readRecords(index);
        readClassifiers(index);
        readMerged(index, "processes", m_read.processes);
        readMerged(index, "instruments", m_read.instruments);
        Layer& layer = m_read.layers[index];
        for (const fs::path& file : filesOf(layer, "seeds", ".json")) {
            Node seeds;
            if (parse(file, index, layer.overlay, seeds))
                layer.seeds.emplace(file.stem().string(), std::move(seeds));
        }
        readPapers(index, "templates", m_read.templates);
        readPapers(index, "reports", m_read.reports);
        for (const char* extension : { ".html", ".fodt" }) {
            for (const fs::path& file : filesOf(layer, "templates", extension))
                m_read.templateForms[file.filename().string()]
                    = layer.id + "/templates/" + file.filename().string();
        }
    }

    void readRecords(std::size_t index)
    {
        const Layer& layer = m_read.layers[index];
        for (const fs::path& file : filesOf(layer, "records", ".json")) {
            Node over;
            if (!parse(file, index, layer.overlay, over) || !hasId(over, file))
                continue;
            const auto inherited = m_read.records.find(file.stem().string());
            const Node* base = inherited == m_read.records.end() ? nullptr : &inherited->second;
            checkRecordOver(base, over, m_problems);
            Node merged = mergedOver(base, over, m_problems);
            m_read.records.insert_or_assign(file.stem().string(), std::move(merged));
        }
    }

    /// Declarations of one kind, each file merged over the inherited one of its name.
    void readMerged(std::size_t index, const char* folder, std::map<std::string, Node>& into)
    {
        const Layer& layer = m_read.layers[index];
        for (const fs::path& file : filesOf(layer, folder, ".json")) {
            Node over;
            if (!parse(file, index, layer.overlay, over) || !hasId(over, file))
                continue;
            const auto inherited = into.find(file.stem().string());
            const Node* base = inherited == into.end() ? nullptr : &inherited->second;
            Node merged = mergedOver(base, over, m_problems);
            into.insert_or_assign(file.stem().string(), std::move(merged));
        }
    }

    void readClassifiers(std::size_t index)
    {
        const Layer& layer = m_read.layers[index];
        for (const fs::path& file : filesOf(layer, "classifiers", ".json")) {
            Node over;
            if (!parse(file, index, layer.overlay, over) || !hasId(over, file))
                continue;
            auto& stages = m_read.classifiers[file.stem().string()];
            const Node* base = stages.empty() ? nullptr : &stages.back().merged;
            Node merged = mergedOver(base, over, m_problems);
            stages.push_back({ index, std::move(merged) });
        }
    }

    bool hasId(const Node& node, const fs::path& file)
    {
        if (!node.isObject()) {
            m_problems.error(node.place(), "wrongKind", "object");
            return false;
        }
        if (node.textOf("id") == file.stem().string())
            return true;
        m_problems.error(node.place(), "idDiffersFromFile", std::string(node.textOf("id")));
        return false;
    }

    /// These load on use; here only their syntax and place are of interest.
    void readPapers(std::size_t index, const char* folder,
        std::map<std::string, std::string, std::less<>>& into)
    {
        const Layer& layer = m_read.layers[index];
        for (const fs::path& file : filesOf(layer, folder, ".json")) {
            Node node;
            if (!parse(file, index, layer.overlay, node))
                continue;
            if (const Node* extends = node.member("extends"))
                m_problems.error(extends->place(), "cannotExtend", folder);
            const std::string name = file.stem().string();
            into[name] = layer.id + '/' + folder + '/' + file.filename().string();
            m_read.papers.insert_or_assign(std::string(folder) + '/' + name, std::move(node));
        }
    }

    fs::path m_top;
    Problems& m_problems;
    Layers m_read;
};

} // namespace

bool readFile(const fs::path& path, std::string& out)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return false;
    out.assign(std::istreambuf_iterator<char>(in), {});
    return !in.bad();
}

const Layer& Layers::last() const
{
    const auto found = std::find_if(
        layers.rbegin(), layers.rend(), [](const Layer& layer) { return !layer.overlay; });
    return *found;
}

Layers readLayers(const fs::path& folder, const std::vector<fs::path>& overlays, Problems& problems)
{
    fs::path top = fs::absolute(folder).lexically_normal();
    if (!top.has_filename())
        top = top.parent_path();
    ChainReader reader(top, problems);
    reader.readChain();
    for (const fs::path& overlay : overlays)
        reader.addOverlay(fs::absolute(overlay).lexically_normal());
    return reader.finish();
}

} // namespace patronat::profile
