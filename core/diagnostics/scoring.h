// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/instrument.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::diagnostics {

using profile::Points;

/// One answer: points, or words.
struct Answer
{
    std::optional<Points> points;
    std::string text;
    bool operator==(const Answer&) const = default;
};

/// Item id -> answer. Where scores of a sheet are entered: scale id -> score, "dz:SCALE" -> its diagnostic value. Of a
/// free instrument: name of a scale -> score, "band:NAME" -> its level, "min:NAME" and "max:NAME" -> its ends.
using Answers = std::map<std::string, Answer, std::less<>>;

struct Sheet
{
    Answers answers;
    std::string form; ///< of the instrument's forms; empty where it has one only
};

struct ScaleScore
{
    std::string id;
    profile::Label label;
    std::optional<Points> raw;
    std::optional<Points> value; ///< after divisor and rounding; nothing: none of its items is answered
    int decimals = 0;
    std::optional<Points> percent; ///< of a scale whose bands are of a share
    int percentDecimals = 0;
    std::optional<int> percentile;
    std::string band; ///< empty: the scale has none, or too few are answered
    profile::Label bandLabel;
    std::string tone;
    std::optional<Points> diagnosticValue;
    bool flagged = false; ///< the diagnostic value is reached
};

/// What of a sheet cannot be counted: "unknownItem", "notAnOption", "outOfRange", "unknownForm", "tooManyScales".
struct SheetProblem
{
    std::string code;
    std::string item;
    std::string argument;
    bool operator==(const SheetProblem&) const = default;
};

/// A counted sheet.
struct Score
{
    std::string instrument;
    std::string version;
    int asked = 0; ///< items that count for the share answered
    int answered = 0; ///< of them
    int needed = 0; ///< that must be answered for a result
    bool enough = false; ///< else there is no level, unless one holds at once
    bool atOnce = false; ///< the level holds although answers are missing
    std::string band; ///< code of the outcome, or of the total's band
    profile::Label bandLabel;
    std::string tone;
    profile::Label advice;
    std::optional<Points> total;
    int totalDecimals = 0;
    std::vector<ScaleScore> scales;
    std::vector<std::string> unanswered; ///< ids of what is asked, counts and has no answer
    std::vector<SheetProblem> problems;
};

/// Counts a sheet as the instrument says. Pure; any thread.
Score score(const profile::Instrument& instrument, const Sheet& sheet);

/// Whether a group of items is asked after these answers (a safety plan only where there is danger).
bool isAsked(const profile::Instrument& instrument, const Sheet& sheet, std::string_view group);

/// "0.4", "12": exactly, at most `decimals` behind the point.
std::string pointsText(Points points, int decimals);

/// {"1": 3, "2": 0.5, "text": "…"}; InvalidArgument("answers", why) when it is no such object.
base::Result<Answers> answersFromJson(const std::string& json);
std::string answersJson(const Answers& answers);

} // namespace patronat::diagnostics
