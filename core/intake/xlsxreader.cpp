// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/xlsxreader.h"

#include "core/intake/cellformat.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <map>

namespace patronat::intake {

using base::Result;
using base::Status;
using Xml = QXmlStreamReader;

namespace {

constexpr std::size_t kMaxText = std::size_t { 128 } << 20;

base::Error broken(std::string where)
{
    return refusedList("xlsx", "broken", std::move(where));
}

/// Goes through one part, element by element. Whoever defines entities of his own has no list.
template <typename Fn>
Status eachElement(const std::string& bytes, const std::string& name, Fn take)
{
    Xml xml(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    while (!xml.atEnd()) {
        const Xml::TokenType token = xml.readNext();
        if (token == Xml::DTD)
            return broken(name);
        if (token == Xml::StartElement)
            PATRONAT_TRY(take(xml));
    }
    return xml.hasError() ? Status(broken(name)) : Status();
}

/// The text of an `si` or `is`, without what is written above it in small letters.
std::string richText(Xml& xml)
{
    QString out;
    const QString end = xml.name().toString();
    while (!xml.atEnd()) {
        const Xml::TokenType token = xml.readNext();
        if (token == Xml::EndElement && xml.name() == end)
            break;
        if (token != Xml::StartElement)
            continue;
        if (xml.name() == QLatin1String("rPh"))
            xml.skipCurrentElement();
        else if (xml.name() == QLatin1String("t"))
            out += xml.readElementText();
    }
    return out.toStdString();
}

std::string relation(const QXmlStreamAttributes& attributes)
{
    for (const QXmlStreamAttribute& attribute : attributes)
        if (attribute.name() == QLatin1String("id") && !attribute.prefix().isEmpty())
            return attribute.value().toString().toStdString();
    return {};
}

std::string attributeOf(const Xml& xml, const char* name)
{
    return xml.attributes().value(QLatin1String(name)).toString().toStdString();
}

/// "../" in a path of a package leads out of its folder, never out of the package.
std::string pathFrom(const std::string& folder, const std::string& target)
{
    if (target.starts_with('/'))
        return target.substr(1);
    std::string base = folder;
    std::string rest = target;
    while (rest.starts_with("../")) {
        rest.erase(0, 3);
        const std::size_t slash = base.find_last_of('/', base.size() < 2 ? 0 : base.size() - 2);
        base.erase(slash == std::string::npos ? 0 : slash + 1);
    }
    return base + rest;
}

/// Columns count from 0; npos for what is no name of a cell.
std::size_t columnOf(const std::string& cell)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : cell) {
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (++letters > 3)
            return std::string::npos;
    }
    return letters == 0 ? std::string::npos : column - 1;
}

struct SheetPart
{
    std::string name;
    std::string path;
};

class XlsxFile final : public SheetReader
{
public:
    explicit XlsxFile(ZipParts parts)
        : m_parts(std::move(parts))
    {
    }
    Status open();
    std::string format() const override { return "xlsx"; }
    std::vector<std::string> sheets() const override;
    Result<ListTable> read(const Reading& reading) const override;

private:
    using Relations = std::map<std::string, std::string>;
    Result<std::string> bookPath() const;
    Result<Relations> relationsOf(const std::string& path, const std::string& folder) const;
    Status readBook(const std::string& path);
    Status readStrings(const std::string& path);
    Status readStyles(const std::string& path);
    Result<std::vector<ListRow>> rowsOf(const SheetPart& sheet) const;
    /// Reads on to the end of the cell.
    Result<std::string> cellText(Xml& xml) const;
    std::string valueText(
        const std::string& kind, std::size_t style, const std::string& value) const;

    ZipParts m_parts;
    std::vector<SheetPart> m_sheets;
    std::vector<std::string> m_strings;
    std::vector<bool> m_isDate; ///< by style
    bool m_from1904 = false;
};

Result<std::string> XlsxFile::bookPath() const
{
    PATRONAT_LET(const std::string rels, m_parts.part("_rels/.rels"));
    std::string path;
    PATRONAT_TRY(eachElement(rels, "_rels/.rels", [&](Xml& xml) -> Status {
        if (attributeOf(xml, "Type").ends_with("/officeDocument"))
            path = pathFrom({}, attributeOf(xml, "Target"));
        return {};
    }));
    if (path.empty())
        return refusedList("list", "notAList");
    return path;
}

Result<XlsxFile::Relations> XlsxFile::relationsOf(
    const std::string& path, const std::string& folder) const
{
    PATRONAT_LET(const std::string rels, m_parts.part(path));
    Relations out;
    PATRONAT_TRY(eachElement(rels, path, [&](Xml& xml) -> Status {
        const std::string target = pathFrom(folder, attributeOf(xml, "Target"));
        out[attributeOf(xml, "Id")] = target;
        for (const char* kind : { "/sharedStrings", "/styles" })
            if (attributeOf(xml, "Type").ends_with(kind))
                out[kind] = target;
        return {};
    }));
    return out;
}

Status XlsxFile::open()
{
    PATRONAT_LET(const std::string book, bookPath());
    const std::size_t slash = book.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "" : book.substr(0, slash + 1);
    PATRONAT_LET(const Relations relations,
        relationsOf(folder + "_rels/" + book.substr(folder.size()) + ".rels", folder));
    PATRONAT_TRY(readBook(book));
    for (SheetPart& sheet : m_sheets) {
        const auto at = relations.find(sheet.path);
        if (at == relations.end())
            return broken(book);
        sheet.path = at->second;
    }
    if (const auto strings = relations.find("/sharedStrings"); strings != relations.end())
        PATRONAT_TRY(readStrings(strings->second));
    if (const auto styles = relations.find("/styles"); styles != relations.end())
        PATRONAT_TRY(readStyles(styles->second));
    return m_sheets.empty() ? Status(refusedList("list", "notAList")) : Status();
}

Status XlsxFile::readBook(const std::string& path)
{
    PATRONAT_LET(const std::string bytes, m_parts.part(path));
    return eachElement(bytes, path, [&](Xml& xml) -> Status {
        if (xml.name() == QLatin1String("workbookPr")) {
            const std::string value = attributeOf(xml, "date1904");
            m_from1904 = value == "1" || value == "true";
        } else if (xml.name() == QLatin1String("sheet"))
            m_sheets.push_back({ attributeOf(xml, "name"), relation(xml.attributes()) });
        return {};
    });
}

Status XlsxFile::readStrings(const std::string& path)
{
    PATRONAT_LET(const std::string bytes, m_parts.part(path));
    return eachElement(bytes, path, [&](Xml& xml) -> Status {
        if (xml.name() == QLatin1String("si"))
            m_strings.push_back(richText(xml));
        return {};
    });
}

Status XlsxFile::readStyles(const std::string& path)
{
    PATRONAT_LET(const std::string bytes, m_parts.part(path));
    std::map<int, QString> codes;
    bool isOfCells = false;
    return eachElement(bytes, path, [&](Xml& xml) -> Status {
        const int number = xml.attributes().value(QLatin1String("numFmtId")).toInt();
        if (xml.name() == QLatin1String("numFmt"))
            codes[number] = xml.attributes().value(QLatin1String("formatCode")).toString();
        else if (xml.name() == QLatin1String("cellXfs"))
            isOfCells = true;
        else if (xml.name() == QLatin1String("cellStyles") || xml.name() == QLatin1String("dxfs"))
            isOfCells = false;
        else if (isOfCells && xml.name() == QLatin1String("xf"))
            m_isDate.push_back(isDateFormat(number, codes[number]));
        return {};
    });
}

std::string XlsxFile::valueText(
    const std::string& kind, std::size_t style, const std::string& value) const
{
    if (kind == "s") {
        const std::size_t at = QString::fromStdString(value).toULong();
        return at < m_strings.size() ? m_strings[at] : std::string();
    }
    if (kind == "b")
        return value == "1" ? "true" : "false";
    if (kind == "d" && value.ends_with("T00:00:00"))
        return value.substr(0, value.find('T'));
    if (!kind.empty() && kind != "n")
        return value;
    bool isNumber = false;
    const double number = QString::fromStdString(value).toDouble(&isNumber);
    if (!isNumber)
        return value;
    if (style < m_isDate.size() && m_isDate[style])
        return isoOfSerial(number, m_from1904)
            .value_or(numberText(number)); // no such day: seen as it stands
    return numberText(number);
}

Result<std::string> XlsxFile::cellText(Xml& xml) const
{
    const std::string kind = attributeOf(xml, "t");
    const std::size_t style = xml.attributes().value(QLatin1String("s")).toULong();
    std::string out;
    while (!xml.atEnd()) {
        const Xml::TokenType token = xml.readNext();
        if (token == Xml::EndElement && xml.name() == QLatin1String("c"))
            return out;
        if (token != Xml::StartElement)
            continue;
        if (xml.name() == QLatin1String("v"))
            out = valueText(kind, style, xml.readElementText().toStdString());
        else if (xml.name() == QLatin1String("is"))
            out = richText(xml);
        else
            xml.skipCurrentElement();
    }
    return broken("c");
}

Result<std::vector<ListRow>> XlsxFile::rowsOf(const SheetPart& sheet) const
{
    PATRONAT_LET(const std::string bytes, m_parts.part(sheet.path));
    std::vector<ListRow> rows;
    int line = 0;
    std::size_t column = 0;
    std::size_t taken = 0;
    PATRONAT_TRY(eachElement(bytes, sheet.path, [&](Xml& xml) -> Status {
        if (xml.name() == QLatin1String("row")) {
            const int number = xml.attributes().value(QLatin1String("r")).toInt();
            line = number > 0 ? number : line + 1;
            column = 0;
        }
        if (xml.name() != QLatin1String("c"))
            return {};
        const std::size_t named = columnOf(attributeOf(xml, "r"));
        column = named == std::string::npos ? column : named;
        PATRONAT_LET(std::string text, cellText(xml));
        if (const std::size_t at = column++; !text.empty()) {
            taken += text.size();
            if (at >= kMaxColumns)
                return refusedList("xlsx", "tooManyColumns", std::to_string(line));
            if (taken > kMaxText)
                return refusedList("list", "tooLarge", std::to_string(kMaxText >> 20));
            if (rows.empty() || rows.back().line != line)
                rows.push_back({ line, {} });
            if (rows.size() > kMaxRows + 1)
                return refusedList("xlsx", "tooManyRows", std::to_string(kMaxRows));
            rows.back().cells.resize(std::max(rows.back().cells.size(), at + 1));
            rows.back().cells[at] = std::move(text);
        }
        return {};
    }));
    return rows;
}

std::vector<std::string> XlsxFile::sheets() const
{
    std::vector<std::string> names;
    for (const SheetPart& sheet : m_sheets)
        names.push_back(sheet.name);
    return names;
}

Result<ListTable> XlsxFile::read(const Reading& reading) const
{
    ListTable table;
    table.format = "xlsx";
    table.sheets = sheets();
    table.countsFrom1904 = m_from1904;
    for (const SheetPart& sheet : m_sheets) {
        if (!reading.sheet.empty() && sheet.name != reading.sheet)
            continue;
        PATRONAT_LET(std::vector<ListRow> rows, rowsOf(sheet));
        if (rows.empty() && reading.sheet.empty())
            continue;
        table.sheet = sheet.name;
        return tableOf(std::move(table), std::move(rows), reading.headerLine);
    }
    return reading.sheet.empty() ? refusedList("xlsx", "empty")
                                 : refusedList("xlsx", "noSuchSheet", reading.sheet);
}

} // namespace

Result<std::unique_ptr<SheetReader>> openXlsx(ZipParts parts)
{
    auto file = std::make_unique<XlsxFile>(std::move(parts));
    PATRONAT_TRY(file->open());
    return std::unique_ptr<SheetReader>(std::move(file));
}

} // namespace patronat::intake
