// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/consent.h"

#include "core/store/tables.h"

namespace patronat::scans {

namespace {

std::string dateIn(const store::ReadTx& tx, std::string_view sql, base::RecordId family, std::string_view purpose, std::string_view today)
{
    db::Statement asked = tx.connection().prepare(sql);
    asked.bind(1, family);
    asked.bind(2, purpose);
    asked.bind(3, today);
    return asked.step() ? std::string(asked.text(0)) : std::string();
}

} // namespace

ConsentAnswer consentOf(const store::ReadTx& tx, base::RecordId family, std::string_view purpose, std::string_view today)
{
    if (tx.tables().find("consent") == nullptr)
        return {};
    const std::string standing = dateIn(tx,
        "SELECT max(signedAt) FROM consent WHERE family = ?1 AND purpose = ?2 AND life = 'signed' AND withdrawnAt IS NULL "
        "AND signedAt <= ?3 AND coalesce(validTo, '9999') >= ?3",
        family, purpose, today);
    if (!standing.empty())
        return { ConsentState::Standing, standing };
    const std::string withdrawn = dateIn(tx,
        "SELECT max(withdrawnAt) FROM consent WHERE family = ?1 AND purpose = ?2 AND life = 'signed' AND withdrawnAt <= ?3",
        family, purpose, today);
    return withdrawn.empty() ? ConsentAnswer {} : ConsentAnswer { ConsentState::Withdrawn, withdrawn };
}

} // namespace patronat::scans
