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

/// Records of one type that may be chosen anew, as the profile says it.
class Offered
{
public:
    Offered(const store::ReadTx& tx, const profile::RecordType& type, const std::string& today)
        : m_tx(tx)
        , m_today(today)
        , m_select("SELECT id FROM " + store::sqlName(type.id)
              + " WHERE life NOT IN ('removed', 'erased')"
              + (type.offeredExpression.empty() ? std::string()
                                                : " AND (" + type.offeredExpression + "\n)"))
    {
    }

    std::vector<RecordId> ofUnit(base::UnitId unit) const
    {
        auto select = prepared(" AND unit = :unit ORDER BY id LIMIT 200");
        select.bind(*select.parameter(":unit"), unit);
        return ids(select);
    }
    std::vector<RecordId> first() const
    {
        auto select = prepared(" ORDER BY id DESC LIMIT 30");
        return ids(select);
    }
    bool isOffered(RecordId id) const
    {
        auto select = prepared(" AND id = :id");
        select.bind(*select.parameter(":id"), id);
        return select.step();
    }

private:
    db::Statement prepared(const std::string& rest) const
    {
        auto select = m_tx.connection().prepare(m_select + rest);
        if (const auto today = select.parameter(":today"))
            select.bind(*today, m_today);
        return select;
    }
    static std::vector<RecordId> ids(db::Statement& select)
    {
        std::vector<RecordId> out;
        while (select.step())
            out.push_back(select.id<RecordId>(0));
        return out;
    }

    const store::ReadTx& m_tx;
    const std::string& m_today;
    std::string m_select;
};

} // namespace

Result<std::vector<Candidate>> candidates(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view target, std::string_view text, base::UnitId unit, const std::string& today,
    const std::string& language)
{
    const profile::RecordType* type = tx.profile().type(target);
    if (type == nullptr)
        return base::Error { base::ErrorCode::UnknownType, { std::string(target) }, {} };
    const std::string wanted = base::fold(text);
    const bool isOfUnit = type->unitKind == profile::UnitKind::Through && !unit.isNull();
    const Offered offered(tx, *type, today);
    std::vector<RecordId> ids;
    if (isOfUnit) {
        ids = offered.ofUnit(unit);
    } else if (wanted.empty()) {
        ids = offered.first();
    } else {
        PATRONAT_LET(const auto hits, store::search(tx, text, kSearched));
        for (const store::Hit& hit : hits)
            if (hit.type == target && ids.size() < kMost && offered.isOffered(hit.record))
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
