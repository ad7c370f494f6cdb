// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/documents/papersheet.h"
#include "core/store/store.h"
#include "ui/lists/celltext.h"
#include "ui/lists/listquery.h"

#include <QImage>

#include <filesystem>
#include <memory>
#include <vector>

namespace patronat::ui {

/// What of a list goes on paper or into a file: what is shown, and the words above it. A value.
struct ListPaper
{
    std::shared_ptr<const ListDeclaration> list;
    ListRequest request;
    std::vector<std::size_t> columns; ///< shown ones, in the order of the screen
    CellText cells;
    std::vector<std::string> labels; ///< of the columns
    std::string title;
    std::string office;
    std::string filters; ///< in words; empty: all
    std::string remark; ///< that names are hidden; else empty
    std::string language; ///< of the words that the engine puts on paper
};

enum class ListFormat
{
    Xlsx,
    Csv
};

/// How many lines go on paper at most: more is no paper that anybody reads, it goes into a file.
inline constexpr std::size_t kLinesOnPaper = 2000;

/// A list filled for paper.
struct PrintedList
{
    std::string html;
    documents::PaperSheet sheet;
    std::size_t lines = 0;
    std::size_t left = 0; ///< lines that are too many for paper
};

/// All lines that the filters match, not only those on the screen. Any thread; cancelled by the job.
base::Status writeList(const store::Store& store, const ListPaper& paper, ListFormat format,
    const std::filesystem::path& path, base::Job& job);
base::Result<PrintedList> printedList(const store::Store& store, const ListPaper& paper, base::Job& job);

} // namespace patronat::ui
