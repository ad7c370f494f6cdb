// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpaper.h"

#include "core/reports/sheet.h"
#include "core/store/sqlfunctions.h"
#include "ui/common/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace patronat::ui {

using base::Job;
using base::Result;
using base::Status;
using reports::SheetCell;
using store::ReadTx;

namespace {

constexpr std::size_t kChunk = 500;

std::string words(const char* english)
{
    return typed(QCoreApplication::translate("ListPaper", english));
}

/// The lines of a list a few hundred at a time, within one read: all of one moment.
class Lines
{
public:
    Lines(const ReadTx& tx, const ListPaper& paper, std::vector<std::int64_t> order)
        : m_tx(tx)
        , m_paper(paper)
        , m_order(std::move(order))
    {
    }

    const ListRow* next()
    {
        while (m_at < m_order.size()) {
            if (m_at % kChunk == 0)
                readChunk();
            const ListRow& row = m_chunk[m_at++ % kChunk];
            if (!row.cells.empty())
                return &row;
        }
        return nullptr;
    }

private:
    void readChunk()
    {
        const auto first = m_order.begin() + static_cast<std::ptrdiff_t>(m_at);
        const auto last = m_order.begin() + static_cast<std::ptrdiff_t>(std::min(m_at + kChunk, m_order.size()));
        m_chunk = listRows(m_tx, *m_paper.list, { first, last }, m_paper.request.author);
    }
    const ReadTx& m_tx;
    const ListPaper& m_paper;
    std::vector<std::int64_t> m_order;
    std::vector<ListRow> m_chunk;
    std::size_t m_at = 0;
};

std::vector<std::string> headLines(const ListPaper& paper, std::size_t count)
{
    std::vector<std::string> out;
    out.push_back(words(QT_TRANSLATE_NOOP("ListPaper", "Filters: "))
        + (paper.filters.empty() ? words(QT_TRANSLATE_NOOP("ListPaper", "none, all lines")) : paper.filters));
    out.push_back(words(QT_TRANSLATE_NOOP("ListPaper", "Lines: ")) + std::to_string(count));
    out.push_back(
        words(QT_TRANSLATE_NOOP("ListPaper", "As of ")) + typed(dateText(paper.request.today)) + ", " + paper.office);
    if (!paper.remark.empty())
        out.push_back(paper.remark);
    return out;
}

std::string markOf(const ReadTx& tx, const std::string& language)
{
    return tx.setting("demo") == "1" ? store::wordOf(tx.profile(), store::PaperWord::Demo, language) : std::string();
}

SheetCell sheetCell(const ListPaper& paper, std::size_t at, const ListRow& row)
{
    const ListColumn& column = paper.list->columns[at];
    const base::Value& value = row.cells[at];
    SheetCell cell { typed(paper.cells.fullText(column, value)), {}, {} };
    if (value.number() && column.classifier.empty())
        cell.number = *value.number();
    if (column.kind == ListColumn::Kind::Date || column.kind == ListColumn::Kind::Deadline)
        cell.isoDate = value.textOr({});
    return cell;
}

reports::SheetHead sheetHead(const ReadTx& tx, const ListPaper& paper, std::size_t count)
{
    reports::SheetHead head { paper.title, headLines(paper, count), markOf(tx, paper.language), paper.labels, {}, count };
    for (const std::size_t at : paper.columns)
        head.widths.push_back(paper.list->columns[at].width);
    return head;
}

QString htmlHead(const ListPaper& paper, const std::vector<std::string>& lines)
{
    QString out = QStringLiteral("<html><head><meta charset=\"utf-8\"><style>body{font-family:'Liberation Sans','DejaVu "
                                 "Sans',sans-serif;font-size:8pt}table{border-collapse:collapse;border-color:black}"
                                 "</style></head><body><h3>%1</h3>")
                      .arg(shown(paper.title).toHtmlEscaped());
    for (const std::string& line : lines)
        out += QStringLiteral("<p style=\"margin:0\">%1</p>").arg(shown(line).toHtmlEscaped());
    out += QStringLiteral("<p style=\"margin:0\">&nbsp;</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"2\" "
                          "width=\"100%\"><thead><tr>");
    int all = 0;
    for (const std::size_t at : paper.columns)
        all += paper.list->columns[at].width;
    for (std::size_t i = 0; i < paper.columns.size(); ++i)
        out += QStringLiteral("<th width=\"%1%\">%2</th>")
                   .arg(paper.list->columns[paper.columns[i]].width * 100 / std::max(1, all))
                   .arg(shown(paper.labels[i]).toHtmlEscaped());
    return out + QStringLiteral("</tr></thead><tbody>");
}

QString htmlRow(const ListPaper& paper, const ListRow& row)
{
    QString out = QStringLiteral("<tr>");
    for (const std::size_t at : paper.columns) {
        const ListColumn& column = paper.list->columns[at];
        out += column.kind == ListColumn::Kind::Number ? QStringLiteral("<td align=\"right\">") : QStringLiteral("<td>");
        out += paper.cells.text(column, row.cells[at]).toHtmlEscaped() + QStringLiteral("</td>");
    }
    return out + QStringLiteral("</tr>");
}

} // namespace

Status writeList(const store::Store& store, const ListPaper& paper, ListFormat format,
    const std::filesystem::path& path, Job& job)
{
    return store.read([&](const ReadTx& tx) -> Status {
        PATRONAT_LET(auto order, listOrder(tx, *paper.list, paper.request, kFoundOnPaper));
        const reports::SheetHead head = sheetHead(tx, paper, order.size());
        Lines lines(tx, paper, std::move(order));
        const reports::SheetRows next = [&]() -> Result<std::optional<std::vector<SheetCell>>> {
            const ListRow* row = lines.next();
            if (row == nullptr)
                return std::optional<std::vector<SheetCell>>();
            std::vector<SheetCell> cells;
            for (const std::size_t at : paper.columns)
                cells.push_back(sheetCell(paper, at, *row));
            return std::optional(std::move(cells));
        };
        return format == ListFormat::Xlsx ? writeSheetXlsx(path, head, next, job) : writeSheetCsv(path, head, next, job);
    });
}

Result<PrintedList> printedList(const store::Store& store, const ListPaper& paper, Job& job)
{
    return store.read([&](const ReadTx& tx) -> Result<PrintedList> {
        PATRONAT_LET(auto order, listOrder(tx, *paper.list, paper.request, kFoundOnPaper));
        PrintedList out;
        const std::size_t all = order.size();
        out.lines = std::min(all, kLinesOnPaper);
        out.left = all - out.lines;
        order.resize(out.lines);
        std::vector<std::string> above = headLines(paper, all);
        if (out.left > 0)
            above.push_back(words(QT_TRANSLATE_NOOP("ListPaper", "On this paper: the first ")) + std::to_string(out.lines));
        QString html = htmlHead(paper, above);
        Lines lines(tx, paper, std::move(order));
        std::size_t done = 0;
        while (const ListRow* row = lines.next()) {
            html += htmlRow(paper, *row);
            if (++done % kChunk == 0) {
                job.report(done, out.lines);
                PATRONAT_TRY(job.checkpoint());
            }
        }
        out.html = typed(html + QStringLiteral("</tbody></table></body></html>"));
        out.sheet.landscape = true;
        out.sheet.left = out.sheet.right = 12;
        out.sheet.footer = paper.title;
        out.sheet.title = paper.title;
        out.sheet.date = paper.request.today;
        out.sheet.mark = markOf(tx, paper.language);
        out.sheet.pageWords = store::wordOf(tx.profile(), store::PaperWord::Page, paper.language);
        return out;
    });
}

} // namespace patronat::ui
