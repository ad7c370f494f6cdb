// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/store/tables.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// A rule of the profile that a record's values break.
struct BrokenRule {
    std::string rule; ///< its id, or "required"
    std::string field; ///< empty for a rule of the record
    profile::Severity severity = profile::Severity::Error;
    profile::Label message; ///< the profile's words; empty for "required"
    bool operator==(const BrokenRule&) const = default;
};

/// A rule as one SQL condition over the columns of a row: the rule is broken where it is true (never NULL).
/// The same text runs over a form's values and over a table.
struct Condition {
    BrokenRule rule;
    std::string sql;
};

/// Prepares and runs the profile's expressions on in-memory connections of its own, one per thread that asks:
/// only the record's own fields and `:today` are in reach, with an authorizer and a step limit. Any thread.
class Rules {
public:
    explicit Rules(const Tables& tables);
    ~Rules();
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;

    /// What breaks when a record has these values: required fields, checks of fields, checks of the record, and the
    /// built-in checks of field types (СНИЛС, ЕГН, dates, lengths).
    std::vector<BrokenRule> check(std::string_view type, const base::Fields& values, const std::string& today) const;
    /// Fields that are visible with these values.
    std::vector<std::string> visibleFields(std::string_view type, const base::Fields& values, const std::string& today) const;
    /// Default values of a new form.
    base::Fields defaults(std::string_view type, const std::string& today) const;
    /// How a line names the record, by the type's title expression.
    std::string title(std::string_view type, const base::Fields& values) const;
    /// Required fields and checks of a type, those of the built-in checks excepted: what findings ask of many rows.
    /// One that does not prepare is among them: such a profile is not opened.
    std::vector<Condition> conditions(std::string_view type) const;

    /// Every expression of the profile that does not prepare: (type, field or empty, expression, why).
    struct BrokenExpression {
        std::string type;
        std::string field;
        std::string expression;
        std::string why;
    };
    static std::vector<BrokenExpression> brokenExpressions(const profile::Profile& profile);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace patronat::store
