// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "core/store/writetx.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patronat::process {

/// A reference that means nothing in the other case: somebody of the wrong family, a measure of its
/// programme. A person chooses what stands there, or leaves it empty; nothing is left out unasked.
struct MoveQuestion
{
    std::string key; ///< "visitPerson.member/<id of the record>": what an answer names
    std::string type;
    base::RecordId record; ///< that holds the reference
    std::string field;
    std::string target; ///< type of what it refers to
    base::RecordId meant; ///< what it refers to in the wrong case
    std::vector<base::RecordId> options; ///< of the right case, where there are any
};

/// What a person asks for: a document that was entered in the wrong case goes to the right one.
struct MoveAsked
{
    base::RecordId record;
    base::RecordId to; ///< family, or its registration card
    std::string reason;
    std::map<std::string, base::RecordId> answers; ///< by the question's key; null: left empty
};

/// Why it cannot be done: a code, and what it is about. notDeclared, notMovable (type), removed,
/// cancelled, noCase (id), sameCase, reason, conflict (type), choose (key).
struct MoveProblem
{
    std::string code;
    std::string argument {};
};

struct MovePlan
{
    std::string type;
    base::RecordId from; ///< families
    base::RecordId to;
    bool isSigned = false; ///< its signature is cancelled there, the copy is signed anew
    std::string number; ///< stays with the annulled document; the copy gets one of its own
    std::vector<store::SignItem> records; ///< the document, then its lines, parents first
    std::vector<MoveQuestion> questions;
    /// Records that refer to the document and go on referring to it where it was.
    std::vector<std::pair<std::string, base::RecordId>> referredBy;
    std::vector<MoveProblem> problems;
};
/// What a move would do. Reads only.
base::Result<MovePlan> planMove(const store::ReadTx& tx, const MoveAsked& asked);

struct Moved
{
    base::RecordId record; ///< the copy in the right case
    MovePlan plan;
};
/// Carries it out within the write, which is one action. The document gets the removal mark where
/// it was, with its lines; a signed one stays there with its signature cancelled. A new one in the
/// right case carries the values and files, and a record `documentMove` in each of the two cases
/// says so with the reason. What somebody else writes to the old one meanwhile is a conflict with
/// its removal, for a person. InvalidArgument("move", code, argument) for the first problem.
base::Result<Moved> moveDocument(store::WriteTx& tx, const MoveAsked& asked);

/// Types whose records may be moved (profile: setting "documentMove"); empty where there are none.
std::vector<std::string> movableTypes(const profile::Profile& profile);

inline constexpr const char* kMoveType = "documentMove";

} // namespace patronat::process
