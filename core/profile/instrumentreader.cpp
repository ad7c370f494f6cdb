// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/instrumentreader.h"

#include "core/profile/instrumentchecker.h"
#include "core/profile/plainvalue.h"

#include <algorithm>
#include <memory>

namespace patronat::profile {

namespace {

constexpr int kMostItems = 500;
constexpr int kOldest = 120;
constexpr int kScaleDecimals = 2;

/// Makes an instrument of its JSON; lives as long as the reading of one file.
class InstrumentReader
{
public:
    InstrumentReader(Reader& reader, Problems& problems)
        : m_reader(reader)
        , m_problems(problems)
    {
    }

    Instrument read(const Node& node)
    {
        m_reader.onlyKeys(node,
            { "id", "version", "extends", "label", "entry", "minimumAnswered", "missing", "psychologist",
                "referenceOnly", "anonymous", "perChild", "after", "respondents", "types", "groups", "items", "itemsOf",
                "textsOnPaper", "forms", "scales", "outcomes", "free", "profile", "storedIn", "compare" });
        Instrument out;
        out.id = m_reader.text(node, "id");
        out.version = m_reader.text(node, "version");
        if (out.version.empty())
            m_problems.error(node.place(), "versionMissing", out.id);
        out.label = m_reader.label(node, "label", true);
        out.entry = entry(node);
        out.minimumAnswered = points(node, "minimumAnswered").value_or(out.minimumAnswered);
        if (out.minimumAnswered <= 0 || out.minimumAnswered > kPoint)
            m_problems.error(node.member("minimumAnswered")->place(), "badShare", "0…1");
        out.missingIsMean = word(node, "missing", { "zero", "scaleMean" }, "zero") == "scaleMean";
        out.psychologist = m_reader.flag(node, "psychologist");
        out.referenceOnly = m_reader.flag(node, "referenceOnly");
        out.anonymous = m_reader.flag(node, "anonymous");
        out.perChild = m_reader.flag(node, "perChild");
        out.profileOnly = m_reader.flag(node, "profile");
        out.textsOnPaper = m_reader.flag(node, "textsOnPaper") || node.member("itemsOf") != nullptr;
        out.after = m_reader.texts(node, "after");
        for (const Node& one : list(node, "respondents"))
            out.respondents.push_back(respondents(one));
        for (const Node& one : list(node, "types"))
            out.types.push_back(answerType(one));
        for (const Node& one : list(node, "groups"))
            out.groups.push_back(group(one));
        itemsOf(node, out);
        for (const Node& one : list(node, "items"))
            out.items.push_back(item(one));
        for (const Node& one : list(node, "forms")) {
            m_reader.onlyKeys(one, { "id", "label", "reverse" });
            out.forms.push_back(
                { m_reader.text(one, "id"), m_reader.label(one, "label", true), m_reader.texts(one, "reverse") });
        }
        for (const Node& one : list(node, "scales"))
            out.scales.push_back(scale(one));
        for (const Node& one : list(node, "outcomes"))
            out.outcomes.push_back(outcome(one));
        rest(node, out);
        return out;
    }

    BatteryEntry batteryEntry(const Node& node)
    {
        m_reader.onlyKeys(node, { "instrument", "need", "who", "note" });
        BatteryEntry out;
        out.instrument = m_reader.text(node, "instrument");
        out.need = word(node, "need", { "required", "recommended", "optional" }, "optional");
        out.who = m_reader.texts(node, "who");
        out.note = m_reader.label(node, "note", false);
        return out;
    }

    std::vector<BatteryEntry> batteryEntries(const std::vector<Node>& nodes)
    {
        std::vector<BatteryEntry> out;
        for (const Node& one : nodes)
            out.push_back(batteryEntry(one));
        return out;
    }

    const std::vector<Node>& list(const Node& owner, const char* key)
    {
        static const std::vector<Node> kNone;
        const Node* found = m_reader.member(owner, key, Node::Kind::Array);
        return found ? found->items : kNone;
    }

private:
    Instrument::Entry entry(const Node& node)
    {
        const std::string text = word(node, "entry", { "items", "scales", "free" }, "items");
        if (text == "scales")
            return Instrument::Entry::Scales;
        return text == "free" ? Instrument::Entry::Free : Instrument::Entry::Items;
    }

    std::string word(
        const Node& node, const char* key, std::vector<std::string_view> words, const std::string& otherwise)
    {
        const std::string text = m_reader.text(node, key);
        if (text.empty())
            return otherwise;
        if (std::find(words.begin(), words.end(), text) == words.end()) {
            m_problems.error(node.member(key)->place(), "unknownWord", text);
            return otherwise;
        }
        return text;
    }

    std::optional<Points> pointsOf(const Node& node)
    {
        if (node.kind != Node::Kind::Integer && node.kind != Node::Kind::Decimal) {
            m_problems.error(node.place(), "wrongKind", "number");
            return std::nullopt;
        }
        const std::string text = node.kind == Node::Kind::Integer ? std::to_string(node.number) : node.text;
        const Outcome read = scaledNumber(text, kPointDecimals);
        if (read.why != nullptr) {
            m_problems.error(node.place(), "badNumber", text);
            return std::nullopt;
        }
        return read.value.numberOr(0);
    }

    std::optional<Points> points(const Node& owner, const char* key)
    {
        const Node* found = owner.member(key);
        return found != nullptr && !found->isNull() ? pointsOf(*found) : std::nullopt;
    }

    Points needed(const Node& owner, const char* key)
    {
        if (owner.member(key) == nullptr)
            m_problems.error(owner.place(), "numberMissing", key);
        return points(owner, key).value_or(0);
    }

    std::optional<int> age(const Node& owner, const char* key)
    {
        if (owner.member(key) == nullptr)
            return std::nullopt;
        return m_reader.number(owner, key, kOldest);
    }

    std::string tone(const Node& node) { return word(node, "tone", { "good", "neutral", "warning", "danger" }, ""); }

    Respondents respondents(const Node& node)
    {
        m_reader.onlyKeys(node, { "who", "ageFrom", "ageTo", "form", "note" });
        return { m_reader.texts(node, "who"), age(node, "ageFrom"), age(node, "ageTo"), m_reader.text(node, "form"),
            m_reader.label(node, "note", false) };
    }

    AnswerType answerType(const Node& node)
    {
        m_reader.onlyKeys(node, { "id", "options", "reverse" });
        AnswerType out;
        out.id = m_reader.text(node, "id");
        word(node, "reverse", { "ends" }, "ends");
        for (const Node& one : list(node, "options")) {
            m_reader.onlyKeys(one, { "value", "label" });
            const Points value = needed(one, "value");
            if (out.option(value) != nullptr)
                m_problems.error(one.place(), "duplicateOption", out.id);
            out.options.push_back({ value, m_reader.label(one, "label", true) });
        }
        return out;
    }

    ItemGroup group(const Node& node)
    {
        m_reader.onlyKeys(node, { "id", "label", "askedWhen" });
        ItemGroup out;
        out.id = m_reader.text(node, "id");
        out.label = m_reader.label(node, "label", true);
        if (const Node* when = m_reader.member(node, "askedWhen", Node::Kind::Object))
            out.askedWhen = condition(*when);
        return out;
    }

    void itemsOf(const Node& node, Instrument& out)
    {
        const Node* of = m_reader.member(node, "itemsOf", Node::Kind::Object);
        if (of == nullptr)
            return;
        m_reader.onlyKeys(*of, { "count", "text", "type" });
        const int count = m_reader.number(*of, "count", kMostItems);
        const Label text = m_reader.label(*of, "text", true);
        for (int n = 1; n <= count; ++n) {
            Item item;
            item.id = std::to_string(n);
            item.type = m_reader.text(*of, "type");
            for (const auto& [language, words] : text) {
                std::string said = words;
                if (const std::size_t at = said.find("{n}"); at != std::string::npos)
                    said.replace(at, 3, item.id);
                item.text[language] = said;
            }
            out.items.push_back(std::move(item));
        }
    }

    Item item(const Node& node)
    {
        m_reader.onlyKeys(node, { "id", "text", "type", "reverse", "group", "optional", "anchors", "key" });
        Item out;
        out.id = m_reader.text(node, "id");
        out.text = m_reader.label(node, "text", true);
        out.type = m_reader.text(node, "type");
        out.group = m_reader.text(node, "group");
        out.reverse = m_reader.flag(node, "reverse");
        out.optional = m_reader.flag(node, "optional");
        out.key = points(node, "key");
        if (const Node* anchors = m_reader.member(node, "anchors", Node::Kind::Object))
            for (const auto& [value, text] : anchors->members)
                out.anchors[value] = m_reader.label(*anchors, value.c_str(), false);
        return out;
    }

    Band band(const Node& node, bool ranged)
    {
        m_reader.onlyKeys(node, { "id", "from", "to", "label", "tone" });
        Band out;
        out.id = m_reader.text(node, "id");
        if (ranged) {
            out.from = needed(node, "from");
            out.to = needed(node, "to");
            if (out.from > out.to)
                m_problems.error(node.place(), "bandUpsideDown", out.id);
        }
        out.label = m_reader.label(node, "label", true);
        out.tone = tone(node);
        return out;
    }

    Scale scale(const Node& node)
    {
        m_reader.onlyKeys(node,
            { "id", "label", "items", "count", "mismatches", "divisor", "decimals", "share", "min", "max", "total",
                "diagnosticValue", "percentiles", "bands", "tone" });
        Scale out;
        out.id = m_reader.text(node, "id");
        out.label = m_reader.label(node, "label", true);
        out.items = m_reader.texts(node, "items");
        if (const Node* count = m_reader.member(node, "count", Node::Kind::Object)) {
            m_reader.onlyKeys(*count, { "from", "to" });
            out.way = Scale::Way::Count;
            out.countFrom = points(*count, "from");
            out.countTo = points(*count, "to");
        }
        if (m_reader.flag(node, "mismatches"))
            out.way = Scale::Way::Mismatches;
        if (const auto divisor = points(node, "divisor")) {
            if (*divisor <= 0)
                m_problems.error(node.member("divisor")->place(), "badDivisor", out.id);
            else
                out.divisor = *divisor;
            out.decimals = kScaleDecimals;
        }
        if (node.member("decimals") != nullptr)
            out.decimals = m_reader.number(node, "decimals", kScaleDecimals);
        out.share = m_reader.flag(node, "share");
        out.min = points(node, "min");
        out.max = points(node, "max");
        out.total = m_reader.flag(node, "total");
        out.flags = node.member("diagnosticValue") != nullptr;
        out.diagnosticValue = points(node, "diagnosticValue");
        for (const Node& one : list(node, "percentiles"))
            percentile(one, out);
        for (const Node& one : list(node, "bands"))
            out.bands.push_back(band(one, true));
        out.tone = tone(node);
        return out;
    }

    void percentile(const Node& node, Scale& out)
    {
        if (!node.isArray() || node.items.size() != 2 || node.items[1].kind != Node::Kind::Integer) {
            m_problems.error(node.place(), "wrongKind", "[raw, percentile]");
            return;
        }
        const std::optional<Points> raw = pointsOf(node.items[0]);
        const auto share = static_cast<int>(node.items[1].number);
        if (share < 0 || share > 100)
            m_problems.error(node.place(), "outOfRange", "0…100");
        if (raw && !out.percentiles.empty()
            && (*raw <= out.percentiles.back().first || share < out.percentiles.back().second))
            m_problems.error(node.place(), "percentilesFall", out.id);
        if (raw)
            out.percentiles.emplace_back(*raw, share);
    }

    std::vector<Condition> conditions(const std::vector<Node>& nodes)
    {
        std::vector<Condition> out;
        for (const Node& one : nodes)
            out.push_back(condition(one));
        return out;
    }

    Condition condition(const Node& node)
    {
        m_reader.onlyKeys(node, { "scale", "bands", "items", "from", "to", "count", "any", "all" });
        Condition out;
        out.from = points(node, "from");
        out.to = points(node, "to");
        out.scale = m_reader.text(node, "scale");
        if (node.member("any") != nullptr || node.member("all") != nullptr) {
            const bool any = node.member("any") != nullptr;
            out.kind = any ? Condition::Kind::Any : Condition::Kind::All;
            out.of = conditions(list(node, any ? "any" : "all"));
        } else if (node.member("items") != nullptr) {
            out.kind = Condition::Kind::Items;
            out.names = m_reader.texts(node, "items");
            if (node.member("count") != nullptr)
                out.count = m_reader.number(node, "count", kMostItems);
        } else if (node.member("bands") != nullptr) {
            out.kind = Condition::Kind::Bands;
            out.names = m_reader.texts(node, "bands");
        } else {
            out.kind = Condition::Kind::Range;
            if (out.scale.empty() || (!out.from && !out.to))
                m_problems.error(node.place(), "conditionEmpty");
        }
        return out;
    }

    InstrumentOutcome outcome(const Node& node)
    {
        m_reader.onlyKeys(node, { "id", "label", "tone", "any", "all", "advice", "atOnce" });
        InstrumentOutcome out;
        out.id = m_reader.text(node, "id");
        out.label = m_reader.label(node, "label", true);
        out.tone = tone(node);
        if (node.member("any") == nullptr && node.member("all") == nullptr)
            m_problems.error(node.place(), "conditionEmpty", out.id);
        const bool any = node.member("any") != nullptr;
        out.when.kind = any ? Condition::Kind::Any : Condition::Kind::All;
        out.when.of = conditions(list(node, any ? "any" : "all"));
        out.advice = m_reader.label(node, "advice", false);
        out.atOnce = m_reader.flag(node, "atOnce");
        return out;
    }

    void rest(const Node& node, Instrument& out)
    {
        if (const Node* free = m_reader.member(node, "free", Node::Kind::Object)) {
            m_reader.onlyKeys(*free, { "maxScales", "bands" });
            out.maxFreeScales = m_reader.number(*free, "maxScales", kMostItems);
            for (const Node& one : list(*free, "bands"))
                out.freeBands.push_back(band(one, false));
        }
        if (const Node* stored = m_reader.member(node, "storedIn", Node::Kind::Object)) {
            m_reader.onlyKeys(*stored, { "type", "items", "outcome" });
            out.storedType = m_reader.text(*stored, "type");
            out.storedItems = m_reader.text(*stored, "items");
            out.storedOutcome = m_reader.text(*stored, "outcome");
        }
        if (const Node* compare = m_reader.member(node, "compare", Node::Kind::Object)) {
            m_reader.onlyKeys(*compare, { "scale", "better", "label" });
            out.compareScale = m_reader.text(*compare, "scale");
            out.lessIsBetter = word(*compare, "better", { "less", "more" }, "less") == "less";
        }
    }

    Reader& m_reader;
    Problems& m_problems;
};

/// The cached JSON of a declaration, checked when the profile was loaded.
bool parsed(const std::string& json, Node& out)
{
    Problems said;
    return parseNode(json, std::make_shared<const Source>(), said, out);
}

} // namespace

Instrument readInstrument(const Node& node, Reader& reader, Problems& problems)
{
    return InstrumentReader(reader, problems).read(node);
}

Battery readBattery(const Node& node, Reader& reader)
{
    Problems said; // words that are wrong are the checker's to say, where it reads them itself
    InstrumentReader inner(reader, said);
    reader.onlyKeys(node, { "id", "version", "extends", "always", "final", "signs", "categories" });
    Battery out;
    out.always = inner.batteryEntries(inner.list(node, "always"));
    out.final = inner.batteryEntries(inner.list(node, "final"));
    for (const Node& one : inner.list(node, "signs")) {
        reader.onlyKeys(one, { "episodeField", "codes", "add" });
        out.signs.push_back({ reader.text(one, "episodeField"), reader.texts(one, "codes"),
            inner.batteryEntries(inner.list(one, "add")) });
    }
    if (const Node* categories = reader.member(node, "categories", Node::Kind::Object))
        for (const auto& [code, entries] : categories->members)
            out.categories[code] = inner.batteryEntries(inner.list(*categories, code.c_str()));
    return out;
}

void addInstruments(const Layers& layers, Reader& reader, Profile& profile, Problems& problems)
{
    std::vector<Instrument> all;
    for (const auto& [id, node] : layers.instruments) {
        if (id == kBatteryFile)
            continue;
        profile.instruments[id] = nodeText(node);
        all.push_back(readInstrument(node, reader, problems));
        checkInstrument(profile, all.back(), node, problems);
    }
    for (const Instrument& one : all)
        for (const std::string& before : one.after)
            if (profile.instruments.count(before) == 0)
                problems.error(layers.instruments.at(one.id).place(), "unknownInstrument", before);
    const auto found = layers.instruments.find(std::string(kBatteryFile));
    if (found == layers.instruments.end())
        return;
    profile.batteryJson = nodeText(found->second);
    checkBattery(profile, readBattery(found->second, reader), found->second, problems);
}

base::Result<Instrument> instrument(const Profile& profile, std::string_view id)
{
    const auto found = profile.instruments.find(id);
    Node node;
    if (found == profile.instruments.end() || !parsed(found->second, node))
        return { base::ErrorCode::NotFound, { "instrument", std::string(id) } };
    Places places;
    Problems said;
    Reader reader({}, places, said);
    return readInstrument(node, reader, said);
}

std::vector<std::string> instrumentIds(const Profile& profile)
{
    std::vector<std::string> out;
    for (const BatteryEntry& entry : battery(profile).always)
        if (profile.instruments.count(entry.instrument) != 0)
            out.push_back(entry.instrument);
    for (const auto& [id, json] : profile.instruments)
        if (std::find(out.begin(), out.end(), id) == out.end())
            out.push_back(id);
    return out;
}

Battery battery(const Profile& profile)
{
    Node node;
    if (profile.batteryJson.empty() || !parsed(profile.batteryJson, node))
        return {};
    Places places;
    Problems said;
    Reader reader({}, places, said);
    return readBattery(node, reader);
}

} // namespace patronat::profile
