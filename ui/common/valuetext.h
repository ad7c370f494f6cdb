// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/value.h"
#include "core/profile/profile.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <QString>
#include <QTimeZone>

#include <map>
#include <string>
#include <string_view>

namespace patronat::ui {

/// Titles of records that others refer to.
using Titles = std::map<base::RecordId, std::string>;

/// How the program writes values for people: dates as 12.03.2027, codes as their labels, amounts
/// with their decimals. A value; made per language, used on any thread.
class ValueWriter
{
public:
    ValueWriter(const profile::Profile& profile, std::string language)
        : m_profile(&profile)
        , m_language(std::move(language))
    {
    }

    const std::string& language() const { return m_language; }
    /// One value of one field; a reference by its title, where that is known.
    QString text(
        const profile::Field& field, const base::Value& value, const Titles& titles = {}) const;
    /// A declared field with its parts: an address in one line.
    QString text(const profile::RecordType& type, const profile::Field& field,
        const base::Fields& values, const Titles& titles = {}) const;
    QString label(std::string_view classifier, std::string_view code) const;
    QString label(const profile::Label& label) const;
    QString unitOfMeasure(const profile::Field& field) const;

private:
    QString choices(const profile::Field& field, std::string_view json) const;
    const profile::Profile* m_profile;
    std::string m_language;
};

/// "12.03.2027" of an ISO date; what is no date as it stands.
QString dateText(std::string_view iso);
/// The time the region lives by, of the profile's setting "timeZone"; without one, this computer's.
/// What is typed and what paper says are of this time, however the computer is set.
QTimeZone zoneOf(const profile::Profile& profile);
/// "12.03.2027 14:30" of a UTC moment, in that time.
QString momentText(std::string_view iso, const QTimeZone& zone);
/// When something was done here, in the time of this computer.
QString momentText(std::int64_t ms);
/// 1250 with two decimals as "12,50", thousands apart; by the current locale.
QString scaledText(std::int64_t number, int decimals);

/// How a line names a record with these values: by its type's title, codes as their labels, dates
/// as on paper.
std::string valuesTitle(const profile::Profile& profile, const store::Rules& rules,
    const profile::RecordType& type, const base::Fields& values, const std::string& language);

/// How a line names a record for people: the type's title; where that is a bare code, its label
/// after the record it is about ("Иванова Анна, 1985 (мать)"). Empty when the record is not held.
/// Within a read, any thread.
std::string recordTitle(const store::ReadTx& tx, const store::Rules& rules, std::string_view type,
    base::RecordId id, const std::string& language);
std::string recordTitle(const store::ReadTx& tx, const store::Rules& rules,
    const store::Record& record, const std::string& language);
/// Titles of every record that `values` refer to.
void addTitles(const store::ReadTx& tx, const store::Rules& rules, const profile::RecordType& type,
    const base::Fields& values, const std::string& language, Titles& titles);

} // namespace patronat::ui
