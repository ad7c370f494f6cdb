// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace patronat::profile {

/// Makes a field of each part: nine behind an address, one behind a field with marks. Labels come
/// from the classifiers of the parts (required.h), so that no text for people stands in C++.
void addParts(RecordType& type, const std::vector<Classifier>& classifiers);

/// The classifier of marks without labels, for a profile that has none of its own.
Classifier bareMarks();

} // namespace patronat::profile
