// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/reach.h"

#include <map>

namespace patronat::tests::simulator {

using base::RecordId;
using base::Result;
using base::UnitId;
using store::ReadTx;

namespace {

RecordId territory(const Site& hub, const std::string& district)
{
    const auto ids = hub.store().read([&](const ReadTx& tx) { return tx.list("territory", "code = '" + district + "'"); });
    return ids && !ids->empty() ? ids->front() : RecordId {};
}

const RecordId* reference(const Written& written, const std::string& field)
{
    const auto at = written.written.find(field);
    return at == written.written.end() ? nullptr : at->second.reference();
}

/// Units drawn by others: from -> to, for whatever was ever written.
std::multimap<UnitId, UnitId> drawn(const Ledger& ledger)
{
    std::multimap<UnitId, UnitId> out;
    for (const Written& written : ledger.all()) {
        const RecordId* person = written.type == "member" ? reference(written, "person") : nullptr;
        if (person)
            out.emplace(written.unit, base::idCast<UnitId>(*person));
        const RecordId* meeting = written.type == "agendaItem" ? reference(written, "meeting") : nullptr;
        const Written* called = meeting ? ledger.creation(*meeting) : nullptr;
        if (called)
            out.emplace(called->unit, written.unit);
    }
    return out;
}

} // namespace

Units mustReach(const Site& hub, const std::string& district)
{
    Units out;
    const RecordId place = territory(hub, district);
    for (const std::string type : { "family", "body" }) {
        const auto ids = hub.store().read([&](const ReadTx& tx) { return tx.list(type, "1"); });
        for (const RecordId& id : required(ids, "list")) {
            const auto record = hub.store().read([&](const ReadTx& tx) { return tx.record(type, id); });
            const store::Record shown = required(record, "record");
            const auto at = shown.values.find("territory");
            if (at != shown.values.end() && at->second == base::Value(place))
                out.insert(shown.unit);
        }
    }
    return out;
}

Units mayReach(const Ledger& ledger, const Site& hub, const std::string& district, base::SiteId site)
{
    Units own;
    std::vector<UnitId> open;
    const RecordId place = territory(hub, district);
    for (const Written& written : ledger.all()) {
        const bool isRoot = written.type == "family" || written.type == "body";
        const RecordId* said = isRoot ? reference(written, "territory") : nullptr;
        if (said && *said == place)
            open.push_back(written.unit);
        if (written.site == site)
            own.insert(written.unit);
    }
    const auto draws = drawn(ledger);
    Units out;
    while (!open.empty()) {
        const UnitId unit = open.back();
        open.pop_back();
        if (!out.insert(unit).second)
            continue;
        for (auto [at, end] = draws.equal_range(unit); at != end; ++at)
            open.push_back(at->second);
    }
    out.merge(own);
    return out;
}

} // namespace patronat::tests::simulator
