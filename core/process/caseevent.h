// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/casestate.h"
#include "core/store/writetx.h"

#include <optional>
#include <string>

namespace patronat::process {

/// One line of a case's way, before it is written: what the record of type caseEvent will say.
struct Event
{
    const profile::Process* process = nullptr;
    base::RecordId subject;
    std::string transition;
    std::string from; ///< empty: the record begins with it
    std::string to;
    std::optional<base::RecordId> follows {};
    base::OperationId operation {};
    base::RecordId document {}; ///< null: the step's
    base::RecordId opened {};
    std::string warnings {};
    base::RecordId reverses {};
    std::string kept {};
};

/// Under WriteTx::ByProcess only.
base::Result<base::RecordId> write(store::WriteTx& tx, const Event& event, const Step& step);

} // namespace patronat::process
