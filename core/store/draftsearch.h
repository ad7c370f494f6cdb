// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "core/store/readtx.h"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// The fields of a type that a search looks into: what the profile declares as its names and texts.
std::vector<std::string> searchedFields(const profile::RecordType& type);

/// The drafts in which every word of `text` begins a word of what was typed into a searched field,
/// in the order given, but for drafts of the hidden types (access::hiddenTypes). Drafts are few:
/// they are looked through, not indexed.
std::vector<Draft> draftsWith(const profile::Profile& profile, const std::vector<Draft>& drafts,
    std::string_view text, const std::set<std::string, std::less<>>& hidden, std::size_t limit);

} // namespace patronat::store
