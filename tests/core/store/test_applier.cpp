// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rebuild.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <memory>

namespace patronat::tests {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Value;

namespace {

/// One thing somebody does to a record, with heads that are now's or of a window opened earlier.
class Worker {
public:
    Worker(TestOffice& office, base::Random& random) : m_office(office), m_random(random) {}

    void work()
    {
        m_office.clock().advance(static_cast<std::int64_t>(m_random.below(200'000)) - 100'000);
        if (m_random.chance(25) || m_office.all("family").empty())
            return make();
        const bool family = m_random.chance(70) || m_office.all("member").empty();
        const std::string type = family ? "family" : "member";
        const auto records = m_office.all(type);
        const RecordId id = records[m_random.below(records.size())];
        TestOffice::Heads base = m_office.heads(type, id);
        auto& window = m_windows[id];
        if (window.empty() || m_random.chance(50))
            window = base;
        else
            base = window;
        change(type, id, base);
    }
    std::size_t written() const { return m_written; }

private:
    Value some(unsigned values) { return std::string(1, static_cast<char>('a' + m_random.below(values))); }
    void make()
    {
        const auto families = m_office.all("family");
        if (families.empty() || m_random.chance(40))
            m_office.create("family", { { "regNo", some(20) }, { "rooms", Value(int(m_random.below(3))) },
                                          { "done", m_random.chance(30) ? some(3) : Value() } });
        else
            return addMember(families[m_random.below(families.size())]);
        ++m_written;
    }
    /// Refused under a family that is removed here.
    void addMember(RecordId family)
    {
        const Fields fields { { "family", Value(family) }, { "n", Value(int(m_random.below(9))) } };
        note(m_office.store().write(m_office.by(), [&](store::WriteTx& tx) { return tx.create("member", fields); }));
    }
    Fields changes(const std::string& type)
    {
        Fields out;
        if (type == "member") {
            out.emplace(m_random.chance(40) ? "receipt" : "kinship", some(3));
            return out;
        }
        if (m_random.chance(40))
            out.emplace("note", m_random.chance(20) ? Value() : some(3));
        if (m_random.chance(30))
            out.emplace("regNo", some(3));
        if (m_random.chance(30))
            out.emplace("income", Value(int(m_random.below(3))));
        if (out.empty() || m_random.chance(15))
            out.emplace(m_random.chance(50) ? "done" : "paid", Value());
        if (out.contains("done"))
            out["done"] = some(3);
        if (out.contains("paid"))
            out["paid"] = Value(int(m_random.below(3)));
        return out;
    }
    void change(const std::string& type, RecordId id, const TestOffice::Heads& base)
    {
        const auto dice = m_random.below(100);
        if (dice < 50)
            note(m_office.put(type, id, base, changes(type)));
        else if (dice < 62)
            note(m_office.sign(type, id));
        else if (dice < 70)
            note(m_office.cancel(type, id, base));
        else if (dice < 76)
            note(m_office.remove(type, id, base));
        else if (dice < 82)
            note(m_office.restore(type, id, base));
        else if (dice < 90)
            settleConflict(type, id);
        else if (dice < 95)
            settleBeside(type, id);
        else
            note(m_office.store().undo(m_office.lastGroup(), {}));
    }
    void settleConflict(const std::string& type, RecordId id)
    {
        const auto state = m_office.state(type, id);
        if (state.conflicts.empty())
            return;
        const auto& conflict = state.conflicts[m_random.below(state.conflicts.size())];
        const auto& chosen = conflict.candidates[m_random.below(conflict.candidates.size())];
        Fields changes;
        if (conflict.field != journal::kRemovedField)
            changes.emplace(conflict.field, chosen.value);
        note(m_office.put(type, id, m_office.heads(type, id), changes, { conflict.field }));
    }
    void settleBeside(const std::string& type, RecordId id)
    {
        const auto state = m_office.state(type, id);
        if (state.beside.empty())
            return;
        const auto beside = state.beside[m_random.below(state.beside.size())].operation;
        note(m_office.store().write(m_office.by(), [&](store::WriteTx& tx) -> base::Result<base::OperationId> {
            const auto operation = tx.read().journal().operation(beside);
            return tx.settle(type, id, m_office.heads(type, id), { operation->head() });
        }));
    }
    template <typename T>
    void note(const base::Result<T>& result)
    {
        if (result) {
            ++m_written;
            return;
        }
        INFO(describe(result.error()));
        const ErrorCode code = result.error().code;
        CHECK((code == ErrorCode::OpenConflict || code == ErrorCode::RecordSigned || code == ErrorCode::RecordRemoved
            || code == ErrorCode::RecordNotSigned || code == ErrorCode::InvalidArgument));
    }

    TestOffice& m_office;
    base::Random& m_random;
    std::map<RecordId, TestOffice::Heads> m_windows;
    std::size_t m_written = 0;
};

struct Region {
    explicit Region(std::uint64_t seed) : random(seed)
    {
        for (std::uint64_t i = 0; i < 3; ++i)
            offices.push_back(std::make_unique<TestOffice>(profile(), seed * 10 + i));
        for (auto& office : offices) {
            office->clock().advance(static_cast<std::int64_t>(random.below(1'000'000)));
            workers.emplace_back(*office, random);
        }
    }
    static std::shared_ptr<const profile::Profile> profile()
    {
        static const auto loaded = OfficeProfile().load();
        return loaded;
    }
    void live(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            workers[random.below(3)].work();
            if (random.chance(6)) {
                const auto from = random.below(3);
                deliverShuffled(*offices[from], *offices[(from + 1 + random.below(2)) % 3], random);
            }
        }
    }
    void settle()
    {
        for (const auto& [from, to] : { std::pair(0, 1), { 1, 2 }, { 2, 0 }, { 2, 1 } })
            deliverShuffled(*offices[static_cast<std::size_t>(from)], *offices[static_cast<std::size_t>(to)], random);
    }

    base::SeededRandom random;
    std::vector<std::unique_ptr<TestOffice>> offices;
    std::vector<Worker> workers;
};

} // namespace

TEST_CASE("a row written in place is the row a rebuild writes")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Region region(seed);
        region.live(60);
        for (auto& office : region.offices) {
            const std::string before = office->dump();
            office->rebuildEach();
            REQUIRE(office->dump() == before);
        }
        region.settle();
        TestOffice& office = *region.offices[1];
        const std::string before = office.dump();
        base::Job job;
        REQUIRE(store::rebuildAll(office.store(), job));
        REQUIRE(office.dump() == before);
        CHECK(region.workers[0].written() + region.workers[1].written() + region.workers[2].written() > 15);
    }
}

TEST_CASE("offices that hold the same operations show the same, whatever order they came in")
{
    for (std::uint64_t seed = 101; seed <= 140; ++seed) {
        INFO("seed " << seed);
        Region region(seed);
        region.live(80);
        region.settle();
        const std::string digest = region.offices[0]->digest();
        for (auto& office : region.offices) {
            REQUIRE(office->problems().empty());
            REQUIRE(office->digest() == digest);
            REQUIRE(office->conflicts().size() == region.offices[0]->conflicts().size());
        }
        TestOffice fresh(Region::profile(), 77);
        deliverShuffled(*region.offices[2], fresh, region.random);
        REQUIRE(fresh.digest() == digest);
        REQUIRE(fresh.problems().empty());
    }
}

} // namespace patronat::tests
