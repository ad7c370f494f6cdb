// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "core/profile/profile.h"

#include <optional>
#include <string_view>

namespace patronat::store {

/// 000-000-000 00, with or without its hyphens and blank; control number modulo 101.
/// Source: domain.md BR-10; the numbers up to 001-001-998 were issued without a control number.
bool isSnils(std::string_view text);
/// Ten digits: a date of birth (month + 20 before 1900, + 40 from 2000), then a check digit modulo 11.
/// Source: domain.md BR-10.
bool isEgn(std::string_view text);
/// Digits, blanks and + - ( ) . , ; / : at least five digits.
bool isPhone(std::string_view text);

struct TypeProblem {
    std::string_view rule; ///< snils, egn, phone, date, dateTime, tooLong
    profile::Severity severity = profile::Severity::Error;
};
/// What is wrong with a value by the type of its field alone; nothing when there is no value.
std::optional<TypeProblem> typeProblem(const profile::Field& field, const base::Value& value);

} // namespace patronat::store
