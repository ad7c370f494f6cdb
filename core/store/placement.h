// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patronat::store {

// Each opening leaves a nonce in the database and in a file of the machine. A database whose nonce this machine does
// not remember has been elsewhere since: moved, opened from a second computer, or put back from a copy. That
// only asks a person; identities stay safe by their origins (design: Copies).

enum class Placement {
    First, ///< never opened before
    Same, ///< last opened here
    MovedOrCopied,
};


/// What an opening finds, without touching anything. `onMachine`: the newest first.
Placement judgePlacement(const std::optional<std::string>& inDatabase, const std::vector<std::string>& onMachine);
/// What the machine remembers after an opening with a fresh nonce: the last two, for a power cut between its file and
/// the database leaves the one before there.
std::vector<std::string> rememberedAfter(const std::optional<std::string>& inDatabase, const std::string& fresh);

/// Judges, then writes a fresh nonce to `machineFolder` and to the database, in this order.
base::Result<Placement> placeOpening(Store& store, const std::filesystem::path& machineFolder, base::Random& random);

} // namespace patronat::store
