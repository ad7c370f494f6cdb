// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/diagnostics/comparison.h"
#include "core/diagnostics/offering.h"
#include "core/diagnostics/scoring.h"
#include "core/store/writetx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::diagnostics {

inline constexpr std::string_view kDiagnosticsType = "diagnostics";
inline constexpr std::string_view kResultType = "instrumentResult";
inline constexpr std::string_view kScaleType = "scaleValue";
inline constexpr std::string_view kSheetType = "answerSheet";

/// A filled sheet, as it is to be kept.
struct NewResult
{
    base::RecordId diagnostics; ///< the session it belongs to
    std::string date; ///< ISO
    std::string respondentKind; ///< code of `respondentKind`
    base::RecordId respondent; ///< a member; null: the specialist, or nobody is named
    base::RecordId child; ///< a member: whom a sheet for each child is about
    base::RecordId conductedBy; ///< staff
    std::string name; ///< of a free instrument
    std::string interpretation;
    Sheet sheet;
};

struct Recorded
{
    std::string type; ///< instrumentResult, or the type whose fields hold the answers
    base::RecordId record;
    Score score;
    Fitness fitness; ///< of the respondent's age; never refuses
    /// Field of the diagnostics and the outcome that the answers propose for it. A person decides: nothing is written.
    std::string proposedField;
    std::string proposed;
};

/// Keeps a counted sheet in this write: the result with its edition, levels and the words of the day, a value for each
/// scale, and the answers apart, for other roles. What was counted stays as it is when norms change later.
/// InvalidArgument("answers", code, item) for what cannot be counted, ("respondent", code) for somebody the instrument
/// is not for, ("child", "missing"); NotFound, RecordSigned of the diagnostics.
base::Result<Recorded> record(store::WriteTx& tx, const profile::Instrument& instrument, const NewResult& result);

/// How old a member is on a day; nothing when it is not known.
std::optional<int> ageOfMember(const store::ReadTx& tx, base::RecordId member, std::string_view day);

/// Every result of an instrument in the diagnostics of a family, the cancelled and removed left out. Of answers kept in
/// fields of the diagnostics the domains are the values.
std::vector<KeptResult> resultsOf(
    const store::ReadTx& tx, const profile::Instrument& instrument, base::RecordId family);

/// What decides which instruments are offered to a family, by its open registration card.
FamilyTraits traitsOf(const store::ReadTx& tx, const profile::Battery& battery, base::RecordId family);

} // namespace patronat::diagnostics
