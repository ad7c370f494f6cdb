// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/core/profile/smallprofile.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace patronat::tests {

/// A database of the small profile in a temporary folder, at noon of 2027-03-12. `made` comes before the
/// database: a test changes the profile's files there.
class SmallStore {
public:
    explicit SmallStore(const std::function<void(const SmallProfile&)>& made = {}, std::string_view kind = "office")
    {
        if (made)
            made(profile);
        store::OpenOptions options;
        options.writer = store::WriterMode::Inline;
        auto created = store::Store::create(folder.file("patronat.db"), profile.load(),
            { site(1), std::string(kind), "К05", "Агрыз" }, { clock, random }, options);
        INFO((created ? std::string() : describe(created.error())));
        REQUIRE(created);
        db = std::move(*created);
    }

    static base::SiteId site(std::uint64_t number) { return { 0x5173, number }; }
    static std::string today() { return "2027-03-12"; }

    base::RecordId create(std::string_view type, const base::Fields& fields)
    {
        return need(db->write({}, [&](store::WriteTx& tx) { return tx.create(type, fields); }));
    }
    void put(std::string_view type, base::RecordId id, const base::Fields& fields)
    {
        need(db->write({}, [&](store::WriteTx& tx) -> base::Result<base::OperationId> {
            PATRONAT_LET(const store::Record record, tx.read().record(type, id));
            return tx.put(type, id, record.heads, fields);
        }));
    }
    void remove(std::string_view type, base::RecordId id)
    {
        need(db->write({}, [&](store::WriteTx& tx) -> base::Result<base::OperationId> {
            PATRONAT_LET(const store::Record record, tx.read().record(type, id));
            return tx.remove(type, id, record.heads);
        }));
    }
    base::Status sign(std::string_view type, base::RecordId id)
    {
        const auto signedGroup = db->write({}, [&](store::WriteTx& tx) -> base::Result<base::GroupId> {
            PATRONAT_LET(const store::SignPlan plan, tx.read().signPlan(type, id));
            return tx.sign(plan);
        });
        return signedGroup ? base::Status() : base::Status(signedGroup.error());
    }
    store::Record record(std::string_view type, base::RecordId id) const
    {
        return need(db->read([&](const store::ReadTx& tx) { return tx.record(type, id); }));
    }
    std::string text(std::string_view type, base::RecordId id, const std::string& field) const
    {
        const store::Record found = record(type, id);
        const auto at = found.values.find(field);
        return at == found.values.end() ? std::string() : std::string(at->second.textOr("not a text"));
    }
    void execute(const std::string& sql)
    {
        const auto done = db->bulk([&](store::Store::Inner& inner) -> base::Status {
            inner.connection.execute(sql);
            return {};
        });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
    }
    void set(std::string_view name, const std::string& value)
    {
        execute("INSERT OR REPLACE INTO setting(name, value) VALUES('" + std::string(name) + "', '" + value + "')");
    }
    /// From here on this is not the only place there is.
    void knowAnotherSite()
    {
        execute("INSERT INTO site(id, code, name, kind, certificate) VALUES(x'" + site(2).hex() + "', 'К06', '', 'office', '')");
    }

    template <typename T>
    static T need(base::Result<T> result)
    {
        INFO((result ? std::string() : describe(result.error())));
        REQUIRE(result);
        if constexpr (std::is_same_v<T, base::Ok>)
            return {};
        else
            return std::move(*result);
    }

    SmallProfile profile;
    TemporaryFolder folder;
    base::ManualClock clock { 1804852800000 };
    base::SeededRandom random { 414 };
    std::unique_ptr<store::Store> db;
};

} // namespace patronat::tests
