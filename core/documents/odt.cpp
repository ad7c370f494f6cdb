// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/odt.h"

#include <QDomDocument>
#include <QString>

#include <zip.h>

#include <array>
#include <memory>
#include <vector>

namespace patronat::documents {

namespace {

using base::ErrorCode;

constexpr char kMimeType[] = "application/vnd.oasis.opendocument.text";
// 1980-01-01, the first moment a zip knows: files differ by their content only.
constexpr std::uint16_t kZipDate = 0x0021;

base::Result<QDomDocument> parsed(const std::string& flat, const std::string& file)
{
    QDomDocument document;
    QString why;
    int line = 0;
    if (!document.setContent(QByteArray::fromStdString(flat), false, &why, &line))
        return { ErrorCode::ProfileBroken, { file, std::to_string(line), {}, "brokenXml" }, why.toStdString() };
    if (document.documentElement().tagName() != QLatin1String("office:document"))
        return { ErrorCode::ProfileBroken, { file, "0", {}, "noFlatOdt" } };
    return document;
}

/// One file of the package: a root of this name, with the attributes of the flat one and these of its children.
QByteArray partOf(const QDomElement& flat, const char* rootName, std::initializer_list<const char*> children)
{
    QDomDocument part;
    part.appendChild(part.createProcessingInstruction(
        QStringLiteral("xml"), QStringLiteral("version=\"1.0\" encoding=\"UTF-8\"")));
    QDomElement root = part.createElement(QLatin1String(rootName));
    const QDomNamedNodeMap attributes = flat.attributes();
    for (int i = 0; i < attributes.count(); ++i) {
        const QDomAttr attribute = attributes.item(i).toAttr();
        if (attribute.name() != QLatin1String("office:mimetype"))
            root.setAttribute(attribute.name(), attribute.value());
    }
    part.appendChild(root);
    for (const char* name : children)
        for (QDomElement child = flat.firstChildElement(QLatin1String(name)); !child.isNull();
             child = child.nextSiblingElement(QLatin1String(name)))
            root.appendChild(part.importNode(child, true));
    // No indentation: spaces are text in a document.
    return part.toByteArray(-1);
}

struct PackageFile {
    const char* name;
    QByteArray content;
};

/// `version` is the document's own: LibreOffice refuses a package whose manifest says another.
QByteArray manifestOf(const std::vector<PackageFile>& files, const QByteArray& version)
{
    QByteArray xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                   "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                   "manifest:version=\"");
    xml += version + "\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"" + version
        + "\" manifest:media-type=\"" + QByteArray(kMimeType) + "\"/>";
    for (const PackageFile& file : files)
        if (QByteArray(file.name).endsWith(".xml"))
            xml += "<manifest:file-entry manifest:full-path=\"" + QByteArray(file.name)
                + "\" manifest:media-type=\"text/xml\"/>";
    return xml + "</manifest:manifest>";
}

base::Error zipFailed(zip_t* archive)
{
    return { ErrorCode::Internal, {}, archive ? zip_strerror(archive) : "no archive" };
}

base::Status addFiles(zip_t* archive, const std::vector<PackageFile>& files)
{
    for (const PackageFile& file : files) {
        zip_source_t* source = zip_source_buffer(
            archive, file.content.constData(), static_cast<zip_uint64_t>(file.content.size()), 0);
        if (!source)
            return zipFailed(archive);
        const zip_int64_t index = zip_file_add(archive, file.name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return zipFailed(archive);
        }
        const auto entry = static_cast<zip_uint64_t>(index);
        const bool first = entry == 0;
        if (zip_set_file_compression(archive, entry, first ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) < 0
            || zip_file_set_dostime(archive, entry, 0, kZipDate, 0) < 0)
            return zipFailed(archive);
    }
    return {};
}

/// libzip writes into a buffer it owns; the second reference keeps it after the archive has been closed.
base::Result<QByteArray> zipped(const std::vector<PackageFile>& files)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (!buffer)
        return zipFailed(nullptr);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(buffer, &zip_source_free);
    zip_source_keep(buffer);
    zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    if (!archive) {
        zip_source_free(buffer);
        return zipFailed(nullptr);
    }
    if (const base::Status added = addFiles(archive, files); !added) {
        zip_discard(archive);
        return added.error();
    }
    if (zip_close(archive) != 0) {
        const base::Error failure = zipFailed(archive);
        zip_discard(archive);
        return failure;
    }
    zip_stat_t stat;
    if (zip_source_stat(buffer, &stat) != 0 || zip_source_open(buffer) != 0)
        return zipFailed(nullptr);
    QByteArray out(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(buffer, out.data(), stat.size);
    zip_source_close(buffer);
    return got == static_cast<zip_int64_t>(stat.size) ? base::Result<QByteArray>(out) : zipFailed(nullptr);
}

/// The header of a page style, made where there is none; it stands before the other parts of the page.
QDomElement headerOf(QDomDocument& document, QDomElement page)
{
    QDomElement header = page.firstChildElement(QStringLiteral("style:header"));
    if (!header.isNull())
        return header;
    header = document.createElement(QStringLiteral("style:header"));
    page.insertBefore(header, page.firstChild());
    return header;
}

} // namespace

base::Result<std::string> markedFlatOdt(
    const std::string& flat, const std::string& mark, const std::string& file)
{
    PATRONAT_LET(QDomDocument document, parsed(flat, file));
    if (mark.empty())
        return flat;
    const QDomNodeList pages = document.elementsByTagName(QStringLiteral("style:master-page"));
    if (pages.isEmpty())
        return { ErrorCode::ProfileBroken, { file, "0", "style:master-page", "missingElement" } };
    for (int i = 0; i < pages.count(); ++i) {
        if (pages.at(i).toElement().text().contains(QString::fromStdString(mark)))
            continue;
        QDomElement line = document.createElement(QStringLiteral("text:p"));
        line.appendChild(document.createTextNode(QString::fromStdString(mark)));
        headerOf(document, pages.at(i).toElement()).appendChild(line);
    }
    return document.toString(-1).toStdString();
}

base::Result<QByteArray> odtOf(const std::string& flat, const std::string& file)
{
    PATRONAT_LET(const QDomDocument document, parsed(flat, file));
    const QDomElement root = document.documentElement();
    std::vector<PackageFile> files {
        { "mimetype", kMimeType },
        { "content.xml",
            partOf(root, "office:document-content",
                { "office:scripts", "office:font-face-decls", "office:automatic-styles", "office:body" }) },
        { "styles.xml",
            partOf(root, "office:document-styles",
                { "office:font-face-decls", "office:styles", "office:automatic-styles",
                    "office:master-styles" }) },
        { "meta.xml", partOf(root, "office:document-meta", { "office:meta" }) },
        { "settings.xml", partOf(root, "office:document-settings", { "office:settings" }) },
    };
    files.push_back({ "META-INF/manifest.xml", manifestOf(files, root.attribute(QStringLiteral("office:version"), QStringLiteral("1.2")).toUtf8()) });
    return zipped(files);
}

} // namespace patronat::documents
