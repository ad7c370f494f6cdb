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
#include <optional>

namespace patronat::documents {

namespace {

constexpr double kBodyPoints = 12;
// Qt reads lengths in pixels of a screen of 96 dots per inch.
constexpr double kScreenDpi = 96;

std::vector<Span> linesOf(const QAbstractTextDocumentLayout& layout, const QTextBlock& block)
{
    std::vector<Span> lines;
    const QTextLayout& text = *block.layout();
    const double top = layout.blockBoundingRect(block).top() - text.boundingRect().top();
    for (int i = 0; i < text.lineCount(); ++i) {
        const QTextLine line = text.lineAt(i);
        lines.push_back({ top + line.y(), top + line.y() + line.height() });
    }
    return lines;
}

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
        const std::vector<Span> lines = linesOf(m_layout, block);
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
        if (isHeading(block))
            m_waiting.push_back(lines.front().top);
        if (!block.text().trimmed().isEmpty())
            m_tail = lines[last > 1 ? last - 1 : 0].top;
    }

    /// Templates write headings also as paragraphs all in bold.
    static bool isHeading(const QTextBlock& block)
    {
        if (block.blockFormat().headingLevel() > 0)
            return true;
        for (auto it = block.begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().fontWeight() < QFont::Bold)
                return false;
        return !block.text().trimmed().isEmpty();
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
        // A table without lines and head sets out signatures: it is whole and with the end of what is signed.
        if (top && heads == 0 && table->format().border() == 0)
            m_flow.groups.push_back({ m_tail.value_or(bounds.top()), bounds.bottom() });
        if (top)
            m_tail = rows.back().top;
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

    const QAbstractTextDocumentLayout& m_layout;
    double m_scale;
    Flow m_flow;
    std::optional<double> m_tail; ///< where the last two lines, or the last row, of what came before begin
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
    m_placed.clear();
    for (QTextBlock block = begin(); block.isValid(); block = block.next())
        if (block.layout()->lineCount() > 1)
            m_placed.push_back({ block.blockNumber(), linesOf(*documentLayout(), block) });
    for (const int number : m_forcedBlocks)
        if (number < blockCount())
            flow.forced.push_back(placeOf(number, flow).top);
    std::ranges::sort(flow.forced);
    for (const auto& [group, numbers] : m_groups) {
        const Span last = placeOf(numbers.back(), flow);
        flow.groups.push_back({ placeOf(numbers.front(), flow).top, last.bottom });
    }
    return flow;
}

void FlowDocument::hideLinesAbove(double y)
{
    constexpr double kFarAway = 1e6;
    for (PlacedBlock& block : m_placed) {
        if (block.lines.front().top > y || block.lines.back().bottom <= y + 1)
            continue;
        QTextLayout& text = *findBlockByNumber(block.number).layout();
        for (std::size_t i = 0; i < block.lines.size() && block.lines[i].bottom <= y + 1; ++i) {
            QTextLine line = text.lineAt(static_cast<int>(i));
            if (line.y() > -kFarAway)
                line.setPosition({ line.x(), line.y() - 2 * kFarAway });
        }
    }
}

Span FlowDocument::placeOf(int number, const Flow& flow) const
{
    const QTextBlock block = findBlockByNumber(number);
    const QRectF bounds = documentLayout()->blockBoundingRect(block);
    Span place { bounds.top(), bounds.bottom() };
    if (!qobject_cast<QTextTable*>(frameAt(block.position())))
        return place;
    for (const Span& row : flow.rows)
        if (row.top <= bounds.top() && bounds.top() < row.bottom)
            place = { std::min(place.top, row.top), std::max(place.bottom, row.bottom) };
    return place;
}

} // namespace patronat::documents
