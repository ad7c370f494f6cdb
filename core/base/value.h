// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace patronat::base {

/// One value of one column, as the journal keeps it and as SQLite stores it:
/// nothing; a whole number (integer, money in kopecks or stotinki, yes/no as 1/0, decimal scaled by
/// its field); text (UTF-8: text, note, ISO date, ISO date and time in UTC, code of a choice,
/// sorted JSON array of codes); sixteen bytes (a reference).
/// Equality of values is equality of bytes: that is what "equal values are no conflict" means.
class Value {
public:
    Value() = default;
    Value(std::int64_t number) : m_state(number) {}
    Value(int number) : m_state(std::int64_t { number }) {}
    Value(bool) = delete; // write Value(int) on purpose
    Value(std::string text) : m_state(std::move(text)) {}
    Value(std::string_view text) : m_state(std::string(text)) {}
    Value(const char* text) : m_state(std::string(text)) {}
    Value(RecordId reference) : m_state(reference) {}

    bool isNull() const { return m_state.index() == 0; }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&m_state); }
    const std::string* text() const { return std::get_if<std::string>(&m_state); }
    const RecordId* reference() const { return std::get_if<RecordId>(&m_state); }
    std::int64_t numberOr(std::int64_t otherwise) const { return number() ? *number() : otherwise; }
    std::string_view textOr(std::string_view otherwise) const
    {
        return text() ? std::string_view(*text()) : otherwise;
    }

    auto operator<=>(const Value&) const = default;

private:
    std::variant<std::monostate, std::int64_t, std::string, RecordId> m_state;
};

/// Field id -> value: what a person changed, or what a record holds. Ids of the parts of a field
/// carry a dot ("addrFact.street", "birthDate.mark").
using Fields = std::map<std::string, Value, std::less<>>;

} // namespace patronat::base
