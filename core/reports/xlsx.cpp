// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table.h"

#include "core/store/outputfile.h"

#include <xlsxwriter.h>

#include <QTemporaryDir>

#include <filesystem>

namespace patronat::reports {

namespace {

constexpr double kNameWidth = 60;
constexpr double kColumnWidth = 14;

/// Puts a table on the one sheet of a workbook.
class SheetWriter {
public:
    SheetWriter(lxw_workbook* book, const Table& table)
        : m_sheet(workbook_add_worksheet(book, nullptr))
        , m_table(table)
        , m_wrapped(workbook_add_format(book))
        , m_head(workbook_add_format(book))
        , m_number(workbook_add_format(book))
        , m_tenths(workbook_add_format(book))
    {
        for (lxw_format* format : { m_wrapped, m_head, m_number, m_tenths }) {
            format_set_border(format, LXW_BORDER_THIN);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        format_set_text_wrap(m_wrapped);
        format_set_text_wrap(m_head);
        format_set_bold(m_head);
        format_set_num_format(m_tenths, "0.0");
    }

    void write()
    {
        worksheet_write_string(m_sheet, 0, 1, m_table.title.c_str(), nullptr);
        worksheet_write_string(m_sheet, 1, 1, printed(m_table.period).c_str(), nullptr);
        worksheet_write_string(m_sheet, 1, 3, m_table.mark.c_str(), nullptr);
        worksheet_set_column(m_sheet, 1, 1, kNameWidth, nullptr);
        worksheet_set_column(m_sheet, 2, static_cast<lxw_col_t>(2 + m_table.columns.size()), kColumnWidth, nullptr);
        writeHead();
        lxw_row_t at = kHeadRow + 1;
        for (const TableRow& row : m_table.rows)
            writeRow(at++, row);
        for (const Control& control : m_table.controls)
            worksheet_write_string(m_sheet, at++, 1, controlText(m_table, control).c_str(), nullptr);
        for (const std::string& note : m_table.notes)
            worksheet_write_string(m_sheet, at++, 1, note.c_str(), nullptr);
        worksheet_freeze_panes(m_sheet, kHeadRow + 1, 2);
        worksheet_repeat_rows(m_sheet, kHeadRow, kHeadRow);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, kA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_header(m_sheet, ("&R" + m_table.mark).c_str());
        worksheet_set_footer(m_sheet, "&C&P / &N");
    }

private:
    static constexpr lxw_row_t kHeadRow = 3;
    static constexpr std::uint8_t kA4 = 9;

    void writeHead()
    {
        lxw_col_t column = 0;
        for (const std::string& head : m_table.heads)
            worksheet_write_string(m_sheet, kHeadRow, column++, head.c_str(), m_head);
        for (const TableColumn& head : m_table.columns)
            worksheet_write_string(m_sheet, kHeadRow, column++, head.label.c_str(), m_head);
    }

    void writeRow(lxw_row_t at, const TableRow& row)
    {
        worksheet_write_string(m_sheet, at, 0, row.number.c_str(), m_wrapped);
        worksheet_write_string(m_sheet, at, 1, row.label.c_str(), m_wrapped);
        worksheet_write_string(m_sheet, at, 2, row.measure.c_str(), m_wrapped);
        lxw_col_t column = 3;
        for (const Cell& cell : row.cells) {
            if (cell.isNumber() && cell.decimals == 0)
                worksheet_write_number(m_sheet, at, column, static_cast<double>(cell.number), m_number);
            else if (cell.isNumber())
                worksheet_write_number(m_sheet, at, column, static_cast<double>(cell.number) / 10, m_tenths);
            else
                worksheet_write_string(m_sheet, at, column, printed(cell, '.').c_str(), m_wrapped);
            ++column;
        }
    }

    lxw_worksheet* m_sheet;
    const Table& m_table;
    lxw_format* m_wrapped;
    lxw_format* m_head;
    lxw_format* m_number;
    lxw_format* m_tenths;
};

} // namespace

base::Result<QByteArray> xlsxOf(const Table& table)
{
    // The library writes only to a file; it is read back so that ours is written whole or not at all.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return { base::ErrorCode::FileNotWritable, { folder.path().toStdString() } };
    const std::string path = folder.filePath(QStringLiteral("table.xlsx")).toStdString();
    lxw_workbook* book = workbook_new(path.c_str());
    if (!book)
        return { base::ErrorCode::FileNotWritable, { path } };
    lxw_doc_properties properties {};
    std::string title = table.title;
    properties.title = title.data();
    properties.created = 1; // the same bytes for the same table
    workbook_set_properties(book, &properties);
    SheetWriter(book, table).write();
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        return { base::ErrorCode::FileNotWritable, { path }, lxw_strerror(error) };
    PATRONAT_LET(const std::string bytes, store::readFile(std::filesystem::path(path)));
    return QByteArray::fromStdString(bytes);
}

} // namespace patronat::reports
