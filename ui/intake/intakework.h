// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/import.h"
#include "core/intake/sheetreader.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <string>

namespace patronat::ui {

/// A list that is being looked at. Immutable but for the reader, which one job at a time uses.
struct OpenedList
{
    std::filesystem::path path;
    std::shared_ptr<intake::SheetReader> file;
    std::shared_ptr<const intake::ListTable> table;
};

std::filesystem::path fileOf(const QString& name);

// What the page has done beside the window; any thread.
base::Result<OpenedList> openListFile(
    const std::filesystem::path& path, const intake::Reading& reading);
base::Result<OpenedList> readListAgain(OpenedList list, const intake::Reading& reading);
base::Result<std::shared_ptr<const intake::ImportPlan>> lookThrough(const store::Store& store,
    const intake::ListTable& table, const intake::Mapping& mapping, const std::string& today,
    base::Job& job);

} // namespace patronat::ui
