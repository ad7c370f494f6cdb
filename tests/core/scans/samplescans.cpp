// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scans/samplescans.h"

#include <QBuffer>
#include <QImageWriter>

#include <vector>

namespace patronat::tests {

using namespace std::string_literals;

namespace {

std::string segment(char mark, const std::string& content)
{
    const std::size_t length = content.size() + 2;
    return "\xFF"s + mark + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU)
        + content;
}

/// EXIF of big-endian order with the orientation alone, and words after it, as makers put theirs.
std::string exif(int orientation)
{
    return "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s
        + static_cast<char>(orientation) + "\0\0\0\0\0\0"s + kDevice + kPlace;
}

std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer)
{
    std::string out = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string at = std::to_string(out.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    return out + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R "
        + trailer + " >>\nstartxref\n" + std::to_string(out.size()) + "\n%%EOF\n";
}

std::string stream(const std::string& dictionary, const std::string& content)
{
    return "<< " + dictionary + " /Length " + std::to_string(content.size()) + " >>\nstream\n"
        + content + "\nendstream";
}

} // namespace

QImage photograph(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            line[x] = qRgb(x * 255 / width, y * 255 / height, (x * 7 + y * 13 + x * y / 5) % 256);
    }
    return image;
}

std::string bytesOf(const QImage& image, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? bytes.toStdString() : std::string();
}

std::string telephonePicture(const QImage& image, int orientation)
{
    const std::string plain = bytesOf(image, "jpeg");
    return plain.substr(0, 2) + segment('\xE1', exif(orientation))
        + segment('\xE1', "http://ns.adobe.com/xap/1.0/\0"s + kPlace)
        + segment('\xED', "Photoshop 3.0\0"s + kAuthor) + segment('\xFE', kAuthor) + plain.substr(2)
        + kDevice;
}

std::string tellingPng(const QImage& image)
{
    QImage told = image;
    told.setText(QStringLiteral("Author"), QString::fromStdString(kAuthor));
    told.setText(QStringLiteral("Comment"), QString::fromStdString(kPlace));
    return bytesOf(told, "png", -1);
}

std::string tellingPdf(const std::string& jpeg, const std::string& filter)
{
    return pdfOf(
        { "<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /PieceInfo << /Maker (" + kDevice
                + ") >> /Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
            "/XObject << /I 7 0 R >> >> "
            "/Annots [8 0 R << /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 9 0 R /T ("
                + kAuthor + ") >>] >>",
            stream("", "BT /F1 12 Tf 72 720 Td (Protokol 7) Tj ET"),
            "<< /Author (" + kAuthor + ") /Creator (" + kDevice + ") >>",
            stream("/Type /Metadata /Subtype /XML", "<x:xmpmeta>" + kPlace + "</x:xmpmeta>"),
            stream("/Type /XObject /Subtype /Image /Width 40 /Height 30 /ColorSpace /DeviceRGB "
                   "/BitsPerComponent 8 /Filter "
                    + filter,
                jpeg),
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (" + kAuthor
                + ") /Contents (verno) /M (D:20270112) /CreationDate (D:20270111) >>",
            "<< /Type /Filespec /F (a.txt) /EF << /F 10 0 R >> >>",
            stream("/Type /EmbeddedFile", kPlace) },
        "/Info 5 0 R");
}

std::string signedPdf()
{
    return pdfOf(
        { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
            "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>",
            "<< /Author (" + kAuthor + ") >>" },
        "/Info 5 0 R");
}

bool tells(const std::string& bytes)
{
    for (const std::string& one : { kPlace, kDevice, kAuthor })
        if (bytes.find(one) != std::string::npos)
            return true;
    return false;
}

} // namespace patronat::tests
