// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/maker.h"

#include "core/store/tables.h"

#include <algorithm>
#include <set>

namespace patronat::demo {

using base::OperationId;
using base::RecordId;
using base::Result;
using base::Status;

namespace {

struct Sealed {
    OperationId id;
    std::string bytes;
    auto operator<=>(const Sealed&) const = default;
};

Status collect(const store::ReadTx& read, const std::string& type, RecordId id, std::set<Sealed>& out)
{
    PATRONAT_LET(const std::vector<journal::Operation> history, read.history(type, id));
    for (const journal::Operation& operation : history)
        if (auto bytes = read.journal().bytes(operation.id))
            out.insert({ operation.id, std::move(*bytes) });
    return {};
}

/// Whole units, as an exchange would carry them, and the people who wrote in them.
Result<std::set<Sealed>> operationsOf(const store::Store& from, const std::vector<SharedFamily>& families)
{
    return from.read([&](const store::ReadTx& read) -> Result<std::set<Sealed>> {
        std::set<Sealed> out;
        std::vector<RecordId> units;
        for (const SharedFamily& one : families) {
            units.push_back(one.family);
            units.insert(units.end(), one.persons.begin(), one.persons.end());
        }
        for (const store::Table& table : read.tables().all())
            for (const RecordId unit : units) {
                auto select = read.connection().prepare("SELECT id FROM " + store::sqlName(table.type().id) + " WHERE unit = ?1");
                select.bind(1, unit);
                std::vector<RecordId> records;
                while (select.step())
                    records.push_back(select.id<RecordId>(0));
                for (const RecordId record : records)
                    PATRONAT_TRY(collect(read, table.type().id, record, out));
            }
        PATRONAT_LET(const std::vector<RecordId> staff, read.list("staff"));
        for (const RecordId one : staff)
            PATRONAT_TRY(collect(read, "staff", one, out));
        return out;
    });
}

/// The second office takes them in as a merge does.
Status takeIn(store::Store& to, base::SiteId site, const std::set<Sealed>& operations)
{
    return to.bulk([&](store::Store::Inner& inner) -> Status {
        std::vector<journal::OperationView> views;
        for (const Sealed& one : operations) {
            if (inner.journal.holds(one.id))
                continue;
            PATRONAT_LET(const journal::OperationView view, journal::view(one.id, one.bytes));
            inner.journal.number(one.id.origin, site);
            inner.journal.keep(one.id, one.bytes);
            views.push_back(view);
        }
        inner.applier.apply(views, inner.changes);
        inner.journal.sealWhenFull();
        return {};
    });
}

/// One of the two offices, opened again to work with what both know.
struct Side {
    Side(const Region& region, const OfficeMade& office, std::uint64_t opening)
        : made(office)
        , here(office.seed, opening, dayOf(2016, 12, 29))
    {
        here.clock.advance(8 * kHour);
        auto opened = store::Store::open(made.file, here.environment(), openOptions(region));
        if (opened)
            store = std::move(*opened);
        else
            error = opened.error();
    }
    Status edit(std::string_view type, RecordId id, Form form)
    {
        return write([&](store::WriteTx& tx) { return change(tx, type, id, std::move(form)); });
    }
    template <typename Fn>
    Status write(Fn fn)
    {
        here.clock.advance(7 * kMinute);
        store::WriteOptions options;
        options.author = made.specialist;
        options.name = "demo.neighbours";
        return store->write(options, [&](store::WriteTx& tx) -> Status {
            PATRONAT_TRY(fn(tx));
            operations += tx.operations();
            return {};
        });
    }

    const OfficeMade& made;
    Circumstances here;
    std::unique_ptr<store::Store> store;
    base::Error error;
    std::uint64_t operations = 0;
};

/// Both work on families that the other changes at the same time.
Status workApart(Side& first, Side& second, const std::vector<SharedFamily>& shared)
{
    const std::string phones[] { "+7 000 990-00-01", "+7 000 990-00-02" };
    if (!shared.empty()) { // different fields: both stand
        PATRONAT_TRY(first.edit("family", shared[0].family, std::move(Form().text("plot", "огород 6 соток, корова"))));
        PATRONAT_TRY(second.edit("family", shared[0].family, std::move(Form().text("note", "Бабушка живёт в соседнем районе и помогает семье"))));
    }
    if (shared.size() > 1) { // the same field differently: a conflict
        PATRONAT_TRY(first.edit("family", shared[1].family, std::move(Form().text("phone", phones[0]))));
        PATRONAT_TRY(second.edit("family", shared[1].family, std::move(Form().text("phone", phones[1]))));
    }
    if (shared.size() > 2) // the same field equally: none
        for (Side* side : { &first, &second })
            PATRONAT_TRY(side->edit("family", shared[2].family, std::move(Form().text("plot", "огород 10 соток"))));
    if (shared.size() > 3) { // beside a signature
        PATRONAT_TRY(first.write([&](store::WriteTx& tx) { return signAsShown(tx, "programme", shared[3].programme); }));
        PATRONAT_TRY(second.edit("programme", shared[3].programme,
            std::move(Form().text("goal", "Сохранить ребёнка в семье, привлечь к помощи родственников из соседнего района"))));
    }
    return {};
}

} // namespace

Status meetNeighbours(const Region& region, const OfficeMade& first, const OfficeMade& second, std::uint64_t& operations)
{
    Side one(region, first, 2);
    Side other(region, second, 3);
    for (const Side* side : { &one, &other })
        if (!side->store)
            return side->error;
    PATRONAT_LET(const std::set<Sealed> sealed, operationsOf(*one.store, first.shared));
    PATRONAT_TRY(takeIn(*other.store, one.store->site().id, sealed));
    PATRONAT_TRY(workApart(one, other, first.shared));
    operations += one.operations + other.operations;
    one.store->checkpoint();
    other.store->checkpoint();
    return {};
}

} // namespace patronat::demo
