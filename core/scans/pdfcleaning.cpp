// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/pdfcleaning.h"

#include "core/scans/jpegparts.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>
#include <vector>

namespace patronat::scans {

namespace {

bool isSigned(QPDF& pdf)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects())
        if (object.isDictionary() && object.hasKey("/ByteRange") && object.hasKey("/Contents"))
            return true;
    return false;
}

/// A value that may stand alone or in a list.
std::vector<QPDFObjectHandle> listOf(QPDFObjectHandle dictionary, const char* key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    if (value.isArray())
        return value.getArrayAsVector();
    return value.isNull() ? std::vector<QPDFObjectHandle> {}
                          : std::vector<QPDFObjectHandle> { value };
}

bool isJpeg(const QPDFObjectHandle& dictionary)
{
    auto filters = listOf(dictionary, "/Filter");
    return !filters.empty() && filters.back().isNameAndEquals("/DCTDecode");
}

/// The JPEG itself, of whatever it was packed in besides.
std::shared_ptr<Buffer> jpegOf(QPDF& pdf, QPDFObjectHandle& stream, QPDFObjectHandle& dictionary)
{
    const auto filters = listOf(dictionary, "/Filter");
    const auto raw = stream.getRawStreamData();
    if (filters.size() == 1)
        return raw;
    QPDFObjectHandle outer = QPDFObjectHandle::newStream(&pdf, raw);
    outer.getDict().replaceKey("/Filter",
        QPDFObjectHandle::newArray(
            std::vector<QPDFObjectHandle>(filters.begin(), filters.end() - 1)));
    auto parameters = listOf(dictionary, "/DecodeParms");
    if (parameters.size() == filters.size()) {
        parameters.pop_back();
        outer.getDict().replaceKey("/DecodeParms", QPDFObjectHandle::newArray(parameters));
    }
    return outer.getStreamData(qpdf_dl_generalized);
}

void cleanPicture(QPDF& pdf, QPDFObjectHandle& stream, QPDFObjectHandle& dictionary)
{
    const auto packed = jpegOf(pdf, stream, dictionary);
    const std::string_view dots(
        reinterpret_cast<const char*>(packed->getBuffer()), packed->getSize());
    const std::string cleaned = hasNotes(dots) ? withoutNotes(dots) : std::string();
    if (cleaned.empty())
        return;
    const auto parameters = listOf(dictionary, "/DecodeParms");
    stream.replaceStreamData(cleaned, QPDFObjectHandle::newName("/DCTDecode"),
        parameters.empty() ? QPDFObjectHandle::newNull() : parameters.back());
}

/// Who wrote a remark and when; what it says stays, it is seen on the page. Of a field of a form /T
/// is its name.
void cleanRemark(QPDFObjectHandle annotation)
{
    if (!annotation.isDictionary() || !annotation.hasKey("/Subtype") || !annotation.hasKey("/Rect"))
        return;
    if (!annotation.getKey("/Subtype").isNameAndEquals("/Widget"))
        annotation.removeKey("/T");
    annotation.removeKey("/CreationDate");
    annotation.removeKey("/M");
    QPDFObjectHandle file = annotation.getKey("/FS");
    if (file.isDictionary())
        file.removeKey("/EF");
}

/// Files inside the file: nobody sees them on its pages, and each tells of its maker anew.
void dropFiles(QPDF& pdf)
{
    QPDFObjectHandle names = pdf.getRoot().getKey("/Names");
    if (names.isDictionary())
        names.removeKey("/EmbeddedFiles");
}

void clean(QPDF& pdf)
{
    pdf.getTrailer().removeKey("/Info");
    dropFiles(pdf);
    for (QPDFObjectHandle page : pdf.getAllPages())
        for (QPDFObjectHandle& annotation : listOf(page, "/Annots"))
            cleanRemark(annotation);
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() && !object.isStream())
            continue;
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        for (const char* key :
            { "/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/EF", "/AF" })
            dictionary.removeKey(key);
        if (object.isStream() && isJpeg(dictionary))
            cleanPicture(pdf, object, dictionary);
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
        return { error.getErrorCode() == qpdf_e_password ? PdfOutcome::Locked : PdfOutcome::Damaged,
            {}, 0 };
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace patronat::scans
