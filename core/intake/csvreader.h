// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/listtable.h"

#include <string_view>

namespace patronat::intake {

/// Guesses what `reading` does not say: the encoding (a byte order mark, zeros of UTF-16, UTF-8
/// when it is valid, else by the frequency of letters) and the separator (; , or tab, by the first
/// line that has one outside quotes). InvalidArgument("csv", why, line); why is empty,
/// brokenQuotes, tooLarge, unknownEncoding, notAList, noHeader, tooManyRows or tooManyColumns.
base::Result<ListTable> readCsv(std::string_view bytes, const Reading& reading = {});

} // namespace patronat::intake
