// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/candidates.h"

#include "core/base/text.h"
#include "core/store/search.h"
#include "ui/common/valuetext.h"

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr std::size_t kMost = 30;
/// A search finds records of every type; so many are looked through for those wanted.
constexpr std::size_t kSearched = 400;

std::vector<RecordId> ofUnit(const store::ReadTx& tx, std::string_view target, base::UnitId unit)
{
    std::vector<RecordId> ids;
    auto select = tx.connection().prepare("SELECT id FROM " + store::sqlName(target)
        + " WHERE unit = ?1 AND life NOT IN ('removed', 'erased') ORDER BY id LIMIT 200");
    select.bind(1, unit);
    while (select.step())
        ids.push_back(select.id<RecordId>(0));
    return ids;
}

std::vector<RecordId> firstOf(const store::ReadTx& tx, std::string_view target)
{
    std::vector<RecordId> ids;
    auto select = tx.connection().prepare("SELECT id FROM " + store::sqlName(target)
        + " WHERE life NOT IN ('removed', 'erased') ORDER BY id DESC LIMIT 30");
    while (select.step())
        ids.push_back(select.id<RecordId>(0));
    return ids;
}

} // namespace

Result<std::vector<Candidate>> candidates(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view target, std::string_view text, base::UnitId unit, const std::string& language)
{
    const profile::RecordType* type = tx.profile().type(target);
    if (type == nullptr)
        return base::Error { base::ErrorCode::UnknownType, { std::string(target) }, {} };
    const std::string wanted = base::fold(text);
    const bool isOfUnit = type->unitKind == profile::UnitKind::Through && !unit.isNull();
    std::vector<RecordId> ids;
    if (isOfUnit) {
        ids = ofUnit(tx, target, unit);
    } else if (wanted.empty()) {
        ids = firstOf(tx, target);
    } else {
        PATRONAT_LET(const auto hits, store::search(tx, text, kSearched));
        for (const store::Hit& hit : hits)
            if (hit.type == target && ids.size() < kMost)
                ids.push_back(hit.record);
    }
    std::vector<Candidate> out;
    for (const RecordId id : ids) {
        std::string title = recordTitle(tx, rules, target, id, language);
        const bool fits = !isOfUnit || base::fold(title).find(wanted) != std::string::npos;
        if (fits && out.size() < kMost)
            out.push_back({ id, std::move(title) });
    }
    return out;
}

} // namespace patronat::ui
