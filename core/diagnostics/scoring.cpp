// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/scoring.h"

#include <nlohmann/json.hpp>

#include "core/profile/node.h"
#include "core/profile/plainvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>

namespace patronat::diagnostics {

using base::ErrorCode;
using base::Result;
using profile::AnswerType;
using profile::Band;
using profile::Condition;
using profile::Instrument;
using profile::InstrumentOutcome;
using profile::Item;
using profile::kPoint;
using profile::Scale;

namespace {

constexpr int kRawDecimals = 2;

Points stepOf(int decimals)
{
    Points step = kPoint;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    return step;
}

/// `over` / `under` points to so many decimals, half away from zero; integers only.
Points quotient(Points over, Points under, int decimals)
{
    const Points step = stepOf(decimals);
    const Points whole = under * step;
    const Points half = over < 0 ? -whole : whole;
    return (2 * over + half) / (2 * whole) * step;
}

bool within(Points value, const std::optional<Points>& from, const std::optional<Points>& to)
{
    return (!from || value >= *from) && (!to || value <= *to);
}

const Answer* answerOf(const Sheet& sheet, const std::string& id)
{
    const auto found = sheet.answers.find(id);
    return found == sheet.answers.end() ? nullptr : &found->second;
}

const Band* bandAt(const std::vector<Band>& bands, Points value)
{
    const auto found = std::find_if(bands.begin(), bands.end(),
        [&](const Band& band) { return value >= band.from && value <= band.to; });
    return found == bands.end() ? nullptr : &*found;
}

/// Counts one sheet; lives as long as the counting.
class Counting
{
public:
    Counting(const Instrument& instrument, const Sheet& sheet)
        : m_instrument(instrument)
        , m_sheet(sheet)
    {
        // What is always asked decides whether the rest is.
        for (const profile::ItemGroup& group : instrument.groups)
            if (group.askedWhen)
                m_closed.insert(group.id);
        std::set<std::string> open;
        for (const profile::ItemGroup& group : instrument.groups)
            if (group.askedWhen && holds(*group.askedWhen))
                open.insert(group.id);
        for (const std::string& group : open)
            m_closed.erase(group);
    }

    bool isOpen(std::string_view group) const { return m_closed.count(std::string(group)) == 0; }

    Score count()
    {
        m_score.instrument = m_instrument.id;
        m_score.version = m_instrument.version;
        if (!m_sheet.form.empty() && m_instrument.form(m_sheet.form) == nullptr)
            m_score.problems.push_back({ "unknownForm", m_sheet.form, {} });
        switch (m_instrument.entry) {
        case Instrument::Entry::Items:
            countItems();
            break;
        case Instrument::Entry::Scales:
            countEntered();
            break;
        case Instrument::Entry::Free:
            countFree();
            break;
        }
        const bool some = m_score.answered > 0;
        m_score.needed = static_cast<int>(
            (m_instrument.minimumAnswered * m_score.asked + kPoint - 1) / kPoint);
        m_score.enough = some && m_score.answered >= m_score.needed;
        if (!m_score.enough)
            for (ScaleScore& scale : m_score.scales)
                withoutBand(scale);
        level();
        return std::move(m_score);
    }

private:
    bool isReverse(const Item& item) const
    {
        const profile::SheetForm* form = m_instrument.form(m_sheet.form);
        return item.reverse
            || (form != nullptr
                && std::find(form->reverse.begin(), form->reverse.end(), item.id)
                    != form->reverse.end());
    }

    /// The points that an item counts with; nothing when it is not asked, not answered or wrongly.
    std::optional<Points> valueOf(const std::string& id) const
    {
        const Item* item = m_instrument.item(id);
        const AnswerType* type = item != nullptr ? m_instrument.type(item->type) : nullptr;
        const Answer* answer = answerOf(m_sheet, id);
        if (type == nullptr || answer == nullptr || !answer->points || !isOpen(item->group)
            || type->option(*answer->points) == nullptr)
            return std::nullopt;
        return isReverse(*item) ? type->least() + type->greatest() - *answer->points
                                : *answer->points;
    }

    bool isAnswered(const Item& item) const
    {
        if (m_instrument.type(item.type) != nullptr)
            return valueOf(item.id).has_value();
        const Answer* answer = answerOf(m_sheet, item.id);
        return answer != nullptr && !answer->text.empty();
    }

    void countItems()
    {
        for (const Item& item : m_instrument.items) {
            if (item.optional || !isOpen(item.group))
                continue;
            ++m_score.asked;
            if (isAnswered(item))
                ++m_score.answered;
            else
                m_score.unanswered.push_back(item.id);
        }
        for (const auto& [id, answer] : m_sheet.answers)
            judge(id, answer);
        for (const Scale& scale : m_instrument.scales)
            m_score.scales.push_back(scoreOf(scale));
    }

    void judge(const std::string& id, const Answer& answer)
    {
        const Item* item = m_instrument.item(id);
        const AnswerType* type = item != nullptr ? m_instrument.type(item->type) : nullptr;
        if (item == nullptr)
            m_score.problems.push_back({ "unknownItem", id, {} });
        else if (type != nullptr && (!answer.points || type->option(*answer.points) == nullptr))
            m_score.problems.push_back({ "notAnOption", id,
                answer.points ? pointsText(*answer.points, profile::kPointDecimals)
                              : answer.text });
    }

    /// The sum of a scale as a fraction in thousandths; nothing when none of its items is answered.
    struct Fraction
    {
        Points over = 0;
        Points under = 1;
    };
    std::optional<Fraction> sumOf(const Scale& scale) const
    {
        Fraction out;
        Points asked = 0;
        Points answered = 0;
        for (const std::string& id : scale.items) {
            const Item* item = m_instrument.item(id);
            if (item == nullptr || !isOpen(item->group))
                continue;
            ++asked;
            const std::optional<Points> value = valueOf(id);
            if (!value)
                continue;
            ++answered;
            out.over += counted(scale, *item, *value);
        }
        if (answered == 0)
            return std::nullopt;
        if (m_instrument.missingIsMean && scale.way == Scale::Way::Sum) {
            out.over *= asked;
            out.under = answered;
        }
        return out;
    }

    static Points counted(const Scale& scale, const Item& item, Points value)
    {
        if (scale.way == Scale::Way::Count)
            return within(value, scale.countFrom, scale.countTo) ? kPoint : 0;
        if (scale.way == Scale::Way::Mismatches)
            return item.key && *item.key != value ? kPoint : 0;
        return value;
    }

    /// From the answers to its items, or as it was entered from a sheet that was counted on paper.
    ScaleScore scoreOf(const Scale& scale) const
    {
        return scored(scale,
            m_instrument.entry == Instrument::Entry::Scales ? enteredOf(scale) : sumOf(scale));
    }

    ScaleScore scored(const Scale& scale, const std::optional<Fraction>& sum) const
    {
        ScaleScore out;
        out.id = scale.id;
        out.label = scale.label;
        out.tone = scale.tone;
        out.decimals = scale.valueDecimals();
        out.diagnosticValue = scale.diagnosticValue;
        if (!sum)
            return out;
        out.raw = quotient(sum->over, sum->under, kRawDecimals);
        out.value = quotient(sum->over * kPoint, sum->under * scale.divisor, out.decimals);
        if (scale.share && scale.max && *scale.max > 0) {
            out.percentDecimals = scale.decimals;
            out.percent = quotient(sum->over * kPoint * 100 * kPoint,
                sum->under * scale.divisor * *scale.max, scale.decimals);
        }
        for (const auto& [raw, percentile] : scale.percentiles)
            if (*out.raw >= raw)
                out.percentile = percentile;
        out.flagged = out.diagnosticValue && *out.value >= *out.diagnosticValue;
        if (const Band* band = bandAt(scale.bands, out.percent.value_or(*out.value)))
            give(out, *band);
        return out;
    }

    static void give(ScaleScore& out, const Band& band)
    {
        out.band = band.id;
        out.bandLabel = band.label;
        out.tone = band.tone;
    }

    static void withoutBand(ScaleScore& scale)
    {
        scale.band.clear();
        scale.bandLabel.clear();
        scale.tone.clear();
    }

    std::optional<Fraction> enteredOf(const Scale& scale) const
    {
        const Answer* answer = answerOf(m_sheet, scale.id);
        if (answer == nullptr || !answer->points || !isPossible(scale, *answer->points))
            return std::nullopt;
        return Fraction { *answer->points, 1 };
    }

    void countEntered()
    {
        for (const Scale& scale : m_instrument.scales) {
            ++m_score.asked;
            const std::optional<Fraction> sum = enteredOf(scale);
            if (sum)
                ++m_score.answered;
            else
                m_score.unanswered.push_back(scale.id);
            ScaleScore counted = scored(scale, sum);
            const Answer* limit = answerOf(m_sheet, "dz:" + scale.id);
            if (scale.flags && !scale.diagnosticValue && limit != nullptr && limit->points) {
                counted.diagnosticValue = limit->points;
                counted.flagged = counted.value && *counted.value >= *limit->points;
            }
            m_score.scales.push_back(std::move(counted));
        }
        for (const auto& [id, answer] : m_sheet.answers)
            judgeEntered(id, answer);
    }

    /// A score of the sheet, before the divisor.
    static bool isPossible(const Scale& scale, Points raw)
    {
        return within(raw * kPoint,
            scale.min ? std::optional(*scale.min * scale.divisor) : std::nullopt,
            scale.max ? std::optional(*scale.max * scale.divisor) : std::nullopt);
    }

    void judgeEntered(const std::string& id, const Answer& answer)
    {
        const bool limit = id.rfind("dz:", 0) == 0;
        const Scale* scale
            = m_instrument.scale(limit ? std::string_view(id).substr(3) : std::string_view(id));
        if (scale == nullptr || (limit && !scale->flags))
            m_score.problems.push_back({ "unknownItem", id, {} });
        else if (!answer.points)
            m_score.problems.push_back({ "notANumber", id, answer.text });
        else if (!limit && !isPossible(*scale, *answer.points))
            m_score.problems.push_back(
                { "outOfRange", id, pointsText(*answer.points, profile::kPointDecimals) });
    }

    void countFree()
    {
        for (const auto& [name, answer] : m_sheet.answers) {
            if (name.find(':') != std::string::npos)
                continue;
            ++m_score.asked;
            if (!answer.points) {
                m_score.problems.push_back({ "notANumber", name, answer.text });
                m_score.unanswered.push_back(name);
                continue;
            }
            ++m_score.answered;
            if (!isWithinOwnEnds(name, *answer.points))
                m_score.problems.push_back(
                    { "outOfRange", name, pointsText(*answer.points, profile::kPointDecimals) });
            ScaleScore out;
            out.id = name;
            out.label = { { "ru", name } };
            out.raw = out.value = answer.points;
            out.decimals = kRawDecimals;
            if (const Answer* level = answerOf(m_sheet, "band:" + name))
                giveFree(out, level->text);
            m_score.scales.push_back(std::move(out));
        }
        if (m_score.asked > m_instrument.maxFreeScales)
            m_score.problems.push_back(
                { "tooManyScales", {}, std::to_string(m_instrument.maxFreeScales) });
    }

    bool isWithinOwnEnds(const std::string& name, Points value) const
    {
        const Answer* min = answerOf(m_sheet, "min:" + name);
        const Answer* max = answerOf(m_sheet, "max:" + name);
        return within(value, min != nullptr ? min->points : std::nullopt,
            max != nullptr ? max->points : std::nullopt);
    }

    /// A level of the file, or one in words of one's own.
    void giveFree(ScaleScore& out, const std::string& level) const
    {
        const auto& bands = m_instrument.freeBands;
        const auto found = std::find_if(
            bands.begin(), bands.end(), [&](const Band& band) { return band.id == level; });
        if (found != bands.end())
            return give(out, *found);
        out.band = "own";
        out.bandLabel = { { "ru", level } };
    }

    bool holds(const Condition& condition) const
    {
        switch (condition.kind) {
        case Condition::Kind::Any:
            return std::any_of(condition.of.begin(), condition.of.end(),
                [&](const Condition& c) { return holds(c); });
        case Condition::Kind::All:
            return std::all_of(condition.of.begin(), condition.of.end(),
                [&](const Condition& c) { return holds(c); });
        case Condition::Kind::Items:
            return std::count_if(condition.names.begin(), condition.names.end(),
                       [&](const std::string& id) {
                           const std::optional<Points> value = valueOf(id);
                           return value && within(*value, condition.from, condition.to);
                       })
                >= condition.count;
        case Condition::Kind::Range:
        case Condition::Kind::Bands:
            break;
        }
        const Scale* scale = m_instrument.scale(condition.scale);
        if (scale == nullptr)
            return false;
        const ScaleScore counted = scoreOf(*scale);
        if (condition.kind == Condition::Kind::Range)
            return counted.value && within(*counted.value, condition.from, condition.to);
        return std::find(condition.names.begin(), condition.names.end(), counted.band)
            != condition.names.end();
    }

    void level()
    {
        const auto total = std::find_if(m_instrument.scales.begin(), m_instrument.scales.end(),
            [](const Scale& one) { return one.total; });
        if (total != m_instrument.scales.end()) {
            const ScaleScore& own
                = m_score.scales[static_cast<std::size_t>(total - m_instrument.scales.begin())];
            m_score.total = own.value;
            m_score.totalDecimals = own.decimals;
            if (m_instrument.outcomes.empty() && !m_instrument.profileOnly) {
                m_score.band = own.band;
                m_score.bandLabel = own.bandLabel;
                m_score.tone = own.tone;
            }
        }
        for (const InstrumentOutcome& outcome : m_instrument.outcomes) {
            if (!(m_score.enough || outcome.atOnce) || !holds(outcome.when))
                continue;
            m_score.band = outcome.id;
            m_score.bandLabel = outcome.label;
            m_score.tone = outcome.tone;
            m_score.advice = outcome.advice;
            m_score.atOnce = !m_score.enough;
            return;
        }
    }

    const Instrument& m_instrument;
    const Sheet& m_sheet;
    std::set<std::string> m_closed; ///< groups that are not asked
    Score m_score;
};

} // namespace

Score score(const Instrument& instrument, const Sheet& sheet)
{
    return Counting(instrument, sheet).count();
}

bool isAsked(const Instrument& instrument, const Sheet& sheet, std::string_view group)
{
    return Counting(instrument, sheet).isOpen(group);
}

std::string pointsText(Points points, int decimals)
{
    std::string text = profile::scaledText(quotient(points, 1, decimals), profile::kPointDecimals);
    text.erase(text.size() - static_cast<std::size_t>(profile::kPointDecimals - decimals));
    if (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

Result<Answers> answersFromJson(const std::string& json)
{
    profile::Problems said;
    profile::Node node;
    if (!profile::parseNode(json, std::make_shared<const profile::Source>(), said, node)
        || !node.isObject())
        return { ErrorCode::InvalidArgument, { "answers", "object" } };
    Answers out;
    for (const auto& [id, value] : node.members) {
        Answer answer;
        if (value.isText()) {
            answer.text = value.text;
        } else if (value.kind == profile::Node::Kind::Boolean) {
            answer.points = value.isTrue() ? kPoint : 0;
        } else if (value.kind == profile::Node::Kind::Integer
            || value.kind == profile::Node::Kind::Decimal) {
            const profile::Outcome read = profile::scaledNumber(
                value.kind == profile::Node::Kind::Integer ? std::to_string(value.number)
                                                           : value.text,
                profile::kPointDecimals);
            if (read.why != nullptr)
                return { ErrorCode::InvalidArgument, { "answers", id } };
            answer.points = read.value.numberOr(0);
        } else if (!value.isNull()) {
            return { ErrorCode::InvalidArgument, { "answers", id } };
        }
        if (!value.isNull())
            out[id] = std::move(answer);
    }
    return out;
}

std::string answersJson(const Answers& answers)
{
    std::string out;
    for (const auto& [id, answer] : answers) {
        out += (out.empty() ? "" : ", ") + nlohmann::json(id).dump() + ": ";
        if (!answer.points) {
            out += nlohmann::json(answer.text)
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            continue;
        }
        const bool whole = *answer.points % kPoint == 0;
        std::string digits = pointsText(*answer.points, whole ? 0 : profile::kPointDecimals);
        while (!whole && digits.back() == '0')
            digits.pop_back();
        out += digits;
    }
    return '{' + out + '}';
}

} // namespace patronat::diagnostics
