// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <filesystem>

class QApplication;

namespace patronat::shots {

/// What a walk is asked for.
struct TourOptions
{
    std::filesystem::path profile; ///< the folder of the profile
    std::filesystem::path out; ///< where the pictures go
    std::filesystem::path region; ///< a region that is there already; empty: a small one is made
    unsigned families = 150; ///< of the one that is made
    QStringList only; ///< of ru, en, dark, large, large-en; all of them when empty
};

/// Opens copies of a demonstration's offices and of its supervisor's database in the real windows,
/// walks through them by input events and writes a picture at each stop, in Russian and English,
/// light, dark and with texts of 150 %.
base::Status takePictures(QApplication& application, const TourOptions& options);

} // namespace patronat::shots
