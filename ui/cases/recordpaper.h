// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/desk.h"

#include <functional>
#include <string>

class QString;
class QWidget;

namespace patronat::ui {

/// One record on one paper of the profile, asked for from a page or dialog. `said` gets what to
/// tell the person, or the error; not called when she gives up. `name`: of the file and of the
/// printer's job, without anybody's name.
struct RecordPaper
{
    std::string templateId;
    base::RecordId record;
    QString name;
    /// The further parameters of the paper, on the reading thread; may be empty.
    std::function<base::Result<base::Fields>(const store::ReadTx&)> given {};
};
using PaperSaid = std::function<void(const base::Result<QString>&)>;
void printPaper(Desk& desk, QWidget* page, const RecordPaper& paper, PaperSaid said);
void savePaper(Desk& desk, QWidget* page, const RecordPaper& paper, PaperSaid said);

} // namespace patronat::ui
