// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pageprinter.h"

#include "core/documents/pageflow.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace patronat::documents {

namespace {

constexpr int kDotsPerInch = 600;
constexpr double kMetresPerInch = 0.0254;
constexpr double kBandMillimetres = 7;
constexpr double kBandPoints = 9;
// A border belongs to the row below it and is at most this thick.
constexpr double kBorderPoints = 1;

QPageLayout pageOf(const PaperSheet& sheet)
{
    return QPageLayout(QPageSize(QPageSize::A4), sheet.landscape ? QPageLayout::Landscape : QPageLayout::Portrait,
        QMarginsF(sheet.left, sheet.top, sheet.right, sheet.bottom), QPageLayout::Millimeter);
}

/// A document laid out for a device, cut into pages and painted one by one.
class PagePrinter {
public:
    PagePrinter(const std::string& html, const PaperSheet& sheet, QPaintDevice& device)
        : m_document(html)
        , m_sheet(sheet)
        , m_device(device)
    {
    }

    /// The number of pages, which have this size on the device.
    int layOut(double width, double height)
    {
        measure(width, height);
        m_flow = m_document.layOut(m_device, m_width);
        m_pages = cutIntoPages(m_flow, m_height - 2 * m_band);
        return static_cast<int>(m_pages.size());
    }

    /// From the first one on: what is above a page is taken out of the way for good.
    void paint(QPainter& painter, int number)
    {
        page(painter, m_pages[static_cast<std::size_t>(number - 1)], number, static_cast<int>(m_pages.size()));
    }

private:
    enum class Below { Nothing, RowBorder };

    void measure(double width, double height)
    {
        m_width = width;
        m_height = height;
        m_band = kBandMillimetres / 25.4 * m_device.logicalDpiY();
        m_border = kBorderPoints / 72 * m_device.logicalDpiY();
    }

    void page(QPainter& painter, const PageCut& cut, int number, int count)
    {
        bands(painter, number);
        m_document.hideLinesAbove(cut.body.top);
        if (cut.head.height() > 0)
            slice(painter, cut.head, m_band, m_border, Below::Nothing);
        slice(painter, cut.body, m_band + cut.head.height(), cut.head.height() > 0 ? 0 : m_border,
            endsAtRow(cut.body.bottom) ? Below::RowBorder : Below::Nothing);
        footer(painter, number, count);
    }

    void footer(QPainter& painter, int number, int count)
    {
        QString words = QString::fromStdString(m_sheet.pageWords);
        words.replace(QLatin1String("{page}"), QString::number(number));
        words.replace(QLatin1String("{pages}"), QString::number(count));
        const bool alone = m_sheet.footer.empty();
        band(painter, m_height - m_band, Qt::AlignLeft | Qt::AlignBottom, QString::fromStdString(m_sheet.footer));
        band(painter, m_height - m_band, (alone ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignBottom, words);
    }

    void bands(QPainter& painter, int number)
    {
        if (number > 1)
            band(painter, 0, Qt::AlignLeft | Qt::AlignTop, QString::fromStdString(m_sheet.header));
        band(painter, 0, Qt::AlignRight | Qt::AlignTop, QString::fromStdString(m_sheet.mark));
    }

    void band(QPainter& painter, double top, Qt::Alignment alignment, const QString& text)
    {
        if (text.isEmpty())
            return;
        QFont font = m_document.defaultFont();
        // In dots of what it was laid out for: a page painted smaller shrinks the band once, not twice.
        font.setPixelSize(qRound(kBandPoints / 72 * m_device.logicalDpiY()));
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(QRectF(0, top, m_width, m_band), static_cast<int>(alignment), text);
    }

    /// Paints a stretch of the endless page at `y` of this one. Its clip reaches over the border above it; the
    /// layout's own clip is narrower than the stretch, so that no neighbouring line is painted unseen
    /// and then found by whoever selects the text.
    void slice(QPainter& painter, const Span& span, double y, double above, Below below)
    {
        painter.save();
        painter.translate(0, y - span.top);
        // Qt paints the line between two rows with the lower one: at a row's end that row is asked for too,
        // as far as its border, which ends above its text.
        painter.setClipRect(
            QRectF(-m_border, span.top - above, m_width + 2 * m_border, span.height() + above + 1));
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, span.top + 1, m_width, span.height() - 2 + (below == Below::RowBorder ? 4 : 0));
        context.palette.setColor(QPalette::Text, Qt::black);
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
    }

    bool endsAtRow(double y) const
    {
        return std::ranges::any_of(
            m_flow.rows, [y](const Span& row) { return std::abs(row.top - y) < 0.5; });
    }

    FlowDocument m_document;
    Flow m_flow;
    std::vector<PageCut> m_pages;
    const PaperSheet& m_sheet;
    QPaintDevice& m_device;
    double m_width = 0;
    double m_height = 0;
    double m_band = 0;
    double m_border = 0;
};

/// Qt writes the time of the computer into the file; it has no door for another. The digits are replaced in
/// place, so no offset moves.
void setCreationDate(QByteArray& pdf, const std::string& isoDate)
{
    QByteArray digits;
    for (const char c : isoDate)
        if (c >= '0' && c <= '9')
            digits += c;
    digits = digits.leftJustified(14, '0', true);
    const QByteArray key("/CreationDate (D:");
    const qsizetype at = pdf.indexOf(key);
    if (at < 0)
        return;
    for (qsizetype i = at + key.size(), n = 0; i < pdf.size() && pdf[i] != ')'; ++i) {
        if (pdf[i] == '-')
            pdf[i] = '+';
        if (pdf[i] >= '0' && pdf[i] <= '9')
            pdf[i] = n < digits.size() ? digits[n++] : '0';
    }
}

base::Status checkFonts()
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return { base::ErrorCode::Internal, {}, "printing needs a QGuiApplication for its fonts" };
    return {};
}

} // namespace

base::Result<int> printHtml(const std::string& html, const PaperSheet& sheet, QPagedPaintDevice& device)
{
    PATRONAT_TRY(checkFonts());
    device.setPageLayout(pageOf(sheet));
    QPainter painter;
    if (!painter.begin(&device))
        return { base::ErrorCode::Internal, {}, "the paper cannot be painted on" };
    PagePrinter printer(html, sheet, device);
    const int count = printer.layOut(device.width(), device.height());
    for (int number = 1; number <= count; ++number) {
        if (number > 1 && !device.newPage())
            return { base::ErrorCode::Internal, {}, "no further page" };
        printer.paint(painter, number);
    }
    painter.end();
    return count;
}

base::Result<std::vector<QImage>> imagesOfHtml(const std::string& html, const PaperSheet& sheet, int dotsPerInch)
{
    PATRONAT_TRY(checkFonts());
    // Laid out as for the file, painted smaller: the pages end where they will on paper.
    QImage file(1, 1, QImage::Format_Grayscale8);
    file.setDotsPerMeterX(qRound(kDotsPerInch / kMetresPerInch));
    file.setDotsPerMeterY(file.dotsPerMeterX());
    const QPageLayout layout = pageOf(sheet);
    const QRect text = layout.paintRectPixels(kDotsPerInch);
    const QSize size = layout.fullRectPixels(dotsPerInch).size();
    PagePrinter printer(html, sheet, file);
    const int count = printer.layOut(text.width(), text.height());
    std::vector<QImage> images;
    for (int number = 1; number <= count; ++number) {
        QImage image(size, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(double(dotsPerInch) / kDotsPerInch, double(dotsPerInch) / kDotsPerInch);
        painter.translate(text.topLeft());
        printer.paint(painter, number);
        painter.end();
        images.push_back(std::move(image));
    }
    return images;
}

base::Result<QByteArray> pdfOfHtml(const std::string& html, const PaperSheet& sheet)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return { base::ErrorCode::Internal, {}, "no memory for the file" };
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
        writer.setResolution(kDotsPerInch);
        writer.setTitle(QString::fromStdString(sheet.title));
        writer.setCreator(QStringLiteral("Patronat"));
        PATRONAT_LET(const int pages, printHtml(html, sheet, writer));
        Q_UNUSED(pages)
    }
    QByteArray pdf = buffer.data();
    setCreationDate(pdf, sheet.date);
    return pdf;
}

} // namespace patronat::documents
