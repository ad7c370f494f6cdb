// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/store/store.h"

#include <map>
#include <set>
#include <string>

namespace patronat::tests {

/// One family with its people and papers, made as far as somebody refers to them; and a value for
/// every field that a profile declares. What the declaration alone does not tell (which of the
/// people is the child, which date comes first) is said in tests/resources/forms/values.json. One
/// thread; a failure throws std::runtime_error.
class SampleWorld
{
public:
    SampleWorld(store::Store& store, base::RecordId author, std::string today);

    /// Types that nobody fills in by a form, with the reason.
    const nlohmann::json& formless() const { return m_facts.at("formless"); }
    /// Fields of a type that no variant fills, with the reason.
    bool isLeftOut(const std::string& type, const std::string& field) const;
    /// How often a form of the type is filled until each of its fields has been: 1 and the variants
    /// that are told.
    std::size_t variants(const std::string& type) const;

    /// What somebody would write there; null where nothing can be written (numbers that the program
    /// issues).
    base::Value value(
        const profile::RecordType& type, const profile::Field& field, std::size_t variant = 0);
    /// The record of a type that others refer to.
    base::RecordId record(const std::string& type);
    /// A new one with what must be filled, the told values, and `fields` over them.
    base::RecordId make(
        const std::string& type, const base::Fields& fields = {}, std::size_t variant = 0);
    /// A new one with a value in every field that shows, and a line in every table of its form.
    base::RecordId makeFull(const std::string& type, std::size_t variant = 0);
    /// The lines without which a record of this type is not signed, below `parent`.
    void addLines(const std::string& type, base::RecordId parent, std::size_t variant = 0);
    /// Those who live together, whoever refers to them, and what comes before a record of this
    /// type.
    void settleFamily(const std::string& type);
    /// What a new form of a type begins with: whose it is.
    base::Fields preset(const profile::RecordType& type);

private:
    base::RecordId write(const std::string& type, const base::Fields& values);
    const nlohmann::json* told(
        const std::string& type, const std::string& field, std::size_t variant) const;
    base::Value fromTold(const profile::Field& field, const nlohmann::json& told);
    base::Value byKind(const profile::Field& field);
    base::Value ofChoice(const profile::Field& field) const;
    base::RecordId named(const std::string& name);
    void addTables(const profile::RecordType& type, base::RecordId id);
    base::RecordId existing(const std::string& type);
    void addLine(const nlohmann::json& line, base::RecordId parent);
    void sign(const std::string& type, base::RecordId id);

    store::Store& m_store;
    base::RecordId m_author;
    std::string m_today;
    nlohmann::json m_facts;
    std::map<std::string, base::RecordId> m_named; ///< "@mother", and types by their id
    std::set<std::string> m_making;
};

} // namespace patronat::tests
