// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/node.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patronat::profile {

/// One folder of the chain: a base, what extends it, or an overlay.
struct Layer
{
    std::string id;
    std::filesystem::path folder;
    bool overlay = false;
    std::uint64_t origin = 0; ///< 0: ships no reference records
    Node manifest; ///< profile.json
    std::map<std::string, Node> seeds; ///< seeds/TYPE.json by type
    std::string logFile; ///< how problems name its seeds.log
};

/// A classifier's codes as they stood after one layer: tells which layer ships which code.
struct ClassifierStage
{
    std::size_t layer = 0;
    Node merged;
};

/// Everything read from the folders of a chain, files of one name merged over each other, nothing
/// interpreted yet.
struct Layers
{
    std::vector<Layer> layers;
    std::map<std::string, Node> records;
    std::map<std::string, Node> processes;
    std::map<std::string, Node> instruments; ///< the battery among them, see instrumentreader.h
    std::map<std::string, std::vector<ClassifierStage>> classifiers;
    // name -> path that begins with the layer's id (see Profile::templates)
    std::map<std::string, std::string, std::less<>> templates;
    std::map<std::string, std::string, std::less<>> templateForms;
    std::map<std::string, std::string, std::less<>> reports;
    std::map<std::string, Node> papers; ///< "templates/protocol" -> its JSON, to be checked

    const Layer& last() const; ///< the profile itself: the last layer that is no overlay
};

/// Reads the chain of `folder` and the overlays. Goes on after a broken file, so that one run shows
/// every mistake.
Layers readLayers(const std::filesystem::path& folder,
    const std::vector<std::filesystem::path>& overlays, Problems& problems);

/// The bytes of a file; false when it cannot be read.
bool readFile(const std::filesystem::path& path, std::string& out);

} // namespace patronat::profile
