// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/paperwords.h"

#include <array>

namespace patronat::store {

namespace {

struct Wording {
    PaperWord word;
    std::string_view key;
    std::string_view ru;
    std::string_view tt;
    std::string_view bg;
    std::string_view en;
};

constexpr std::array kWordings {
    Wording { PaperWord::Page, "page", "стр. {page} из {pages}", "{pages} биттән {page} нче бит",
        "стр. {page} от {pages}", "page {page} of {pages}" },
    Wording { PaperWord::Demo, "demo", "учебные данные", "уку-укыту мәгълүматлары", "учебни данни",
        "training data" },
    Wording { PaperWord::House, "house", "д. ", "йорт ", "№ ", "" },
    Wording { PaperWord::Flat, "flat", "кв. ", "фатир ", "ап. ", "flat " },
    Wording { PaperWord::Fact, "fact", "факт", "факт", "факт", "actual" },
    Wording { PaperWord::Plan, "plan", "план", "план", "план", "plan" },
    Wording { PaperWord::Deviation, "deviation", "отклонение", "тайпылыш", "отклонение", "deviation" },
    Wording { PaperWord::PercentOfPlan, "percentOfPlan", "% плана", "план %", "% от плана", "% of plan" },
    Wording { PaperWord::Yes, "yes", "да", "әйе", "да", "yes" },
    Wording { PaperWord::No, "no", "нет", "юк", "не", "no" },
};

const Wording& wordingOf(PaperWord word)
{
    static_assert(kWordings[static_cast<std::size_t>(PaperWord::No)].word == PaperWord::No);
    return kWordings[static_cast<std::size_t>(word)];
}

} // namespace

std::string_view wordKey(PaperWord word) { return wordingOf(word).key; }

std::string_view paperWord(PaperWord word, std::string_view language)
{
    const Wording& wording = wordingOf(word);
    if (language == "tt")
        return wording.tt;
    if (language == "bg")
        return wording.bg;
    return language == "en" ? wording.en : wording.ru;
}

} // namespace patronat::store
