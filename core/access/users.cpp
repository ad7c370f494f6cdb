// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/users.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace patronat::access {

using base::RecordId;
using base::Status;
using store::ReadTx;

namespace {

constexpr std::string_view kUsers = "users";

} // namespace

std::vector<RecordId> users(const ReadTx& tx)
{
    std::vector<RecordId> out;
    const std::string text = tx.setting(kUsers).value_or(std::string());
    for (const std::string& word : base::split(text, ','))
        if (const auto id = RecordId::fromHex(word))
            out.push_back(*id);
    return out;
}

Status nameUsers(store::Store& store, const std::vector<RecordId>& staff)
{
    std::string text;
    for (const RecordId id : staff)
        text += (text.empty() ? "" : ",") + id.hex();
    return store.bulk([&](store::Store::Inner& inner) -> Status {
        auto save = inner.connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                             "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        save.bind(1, kUsers).bind(2, std::string_view(text)).run();
        return {};
    });
}

std::vector<RecordId> employed(const ReadTx& tx, std::string_view today)
{
    std::vector<RecordId> out;
    auto select = tx.connection().prepare("SELECT id FROM staff WHERE life NOT IN ('removed', 'erased') "
                                          "AND (\"to\" IS NULL OR \"to\" >= ?1) ORDER BY surname, firstName, id");
    select.bind(1, today);
    while (select.step())
        out.push_back(select.id<RecordId>(0));
    return out;
}

std::vector<RecordId> mayWorkHere(const ReadTx& tx, std::string_view today)
{
    std::vector<RecordId> all = employed(tx, today);
    const std::vector<RecordId> named = users(tx);
    const std::set<RecordId> isNamed(named.begin(), named.end());
    std::vector<RecordId> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](RecordId id) { return isNamed.contains(id); });
    return out.empty() ? all : out;
}

bool hasStaff(const ReadTx& tx)
{
    auto select = tx.connection().prepare("SELECT 1 FROM staff WHERE life NOT IN ('removed', 'erased') LIMIT 1");
    return select.step();
}

RecordId ownOrganisation(const ReadTx& tx, std::string_view officeCode)
{
    for (const char* where : { "o.code = ?1", "t.code = ?1" }) {
        auto select = tx.connection().prepare(
            std::string("SELECT o.id FROM organisation AS o LEFT JOIN territory AS t ON t.id = o.territory "
                        "WHERE o.life NOT IN ('removed', 'erased') AND ")
            + where + " ORDER BY o.id LIMIT 1");
        select.bind(1, officeCode);
        if (select.step())
            return select.id<RecordId>(0);
    }
    return {};
}

} // namespace patronat::access
