// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/instrumentchecker.h"

#include <algorithm>
#include <array>
#include <set>

namespace patronat::profile {

namespace {

constexpr std::string_view kInstruments = "instrument";
constexpr std::string_view kWho = "respondentKind";
constexpr std::string_view kCategories = "familyCategory";
constexpr std::string_view kWords = "text"; ///< the answer type that needs no declaration
constexpr Points kPercent = 100 * kPoint;

bool hasCode(const Profile& profile, std::string_view classifier, std::string_view code)
{
    const Classifier* codes = profile.classifier(classifier);
    return codes != nullptr && codes->code(code) != nullptr;
}

/// The smallest difference of two values of so many decimals.
Points stepOf(int decimals)
{
    Points step = kPoint;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    return step;
}

/// Checks one instrument; lives as long as the check.
class InstrumentChecker
{
public:
    InstrumentChecker(const Profile& profile, const Instrument& instrument, const Node& node, Problems& problems)
        : m_profile(profile)
        , m_instrument(instrument)
        , m_node(node)
        , m_problems(problems)
    {
    }

    void check()
    {
        if (!hasCode(m_profile, kInstruments, m_instrument.id))
            error("id", "unknownCode", m_instrument.id);
        unique("types", m_instrument.types);
        unique("groups", m_instrument.groups);
        unique("items", m_instrument.items);
        unique("forms", m_instrument.forms);
        unique("scales", m_instrument.scales);
        unique("outcomes", m_instrument.outcomes);
        for (const Item& item : m_instrument.items)
            checkItem(item);
        for (const ItemGroup& group : m_instrument.groups)
            if (group.askedWhen)
                checkCondition("groups", group.id, *group.askedWhen);
        for (const SheetForm& form : m_instrument.forms)
            for (const std::string& item : form.reverse)
                checkReverse("forms", form.id, item);
        for (const Scale& scale : m_instrument.scales)
            checkScale(scale);
        for (const InstrumentOutcome& outcome : m_instrument.outcomes)
            checkCondition("outcomes", outcome.id, outcome.when);
        checkRespondents();
        checkStored();
        if (!m_instrument.compareScale.empty() && m_instrument.comparedScale() == nullptr)
            error("compare", "unknownScale", m_instrument.compareScale);
        const auto totals = std::count_if(
            m_instrument.scales.begin(), m_instrument.scales.end(), [](const Scale& one) { return one.total; });
        if (totals > 1)
            error("scales", "secondTotal", m_instrument.id);
        if (m_instrument.entry == Instrument::Entry::Items && m_instrument.items.empty())
            error("items", "itemsMissing", m_instrument.id);
    }

private:
    /// Of a list's member by its id; of the list, or of the file.
    Place placeOf(const char* list, const std::string& id) const
    {
        const Node* all = m_node.member(list);
        if (all == nullptr)
            return m_node.place();
        for (const Node& one : all->items)
            if (!id.empty() && one.textOf("id") == id)
                return one.place();
        return all->place();
    }
    void error(const char* list, const char* code, const std::string& argument, const std::string& id = {})
    {
        m_problems.error(placeOf(list, id), code, argument);
    }

    template <typename T>
    void unique(const char* list, const std::vector<T>& all)
    {
        std::set<std::string> seen;
        for (const T& one : all) {
            if (one.id.empty() || one.id.find(':') != std::string::npos)
                error(list, one.id.empty() ? "idMissing" : "badId", one.id, one.id);
            else if (!seen.insert(one.id).second)
                error(list, "duplicateId", one.id, one.id);
        }
    }

    void checkItem(const Item& item)
    {
        const AnswerType* type = m_instrument.type(item.type);
        if (type == nullptr && item.type != kWords)
            return error("items", "unknownAnswerType", item.type, item.id);
        if (!item.group.empty() && m_instrument.group(item.group) == nullptr)
            error("items", "unknownGroup", item.group, item.id);
        if (item.reverse)
            checkReverse("items", item.id, item.id);
        if (item.key && (type == nullptr || type->option(*item.key) == nullptr))
            error("items", "keyIsNoAnswer", item.id, item.id);
    }

    void checkReverse(const char* list, const std::string& owner, const std::string& id)
    {
        const Item* item = m_instrument.item(id);
        const AnswerType* type = item != nullptr ? m_instrument.type(item->type) : nullptr;
        if (item == nullptr)
            error(list, "unknownItem", id, owner);
        else if (type == nullptr || type->options.size() < 2)
            error(list, "reverseOfWords", id, owner);
    }

    void checkScale(const Scale& scale)
    {
        bool countable = true;
        std::set<std::string> seen;
        for (const std::string& id : scale.items) {
            countable = checkScaleItem(scale, id) && countable;
            if (!seen.insert(id).second)
                error("scales", "duplicateItem", scale.id + ' ' + id, scale.id);
        }
        if (scale.items.empty() && m_instrument.entry == Instrument::Entry::Items)
            error("scales", "scaleWithoutItems", scale.id, scale.id);
        if (scale.share && !scale.max)
            error("scales", "shareWithoutMax", scale.id, scale.id);
        if (countable)
            checkRange(scale);
        checkBands(scale);
    }

    bool checkScaleItem(const Scale& scale, const std::string& id)
    {
        const Item* item = m_instrument.item(id);
        if (item == nullptr) {
            error("scales", "unknownItem", scale.id + ' ' + id, scale.id);
            return false;
        }
        if (m_instrument.type(item->type) == nullptr) {
            error("scales", "countedWords", scale.id + ' ' + id, scale.id);
            return false;
        }
        // Counted by hand from the licensed sheet, an instrument needs no key here.
        if (scale.way == Scale::Way::Mismatches && !item->key && m_instrument.entry == Instrument::Entry::Items)
            error("scales", "keyMissing", scale.id + ' ' + id, scale.id);
        return true;
    }

    void checkRange(const Scale& scale)
    {
        const auto possible = possibleValues(m_instrument, scale);
        if (scale.min && scale.max && *scale.min > *scale.max)
            error("scales", "rangeUpsideDown", scale.id, scale.id);
        if (!possible)
            return;
        if ((scale.min && *scale.min != possible->first) || (scale.max && *scale.max != possible->second))
            error("scales", "rangeOfItems",
                scale.id + ' ' + std::to_string(possible->first / kPoint) + "…"
                    + std::to_string(possible->second / kPoint),
                scale.id);
    }

    void checkBands(const Scale& scale)
    {
        unique("scales", scale.bands);
        std::vector<const Band*> sorted;
        for (const Band& band : scale.bands)
            sorted.push_back(&band);
        std::sort(sorted.begin(), sorted.end(), [](const Band* a, const Band* b) { return a->from < b->from; });
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            if (sorted[i]->from <= sorted[i - 1]->to)
                error("scales", "bandsOverlap", scale.id + ' ' + sorted[i]->id, scale.id);
            else if (sorted[i]->from - sorted[i - 1]->to > stepOf(scale.decimals))
                error("scales", "bandsGap", scale.id + ' ' + sorted[i]->id, scale.id);
        }
        if (sorted.empty())
            return;
        const auto possible = possibleValues(m_instrument, scale);
        const std::optional<Points> least = scale.share ? std::optional<Points>(0)
            : scale.min                                 ? scale.min
            : possible                                  ? std::optional<Points>(possible->first)
                                                        : std::nullopt;
        const std::optional<Points> most = scale.share ? std::optional<Points>(kPercent)
            : scale.max                                ? scale.max
            : possible                                 ? std::optional<Points>(possible->second)
                                                       : std::nullopt;
        if ((least && sorted.front()->from > *least) || (most && sorted.back()->to < *most))
            error("scales", "bandsGap", scale.id, scale.id);
    }

    void checkCondition(const char* list, const std::string& id, const Condition& condition)
    {
        const bool many = condition.kind == Condition::Kind::Any || condition.kind == Condition::Kind::All;
        if (many && condition.of.empty())
            error(list, "conditionEmpty", id, id);
        for (const Condition& inner : condition.of)
            checkCondition(list, id, inner);
        if (condition.kind == Condition::Kind::Items) {
            for (const std::string& item : condition.names)
                if (m_instrument.item(item) == nullptr)
                    error(list, "unknownItem", item, id);
            return;
        }
        const Scale* scale = m_instrument.scale(condition.scale);
        if (!many && scale == nullptr)
            return error(list, "unknownScale", condition.scale, id);
        if (condition.kind != Condition::Kind::Bands)
            return;
        for (const std::string& name : condition.names)
            if (std::none_of(scale->bands.begin(), scale->bands.end(), [&](const Band& b) { return b.id == name; }))
                error(list, "unknownBand", name, id);
    }

    void checkRespondents()
    {
        if (m_instrument.respondents.empty())
            error("respondents", "respondentsMissing", m_instrument.id);
        for (const Respondents& some : m_instrument.respondents) {
            for (const std::string& who : some.who)
                if (!hasCode(m_profile, kWho, who))
                    error("respondents", "unknownCode", who);
            if (some.ageFrom && some.ageTo && *some.ageFrom > *some.ageTo)
                error("respondents", "rangeUpsideDown", m_instrument.id);
            if (!some.form.empty() && m_instrument.form(some.form) == nullptr)
                error("respondents", "unknownForm", some.form);
        }
    }

    void checkStored()
    {
        if (m_instrument.storedType.empty())
            return;
        const RecordType* type = m_profile.type(m_instrument.storedType);
        if (type == nullptr)
            return error("storedIn", "unknownType", m_instrument.storedType);
        std::vector<std::string> fields { m_instrument.storedOutcome };
        for (const Item& item : m_instrument.items) {
            std::string field = m_instrument.storedItems;
            if (const std::size_t at = field.find("{id}"); at != std::string::npos)
                field.replace(at, 4, item.id);
            fields.push_back(field);
        }
        for (const std::string& field : fields)
            if (!field.empty() && type->field(field) == nullptr)
                error("storedIn", "unknownField", field);
    }

    const Profile& m_profile;
    const Instrument& m_instrument;
    const Node& m_node;
    Problems& m_problems;
};

} // namespace

std::optional<std::pair<Points, Points>> possibleValues(const Instrument& instrument, const Scale& scale)
{
    if (scale.items.empty())
        return std::nullopt;
    Points least = 0;
    Points most = 0;
    for (const std::string& id : scale.items) {
        const Item* item = instrument.item(id);
        const AnswerType* type = item != nullptr ? instrument.type(item->type) : nullptr;
        if (type == nullptr)
            return std::nullopt;
        least += type->least(); // turned round, the ends are the same
        most += type->greatest();
    }
    if (scale.way != Scale::Way::Sum)
        return std::pair<Points, Points>(0, static_cast<Points>(scale.items.size()) * kPoint * kPoint / scale.divisor);
    return std::pair<Points, Points>(least * kPoint / scale.divisor, most * kPoint / scale.divisor);
}

void checkInstrument(const Profile& profile, const Instrument& instrument, const Node& node, Problems& problems)
{
    InstrumentChecker(profile, instrument, node, problems).check();
}

void checkBattery(const Profile& profile, const Battery& battery, const Node& node, Problems& problems)
{
    const auto check = [&](const std::vector<BatteryEntry>& entries) {
        for (const BatteryEntry& entry : entries) {
            if (profile.instruments.count(entry.instrument) == 0)
                problems.error(node.place(), "unknownInstrument", entry.instrument);
            for (const std::string& who : entry.who)
                if (!hasCode(profile, kWho, who))
                    problems.error(node.place(), "unknownCode", who);
        }
    };
    check(battery.always);
    check(battery.final);
    const RecordType* episode = profile.type("episode");
    for (const BatterySign& sign : battery.signs) {
        check(sign.add);
        const Field* field = episode != nullptr ? episode->field(sign.episodeField) : nullptr;
        if (field == nullptr) {
            problems.error(node.place(), "unknownField", sign.episodeField);
            continue;
        }
        for (const std::string& code : sign.codes)
            if (!hasCode(profile, field->classifier, code))
                problems.error(node.place(), "unknownCode", code);
    }
    for (const auto& [category, entries] : battery.categories) {
        check(entries);
        if (!hasCode(profile, kCategories, category))
            problems.error(node.place(), "unknownCode", category);
    }
}

} // namespace patronat::profile
