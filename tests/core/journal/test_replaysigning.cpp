// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/replay.h"
#include "tests/support/story.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::Fields;
using base::OperationId;
using base::Value;
using journal::Head;
using journal::Kind;
using journal::Life;
using tests::Story;

namespace {

std::vector<OperationId> besideOf(const Story& story)
{
    std::vector<OperationId> ids;
    for (const auto& candidate : story.state().beside)
        ids.push_back(candidate.operation);
    return ids;
}

std::vector<Value> rivals(const Story& story, std::string_view field)
{
    std::vector<Value> values;
    const auto state = story.state();
    if (const auto* conflict = state.conflict(field))
        for (const auto& candidate : conflict->candidates)
            values.push_back(candidate.value);
    return values;
}

bool isOrderless(const Story& story)
{
    base::SeededRandom random(2);
    return story.isOrderless(random);
}

} // namespace

TEST_CASE("A concurrent edit lies beside a signature, and nothing slips into what was signed")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head edit = story.write('B', { created }, { { "x", 2 }, { "unknownToA", 5 } });
    const auto state = story.state();
    CHECK(state.life == Life::Signed);
    CHECK(state.signature == sign.id);
    CHECK(state.values == Fields { { "x", 1 } });
    CHECK(state.conflicts.empty());
    CHECK(besideOf(story) == std::vector<OperationId> { edit.id });
    CHECK(isOrderless(story));
}

TEST_CASE("After a cancel the edit and the signed value are in open conflict, in every field")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head edit = story.write('B', { created }, { { "x", 2 }, { "unknownToA", 5 } });
    story.step('A', Kind::Cancel, { sign, edit });
    const auto state = story.state();
    CHECK(state.life == Life::Cancelled);
    CHECK(state.signature.isNull());
    CHECK(state.beside.empty());
    CHECK(rivals(story, "x") == std::vector<Value> { 2, 1 });
    CHECK(rivals(story, "unknownToA") == std::vector<Value> { 5, Value() });
    CHECK(isOrderless(story));
}

TEST_CASE("A cancel that does not know the signature leaves it standing and lies beside it")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head first = story.sign('A', { created }, { { "x", 1 } });
    const Head second = story.sign('B', { created }, { { "x", 2 } });
    const Head cancel = story.step('A', Kind::Cancel, { first });
    CHECK(story.state().life == Life::Signed);
    CHECK(story.state().signature == second.id);
    CHECK(story.state().values.at("x") == Value(2));
    CHECK(besideOf(story) == std::vector<OperationId> { first.id, cancel.id });
    CHECK(isOrderless(story));
}

TEST_CASE("Dismissing one operation beside a signature leaves the other")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head one = story.write('B', { created }, { { "x", 2 } });
    const Head two = story.write('C', { created }, { { "x", 3 } });
    const Head settle = story.dismiss('A', { sign, one, two }, { one });
    CHECK(besideOf(story) == std::vector<OperationId> { two.id });
    CHECK(story.state().values == Fields { { "x", 1 } });
    CHECK(story.state().heads == Story::Heads { settle });
    story.step('A', Kind::Cancel, { settle }); // what was dismissed stays in the history
    CHECK(rivals(story, "x") == std::vector<Value> { 3, 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("Dismissing one content leaves another content under the same id")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head edit = story.write('B', { created }, { { "x", 2 } });
    Head other = edit;
    other.check ^= 1;
    story.dismiss('A', { sign }, { other });
    CHECK(besideOf(story) == std::vector<OperationId> { edit.id });
}

TEST_CASE("Of two concurrent signatures the greatest is shown and the other lies beside it")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head first = story.sign('A', { created }, { { "x", 1 }, { "y", 1 } });
    const Head second = story.sign('B', { created }, { { "x", 2 } });
    CHECK(story.state().signature == second.id);
    CHECK(story.state().values == Fields { { "x", 2 } });
    CHECK(besideOf(story) == std::vector<OperationId> { first.id });
    story.step('C', Kind::Cancel, { first, second });
    CHECK(story.state().life == Life::Cancelled);
    CHECK(rivals(story, "x") == std::vector<Value> { 2, 1 });
    CHECK(rivals(story, "y") == std::vector<Value> { Value(), 1 });
    CHECK(isOrderless(story));
}

TEST_CASE("Two concurrent cancels end a signature once, and it can be signed anew")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head one = story.step('A', Kind::Cancel, { sign });
    const Head two = story.step('B', Kind::Cancel, { sign });
    CHECK(story.state().life == Life::Cancelled);
    CHECK(story.state().conflicts.empty());
    const Head edit = story.write('A', { one, two }, { { "x", 2 } });
    const Head again = story.sign('A', { edit }, { { "x", 2 } });
    CHECK(story.state().life == Life::Signed);
    CHECK(story.state().signature == again.id);
    CHECK(story.state().beside.empty());
    CHECK(isOrderless(story));
}

TEST_CASE("A cancel of nothing signed leaves a draft")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.step('A', Kind::Cancel, { created });
    CHECK(story.state().life == Life::Draft);
}

TEST_CASE("Fields that are filled after signing merge like any field under a signature")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } }, { "done" });
    const Head a = story.write('A', { sign }, { { "done", 1 } });
    CHECK(story.state().values == Fields { { "x", 1 }, { "done", 1 } });
    const Head b = story.write('B', { created }, { { "done", 2 } }); // has not heard of the signature
    CHECK(story.state().life == Life::Signed);
    CHECK(story.state().beside.empty());
    CHECK(rivals(story, "done") == std::vector<Value> { 2, 1 });
    story.write('C', { a, b }, { { "done", 1 } }, { "done" });
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().values.at("done") == Value(1));
    CHECK(isOrderless(story));
}

TEST_CASE("One operation that writes inside and outside the signature lies beside it and fills what is outside")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.sign('A', { created }, { { "x", 1 } }, { "done" });
    const Head edit = story.write('B', { created }, { { "done", 1 }, { "x", 2 } });
    CHECK(story.state().values == Fields { { "x", 1 }, { "done", 1 } });
    CHECK(besideOf(story) == std::vector<OperationId> { edit.id });
}

TEST_CASE("A field after signing that the signer does not know is outside its signature")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.sign('A', { created }, { { "x", 1 } });
    auto edit = story.next('B', Kind::Write, { created });
    edit.fields["done"] = 1;
    edit.afterSigning = { "done" };
    story.add(edit);
    CHECK(story.state().values == Fields { { "x", 1 }, { "done", 1 } });
    CHECK(story.state().beside.empty());
    CHECK(story.state().afterSigning == Story::Names { "done" });
}

TEST_CASE("What a snapshot carries stays inside it when a later program calls the field one after signing")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    story.sign('A', { created }, { { "x", 1 } });
    auto edit = story.next('B', Kind::Write, { created });
    edit.fields["x"] = 2;
    edit.afterSigning = { "x" };
    const Head later = story.add(edit);
    CHECK(story.state().values == Fields { { "x", 1 } });
    CHECK(story.state().conflicts.empty());
    CHECK(besideOf(story) == std::vector<OperationId> { later.id });
    CHECK(isOrderless(story));
}

TEST_CASE("A snapshot that carries a field it calls outside does not write it")
{
    Story story;
    const Head created = story.create('A', { { "done", 1 } });
    story.sign('A', { created }, { { "done", 1 } }, { "done" });
    story.write('B', { created }, { { "done", 2 } });
    CHECK(story.state().values == Fields { { "done", 2 } });
    CHECK(story.state().conflicts.empty());
    CHECK(story.state().beside.empty());
}

TEST_CASE("A write over a signature supersedes the value of the snapshot, not the one beside it")
{
    Story story;
    const Head created = story.create('A', { { "x", 0 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head edit = story.write('B', { created }, { { "x", 2 } }); // greater stamp, but not what the row shows
    const Head over = story.write('C', { sign, edit }, { { "x", 3 } });
    CHECK(story.state().values.at("x") == Value(1));
    CHECK(besideOf(story) == std::vector<OperationId> { edit.id, over.id });
    story.step('A', Kind::Cancel, { over });
    CHECK(rivals(story, "x") == std::vector<Value> { 3, 2 });
    CHECK(isOrderless(story));
}

TEST_CASE("A removal lies beside a signature and takes effect when that is cancelled")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head sign = story.sign('A', { created }, { { "x", 1 } });
    const Head removed = story.remove('B', { created }, { { "x", 1 } });
    CHECK(story.state().life == Life::Signed);
    CHECK_FALSE(story.state().values.contains(journal::kRemovedField));
    CHECK(besideOf(story) == std::vector<OperationId> { removed.id });
    story.step('A', Kind::Cancel, { sign, removed });
    CHECK(story.state().life == Life::Removed);
    CHECK(isOrderless(story));
}

TEST_CASE("A signature over what was edited before shows no more than it signed")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 }, { "unknownToA", 5 } });
    story.sign('A', { created }, { { "x", 1 } });
    CHECK(story.state().values == Fields { { "x", 1 } });
    CHECK(story.state().beside.empty());
}

TEST_CASE("Clocks decide only between concurrent signatures")
{
    Story story;
    const Head created = story.create('A', { { "x", 1 } });
    const Head late = story.at(4'070'908'800'000).sign('A', { created }, { { "x", 1 } });
    const Head cancel = story.at(1).step('B', Kind::Cancel, { late });
    const Head edit = story.at(2).write('B', { cancel }, { { "x", 2 } });
    CHECK(story.state().life == Life::Cancelled);
    CHECK(story.state().values == Fields { { "x", 2 } });
    const Head again = story.at(3).sign('B', { edit }, { { "x", 2 } });
    CHECK(story.state().signature == again.id);
    CHECK(isOrderless(story));
}
