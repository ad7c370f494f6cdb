// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace patronat::intake {

/// "Гарифуллина Алсу Ильдар кызы" -> surname, first name, patronymic; what is not there is empty.
/// "Иванова А.П." gives initials with their full stops. Nothing for what a person must take apart:
/// brackets, digits, more words than three without улы, кызы, оглы and the like.
std::optional<std::vector<std::string>> splitName(const std::string& text);

} // namespace patronat::intake
