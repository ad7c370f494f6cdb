// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <filesystem>

class QApplication;

namespace patronat::shots {

/// Makes a small region, opens an office's database and the supervisor's in the real windows, walks through them by
/// input events and writes a picture at each stop, in Russian and English, light, dark and with texts of 150 %.
base::Status takePictures(QApplication& application, const std::filesystem::path& profile,
    const std::filesystem::path& out, unsigned families, const QString& only);

} // namespace patronat::shots
