// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

#include "core/process/signing.h"

#include <algorithm>

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

base::Result<RecordId> findByCode(
    const store::ReadTx& read, std::string_view type, const std::string& code)
{
    auto select = read.connection().prepare(
        "SELECT id FROM " + store::sqlName(type) + " WHERE \"code\" = ?1");
    select.bind(1, std::string_view(code));
    if (!select.step())
        return { base::ErrorCode::NotFound, { std::string(type), code } };
    return select.id<RecordId>(0);
}

std::string two(unsigned number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string textOf(const store::Record& record, std::string_view field)
{
    const auto at = record.values.find(field);
    return at == record.values.end() ? std::string() : std::string(at->second.textOr({}));
}

/// Region, district and settlements of the office's territory.
Status readPlaces(const store::ReadTx& read, Office& office)
{
    PATRONAT_LET(const store::Record own, read.record("territory", office.territory));
    office.district = textOf(own, "name");
    office.city = textOf(own, "kind") == "city";
    std::string region;
    if (const auto parent = own.values.find("parent"); parent != own.values.end()) {
        PATRONAT_LET(
            const store::Record above, read.record("territory", *parent->second.reference()));
        region = textOf(above, "name");
    }
    for (const RecordId child : read.children("territory", "parent", office.territory)) {
        PATRONAT_LET(const store::Record part, read.record("territory", child));
        const std::string name = textOf(part, "name");
        office.places.push_back(office.city ? Place { region, name, office.district }
                                            : Place { region, office.district, name });
    }
    if (office.places.empty())
        office.places.push_back({ region, office.district, office.district });
    return {};
}

} // namespace

void Office::at(Day day, int hour)
{
    clock.set(std::max(clock.nowMs(), day * kDay + hour * kHour));
}

Status signAsShown(store::WriteTx& tx, std::string_view type, RecordId id)
{
    PATRONAT_LET(const store::SignPlan plan, tx.read().signPlan(type, id));
    PATRONAT_TRY(process::sign(tx, plan));
    return {};
}

Status change(store::WriteTx& tx, std::string_view type, RecordId id, Form form)
{
    PATRONAT_LET(const store::Record record, tx.read().record(type, id));
    PATRONAT_TRY(tx.put(type, id, record.heads, form.take()));
    return {};
}

Status findPlace(Office& office)
{
    return office.store.read([&](const store::ReadTx& read) -> Status {
        const std::string number = two(office.plan.number);
        PATRONAT_LET(office.organisation, findByCode(read, "organisation", "K" + number));
        PATRONAT_LET(
            const store::Record organisation, read.record("organisation", office.organisation));
        office.organisationName = textOf(organisation, "shortName");
        const auto territory = organisation.values.find("territory");
        if (territory == organisation.values.end())
            return { base::ErrorCode::NotFound, { "territory", "K" + number } };
        office.territory = *territory->second.reference();
        return readPlaces(read, office);
    });
}

} // namespace patronat::demo
