// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/scoring.h"

#include <optional>
#include <string>
#include <vector>

namespace patronat::diagnostics {

/// One scale, or one domain of the need map, as it was stored: words and bands of that day, whatever norms say now.
struct KeptValue
{
    std::string id;
    std::string label;
    std::optional<Points> value;
    std::string band;
    std::string bandLabel;
};

/// A stored result of an instrument.
struct KeptResult
{
    std::string record; ///< id of the result, or of the diagnostics that hold a need map
    std::string instrument;
    std::string date; ///< ISO
    std::string version;
    std::string about; ///< id of the child or respondent; empty: of the family
    bool isSigned = false;
    std::optional<Points> total;
    std::string band;
    std::string bandLabel;
    std::vector<KeptValue> values;
    std::string respondent; ///< id of the member who answered, where the result is about somebody else
    std::string name; ///< of a free instrument
};

enum class Trend
{
    Unknown,
    Same,
    Better,
    Worse
};

struct ValueChange
{
    std::string id;
    std::string label;
    std::optional<Points> first;
    std::optional<Points> last;
    std::optional<Points> change;
    std::string firstBand;
    std::string lastBand;
    Trend trend = Trend::Unknown; ///< by the tones of its levels, else by what much of the scale means
};

/// Two results of an instrument, as a rule the first and the last about one person or the family: «динамика», evidence of
/// rows 10 and 12 of table VII.
struct Comparison
{
    KeptResult first;
    KeptResult last;
    std::optional<Points> change; ///< of the total
    bool bandChanged = false;
    /// Of the total, as the instrument says what is better; without totals by the tones of the two levels.
    Trend trend = Trend::Unknown;
    bool otherVersion = false; ///< counted by two editions: the figures may differ by that alone
    std::vector<ValueChange> fell;
    std::vector<ValueChange> rose;
    std::vector<ValueChange> same; ///< what one of the two does not have, too
};

/// Any two of one instrument, `first` being what was before. Pure.
Comparison comparison(const profile::Instrument& instrument, const KeptResult& first, const KeptResult& last);

/// Its values in the order of the last result; what the first alone has comes behind.
std::vector<ValueChange> inOrder(const Comparison& comparison);

/// `results` of one instrument, any order and about anybody: one comparison for each whom there are two about that the
/// same person answered.
std::vector<Comparison> compare(const profile::Instrument& instrument, std::vector<KeptResult> results);

std::string_view trendName(Trend trend); ///< "better", "worse", "same", "unknown"

} // namespace patronat::diagnostics
