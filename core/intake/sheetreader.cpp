// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/sheetreader.h"

#include "core/intake/csvreader.h"
#include "core/intake/odsreader.h"
#include "core/intake/xlsxreader.h"
#include "core/intake/zipparts.h"

#include <string_view>

namespace patronat::intake {

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// A list of a republic's families is some tens of megabytes; more than this is no list.
constexpr std::size_t kMaxBytes = std::size_t { 64 } << 20;

std::string wide(std::string_view ascii)
{
    std::string out;
    for (const char c : ascii) {
        out += c;
        out += '\0';
    }
    return out;
}

/// A workbook with a password is one of the old containers, whatever its name ends in.
base::Error oldContainer(std::string_view bytes)
{
    const bool isSealed = bytes.find(wide("EncryptedPackage")) != std::string_view::npos;
    return refusedList("list", isSealed ? "encrypted" : "oldExcel");
}

/// Registers export pages of HTML and call them .xls.
bool isMarkup(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

class CsvFile final : public SheetReader
{
public:
    explicit CsvFile(std::string bytes)
        : m_bytes(std::move(bytes))
    {
    }
    std::string format() const override { return "csv"; }
    std::vector<std::string> sheets() const override { return {}; }
    base::Result<ListTable> read(const Reading& reading) const override
    {
        return readCsv(m_bytes, reading);
    }

private:
    std::string m_bytes;
};

} // namespace

base::Result<std::unique_ptr<SheetReader>> openList(std::string bytes)
{
    if (bytes.size() > kMaxBytes)
        return refusedList("list", "tooLarge", std::to_string(kMaxBytes >> 20));
    if (bytes.starts_with(kOle))
        return oldContainer(bytes);
    if (bytes.starts_with(kZip)) {
        PATRONAT_LET(ZipParts parts, ZipParts::open(std::move(bytes)));
        return parts.has("content.xml") ? openOds(std::move(parts)) : openXlsx(std::move(parts));
    }
    if (isMarkup(bytes))
        return refusedList("list", "notAList");
    return std::unique_ptr<SheetReader>(std::make_unique<CsvFile>(std::move(bytes)));
}

} // namespace patronat::intake
