// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/mapping.h"
#include "core/store/readtx.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patronat::intake {

/// Finds records that are there by the fields of a key, as texts that forgive case, ё and the
/// blanks of telephone numbers. Reads each table once per key.
class RecordFinder
{
public:
    explicit RecordFinder(const store::ReadTx& read)
        : m_read(read)
    {
    }

    /// What a record is known by under one key; nothing when a field that may not be empty is.
    /// `links`: field -> number of a planned record, for what is not in the database yet.
    std::optional<std::string> textOf(const profile::RecordType& type, const Key& key,
        const base::Fields& fields, const std::map<std::string, std::size_t>& links) const;
    const std::vector<base::RecordId>& find(
        const profile::RecordType& type, const Key& key, const std::string& text);

    /// Two values that a key takes for one.
    static bool isSame(const profile::Field& field, const base::Value& a, const base::Value& b);

private:
    const store::ReadTx& m_read;
    std::map<std::string, std::map<std::string, std::vector<base::RecordId>>>
        m_known; ///< by type and key
};

} // namespace patronat::intake
