// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/savedmappings.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/store/outputfile.h"

#include <QString>

#include <algorithm>
#include <map>

namespace patronat::intake {

namespace fs = std::filesystem;

using base::ErrorCode;

namespace {

constexpr std::string_view kFolder = "mappings";
constexpr std::string_view kEnding = ".json";

std::string utf8Of(const fs::path& path)
{
    return QString::fromStdU16String(path.u16string()).toStdString();
}

void addFrom(const fs::path& folder, bool isShipped, std::map<std::string, SavedMapping>& out)
{
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != kEnding)
            continue;
        SavedMapping saved { utf8Of(at->path().stem()), {}, at->path(), isShipped };
        const auto text = store::readFile(at->path());
        const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
        if (!json.is_object())
            continue;
        if (json.contains("label") && json["label"].is_object())
            for (const auto& [language, words] : json["label"].items())
                if (words.is_string())
                    saved.label.emplace(language, words.get<std::string>());
        out.insert_or_assign(saved.id, std::move(saved));
    }
}

bool isName(const std::string& name)
{
    const QString text = QString::fromStdString(name);
    constexpr qsizetype kLongest = 80;
    return !text.isEmpty() && text.size() <= kLongest && text == text.trimmed()
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == QLatin1Char(' ') || c == QLatin1Char('-')
                   || c == QLatin1Char('_');
           });
}

} // namespace

std::vector<SavedMapping> savedMappings(const profile::Profile& profile, const fs::path& own)
{
    std::map<std::string, SavedMapping> shipped;
    for (const std::string& member : profile.chain)
        if (const auto folder = profile.folders.find(member); folder != profile.folders.end())
            addFrom(fs::path(QString::fromStdString(folder->second).toStdU16String()) / kFolder,
                true, shipped);
    std::map<std::string, SavedMapping> kept;
    if (!own.empty())
        addFrom(own, false, kept);
    std::vector<SavedMapping> out;
    for (auto* group : { &shipped, &kept })
        for (auto& [id, saved] : *group)
            out.push_back(std::move(saved));
    return out;
}

base::Result<Mapping> loadMapping(const profile::Profile& profile, const SavedMapping& saved)
{
    PATRONAT_LET(const std::string text, store::readFile(saved.path));
    PATRONAT_LET(Mapping mapping, readMapping(profile, {}, text));
    mapping.id = saved.id;
    return mapping;
}

base::Status keepMapping(const fs::path& own, const std::string& name, const Mapping& mapping)
{
    if (!isName(name))
        return { ErrorCode::InvalidArgument, { "map", "name", name } };
    std::error_code error;
    fs::create_directories(own, error);
    if (error)
        return { ErrorCode::FileNotWritable, { utf8Of(own) } };
    Mapping named = mapping;
    named.id = name;
    const std::string json = mappingToJson(named);
    return store::writeFile(own / (QString::fromStdString(name).toStdU16String() + u".json"),
        QByteArray::fromStdString(json));
}

} // namespace patronat::intake
