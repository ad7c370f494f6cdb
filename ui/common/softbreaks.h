// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace patronat::ui {

/// The text with places where a long Cyrillic word may be divided (soft hyphens, seen only where a line ends there):
/// after a vowel before a consonant and a vowel, three letters from either end, as Russian and Tatar divide words. For
/// columns narrower than "здравоохранением". For showing only, never for what is written.
QString withSoftBreaks(const QString& text);

} // namespace patronat::ui
