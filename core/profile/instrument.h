// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::profile {

/// Points of an instrument in thousandths, exactly: the symptoms of a drawing count 0.1 or 0.2, and no floating point
/// may show 0.30000000000000004 of them.
using Points = std::int64_t;
inline constexpr Points kPoint = 1000;
inline constexpr int kPointDecimals = 3;

struct AnswerOption
{
    Points value = 0;
    Label label;
};

/// What an item may be answered with.
struct AnswerType
{
    std::string id;
    std::vector<AnswerOption> options; ///< none: words, never counted
    const AnswerOption* option(Points value) const;
    Points least() const;
    Points greatest() const;
};

/// A condition over answers and scales, of an outcome or of a group's being asked.
struct Condition
{
    enum class Kind
    {
        Range, ///< the scale's value lies in from..to
        Bands, ///< the scale's band is one of `names`
        Items, ///< at least `count` of the items `names` lie in from..to
        Any,
        All
    };
    Kind kind = Kind::Any;
    std::string scale;
    std::vector<std::string> names;
    std::optional<Points> from;
    std::optional<Points> to;
    int count = 1;
    std::vector<Condition> of;
};

struct ItemGroup
{
    std::string id;
    Label label;
    std::optional<Condition> askedWhen; ///< none: always
};

struct Item
{
    std::string id;
    Label text;
    std::string type;
    std::string group;
    bool reverse = false;
    bool optional = false; ///< neither for nor against the share answered
    std::map<std::string, Label, std::less<>> anchors; ///< value as written -> words that help to choose it
    std::optional<Points> key;
};

struct Band
{
    std::string id;
    Points from = 0; ///< both ends belong to the band
    Points to = 0;
    Label label;
    std::string tone; ///< good, neutral, warning, danger
};

struct Scale
{
    enum class Way
    {
        Sum,
        Count, ///< how many items lie in countFrom..countTo
        Mismatches, ///< how many items differ from their key
    };
    std::string id;
    Label label;
    std::vector<std::string> items;
    Way way = Way::Sum;
    std::optional<Points> countFrom;
    std::optional<Points> countTo;
    Points divisor = kPoint; ///< in thousandths too
    int decimals = 0; ///< of the value; with `share` of the percentage
    bool share = false; ///< bands are of the percentage of `max`
    std::optional<Points> min; ///< of the value, after the divisor
    std::optional<Points> max;
    bool total = false; ///< the instrument's own score
    bool flags = false; ///< has a diagnostic value
    std::optional<Points> diagnosticValue; ///< none of a scale that flags: asked for on the form
    std::vector<std::pair<Points, int>> percentiles; ///< raw score -> percentile, rising
    std::vector<Band> bands;
    std::string tone; ///< of a scale without bands: what much of it means
    int valueDecimals() const { return share ? 0 : decimals; }
};

struct InstrumentOutcome
{
    std::string id;
    Label label;
    std::string tone;
    Condition when;
    Label advice;
    /// Holds as soon as its condition does, whatever is not answered yet: the safety of a child waits for no form.
    bool atOnce = false;
};

struct Respondents
{
    std::vector<std::string> who; ///< codes of `respondentKind`
    std::optional<int> ageFrom; ///< whole years on the day
    std::optional<int> ageTo;
    std::string form;
    Label note;
};

struct SheetForm
{
    std::string id;
    Label label;
    std::vector<std::string> reverse;
};

/// An instrument of complex social diagnostics (domain.md 3.5.1): what is asked, of whom, and how it is counted.
struct Instrument
{
    enum class Entry
    {
        Items, ///< answers are asked and counted
        Scales, ///< the scores of a sheet counted by hand are entered, before the divisor
        Free, ///< scales and levels are given on the form
    };
    std::string id;
    std::string version;
    Label label;
    Entry entry = Entry::Items;
    Points minimumAnswered = 900; ///< share, in thousandths
    bool missingIsMean = false; ///< else what is missing counts 0
    bool psychologist = false;
    bool referenceOnly = false; ///< «справочно» (Phillips: its validity is disputed)
    bool anonymous = false;
    bool perChild = false;
    bool profileOnly = false; ///< has no outcome of its own
    bool textsOnPaper = false; ///< the texts are somebody's and are not shipped
    std::vector<std::string> after;
    std::vector<Respondents> respondents;
    std::vector<AnswerType> types;
    std::vector<ItemGroup> groups;
    std::vector<Item> items;
    std::vector<SheetForm> forms;
    std::vector<Scale> scales;
    std::vector<InstrumentOutcome> outcomes;
    int maxFreeScales = 0;
    std::vector<Band> freeBands;
    std::string storedType; ///< the answers stand in fields of a record; empty: on an answer sheet
    std::string storedItems; ///< "need{id}"
    std::string storedOutcome; ///< the field that the outcome is offered for
    std::string compareScale; ///< first and last; empty: the scale with `total`
    bool lessIsBetter = true;

    const Item* item(std::string_view itemId) const;
    const AnswerType* type(std::string_view typeId) const;
    const Scale* scale(std::string_view scaleId) const;
    const ItemGroup* group(std::string_view groupId) const;
    const SheetForm* form(std::string_view formId) const;
    const Scale* comparedScale() const;
};

/// An instrument that is offered, and how urgently.
struct BatteryEntry
{
    std::string instrument;
    std::string need; ///< required, recommended, optional
    std::vector<std::string> who;
    Label note;
};

/// Added where a field of the open registration card holds one of the codes.
struct BatterySign
{
    std::string episodeField;
    std::vector<std::string> codes;
    std::vector<BatteryEntry> add;
};

/// Which instruments are offered for which family (domain.md 775, row 15: «с батареей тестов»).
struct Battery
{
    std::vector<BatteryEntry> always;
    std::vector<BatteryEntry> final;
    std::vector<BatterySign> signs;
    std::map<std::string, std::vector<BatteryEntry>, std::less<>> categories; ///< by code of `familyCategory`
};

/// NotFound("instrument", id) when the profile has none of this id, or is older than instruments are.
base::Result<Instrument> instrument(const Profile& profile, std::string_view id);
/// The ids, SAFE, RISK and NEED (what every family gets) first, then by name.
std::vector<std::string> instrumentIds(const Profile& profile);
/// Empty when the profile declares none.
Battery battery(const Profile& profile);

} // namespace patronat::profile
