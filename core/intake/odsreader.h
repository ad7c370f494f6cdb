// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/sheetreader.h"
#include "core/intake/zipparts.h"

namespace patronat::intake {

/// A workbook of LibreOffice and its like.
base::Result<std::unique_ptr<SheetReader>> openOds(ZipParts parts);

} // namespace patronat::intake
