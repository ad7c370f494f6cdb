// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace patronat::store {

/// The few words the engine itself puts on paper, in the paper's language (Russian when it has none): they are part
/// of the paper like the names of months, not of the program's windows. A profile may replace them in its settings
/// ("words": {"page": {"ru": "…"}}).
enum class PaperWord {
    Page, ///< "стр. {page} из {pages}"
    Demo, ///< «учебные данные»
    House, ///< "д."
    Flat, ///< "кв."
    Fact,
    Plan,
    Deviation,
    PercentOfPlan,
    Yes,
    No,
};

/// "page", "demo" …: the key in a profile's settings.
std::string_view wordKey(PaperWord word);
std::string_view paperWord(PaperWord word, std::string_view language);

} // namespace patronat::store
