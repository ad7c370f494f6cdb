// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace patronat::twins {

/// A folded word on Russian letters: Latin ones that only look Russian (typed with the wrong
/// keyboard) are the Russian ones; a word of Latin letters is written as it sounds ("ivanov" ->
/// "иванов"), as in documents of foreigners.
std::u32string inRussianLetters(std::u32string word);

/// A key under which what is said alike is equal: vowels by classes (а э я е · о у ю · и ы), дж as
/// ж, нг as н, г and һ as х, voiced as voiceless, no й, no signs, ия as я, no letter twice.
std::u32string soundOf(std::u32string_view word);

} // namespace patronat::twins
