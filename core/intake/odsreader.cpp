// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/odsreader.h"

#include "core/base/text.h"
#include "core/intake/cellformat.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace patronat::intake {

using base::Result;
using base::Status;
using Xml = QXmlStreamReader;

namespace {

/// A cell in an empty sheet is repeated to its last column and row: only what holds something
/// counts.
constexpr std::size_t kMaxCells = 8'000'000;
constexpr int kMaxBlanks = 1000;

base::Error broken(const char* where)
{
    return refusedList("ods", "broken", where);
}

std::string attributeOf(const Xml& xml, const char* name)
{
    for (const QXmlStreamAttribute& attribute : xml.attributes())
        if (attribute.name() == QLatin1String(name))
            return attribute.value().toString().toStdString();
    return {};
}

std::size_t repeatsOf(const Xml& xml, const char* name)
{
    const std::size_t count = QString::fromStdString(attributeOf(xml, name)).toULong();
    return std::max<std::size_t>(count, 1);
}

/// The paragraphs of a cell, line by line; remarks are not what stands in it.
std::string paragraphs(Xml& xml)
{
    QString out;
    bool isFirst = true;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const Xml::TokenType token = xml.readNext();
        if (token == Xml::Characters && depth > 1)
            out += xml.text();
        if (token == Xml::EndElement)
            --depth;
        if (token != Xml::StartElement)
            continue;
        ++depth;
        const auto name = xml.name();
        if (name == QLatin1String("annotation") || name == QLatin1String("shapes")
            || name == QLatin1String("frame")) {
            xml.skipCurrentElement();
            --depth;
        } else if (name == QLatin1String("p")) {
            if (!isFirst)
                out += QLatin1Char('\n');
            isFirst = false;
        } else if (name == QLatin1String("s"))
            out += QString(
                std::min(static_cast<int>(repeatsOf(xml, "c")), kMaxBlanks), QLatin1Char(' '));
        else if (name == QLatin1String("tab"))
            out += QLatin1Char('\t');
        else if (name == QLatin1String("line-break"))
            out += QLatin1Char('\n');
    }
    return out.toStdString();
}

/// Reads on to the end of the cell.
std::string cellText(Xml& xml)
{
    const std::string kind = attributeOf(xml, "value-type");
    std::string value;
    if (kind == "date") {
        value = attributeOf(xml, "date-value");
        if (value.ends_with("T00:00:00"))
            value.resize(value.find('T'));
    } else if (kind == "boolean")
        value = attributeOf(xml, "boolean-value");
    else if (kind == "float" || kind == "currency" || kind == "percentage") {
        bool isNumber = false;
        const double number = QString::fromStdString(attributeOf(xml, "value")).toDouble(&isNumber);
        value = isNumber ? numberText(number) : std::string();
    } else if (kind == "string")
        value = attributeOf(xml, "string-value");
    std::string shown = paragraphs(xml);
    return value.empty() ? shown : value;
}

/// One sheet as its rows come: what is repeated and empty only moves on.
class Sheet
{
public:
    void beginRow(std::size_t repeats)
    {
        m_repeats = repeats;
        m_row = { m_line + 1, {} };
        m_column = 0;
    }
    Status cell(std::string text, std::size_t repeats)
    {
        if (!text.empty()) {
            if (m_column + repeats > kMaxColumns)
                return refusedList("ods", "tooManyColumns", std::to_string(m_row.line));
            m_row.cells.resize(m_column);
            m_row.cells.insert(m_row.cells.end(), repeats, text);
        }
        m_column = std::min(m_column + repeats, kMaxColumns);
        return {};
    }
    Status endRow()
    {
        const std::size_t lines = m_row.cells.empty() ? 0 : m_repeats;
        m_cells += lines * m_row.cells.size();
        if (rows.size() + lines > kMaxRows + 1 || m_cells > kMaxCells)
            return refusedList("ods", "tooManyRows", std::to_string(kMaxRows));
        for (std::size_t i = 0; i < lines; ++i) {
            rows.push_back(m_row);
            ++m_row.line;
        }
        constexpr std::size_t kLastLine = 1 << 24;
        m_line
            = static_cast<int>(std::min(static_cast<std::size_t>(m_line) + m_repeats, kLastLine));
        return {};
    }
    std::vector<ListRow> rows;

private:
    ListRow m_row;
    std::size_t m_repeats = 1;
    std::size_t m_column = 0;
    std::size_t m_cells = 0;
    int m_line = 0;
};

/// From the start of a `table` to its end.
Status readSheet(Xml& xml, Sheet& sheet)
{
    while (!xml.atEnd()) {
        const Xml::TokenType token = xml.readNext();
        const auto name = xml.name();
        if (token == Xml::DTD)
            return broken("content.xml");
        if (token == Xml::EndElement && name == QLatin1String("table"))
            return {};
        if (token == Xml::EndElement && name == QLatin1String("table-row"))
            PATRONAT_TRY(sheet.endRow());
        if (token != Xml::StartElement)
            continue;
        if (name == QLatin1String("table-row"))
            sheet.beginRow(repeatsOf(xml, "number-rows-repeated"));
        else if (name == QLatin1String("table-cell")
            || name == QLatin1String("covered-table-cell")) {
            const std::size_t repeats = repeatsOf(xml, "number-columns-repeated");
            PATRONAT_TRY(sheet.cell(cellText(xml), repeats));
        }
    }
    return broken("content.xml");
}

class OdsFile final : public SheetReader
{
public:
    explicit OdsFile(std::string content)
        : m_content(std::move(content))
    {
    }
    Status open();
    std::string format() const override { return "ods"; }
    std::vector<std::string> sheets() const override { return m_sheets; }
    Result<ListTable> read(const Reading& reading) const override;

private:
    /// Up to the start of the next sheet; false at the end of the file.
    static bool nextSheet(Xml& xml)
    {
        while (!xml.atEnd())
            if (xml.readNext() == Xml::StartElement && xml.name() == QLatin1String("table"))
                return true;
        return false;
    }
    std::string m_content;
    std::vector<std::string> m_sheets;
};

Status OdsFile::open()
{
    Xml xml(QByteArray::fromRawData(m_content.data(), static_cast<qsizetype>(m_content.size())));
    while (!xml.atEnd()) {
        const Xml::TokenType token = xml.readNext();
        if (token == Xml::DTD)
            return broken("content.xml");
        if (token != Xml::StartElement || xml.name() != QLatin1String("table"))
            continue;
        m_sheets.push_back(attributeOf(xml, "name"));
        xml.skipCurrentElement();
    }
    if (xml.hasError())
        return broken("content.xml");
    return m_sheets.empty() ? Status(refusedList("list", "notAList")) : Status();
}

Result<ListTable> OdsFile::read(const Reading& reading) const
{
    ListTable table;
    table.format = "ods";
    table.sheets = m_sheets;
    Xml xml(QByteArray::fromRawData(m_content.data(), static_cast<qsizetype>(m_content.size())));
    while (nextSheet(xml)) {
        const std::string name = attributeOf(xml, "name");
        Sheet sheet;
        PATRONAT_TRY(readSheet(xml, sheet));
        const bool isWanted = reading.sheet.empty() ? !sheet.rows.empty() : name == reading.sheet;
        if (!isWanted)
            continue;
        table.sheet = name;
        return tableOf(std::move(table), std::move(sheet.rows), reading.headerLine);
    }
    return reading.sheet.empty() ? refusedList("ods", "empty")
                                 : refusedList("ods", "noSuchSheet", reading.sheet);
}

} // namespace

Result<std::unique_ptr<SheetReader>> openOds(ZipParts parts)
{
    if (parts.has("META-INF/manifest.xml")) {
        PATRONAT_LET(const std::string manifest, parts.part("META-INF/manifest.xml"));
        if (manifest.find("encryption-data") != std::string::npos)
            return refusedList("list", "encrypted");
    }
    PATRONAT_LET(std::string content, parts.part("content.xml"));
    auto file = std::make_unique<OdsFile>(std::move(content));
    PATRONAT_TRY(file->open());
    return std::unique_ptr<SheetReader>(std::move(file));
}

} // namespace patronat::intake
