// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/profile/profile.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// A record that a reference may name.
struct Candidate
{
    base::RecordId id;
    std::string title;
};

/// What is offered while a person types into a reference to `target`: records found by the names
/// index; of types that belong to a unit (problems of a programme, members of a family) those of
/// `unit`. Only those that the profile offers on that day. Within a read, any thread.
base::Result<std::vector<Candidate>> candidates(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view target, std::string_view text, base::UnitId unit, const std::string& today,
    const std::string& language);

} // namespace patronat::ui
