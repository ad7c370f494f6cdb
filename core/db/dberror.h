// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <exception>

namespace patronat::db {

/// Thrown only by core/db, caught only by Store::read/write/open: a statement failed. Closures
/// given to read and write let it pass.
class DbError : public std::exception {
public:
    explicit DbError(base::Error error, int nativeCode = 0)
        : m_error(std::move(error))
        , m_text(base::describe(m_error))
        , m_nativeCode(nativeCode)
    {
    }
    const base::Error& error() const { return m_error; }
    /// SQLite's extended result code.
    int nativeCode() const { return m_nativeCode; }
    /// After these everything is closed, reopened and verified; nothing is retried (safety.md 2.4).
    bool isFatal() const;
    const char* what() const noexcept override { return m_text.c_str(); }

private:
    base::Error m_error;
    std::string m_text;
    int m_nativeCode;
};

} // namespace patronat::db
