// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/picture.h"

#include "core/scans/jpegparts.h"

#include <QBuffer>
#include <QByteArray>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>
#include <cstring>

namespace patronat::scans {

namespace {

constexpr int kMostMegabytes = 512; ///< what one picture may take unpacked

bool isJpeg(const QByteArray& format)
{
    return format == "jpeg" || format == "jpg";
}

std::int64_t dots(QSize size)
{
    return std::int64_t { size.width() } * size.height();
}

QSize fitting(QSize size, int longSide)
{
    return std::max(size.width(), size.height()) <= longSide ? size
                                                             : size.scaled(longSide, longSide, Qt::KeepAspectRatio).expandedTo({ 1, 1 });
}

/// Into a picture that knows of nothing but its dots: texts, profiles and offsets of the one read stay behind.
QImage bare(QImage read)
{
    if (read.colorSpace().isValid() && read.colorSpace() != QColorSpace(QColorSpace::SRgb))
        read.convertToColorSpace(QColorSpace::SRgb);
    const bool isGrey = read.isGrayscale() && !read.hasAlphaChannel();
    read.convertTo(isGrey          ? QImage::Format_Grayscale8
            : read.hasAlphaChannel() ? QImage::Format_ARGB32
                                     : QImage::Format_RGB32);
    QImage out(read.size(), read.format());
    for (int y = 0; y < out.height() && !out.isNull(); ++y)
        std::memcpy(out.scanLine(y), read.constScanLine(y), static_cast<std::size_t>(read.bytesPerLine()));
    return out;
}

bool isOpaque(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return true;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb dot) { return qAlpha(dot) != 255; }))
            return false;
    }
    return true;
}

std::string written(const QImage& image, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        return {};
    return bytes.toStdString();
}

struct Source {
    explicit Source(const std::string& bytes)
        : data(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())))
        , buffer(&data)
    {
        QImageReader::setAllocationLimit(kMostMegabytes);
        buffer.open(QIODevice::ReadOnly);
        reader.setDecideFormatFromContent(true);
        reader.setDevice(&buffer);
        reader.setAutoTransform(true);
    }
    QSize shownSize() const
    {
        return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? reader.size().transposed() : reader.size();
    }
    QByteArray data;
    QBuffer buffer;
    QImageReader reader;
};

/// The dots, of a JPEG already made smaller while they are unpacked: to no less than twice what is wanted, so that the
/// last step keeps letters smooth.
QImage readDots(Source& source, int longSide)
{
    const QSize twice = fitting(source.reader.size(), 2 * longSide);
    if (isJpeg(source.reader.format()) && twice != source.reader.size())
        source.reader.setScaledSize(twice);
    return source.reader.read();
}

PictureOutcome judge(Source& source, const std::string& bytes)
{
    if (!source.reader.canRead())
        return PictureOutcome::NoReader;
    const QSize size = source.reader.size();
    if (!size.isValid() || size.isEmpty())
        return PictureOutcome::Unreadable;
    if (dots(size) > kMostDots)
        return PictureOutcome::TooManyDots;
    if (isJpeg(source.reader.format()) && !isWholeJpeg(bytes))
        return PictureOutcome::Unreadable;
    return source.reader.format() == "tiff" && source.reader.imageCount() > 1 ? PictureOutcome::SeveralPages : PictureOutcome::Made;
}

} // namespace

Picture redrawn(const std::string& bytes, int longSide, int quality)
{
    Source source(bytes);
    Picture out;
    out.outcome = judge(source, bytes);
    const QSize before = source.shownSize();
    out.widthBefore = before.width();
    out.heightBefore = before.height();
    if (out.outcome != PictureOutcome::Made)
        return out;
    const bool mayBePng = !isJpeg(source.reader.format()) && source.reader.format() != "webp";
    QImage image = readDots(source, longSide);
    if (image.isNull()) {
        out.outcome = PictureOutcome::Unreadable;
        return out;
    }
    image = bare(std::move(image));
    if (const QSize size = fitting(image.size(), longSide); size != image.size())
        image = bare(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const bool mustBePng = !isOpaque(image);
    if (!mustBePng && image.hasAlphaChannel())
        image.convertTo(QImage::Format_RGB32);
    out.bytes = mustBePng ? std::string() : written(image, "jpeg", quality);
    if (mustBePng || mayBePng) {
        std::string png = written(image, "png", -1);
        out.isPng = mustBePng || (!png.empty() && png.size() <= out.bytes.size());
        if (out.isPng)
            out.bytes = std::move(png);
    }
    out.width = image.width();
    out.height = image.height();
    if (out.bytes.empty())
        out.outcome = PictureOutcome::Unreadable;
    return out;
}

std::string thumbnail(const std::string& bytes, int longSide)
{
    Source source(bytes);
    if (!source.reader.canRead() || source.reader.size().isEmpty() || dots(source.reader.size()) > kMostDots)
        return {};
    const QImage image = readDots(source, longSide);
    if (image.isNull())
        return {};
    return written(image.scaled(fitting(image.size(), longSide), Qt::KeepAspectRatio, Qt::SmoothTransformation), "png", -1);
}

} // namespace patronat::scans
