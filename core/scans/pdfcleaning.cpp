// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/pdfcleaning.h"

#include "core/scans/jpegparts.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace patronat::scans {

namespace {

bool isSigned(QPDF& pdf)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects())
        if (object.isDictionary() && object.hasKey("/ByteRange") && object.hasKey("/Contents"))
            return true;
    return false;
}

bool isJpeg(QPDFObjectHandle& dictionary)
{
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    return filter.isName() && filter.getName() == "/DCTDecode";
}

void cleanPicture(QPDFObjectHandle& stream, QPDFObjectHandle& dictionary)
{
    const auto raw = stream.getRawStreamData();
    const std::string_view dots(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
    const std::string cleaned = hasNotes(dots) ? withoutNotes(dots) : std::string();
    if (!cleaned.empty())
        stream.replaceStreamData(cleaned, dictionary.getKey("/Filter"), dictionary.getKey("/DecodeParms"));
}

void clean(QPDF& pdf)
{
    pdf.getTrailer().removeKey("/Info");
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() && !object.isStream())
            continue;
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        for (const char* key : { "/Metadata", "/PieceInfo", "/Thumb", "/LastModified" })
            dictionary.removeKey(key);
        if (object.isStream() && isJpeg(dictionary))
            cleanPicture(object, dictionary);
    }
}

CleanedPdf rewritten(QPDF& pdf)
{
    CleanedPdf out { PdfOutcome::Cleaned, {}, static_cast<int>(pdf.getAllPages().size()) };
    clean(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    // The same file twice is the same bytes: its hash is its name among the blobs.
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    out.bytes.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    return out;
}

} // namespace

CleanedPdf withoutAuthor(const std::string& bytes)
{
    // qpdf throws what it cannot read; nothing of it leaves this function.
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    try {
        pdf.processMemoryFile("scan", bytes.data(), bytes.size());
        if (pdf.isEncrypted())
            return { PdfOutcome::Locked, {}, 0 };
        if (isSigned(pdf))
            return { PdfOutcome::Signed, {}, static_cast<int>(pdf.getAllPages().size()) };
        // What had to be mended may lose more by being written anew than its properties are worth.
        if (pdf.anyWarnings())
            return {};
        return rewritten(pdf);
    } catch (const QPDFExc& error) {
        return { error.getErrorCode() == qpdf_e_password ? PdfOutcome::Locked : PdfOutcome::Damaged, {}, 0 };
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace patronat::scans
