// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/seeds.h"

#include "core/base/text.h"
#include "core/profile/valuejson.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace patronat::profile {

namespace {

using RecordKey = std::pair<std::string, std::string>; ///< type, key
constexpr const char* kCodeType = "classifierCode";

Node textNode(std::string text, const Node& at)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = std::move(text);
    node.source = at.source;
    node.line = at.line;
    node.path = at.path;
    return node;
}

/// Scope rests on territories, and organisations refer to them: they come first, codes last.
int rankOf(const std::string& type)
{
    if (type == "territory")
        return 0;
    if (type == "organisation")
        return 1;
    return type == kCodeType ? 3 : 2;
}

/// The fields of a record that a log line has built up.
struct LoggedRecord
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::map<std::string, std::string> fields; ///< field id -> sorted JSON text; null is absent
    Place place;
};

/// What one layer has released.
struct Released
{
    std::map<RecordKey, LoggedRecord> records;
    std::vector<SeedRecord> lines;
};

/// Makes the plans, layer after layer; lives as long as the planning.
class Planner
{
public:
    Planner(const Layers& layers, const Profile& profile, Reader& reader, Problems& problems)
        : m_layers(layers)
        , m_profile(profile)
        , m_reader(reader)
        , m_problems(problems)
    {
    }

    std::vector<SeedPlan> plan()
    {
        collectCodes();
        std::vector<SeedPlan> plans;
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i)
            plans.push_back(planLayer(i));
        return plans;
    }

private:
    SeedPlan planLayer(std::size_t index)
    {
        const Layer& layer = m_layers.layers[index];
        SeedPlan plan;
        plan.log.profileId = layer.id;
        plan.log.origin = layer.origin;
        plan.wanted = wantedOf(index);
        if (!plan.wanted.empty() && layer.origin == 0)
            m_problems.error(layer.manifest.place(), "originMissing", layer.id);
        const Released released = readLog(layer, plan.log);
        for (const SeedRecord& line : released.lines)
            m_released.insert({ line.type, line.key });
        for (const SeedRecord& line : released.lines)
            checkRecord(line, m_released);
        for (const SeedRecord& record : plan.wanted) {
            if (!m_wanted.insert({ record.type, record.key }).second)
                m_problems.error(
                    record.fields.place(), "duplicateSeed", record.type + '/' + record.key);
        }
        for (const SeedRecord& record : plan.wanted)
            checkRecord(record, m_wanted);
        compare(layer, released, plan);
        return plan;
    }

    // --- what the files want

    std::vector<SeedRecord> wantedOf(std::size_t index)
    {
        std::vector<SeedRecord> wanted;
        for (const auto& [type, file] : m_layers.layers[index].seeds) {
            if (type == kCodeType)
                m_problems.error(file.place(), "seedOfClassifier", type);
            else
                addFile(type, file, wanted);
        }
        const auto codes = m_codes.find(index);
        if (codes != m_codes.end() && m_profile.type(kCodeType))
            wanted.insert(wanted.end(), codes->second.begin(), codes->second.end());
        std::stable_sort(
            wanted.begin(), wanted.end(), [](const SeedRecord& a, const SeedRecord& b) {
                return std::make_tuple(rankOf(a.type), a.type)
                    < std::make_tuple(rankOf(b.type), b.type);
            });
        return wanted;
    }

    void addFile(const std::string& type, const Node& file, std::vector<SeedRecord>& wanted)
    {
        if (!file.isArray())
            m_problems.error(file.place(), "wrongKind", "array");
        for (const Node& item : file.items) {
            const Node* fields = item.member("fields");
            const std::string key(item.textOf("key"));
            if (key.empty() || !fields || !fields->isObject())
                m_problems.error(item.place(), "badSeed", key);
            else
                wanted.push_back({ type, key, *fields });
        }
    }

    /// A code belongs to the layer that first had it; what a later layer says otherwise of it could
    /// not become an operation of that layer's origin.
    void collectCodes()
    {
        for (const auto& [id, stages] : m_layers.classifiers) {
            std::map<std::string, Code> known;
            for (const ClassifierStage& stage : stages)
                collectStage(id, stage, known);
        }
    }

    void collectStage(
        const std::string& id, const ClassifierStage& stage, std::map<std::string, Code>& known)
    {
        const Node* codes = stage.merged.member("codes");
        if (!codes)
            return;
        int sort = 0;
        for (const Node& item : codes->items) {
            Code code = m_reader.code(item, ++sort);
            const auto before = known.find(code.code);
            if (before == known.end()) {
                m_codes[stage.layer].push_back(codeRecord(id, code, item));
                known.emplace(code.code, std::move(code));
                continue;
            }
            code.sort = before->second.sort; // the place in a list is each layer's own
            if (!(code == before->second))
                m_problems.error(item.place(), "codeShippedByBase", id + '/' + code.code);
        }
    }

    SeedRecord codeRecord(const std::string& classifier, const Code& code, const Node& at)
    {
        SeedRecord record { kCodeType, classifier + '/' + code.code, at };
        record.fields.members.clear();
        const RecordType* type = m_profile.type(kCodeType);
        const auto add = [&](const std::string& field, Node value) {
            if (type && type->field(field))
                record.fields.set(field, std::move(value));
        };
        add("classifier", textNode(classifier, at));
        add("code", textNode(code.code, at));
        for (const auto& [language, text] : code.label) {
            std::string field = "label" + language;
            if (!language.empty())
                field[5] = static_cast<char>(field[5] - 'a' + 'A');
            add(field, textNode(text, at));
        }
        Node sort = textNode({}, at);
        sort.kind = Node::Kind::Integer;
        sort.number = code.sort;
        add("sort", std::move(sort));
        if (!code.validFrom.empty())
            add("validFrom", textNode(code.validFrom, at));
        if (!code.validTo.empty())
            add("validTo", textNode(code.validTo, at));
        if (const Node* extra = at.member("extra"); extra && !code.extra.empty())
            add("extra", textNode(sortedNodeText(*extra), at));
        return record;
    }

    // --- what was released

    Released readLog(const Layer& layer, SeedLog& log)
    {
        Released released;
        std::string bytes;
        if (!readFile(layer.folder / "seeds.log", bytes))
            return released; // nothing was released yet
        const auto source = std::make_shared<const Source>(Source { layer.logFile, 0, false });
        std::vector<std::string> lines = base::split(bytes, '\n');
        if (!lines.empty() && lines.back().empty())
            lines.pop_back();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!addLine(lines[i], static_cast<int>(i + 1), source, released, log))
                break; // every later line would have another number than it was released with
        }
        return released;
    }

    bool addLine(const std::string& line, int number, const std::shared_ptr<const Source>& source,
        Released& released, SeedLog& log)
    {
        Node node;
        Problems ofLine; // its lines count from 1
        const Place place { source->file, number, "" };
        if (!parseNode(line, source, ofLine, node)) {
            const Problem first = ofLine.take().front();
            m_problems.error({ source->file, number, first.path }, first.code, first.argument);
            return false;
        }
        const Node* fields = node.member("fields");
        SeedRecord record { std::string(node.textOf("type")), std::string(node.textOf("key")), {} };
        if (record.type.empty() || record.key.empty() || !fields || !fields->isObject()) {
            m_problems.error(place, "badSeed", record.key);
            return false;
        }
        record.fields = *fields;
        placeAt(record.fields, number);
        LoggedRecord& logged = released.records[{ record.type, record.key }];
        const std::size_t sequence = log.entries.size() + 1;
        if (logged.first == 0)
            logged.first = sequence;
        log.entries.push_back(
            { record.type, record.key, logged.first, logged.last, nodeText(record.fields) });
        logged.last = sequence;
        logged.place = place;
        for (const auto& [id, value] : record.fields.members)
            logged.fields[id] = sortedNodeText(value);
        released.lines.push_back(std::move(record));
        return true;
    }

    static void placeAt(Node& node, int line)
    {
        node.line = line;
        for (auto& [id, value] : node.members)
            placeAt(value, line);
        for (Node& item : node.items)
            placeAt(item, line);
    }

    // --- whether both are right, and where they differ

    void checkRecord(const SeedRecord& record, const std::set<RecordKey>& known)
    {
        const RecordType* type = m_profile.type(record.type);
        if (!type) {
            m_problems.error(record.fields.place(), "unknownType", record.type);
            return;
        }
        for (const auto& [id, value] : record.fields.members) {
            if (value.member("seed")) {
                checkReference(*type, id, value, known);
                continue;
            }
            Node single;
            single.kind = Node::Kind::Object;
            single.set(id, value);
            const auto fields = fieldsFromJson(*type, nodeText(single));
            if (!fields)
                m_problems.error(value.place(), "badSeedValue", describe(fields.error()));
        }
    }

    void checkReference(const RecordType& type, const std::string& id, const Node& value,
        const std::set<RecordKey>& known)
    {
        const Field* field = type.field(id);
        const Node& seed = *value.member("seed");
        const bool shaped
            = seed.items.size() == 2 && seed.items[0].isText() && seed.items[1].isText();
        if (!field || field->type != FieldType::Reference || !shaped
            || seed.items[0].text != field->target) {
            m_problems.error(value.place(), "badSeedReference", id);
            return;
        }
        if (known.count({ seed.items[0].text, seed.items[1].text }) == 0)
            m_problems.error(
                value.place(), "unknownSeed", seed.items[0].text + '/' + seed.items[1].text);
    }

    void compare(const Layer& layer, const Released& released, SeedPlan& plan)
    {
        std::set<RecordKey> present;
        for (const SeedRecord& record : plan.wanted) {
            present.insert({ record.type, record.key });
            const auto logged = released.records.find({ record.type, record.key });
            SeedRecord change = logged == released.records.end()
                ? withoutNulls(record)
                : difference(record, logged->second);
            if (logged == released.records.end() || !change.fields.members.empty())
                plan.pending.push_back(std::move(change));
        }
        for (const auto& [key, logged] : released.records) {
            if (present.count(key) == 0)
                m_problems.error(logged.place, "seedDeleted", key.first + '/' + key.second);
        }
        if (!plan.pending.empty())
            m_problems.warning(
                { layer.logFile, 0, "" }, "seedNotReleased", std::to_string(plan.pending.size()));
    }

    static SeedRecord withoutNulls(const SeedRecord& record)
    {
        SeedRecord out { record.type, record.key, record.fields };
        auto& members = out.fields.members;
        members.erase(std::remove_if(members.begin(), members.end(),
                          [](const auto& member) { return member.second.isNull(); }),
            members.end());
        return out;
    }

    static SeedRecord difference(const SeedRecord& record, const LoggedRecord& logged)
    {
        SeedRecord out { record.type, record.key, record.fields };
        out.fields.members.clear();
        for (const auto& [id, value] : record.fields.members) {
            const auto before = logged.fields.find(id);
            const std::string old = before == logged.fields.end() ? "null" : before->second;
            if (sortedNodeText(value) != old)
                out.fields.set(id, value);
        }
        for (const auto& [id, old] : logged.fields) {
            if (old != "null" && !record.fields.member(id))
                out.fields.set(id, Node());
        }
        return out;
    }

    const Layers& m_layers;
    const Profile& m_profile;
    Reader& m_reader;
    Problems& m_problems;
    std::map<std::size_t, std::vector<SeedRecord>> m_codes; ///< by the layer that ships them
    std::set<RecordKey> m_released;
    std::set<RecordKey> m_wanted;
};

} // namespace

std::vector<SeedPlan> planSeeds(
    const Layers& layers, const Profile& profile, Reader& reader, Problems& problems)
{
    return Planner(layers, profile, reader, problems).plan();
}

std::string logLine(const SeedRecord& record)
{
    Node line;
    line.kind = Node::Kind::Object;
    line.set("type", textNode(record.type, line));
    line.set("key", textNode(record.key, line));
    line.set("fields", record.fields);
    return nodeText(line);
}

} // namespace patronat::profile
