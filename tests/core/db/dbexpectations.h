// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"

#include <optional>
#include <string_view>

namespace patronat::tests {

/// The error an action ends with, if it does.
template <typename Action>
std::optional<db::DbError> errorOf(Action action)
{
    try {
        action();
    } catch (const db::DbError& error) {
        return error;
    }
    return std::nullopt;
}

inline std::int64_t numberOf(db::Connection& connection, std::string_view sql)
{
    db::Statement statement = connection.prepareOnce(sql);
    return statement.step() ? statement.integer(0) : -1;
}

} // namespace patronat::tests
