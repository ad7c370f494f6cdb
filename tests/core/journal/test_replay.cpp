// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/replay.h"
#include "tests/support/story.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::Fields;
using base::Value;
using journal::Head;
using journal::Kind;
using journal::Life;
using tests::Story;

namespace {

constexpr std::int64_t k1970 = 1;
constexpr std::int64_t k2099 = 4'070'908'800'000;

/// The values side by side in a field, the shown one first; empty when there is no conflict.
std::vector<Value> rivals(const journal::RecordState& state, std::string_view field)
{
    std::vector<Value> values;
    if (const auto* conflict = state.conflict(field))
        for (const auto& candidate : conflict->candidates)
            values.push_back(candidate.value);
    return values;
}

bool isOrderless(const Story& story)
{
    base::SeededRandom random(1);
    return story.isOrderless(random);
}

} // namespace

TEST_CASE("Edits of different fields both stand")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 }, { "y", 1 } });
    const Head a = story.write('A', { created }, { { "x", 2 } });
    const Head b = story.write('B', { created }, { { "y", 3 } });
    CHECK(story.state().values == Fields { { "x", 2 }, { "y", 3 } });
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().heads == Story::Heads { a, b });
    CHECK(isOrderless(story));
}

TEST_CASE("Of one field the later stamp is shown first and both are kept")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head a = story.write('A', { created }, { { "x", "one" } });
    const Head b = story.write('B', { created }, { { "x", "two" } });
    const auto state = story.state();
    CHECK(state.values.at("x") == Value("two"));
    CHECK(rivals(state, "x") == std::vector<Value> { "two", "one" });
    REQUIRE(state.conflict("x") != nullptr);
    CHECK(state.conflict("x")->candidates[0].operation == b.id);
    CHECK(state.conflict("x")->candidates[1].operation == a.id);
    CHECK(state.conflict("x")->candidates[1].author == base::RecordId { 'A', 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("Equal stamps are decided by the id")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.at(500).write('B', { created }, { { "x", "of B" } });
    story.at(500).write('A', { created }, { { "x", "of A" } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { "of B", "of A" });
    CHECK(isOrderless(story));
}

TEST_CASE("Equal values are no conflict, whoever wrote them")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head a = story.write('A', { created }, { { "x", 2 } });
    const Head b = story.write('B', { created }, { { "x", 2 } });
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().values.at("x") == Value(2));
    story.write('C', { a, b }, { { "x", 3 } }); // supersedes both: they agreed
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().values.at("x") == Value(3));
}

TEST_CASE("A cleared field against an edit is a conflict, and nothing can be what is shown")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.write('A', { created }, { { "x", 2 } });
    story.write('B', { created }, { { "x", Value() } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { Value(), 2 });
    CHECK_FALSE(story.state().values.contains("x"));
}

TEST_CASE("Three concurrent edits of a field are one conflict of three, two equal ones among them")
{
    Story story;
    const Head created = story.create('A', {});
    story.write('A', { created }, { { "x", 1 } });
    story.write('B', { created }, { { "x", 2 } });
    story.write('C', { created }, { { "x", 1 } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 1, 2, 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("A write that settles a conflict ends it, and the others receive that")
{
    Story story;
    const Head created = story.create('A', {});
    const Head a = story.write('A', { created }, { { "x", 1 } });
    const Head b = story.write('B', { created }, { { "x", 2 } });
    story.write('C', { a, b }, { { "x", 1 } }, { "x" });
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().values.at("x") == Value(1));
    CHECK(isOrderless(story));
}

TEST_CASE("Settling takes nothing that came later, and settles only the field it names")
{
    Story story;
    const Head created = story.create('A', {});
    const Head a = story.write('A', { created }, { { "x", 1 }, { "y", 1 } });
    const Head b = story.write('B', { created }, { { "x", 2 }, { "y", 2 } });
    story.write('C', { created }, { { "x", 3 } });
    story.write('A', { a, b }, { { "x", 4 }, { "y", 4 } }, { "x" });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 4, 3 });
    CHECK(rivals(story.state(), "y") == std::vector<Value> { 4, 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("A write over an open conflict that does not settle it supersedes only the value that was shown")
{
    Story story;
    const Head created = story.create('A', {});
    const Head a = story.write('A', { created }, { { "x", 1 } });
    const Head b = story.write('B', { created }, { { "x", 2 } });
    story.write('C', { a, b }, { { "x", 3 } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 3, 1 });
}

TEST_CASE("Two settlements that differ are a conflict of the two")
{
    Story story;
    const Head created = story.create('A', {});
    const Head a = story.write('A', { created }, { { "x", 1 } });
    const Head b = story.write('B', { created }, { { "x", 2 } });
    story.write('A', { a, b }, { { "x", 1 } }, { "x" });
    story.write('B', { a, b }, { { "x", 2 } }, { "x" });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 2, 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("A save from a form with an old base is concurrent, also of one and the same author")
{
    Story story;
    const Head created = story.create('A', { { "x", 0 } });
    story.write('A', { created }, { { "x", 1 } });
    story.write('A', { created }, { { "x", 2 } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 2, 1 });
}

TEST_CASE("Clocks of 1970 and 2099 change nothing that was not concurrent")
{
    Story story;
    const Head created = story.at(k2099).create('A', { { "x", 1 } });
    const Head b = story.at(k1970).write('B', { created }, { { "x", 2 } });
    const Head c = story.at(k2099).write('C', { b }, { { "x", 3 } });
    const Head d = story.at(k1970).write('A', { c }, { { "x", 4 } });
    CHECK(story.state().values.at("x") == Value(4));
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().heads == Story::Heads { d });
    CHECK(isOrderless(story));
}

TEST_CASE("Removal against an edit of any field is a conflict on that field, and the record is removed")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.write('B', { created }, { { "x", 2 }, { "unknownToA", 7 } });
    story.remove('A', { created }, { { "x", 1 } });
    const auto state = story.state();
    CHECK(state.life == Life::Removed);
    CHECK(rivals(state, "x") == std::vector<Value> { 1, 2 });
    CHECK(rivals(state, "unknownToA") == std::vector<Value> { Value(), 7 });
    CHECK(state.conflict(journal::kRemovedField) == nullptr);
    CHECK(isOrderless(story));
}

TEST_CASE("Restoring takes the mark back, and against another removal is a conflict of the mark")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head removed = story.remove('A', { created }, { { "x", 1 } });
    story.step('B', Kind::Restore, { removed });
    CHECK(story.state().life == Life::Draft);
    CHECK(story.state().values == Fields { { "x", 1 } });
    story.remove('C', { removed }, { { "x", 1 } });
    CHECK(story.state().life == Life::Removed);
    CHECK(rivals(story.state(), journal::kRemovedField) == std::vector<Value> { 1, Value() });
    CHECK(isOrderless(story));
}

TEST_CASE("Two removals are one removal")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.remove('A', { created }, { { "x", 1 } });
    story.remove('B', { created }, { { "x", 1 } });
    CHECK(story.state().life == Life::Removed);
    CHECK(story.state().conflicts.empty());
}

TEST_CASE("Erasure is final, whatever is written beside it or later")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head erased = story.step('A', Kind::Erase, { created });
    const Head beside = story.write('B', { created }, { { "x", 2 } });
    const Head signedLater = story.sign('B', { erased, beside }, { { "x", 3 } });
    story.step('C', Kind::Restore, { signedLater });
    const auto state = story.state();
    CHECK(state.exists);
    CHECK(state.life == Life::Erased);
    CHECK(state.values.empty());
    CHECK(state.conflicts.empty());
    CHECK(state.beside.empty());
    CHECK(state.signature.isNull());
    CHECK(isOrderless(story));
}

TEST_CASE("Edits that arrive before their creation wait for it")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head edit = story.write('B', { created }, { { "x", 2 } });
    const auto without = story.stateWithout({ created });
    CHECK_FALSE(without.exists);
    CHECK(without.type == "measure");
    CHECK(without.waiting == std::vector<journal::Waiting> { { edit.id, created } });
    CHECK(without.heads.empty());
    CHECK(story.state().exists);
    CHECK(story.state().waiting.empty());
}

TEST_CASE("What builds on something missing waits, with all that builds on it, and the rest goes on")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head lost = story.write('B', { created }, { { "x", 2 } });
    const Head child = story.write('B', { lost }, { { "x", 3 } });
    const Head grandchild = story.write('C', { child }, { { "x", 4 } });
    const Head other = story.write('A', { created }, { { "x", 5 } });
    const auto state = story.stateWithout({ lost });
    CHECK(state.values.at("x") == Value(5));
    CHECK(state.conflicts.empty());
    CHECK(state.heads == Story::Heads { other });
    CHECK(state.waiting == std::vector<journal::Waiting> { { child.id, lost }, { grandchild.id, child } });
    CHECK(rivals(story.state(), "x") == std::vector<Value> { 5, 4 });
}

TEST_CASE("What builds on another content under the same id waits")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    Head forked = created;
    forked.check ^= 1;
    const Head edit = story.write('B', { forked }, { { "x", 2 } });
    CHECK(story.state().values.at("x") == Value(1));
    CHECK(story.state().waiting == std::vector<journal::Waiting> { { edit.id, forked } });
    CHECK(story.state().heads == Story::Heads { created });
}

TEST_CASE("A change of another type or unit than the creation's waits")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    auto otherType = story.next('B', Kind::Write, { created });
    otherType.type = "family";
    otherType.fields["x"] = 2;
    const Head first = story.add(otherType);
    auto otherUnit = story.next('B', Kind::Write, { created });
    otherUnit.unit = { 9, 9 };
    otherUnit.fields["x"] = 3;
    const Head second = story.add(otherUnit);
    const auto state = story.state();
    CHECK(state.values.at("x") == Value(1));
    CHECK(state.heads == Story::Heads { created });
    CHECK(state.waiting == std::vector<journal::Waiting> { { first.id, created }, { second.id, created } });
    CHECK(isOrderless(story));
}

TEST_CASE("The state of what only waits does not depend on the order of arrival")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.write('B', { created }, { { "x", 2 } });
    auto otherType = story.next('C', Kind::Write, { created });
    otherType.type = "family";
    story.add(otherType);
    std::vector<journal::Operation> held(story.operations().begin() + 1, story.operations().end());
    const auto forward = journal::replay(held);
    std::reverse(held.begin(), held.end());
    CHECK(journal::replay(held) == forward);
    CHECK(journal::replay({}) == journal::RecordState {});
}
