// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pageflow.h"

#include "core/documents/keepmarks.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QFont>
#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace patronat::documents {

namespace {

constexpr double kBodyPoints = 12;
// Qt reads lengths in pixels of a screen of 96 dots per inch.
constexpr double kScreenDpi = 96;

/// Collects where a laid-out document may be cut.
class FlowCollector {
public:
    FlowCollector(const QTextDocument& document, double dpi)
        : m_layout(*document.documentLayout())
        , m_scale(dpi / kScreenDpi)
    {
    }

    Flow collect(QTextFrame* root)
    {
        frame(root, true);
        m_flow.height = m_layout.documentSize().height();
        return std::move(m_flow);
    }

private:
    void frame(QTextFrame* parent, bool top)
    {
        for (auto it = parent->begin(); !it.atEnd(); ++it) {
            if (auto* child = qobject_cast<QTextTable*>(it.currentFrame()))
                table(child, top);
            else if (it.currentFrame())
                frame(it.currentFrame(), top);
            else
                block(it.currentBlock(), top);
        }
    }

    void block(const QTextBlock& block, bool top)
    {
        const std::vector<Span> lines = linesOf(block);
        if (lines.empty())
            return;
        m_flow.lines.insert(m_flow.lines.end(), lines.begin(), lines.end());
        if (!top)
            return;
        // Neither the first line of a paragraph nor its last stands alone.
        const std::size_t last = lines.size() - 1;
        const Span begin { lines.front().top, lines[last <= 2 ? last : 1].bottom };
        if (last > 0)
            m_flow.groups.push_back(begin);
        if (last > 2)
            m_flow.groups.push_back({ lines[last - 1].top, lines[last].bottom });
        follow(begin);
        if (block.blockFormat().headingLevel() > 0)
            m_waiting.push_back(lines.front().top);
    }

    /// Headings before this stay with it.
    void follow(const Span& begin)
    {
        for (const double top : m_waiting)
            m_flow.groups.push_back({ top, begin.bottom });
        m_waiting.clear();
    }

    void table(QTextTable* table, bool top)
    {
        const QRectF bounds = m_layout.frameBoundingRect(table);
        const std::vector<Span> rows = rowsOf(*table, bounds);
        m_flow.rows.insert(m_flow.rows.end(), rows.begin(), rows.end());
        const auto heads = static_cast<std::size_t>(table->format().headerRowCount());
        const std::size_t first = std::min(heads, rows.size() - 1);
        // The head of a table is not left behind by its first row.
        m_flow.groups.push_back({ rows.front().top, rows[first].bottom });
        if (top)
            follow({ rows.front().top, rows[first].bottom });
        if (top && heads > 0 && heads < rows.size())
            m_flow.tables.push_back({ { bounds.top(), bounds.bottom() },
                { rows.front().top, rows[heads - 1].bottom } });
        for (int row = 0; row < table->rows(); ++row)
            for (int column = 0; column < table->columns(); ++column)
                cell(*table, rows, row, column);
    }

    void cell(QTextTable& table, const std::vector<Span>& rows, int row, int column)
    {
        const QTextTableCell cell = table.cellAt(row, column);
        if (cell.row() != row || cell.column() != column)
            return;
        if (cell.rowSpan() > 1) {
            const int last = std::min(row + cell.rowSpan(), table.rows()) - 1;
            m_flow.rows.push_back({ rows[std::size_t(row)].top, rows[std::size_t(last)].bottom });
        }
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            if (auto* inner = qobject_cast<QTextTable*>(it.currentFrame()))
                this->table(inner, false);
            else if (it.currentFrame())
                frame(it.currentFrame(), false);
            else
                block(it.currentBlock(), false);
        }
    }

    /// Qt does not say where a row begins; the highest text of its cells does, less what lies above it.
    std::vector<Span> rowsOf(const QTextTable& table, const QRectF& bounds) const
    {
        std::vector<Span> rows;
        for (int row = 0; row < table.rows(); ++row) {
            double top = row == 0 ? bounds.top() : bounds.bottom();
            for (int column = 0; row > 0 && column < table.columns(); ++column)
                top = std::min(top, topOf(table, row, column));
            if (!rows.empty()) {
                top = std::max(top, rows.back().top);
                rows.back().bottom = top;
            }
            rows.push_back({ top, bounds.bottom() });
        }
        return rows;
    }

    double topOf(const QTextTable& table, int row, int column) const
    {
        const QTextTableCell cell = table.cellAt(row, column);
        if (cell.row() != row)
            return m_layout.frameBoundingRect(const_cast<QTextTable*>(&table)).bottom();
        const QTextTableCellFormat format = cell.format().toTableCellFormat();
        const double padding = format.hasProperty(QTextFormat::TableCellTopPadding)
            ? format.topPadding()
            : table.format().cellPadding();
        const auto child = cell.begin();
        if (!child.atEnd() && child.currentFrame())
            return m_layout.frameBoundingRect(child.currentFrame()).top() - padding * m_scale;
        const QTextBlock first = cell.firstCursorPosition().block();
        const double above = padding + first.blockFormat().topMargin();
        return m_layout.blockBoundingRect(first).top() - above * m_scale;
    }

    std::vector<Span> linesOf(const QTextBlock& block) const
    {
        std::vector<Span> lines;
        const QTextLayout& text = *block.layout();
        const double top = m_layout.blockBoundingRect(block).top() - text.boundingRect().top();
        for (int i = 0; i < text.lineCount(); ++i) {
            const QTextLine line = text.lineAt(i);
            lines.push_back({ top + line.y(), top + line.y() + line.height() });
        }
        return lines;
    }

    const QAbstractTextDocumentLayout& m_layout;
    double m_scale;
    Flow m_flow;
    std::vector<double> m_waiting; ///< tops of headings that wait for what follows
};

int groupOf(const QString& text, qsizetype at)
{
    int group = 0;
    for (qsizetype i = at + 1; i < at + kMarkLength - 1; ++i)
        group = group << 4 | (text[i].unicode() - kMarkDigits);
    return group;
}

} // namespace

FlowDocument::FlowDocument(const std::string& html)
{
    QFont font;
    font.setFamilies({ QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif") });
    font.setPointSizeF(kBodyPoints);
    setDefaultFont(font);
    setUndoRedoEnabled(false);
    setUseDesignMetrics(true);
    setDocumentMargin(0);
    setHtml(QString::fromStdString(withKeepMarks(html)));
    readMarks();
    readForcedBreaks();
}

QVariant FlowDocument::loadResource(int type, const QUrl& name)
{
    // Never the base class: it reads files. What is refused is answered with a blank picture and
    // remembered, or Qt asks again for every page and prints a broken-image sign.
    QVariant answer;
    if (name.scheme() == QLatin1String("res")) {
        QFile file(QStringLiteral(":") + name.path());
        if (file.open(QIODevice::ReadOnly))
            answer = file.readAll();
    } else {
        m_refused.insert(name.toString());
    }
    if (!answer.isValid() && type == ImageResource) {
        QImage blank(1, 1, QImage::Format_ARGB32);
        blank.fill(Qt::transparent);
        answer = blank;
    } else if (!answer.isValid()) {
        answer = QByteArray();
    }
    addResource(type, name, answer);
    return answer;
}

void FlowDocument::readMarks()
{
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QString text = block.text();
        for (qsizetype at = text.indexOf(QChar(kMark)); at >= 0; at = text.indexOf(QChar(kMark))) {
            std::vector<int>& blocks = m_groups[groupOf(text, at)];
            if (blocks.empty() || blocks.back() != block.blockNumber())
                blocks.push_back(block.blockNumber());
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(at));
            cursor.setPosition(cursor.position() + kMarkLength, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
            text = block.text();
        }
    }
}

void FlowDocument::readForcedBreaks()
{
    // Qt would move such a block to its own next page, which here is endless.
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const QTextFormat::PageBreakFlags breaks = format.pageBreakPolicy();
        if (breaks == QTextFormat::PageBreak_Auto)
            continue;
        if (breaks & QTextFormat::PageBreak_AlwaysBefore)
            m_forcedBlocks.insert(block.blockNumber());
        if (breaks & QTextFormat::PageBreak_AlwaysAfter)
            m_forcedBlocks.insert(block.blockNumber() + 1);
        format.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame* frame : rootFrame()->childFrames()) {
        QTextFrameFormat format = frame->frameFormat();
        if (!(format.pageBreakPolicy() & QTextFormat::PageBreak_AlwaysBefore))
            continue;
        m_forcedBlocks.insert(frame->firstCursorPosition().block().blockNumber());
        format.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        frame->setFrameFormat(format);
    }
}

Flow FlowDocument::layOut(QPaintDevice& device, double width)
{
    documentLayout()->setPaintDevice(&device);
    setTextWidth(width);
    Flow flow = FlowCollector(*this, device.logicalDpiY()).collect(rootFrame());
    const auto topOf = [this, &flow](int number) {
        const double y = documentLayout()->blockBoundingRect(findBlockByNumber(number)).top();
        for (const Span& row : flow.rows)
            if (row.top <= y && y < row.bottom)
                return row.top;
        return y;
    };
    for (const int number : m_forcedBlocks)
        if (number < blockCount())
            flow.forced.push_back(topOf(number));
    std::ranges::sort(flow.forced);
    for (const auto& [group, numbers] : m_groups) {
        const QTextBlock last = findBlockByNumber(numbers.back());
        double bottom = documentLayout()->blockBoundingRect(last).bottom();
        for (const Span& row : flow.rows)
            if (row.top <= bottom && bottom <= row.bottom)
                bottom = row.bottom;
        flow.groups.push_back({ topOf(numbers.front()), bottom });
    }
    return flow;
}

} // namespace patronat::documents
