// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <string>

namespace patronat::documents {

/// A flat ODT (one XML) as the text says it, with `mark` on top of every page when there is one. ProfileBroken when it is
/// not well-formed.
base::Result<std::string> markedFlatOdt(const std::string& flat, const std::string& mark, const std::string& file);

/// A flat ODT as a package: the same bytes for the same text.
base::Result<QByteArray> odtOf(const std::string& flat, const std::string& file);

} // namespace patronat::documents
