// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/mapping.h"
#include "ui/common/desk.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace patronat::ui {

/// What a column of a list may fill: a field of one of the mapping's records, or the parts of a
/// name.
struct FieldOption
{
    std::size_t record = 0; ///< of Mapping::records
    std::vector<std::string> fields;
    QString words; ///< "Фамилия", or "Мать: Фамилия" where there are several records
    QString alone; ///< without the record: what a heading is compared with
};

/// Types whose records a list may hold, as people call them.
std::vector<std::pair<QString, std::string>> listedTypes(const Desk& desk);

std::vector<FieldOption> fieldOptions(const Desk& desk, const intake::Mapping& mapping);

/// For each heading the option whose words are nearest to it, each option once; -1: none is near.
std::vector<int> suggestedOptions(
    const std::vector<std::string>& headings, const std::vector<FieldOption>& options);

/// The fields by which people tell records of a type apart, for a key nobody has chosen yet.
std::vector<std::string> likelyKey(const profile::RecordType& type);

} // namespace patronat::ui
