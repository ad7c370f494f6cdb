// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/sheet.h"

#include "core/reports/csvtext.h"
#include "core/store/outputfile.h"

#include <xlsxwriter.h>

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace patronat::reports {

using base::Result;
using base::Status;

namespace {

constexpr std::uint64_t kRowsPerStep = 500;
constexpr std::uint8_t kA4 = 9;
constexpr double kWidest = 60;

/// Counts lines: progress and cancel every few hundred of them.
class Steps {
public:
    Steps(std::uint64_t total, base::Job& job)
        : m_total(total)
        , m_job(job)
    {
    }
    Status next()
    {
        if (++m_done % kRowsPerStep != 0)
            return {};
        m_job.report(m_done, m_total);
        return m_job.checkpoint();
    }

private:
    std::uint64_t m_done = 0;
    std::uint64_t m_total;
    base::Job& m_job;
};

std::optional<lxw_datetime> dateOf(const std::string& iso)
{
    lxw_datetime date {};
    if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3 || date.year < 1900)
        return std::nullopt; // what no spreadsheet has as a date stands as text
    return date;
}

/// A workbook of one sheet that keeps one line in memory.
class Book {
public:
    explicit Book(const std::string& path)
    {
        lxw_workbook_options options {};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(path.c_str(), &options);
        if (m_book == nullptr)
            return;
        m_sheet = workbook_add_worksheet(m_book, nullptr);
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        format_set_border(m_head, LXW_BORDER_THIN);
        format_set_text_wrap(m_head);
        m_date = workbook_add_format(m_book);
        format_set_num_format(m_date, "dd.mm.yyyy");
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book()
    {
        // Only of one that was given up; its file goes with its folder.
        if (m_book != nullptr)
            workbook_close(m_book);
    }

    bool isOpen() const { return m_book != nullptr; }

    void begin(const SheetHead& head)
    {
        for (std::size_t i = 0; i < head.labels.size(); ++i)
            worksheet_set_column(m_sheet, column(i), column(i), std::min<double>(head.widths[i] + 2, kWidest), nullptr);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, kA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C&P / &N");
        if (!head.mark.empty())
            worksheet_set_header(m_sheet, ("&R" + head.mark).c_str());
        worksheet_write_string(m_sheet, m_row++, 0, head.title.c_str(), m_bold);
        for (const std::string& line : head.lines)
            worksheet_write_string(m_sheet, m_row++, 0, line.c_str(), nullptr);
        if (!head.mark.empty())
            worksheet_write_string(m_sheet, m_row++, 0, head.mark.c_str(), m_bold);
        ++m_row;
        m_headRow = m_row;
        for (std::size_t i = 0; i < head.labels.size(); ++i)
            worksheet_write_string(m_sheet, m_row, column(i), head.labels[i].c_str(), m_head);
        ++m_row;
        worksheet_freeze_panes(m_sheet, m_row, 0);
        worksheet_repeat_rows(m_sheet, m_headRow, m_headRow);
    }

    void add(const std::vector<SheetCell>& cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const SheetCell& cell = cells[i];
            auto date = dateOf(cell.isoDate);
            if (cell.number)
                worksheet_write_number(m_sheet, m_row, column(i), static_cast<double>(*cell.number), nullptr);
            else if (date)
                worksheet_write_datetime(m_sheet, m_row, column(i), &*date, m_date);
            else
                worksheet_write_string(m_sheet, m_row, column(i), cell.text.c_str(), nullptr);
        }
        ++m_row;
    }

    lxw_error finish(std::size_t columns)
    {
        if (columns > 0 && m_row > m_headRow)
            worksheet_autofilter(m_sheet, m_headRow, 0, m_row - 1, column(columns - 1));
        return workbook_close(std::exchange(m_book, nullptr));
    }

private:
    static lxw_col_t column(std::size_t at) { return static_cast<lxw_col_t>(at); }
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_head = nullptr;
    lxw_format* m_date = nullptr;
    lxw_row_t m_row = 0;
    lxw_row_t m_headRow = 0;
};

} // namespace

Status writeSheetXlsx(const std::filesystem::path& path, const SheetHead& head, const SheetRows& rows, base::Job& job)
{
    // The library writes only to a file; it is copied so that ours is written whole or not at all.
    const QTemporaryDir folder;
    const std::string made = folder.filePath(QStringLiteral("list.xlsx")).toStdString();
    if (!folder.isValid())
        return { base::ErrorCode::FileNotWritable, { folder.path().toStdString() } };
    Book book(made);
    if (!book.isOpen())
        return { base::ErrorCode::FileNotWritable, { made } };
    book.begin(head);
    Steps steps(head.count, job);
    for (;;) {
        PATRONAT_LET(const auto cells, rows());
        if (!cells)
            break;
        book.add(*cells);
        PATRONAT_TRY(steps.next());
    }
    if (const lxw_error error = book.finish(head.labels.size()); error != LXW_NO_ERROR)
        return { base::ErrorCode::FileNotWritable, { made }, lxw_strerror(error) };
    PATRONAT_LET(const std::string bytes, store::readFile(std::filesystem::path(made)));
    return store::writeFile(path, QByteArray::fromStdString(bytes));
}

Status writeSheetCsv(const std::filesystem::path& path, const SheetHead& head, const SheetRows& rows, base::Job& job)
{
    std::string out = "\xEF\xBB\xBF";
    out += csvLine({ disarmed(head.title) });
    for (const std::string& line : head.lines)
        out += csvLine({ disarmed(line) });
    if (!head.mark.empty())
        out += csvLine({ disarmed(head.mark) });
    out += csvLine(head.labels);
    Steps steps(head.count, job);
    for (;;) {
        PATRONAT_LET(const auto cells, rows());
        if (!cells)
            break;
        std::vector<std::string> texts;
        for (const SheetCell& cell : *cells)
            texts.push_back(cell.number ? std::to_string(*cell.number) : disarmed(cell.text));
        out += csvLine(texts);
        PATRONAT_TRY(steps.next());
    }
    return store::writeFile(path, QByteArray::fromStdString(out));
}

} // namespace patronat::reports
