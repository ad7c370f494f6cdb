// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace patronat::tests::simulator {

/// What can happen at one step of a run.
enum class Deed {
    Create, ///< a record of any type
    Edit, ///< opened and saved at once
    Open, ///< a form, kept open
    Save, ///< an open form, whatever has happened since
    SaveAgain, ///< the draft of a saved form, once more
    Sign,
    Cancel,
    Settle, ///< what came beside a signature
    Remove,
    Restore, ///< a removed record
    Resolve, ///< an open conflict
    Group, ///< several writes of one action
    Undo, ///< a group
    Move, ///< a family to another district
    Export, ///< a batch into the hands of a courier
    Deliver, ///< a parcel, now or once more
    Lose, ///< a parcel
    Exchange, ///< a batch straight to another site
    Relay, ///< some operations, picked without sense
    Kill, ///< power cut and reopening
    Reopen, ///< closed and opened in order
    Backup, ///< a copy of the site's file
    GoBack, ///< the site's file is a backup
    Image, ///< a copy of the computer; both go on
    Snapshot, ///< a copy of the virtual machine with its chance: both draw the same origin
    Clock, ///< the computer's clock is set
    Upgrade, ///< to the later profile
};
std::string_view deedName(Deed deed);

/// One step, as drawn before the run: its numbers pick among whatever there is then, so that leaving out other steps
/// changes as little as possible.
struct Action {
    Deed deed = Deed::Edit;
    std::uint32_t number = 0; ///< makes its values unlike all others
    std::uint32_t site = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// A run, wholly decided by its seed.
struct Plan {
    std::uint64_t seed = 0;
    std::size_t supervisors = 1;
    std::size_t offices = 1;
    bool scoped = false; ///< offices receive only what is made for them
    std::vector<std::uint32_t> clocks; ///< one for each site: which time its computer believes
    std::vector<Action> actions;
};

Plan planOf(std::uint64_t seed);
/// Milliseconds since 1970 of a computer's belief: among them 1970 and 2099.
std::int64_t beliefOf(std::uint32_t choice);

} // namespace patronat::tests::simulator
