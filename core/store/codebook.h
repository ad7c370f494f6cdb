// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// A code as it stands now: what the profile declares, and over it the record of type
/// classifierCode, which a methodist edits and which travels in batches.
struct LiveCode
{
    profile::Code code;
    base::RecordId record; ///< null: the profile's alone
    bool isDeclared = false; ///< the profile has it too
    bool isRemoved = false; ///< its record was removed: readable for ever, offered no more
};

/// By classifier: the codes of the profile in its order, then those that people have added by their
/// order. Codes are never deleted, only closed (domain.md 4), so removed ones are here too. Where
/// two records say the same code, the one that is not removed and was made first is taken.
using CodeBook = std::map<std::string, std::vector<LiveCode>, std::less<>>;
CodeBook codeBook(const ReadTx& read);

const LiveCode* codeIn(const CodeBook& book, std::string_view classifier, std::string_view code);
/// May be chosen anew on this day (ISO; both ends count).
bool isOffered(const profile::Code& code, std::string_view day);

} // namespace patronat::store
