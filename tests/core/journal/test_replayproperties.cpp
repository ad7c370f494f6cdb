// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/journal/graph.h"
#include "core/journal/replay.h"
#include "tests/core/journal/oracle.h"
#include "tests/support/story.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::Value;
using journal::Kind;
using journal::Operation;
using journal::RecordState;
using tests::Oracle;
using tests::Story;

namespace {

constexpr std::uint64_t kSeeds = 2500;
const std::vector<std::string> kFields { "a", "b", "done" };

/// A few sites with clocks of their own work on one record, hear of each other now and then, and sometimes
/// save from a form that was filled long ago.
class Region {
public:
    explicit Region(std::uint64_t seed) : m_random(seed)
    {
        m_sites = { { 'A', 1'700'000'000'000, {}, {} }, { 'B', 1, {}, {} }, { 'C', 4'070'908'800'000, {}, {} } };
        Site& first = m_sites[m_random.below(3)];
        hear(m_story.at(tick(first)).create(first.name, someFields()), first);
        for (Site& site : m_sites)
            site.held = first.held;
    }

    void step()
    {
        Site& site = m_sites[m_random.below(3)];
        if (m_random.chance(25))
            meet(site, m_sites[m_random.below(3)]);
        else
            act(site);
    }

    Story& story() { return m_story; }

private:
    struct Site {
        char name;
        std::int64_t clock;
        std::vector<Operation> held;
        std::optional<RecordState> form; ///< opened earlier, not yet saved
    };

    std::int64_t tick(Site& site) { return site.clock += static_cast<std::int64_t>(m_random.below(3)); }

    void hear(const journal::Head&, Site& site) { site.held.push_back(m_story.operations().back()); }

    static void meet(Site& site, Site& other)
    {
        for (const Operation& o : other.held)
            if (std::find(site.held.begin(), site.held.end(), o) == site.held.end())
                site.held.push_back(o);
    }

    Value someValue() { return m_random.chance(15) ? Value() : Value(static_cast<std::int64_t>(m_random.below(4))); }

    base::Fields someFields()
    {
        base::Fields fields;
        for (const std::string& field : kFields)
            if (m_random.chance(50))
                fields[field] = someValue();
        return fields;
    }

    void act(Site& site)
    {
        const RecordState now = journal::replay(site.held);
        if (!site.form || m_random.chance(60))
            site.form = now;
        const RecordState& seen = m_random.chance(25) ? *site.form : now;
        Operation o = m_story.at(tick(site)).next(site.name, kindFor(seen), seen.heads);
        fill(o, seen);
        hear(m_story.add(std::move(o)), site);
    }

    Kind kindFor(const RecordState& seen)
    {
        const std::uint64_t dice = m_random.below(100);
        if (dice < 12 && seen.conflicts.empty())
            return Kind::Sign;
        if (dice < 20 && seen.life == journal::Life::Signed)
            return Kind::Cancel;
        if (dice < 26 && !seen.beside.empty())
            return Kind::Settle;
        if (dice < 34 && seen.conflicts.empty() && seen.life != journal::Life::Removed)
            return Kind::Remove;
        if (dice < 40 && seen.life == journal::Life::Removed)
            return Kind::Restore;
        return Kind::Write;
    }

    void fill(Operation& o, const RecordState& seen)
    {
        if (o.kind == Kind::Write) {
            o.fields = someFields();
            for (const auto& conflict : seen.conflicts)
                if (m_random.chance(50) && o.fields.contains(conflict.field))
                    o.settles.push_back(conflict.field);
        } else if (o.kind == Kind::Sign || o.kind == Kind::Remove) {
            o.fields = seen.values;
            o.fields.erase(std::string(journal::kRemovedField));
            if (o.kind == Kind::Sign)
                o.fields.erase("done");
        } else if (o.kind == Kind::Settle) {
            const auto& candidate = seen.beside[m_random.below(seen.beside.size())];
            for (const Operation& other : m_story.operations())
                if (other.id == candidate.operation)
                    o.named = { other.head() };
        }
        o.afterSigning = { "done" };
    }

    base::SeededRandom m_random;
    Story m_story;
    std::vector<Site> m_sites;
};

Story historyOf(std::uint64_t seed)
{
    Region region(seed);
    for (std::uint64_t i = 0; i < 6 + seed % 14; ++i)
        region.step();
    return region.story();
}

std::vector<std::string> allFields()
{
    auto fields = kFields;
    fields.emplace_back(journal::kRemovedField);
    return fields;
}

Value shownIn(const RecordState& state, const std::string& field)
{
    const auto at = state.values.find(field);
    return at == state.values.end() ? Value() : at->second;
}

/// The values that stand in a field, alone or side by side.
std::vector<Value> standing(const RecordState& state, const std::string& field)
{
    std::vector<Value> values { shownIn(state, field) };
    if (const auto* conflict = state.conflict(field))
        for (const auto& candidate : conflict->candidates)
            values.push_back(candidate.value);
    return values;
}

bool has(const std::vector<Value>& values, const Value& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<Operation> seenBy(const Operation& author, Oracle& oracle, const std::vector<Operation>& all)
{
    std::vector<Operation> seen;
    const auto& ancestors = oracle.ancestors(author.id);
    std::copy_if(all.begin(), all.end(), std::back_inserter(seen),
        [&](const Operation& o) { return ancestors.contains(o.id); });
    return seen;
}

/// Whether the author of `o` was shown `value` in `field`: on the row, or in the conflict that `o` settles.
bool wasShown(const Operation& o, const std::string& field, const Value& value, Oracle& oracle,
    const std::vector<Operation>& all)
{
    const RecordState seen = journal::replay(seenBy(o, oracle, all));
    if (shownIn(seen, field) == value)
        return true;
    return std::find(o.settles.begin(), o.settles.end(), field) != o.settles.end()
        && has(standing(seen, field), value);
}

} // namespace

TEST_CASE("Replay says of random histories what the rules say word by word")
{
    int conflicts = 0;
    int signatures = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        INFO("seed " << seed);
        const Story story = historyOf(seed);
        Oracle oracle(story.operations());
        const RecordState state = story.state();
        const auto signature = oracle.signature(oracle.effective());
        REQUIRE(state.signature == signature.value_or(base::OperationId {}));
        signatures += signature ? 1 : 0;
        conflicts += state.conflicts.empty() ? 0 : 1;
        for (const std::string& field : allFields()) {
            INFO("field " << field);
            const bool hidden = signature && (field == journal::kRemovedField || oracle.signs(*signature, field));
            if (field != journal::kRemovedField || !hidden)
                REQUIRE(shownIn(state, field) == oracle.shown(oracle.effective(), field));
            std::vector<Value> expected;
            for (const auto& id : oracle.current(oracle.effective(), field))
                expected.push_back(oracle.valueOf(id, field));
            const bool differ = std::adjacent_find(expected.begin(), expected.end(), std::not_equal_to<>()) != expected.end();
            REQUIRE((state.conflict(field) != nullptr) == (differ && !hidden));
            if (const auto* conflict = state.conflict(field))
                REQUIRE(conflict->candidates.size() == expected.size());
        }
    }
    CHECK(conflicts > 200); // the histories are worth looking at
    CHECK(signatures > 200);
}

TEST_CASE("The state does not depend on the order in which operations arrive")
{
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        INFO("seed " << seed);
        base::SeededRandom random(seed);
        const Story story = historyOf(seed);
        REQUIRE(story.isOrderless(random, 3));
        // Any part of the set too: what is missing makes others wait, in any order.
        std::vector<Operation> part = story.operations();
        std::erase_if(part, [&](const Operation&) { return random.chance(20); });
        const RecordState state = journal::replay(part);
        std::reverse(part.begin(), part.end());
        REQUIRE(journal::replay(part) == state);
        REQUIRE(state.waiting.size() <= part.size());
    }
}

TEST_CASE("Every written value stands, or was superseded by somebody who had been shown it")
{
    int superseded = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        INFO("seed " << seed);
        Story story = historyOf(seed);
        story.step('A', Kind::Cancel, story.state().heads); // so that no signature hides what stands
        const auto& all = story.operations();
        Oracle oracle(all);
        const RecordState state = story.state();
        for (const Operation& written : all) {
            for (const auto& [field, value] : written.fields) {
                if (!oracle.writes(written.id, field) || has(standing(state, field), value))
                    continue;
                INFO("field " << field << " of " << written.id.hex());
                REQUIRE(std::any_of(all.begin(), all.end(), [&](const Operation& by) {
                    return oracle.dismisses(by.id, written.id, field)
                        || (oracle.ancestors(by.id).contains(written.id) && oracle.writes(by.id, field)
                            && wasShown(by, field, value, oracle, all));
                }));
                ++superseded;
            }
        }
    }
    CHECK(superseded > 1000);
}

TEST_CASE("A value leaves what stands only by the operation that comes, whose author had been shown it")
{
    int left = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        INFO("seed " << seed);
        const Story story = historyOf(seed);
        const auto& all = story.operations();
        Oracle oracle(all);
        std::vector<Operation> held;
        RecordState before;
        for (const Operation& o : all) {
            held.push_back(o);
            const RecordState after = journal::replay(held);
            const bool compares = before.exists && before.signature.isNull() && after.signature.isNull();
            for (const std::string& field : compares ? allFields() : std::vector<std::string> {})
                for (const Value& value : standing(before, field)) {
                    if (has(standing(after, field), value) || (value.isNull() && !before.conflict(field)))
                        continue;
                    INFO("field " << field << " left by " << o.id.hex());
                    if (std::any_of(held.begin(), held.end(),
                            [&](const Operation& other) { return oracle.dismisses(o.id, other.id, field); }))
                        continue;
                    REQUIRE(oracle.writes(o.id, field));
                    REQUIRE(wasShown(o, field, value, oracle, all));
                    ++left;
                }
            before = after;
        }
    }
    CHECK(left > 1000);
}

TEST_CASE("Under a standing signature nothing that is not among its ancestors changes what it covers")
{
    int looked = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        INFO("seed " << seed);
        const Story story = historyOf(seed);
        const RecordState state = story.state();
        if (state.signature.isNull())
            continue;
        Oracle oracle(story.operations());
        for (const std::string& field : kFields)
            if (oracle.signs(state.signature, field))
                REQUIRE(shownIn(state, field) == oracle.valueOf(state.signature, field));
        std::set<base::OperationId> accounted = oracle.ancestors(state.signature);
        accounted.insert(state.signature);
        for (const auto& candidate : state.beside) {
            REQUIRE_FALSE(accounted.contains(candidate.operation));
            accounted.insert(candidate.operation);
        }
        for (const Operation& o : story.operations())
            if (o.kind == Kind::Settle)
                for (const auto& head : o.named)
                    accounted.insert(head.id);
        for (const Operation& o : story.operations()) {
            const bool outside = o.kind == Kind::Settle
                || (o.kind == Kind::Write && !o.fields.contains("a") && !o.fields.contains("b"));
            REQUIRE((outside || accounted.contains(o.id)));
        }
        ++looked;
    }
    CHECK(looked > 200);
}

TEST_CASE("A history retold with other origins in the same order has the same state")
{
    constexpr base::Origin kShift = 1000;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        const Story story = historyOf(seed);
        std::map<base::OperationId, journal::Head> renamed;
        std::vector<Operation> retold;
        for (Operation o : story.operations()) {
            const auto old = o.id;
            o.id.origin += kShift;
            o.record.origin += kShift;
            for (auto* heads : { &o.base, &o.named }) {
                for (journal::Head& head : *heads)
                    head = renamed.at(head.id);
                std::sort(heads->begin(), heads->end());
            }
            journal::seal(o);
            renamed[old] = o.head();
            retold.push_back(std::move(o));
        }
        const RecordState expected = story.state();
        const RecordState state = journal::replay(retold);
        REQUIRE(state.values == expected.values);
        REQUIRE(state.life == expected.life);
        REQUIRE(state.heads.size() == expected.heads.size());
        REQUIRE(state.beside.size() == expected.beside.size());
        REQUIRE(state.conflicts.size() == expected.conflicts.size());
        for (std::size_t i = 0; i < state.conflicts.size(); ++i)
            REQUIRE(std::equal(state.conflicts[i].candidates.begin(), state.conflicts[i].candidates.end(),
                expected.conflicts[i].candidates.begin(), expected.conflicts[i].candidates.end(),
                [](const auto& a, const auto& b) { return a.value == b.value && a.author == b.author; }));
    }
}

TEST_CASE("In a long history of one hand every operation knows all before it, also with a clock that runs back")
{
    Story story;
    journal::Head last = story.create('A', { { "a", 0 } });
    for (std::int64_t i = 1; i < 3000; ++i)
        last = story.at(1'000'000 - i).write('A', { last }, { { "a", i } });
    const journal::Graph graph = journal::graphOf(story.operations());
    REQUIRE(graph.size() == 3000);
    for (std::size_t i = 0; i < graph.size(); ++i)
        REQUIRE(graph.lastUnaware[i] == i); // what lets replay forget superseded writes at once
    CHECK(story.state().values.at("a") == Value(2999));
    CHECK(story.state().conflicts.empty());
}
