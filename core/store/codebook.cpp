// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/codebook.h"

#include "core/store/tables.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace patronat::store {

using base::RecordId;

namespace {

constexpr std::string_view kCodeType = "classifierCode";
constexpr std::array kLabels { std::pair { "ru", "labelRu" }, std::pair { "tt", "labelTt" },
    std::pair { "en", "labelEn" } };

/// What the records of one code say, as a row holds it.
struct Row
{
    std::string classifier;
    LiveCode live;
    bool hasOrder = false;
};

std::string columnOrNull(const profile::RecordType& type, const char* field)
{
    return type.field(field) != nullptr ? sqlName(field) : std::string("NULL");
}

/// Best first among those of one code.
std::vector<Row> rowsOf(const ReadTx& read, const profile::RecordType& type)
{
    std::string sql = "SELECT id, classifier, code, life IN ('removed', 'erased'), sort, validFrom, validTo";
    for (const auto& [language, field] : kLabels)
        sql += ", " + columnOrNull(type, field);
    auto select = read.connection().prepare(sql + " FROM " + sqlName(std::string(kCodeType))
        + " WHERE classifier IS NOT NULL AND code IS NOT NULL ORDER BY 4, id");
    std::vector<Row> rows;
    while (select.step()) {
        Row row;
        row.live.record = select.id<RecordId>(0);
        row.classifier = select.text(1);
        row.live.code.code = select.text(2);
        row.live.isRemoved = select.integer(3) != 0;
        row.hasOrder = !select.isNull(4);
        row.live.code.sort
            = row.hasOrder ? static_cast<int>(select.integer(4)) : std::numeric_limits<int>::max();
        row.live.code.validFrom = select.text(5);
        row.live.code.validTo = select.text(6);
        int column = 7;
        for (const auto& [language, field] : kLabels) {
            if (!select.isNull(column))
                row.live.code.label[language] = select.text(column);
            ++column;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The record's word over the profile's; what the record does not say stays.
void lay(LiveCode& under, Row&& row)
{
    for (auto& [language, label] : row.live.code.label)
        under.code.label[language] = std::move(label);
    if (row.hasOrder)
        under.code.sort = row.live.code.sort;
    under.code.validFrom = std::move(row.live.code.validFrom);
    under.code.validTo = std::move(row.live.code.validTo);
    under.record = row.live.record;
    under.isRemoved = row.live.isRemoved;
}

LiveCode* find(std::vector<LiveCode>& codes, std::string_view code)
{
    const auto at = std::find_if(
        codes.begin(), codes.end(), [&](const LiveCode& one) { return one.code.code == code; });
    return at == codes.end() ? nullptr : &*at;
}

} // namespace

CodeBook codeBook(const ReadTx& read)
{
    CodeBook book;
    for (const profile::Classifier& classifier : read.profile().classifiers)
        for (const profile::Code& code : classifier.codes)
            book[classifier.id].push_back({ code, {}, true, false });
    const profile::RecordType* type = read.profile().type(kCodeType);
    if (type == nullptr || read.tables().find(kCodeType) == nullptr)
        return book;
    CodeBook added;
    for (Row& row : rowsOf(read, *type)) {
        LiveCode* declared = find(book[row.classifier], row.live.code.code);
        if (declared != nullptr && declared->record.isNull())
            lay(*declared, std::move(row));
        else if (declared == nullptr && find(added[row.classifier], row.live.code.code) == nullptr)
            added[row.classifier].push_back(std::move(row.live));
    }
    for (auto& [classifier, codes] : added) {
        std::sort(codes.begin(), codes.end(), [](const LiveCode& a, const LiveCode& b) {
            return std::tie(a.code.sort, a.code.code) < std::tie(b.code.sort, b.code.code);
        });
        std::vector<LiveCode>& all = book[classifier];
        all.insert(all.end(), codes.begin(), codes.end());
    }
    return book;
}

const LiveCode* codeIn(const CodeBook& book, std::string_view classifier, std::string_view code)
{
    const auto codes = book.find(classifier);
    if (codes == book.end())
        return nullptr;
    const auto at = std::find_if(codes->second.begin(), codes->second.end(),
        [&](const LiveCode& one) { return one.code.code == code; });
    return at == codes->second.end() ? nullptr : &*at;
}

bool isOffered(const profile::Code& code, std::string_view day)
{
    return (code.validFrom.empty() || code.validFrom <= day) && (code.validTo.empty() || code.validTo >= day);
}

} // namespace patronat::store
