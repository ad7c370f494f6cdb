// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/actions.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

using base::ErrorCode;
using base::Fields;
using base::OperationId;
using base::RecordId;
using base::Value;

namespace {

std::shared_ptr<const profile::Profile> small()
{
    static const auto loaded = OfficeProfile().load();
    return loaded;
}

struct Two {
    TestOffice a { small(), 1 };
    TestOffice b { small(), 2 };
    RecordId family = a.create("family", { { "regNo", Value("1") }, { "note", Value("old") } });
    TestOffice::Heads base = a.heads("family", family);
    Two() { deliver(a, b); }
    void exchange()
    {
        deliver(a, b);
        deliver(b, a);
        CHECK(a.digest() == b.digest());
        CHECK(a.problems() == "");
        CHECK(b.problems() == "");
    }
};

template <typename T>
ErrorCode codeOf(const base::Result<T>& result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("edits of different fields by two offices both stand")
{
    Two two;
    two.a.put("family", two.family, { { "regNo", Value("2") } });
    two.b.put("family", two.family, { { "note", Value("new") } });
    two.exchange();
    CHECK(two.a.conflicts().empty());
    CHECK(two.b.value("family", two.family, "regNo") == Value("2"));
    CHECK(two.a.value("family", two.family, "note") == Value("new"));
}

TEST_CASE("edits of one field show the same value everywhere and keep the other until a person settles it")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("by a") } });
    two.b.clock().advance(1000);
    two.b.put("family", two.family, { { "note", Value("by b") } });
    two.exchange();
    CHECK(two.a.value("family", two.family, "note") == Value("by b"));
    REQUIRE(two.a.conflicts().size() == 1);
    REQUIRE(two.b.conflicts().size() == 1);
    CHECK(two.a.conflicts().front().candidates == two.b.conflicts().front().candidates);
    CHECK(two.a.conflicts().front().base == Value("old"));
    const auto heads = two.a.heads("family", two.family);
    REQUIRE(two.a.put("family", two.family, heads, { { "note", Value("by a") } }, { "note" }));
    two.exchange();
    CHECK(two.b.conflicts().empty());
    CHECK(two.b.value("family", two.family, "note") == Value("by a"));
}

TEST_CASE("equal values of two offices are no conflict")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("same") } });
    two.b.put("family", two.family, { { "note", Value("same") } });
    two.exchange();
    CHECK(two.a.conflicts().empty());
}

TEST_CASE("a change without a base, or with one that nobody was shown, is refused")
{
    Two two;
    CHECK(codeOf(two.a.put("family", two.family, {}, { { "note", Value("x") } })) == ErrorCode::BaseRequired);
    auto forged = two.base;
    forged.front().check ^= 1;
    CHECK(codeOf(two.a.put("family", two.family, forged, { { "note", Value("x") } })) == ErrorCode::UnknownBase);
    CHECK(two.a.value("family", two.family, "note") == Value("old"));
}

TEST_CASE("saving an unchanged form writes nothing")
{
    Two two;
    const auto before = operationsOf(two.a).size();
    const auto saved = two.a.put("family", two.family, two.base, { { "note", Value("old") }, { "income", Value() } });
    REQUIRE(saved);
    CHECK(saved->isNull());
    CHECK(operationsOf(two.a).size() == before);
}

TEST_CASE("a save with older heads is a concurrent edit, never a silent overwrite")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("first window") } });
    REQUIRE(two.a.put("family", two.family, two.base, { { "note", Value("second window") } }));
    REQUIRE(two.a.conflicts().size() == 1);
    CHECK(two.a.conflicts().front().candidates.size() == 2);
    CHECK(two.a.problems() == "");
}

TEST_CASE("a signed record refuses what was signed and takes what is filled later")
{
    Two two;
    REQUIRE(two.a.sign("family", two.family));
    const auto heads = two.a.heads("family", two.family);
    const auto refused = two.a.put("family", two.family, heads, { { "note", Value("x") }, { "done", Value("y") } });
    REQUIRE(codeOf(refused) == ErrorCode::RecordSigned);
    CHECK(refused.error().args.back() == "note");
    two.a.put("family", two.family, { { "done", Value("yes") } });
    deliver(two.a, two.b);
    two.b.put("family", two.family, { { "paid", Value(5) } });
    two.a.put("family", two.family, { { "done", Value("wholly") } });
    two.exchange();
    CHECK(two.b.value("family", two.family, "done") == Value("wholly"));
    CHECK(two.a.value("family", two.family, "paid") == Value(5));
    CHECK(two.a.get("family", two.family).life == "signed");
}

TEST_CASE("a form opened before a signature arrived is saved beside it, until that is settled")
{
    Two two;
    REQUIRE(two.a.sign("family", two.family));
    deliver(two.a, two.b);
    const auto late = two.b.put("family", two.family, two.base, { { "note", Value("late") } });
    REQUIRE(late);
    two.exchange();
    CHECK(two.a.value("family", two.family, "note") == Value("old"));
    CHECK(two.a.get("family", two.family).hasBeside);
    const auto heads = two.a.heads("family", two.family);
    REQUIRE(two.a.store().write(two.a.by(), [&](store::WriteTx& tx) {
        return tx.settle("family", two.family, heads, { tx.read().journal().operation(*late)->head() });
    }));
    two.exchange();
    CHECK_FALSE(two.b.get("family", two.family).hasBeside);
    CHECK(two.b.value("family", two.family, "note") == Value("old"));
}

TEST_CASE("signing and removing over an open conflict are refused with the field named")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("a") } });
    REQUIRE(two.a.put("family", two.family, two.base, { { "note", Value("b") } }));
    const auto signing = two.a.sign("family", two.family);
    REQUIRE(codeOf(signing) == ErrorCode::OpenConflict);
    CHECK(signing.error().args.back() == "note");
    CHECK(codeOf(two.a.remove("family", two.family, two.a.heads("family", two.family))) == ErrorCode::OpenConflict);
    CHECK(codeOf(two.a.remove("family", two.family, two.base)) == ErrorCode::OpenConflict);
}

TEST_CASE("a cancelled, a removed and a restored record")
{
    Two two;
    REQUIRE(two.a.sign("family", two.family));
    CHECK(codeOf(two.a.remove("family", two.family, two.a.heads("family", two.family))) == ErrorCode::RecordSigned);
    REQUIRE(two.a.cancel("family", two.family, two.a.heads("family", two.family)));
    CHECK(two.a.get("family", two.family).life == "cancelled");
    REQUIRE(two.a.remove("family", two.family, two.a.heads("family", two.family)));
    CHECK(two.a.get("family", two.family).life == "removed");
    CHECK(two.a.count("SELECT count(*) FROM name WHERE folded LIKE '%old%'") == 0);
    const auto heads = two.a.heads("family", two.family);
    CHECK(codeOf(two.a.put("family", two.family, heads, { { "note", Value("x") } })) == ErrorCode::RecordRemoved);
    REQUIRE(two.a.restore("family", two.family, heads));
    CHECK(two.a.value("family", two.family, "note") == Value("old"));
    CHECK(two.a.count("SELECT count(*) FROM name WHERE folded LIKE '%old%'") == 1);
    two.exchange();
}

TEST_CASE("what an edit left in conflict with a removal can be settled without restoring")
{
    Two two;
    REQUIRE(two.a.remove("family", two.family, two.base));
    two.b.put("family", two.family, { { "note", Value("edited") } });
    two.exchange();
    REQUIRE(two.a.conflicts().size() == 1);
    const auto heads = two.a.heads("family", two.family);
    REQUIRE(two.a.put("family", two.family, heads, { { "note", Value("edited") } }, { "note" }));
    two.exchange();
    CHECK(two.b.conflicts().empty());
    CHECK(two.b.get("family", two.family).life == "removed");
}

TEST_CASE("a removal against a restoring is settled by either, everywhere, and only by who was shown it")
{
    Two two;
    REQUIRE(two.a.remove("family", two.family, two.base));
    REQUIRE(two.b.remove("family", two.family, two.base));
    const auto alone = two.a.heads("family", two.family);
    REQUIRE(two.a.restore("family", two.family, alone));
    const auto restored = two.a.heads("family", two.family);
    two.exchange();
    REQUIRE(two.a.conflicts().size() == 1);
    CHECK(two.a.conflicts().front().field == journal::kRemovedField);
    CHECK(codeOf(two.a.remove("family", two.family, restored)) == ErrorCode::OpenConflict);
    const bool removes = GENERATE(true, false);
    const auto heads = two.b.heads("family", two.family);
    if (removes)
        REQUIRE(two.b.remove("family", two.family, heads));
    else
        REQUIRE(two.b.restore("family", two.family, heads));
    two.exchange();
    CHECK(two.a.conflicts().empty());
    CHECK(two.b.conflicts().empty());
    CHECK(two.a.get("family", two.family).life == (removes ? "removed" : "draft"));
    CHECK(two.a.value("family", two.family, "note") == Value("old"));
}

TEST_CASE("a removal settles only that it stood against a restoring")
{
    Two two;
    REQUIRE(two.a.remove("family", two.family, two.base));
    REQUIRE(two.b.remove("family", two.family, two.base));
    REQUIRE(two.a.restore("family", two.family, two.a.heads("family", two.family)));
    deliver(two.a, two.b);
    REQUIRE(two.b.put("family", two.family, two.base, { { "note", Value("x") } }));
    two.exchange();
    REQUIRE(two.a.conflicts().size() == 2);
    const auto refused = two.a.remove("family", two.family, two.a.heads("family", two.family));
    REQUIRE(codeOf(refused) == ErrorCode::OpenConflict);
    CHECK(refused.error().args.back() == "note");
}

TEST_CASE("only a known field that was in conflict at the base is settled")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("a") } });
    const auto single = two.a.heads("family", two.family);
    REQUIRE(two.a.put("family", two.family, two.base, { { "note", Value("b") } }));
    const auto both = two.a.heads("family", two.family);
    const auto before = operationsOf(two.a).size();
    const auto unknown = two.a.put("family", two.family, both, {}, { "nothing" });
    REQUIRE(codeOf(unknown) == ErrorCode::UnknownField);
    CHECK(unknown.error().args == std::vector<std::string> { "family", "nothing" });
    CHECK(codeOf(two.a.put("family", two.family, both, {}, { std::string(journal::kRemovedField) }))
        == ErrorCode::UnknownField);
    const auto calm = two.a.put("family", two.family, both, { { "regNo", Value("7") } }, { "note", "regNo" });
    REQUIRE(codeOf(calm) == ErrorCode::InvalidArgument);
    CHECK(calm.error().args == std::vector<std::string> { "settle", "regNo" });
    // There is a conflict now, but who was shown this base has not seen it.
    CHECK(codeOf(two.a.put("family", two.family, single, {}, { "note" })) == ErrorCode::InvalidArgument);
    CHECK(operationsOf(two.a).size() == before);
    REQUIRE(two.a.put("family", two.family, both, {}, { "note" }));
    CHECK(two.a.conflicts().empty());
}

TEST_CASE("a record's unit follows its references and stays")
{
    Two two;
    const RecordId member = two.a.create("member", { { "family", Value(two.family) } });
    CHECK(two.a.get("member", member).unit == base::idCast<base::UnitId>(two.family));
    const RecordId other = two.a.create("family", {});
    CHECK(codeOf(two.a.put("member", member, two.a.heads("member", member), { { "family", Value(other) } }))
        == ErrorCode::UnitFixed);
    CHECK(codeOf(two.a.store().write(two.a.by(), [](store::WriteTx& tx) { return tx.create("member", {}); }))
        == ErrorCode::InvalidValue);
}

TEST_CASE("a write is bounded and whole")
{
    Two two;
    const auto before = operationsOf(two.a).size();
    const auto create = [&](std::size_t count) {
        return two.a.store().write(two.a.by(), [&](store::WriteTx& tx) -> base::Status {
            for (std::size_t i = 0; i < count; ++i)
                PATRONAT_TRY(tx.create("person", {}));
            return {};
        });
    };
    CHECK(codeOf(create(store::kMaxWrite + 1)) == ErrorCode::WriteTooLarge);
    CHECK(operationsOf(two.a).size() == before);
    CHECK(create(store::kMaxWrite));
    CHECK(operationsOf(two.a).size() == before + store::kMaxWrite);
    CHECK(two.a.problems() == "");
}

TEST_CASE("undo takes back a creation with its edits and its signature")
{
    Two two;
    RecordId made;
    REQUIRE(two.a.store().write(two.a.by("make"), [&](store::WriteTx& tx) -> base::Status {
        PATRONAT_LET(made, tx.create("family", { { "note", Value("x") } }));
        PATRONAT_LET(const store::Record one, tx.read().record("family", made));
        PATRONAT_TRY(tx.put("family", made, one.heads, { { "note", Value("y") } }));
        PATRONAT_LET(const store::SignPlan plan, tx.read().signPlan("family", made));
        PATRONAT_TRY(tx.sign(plan));
        return {};
    }));
    const auto undone = two.a.store().undo(two.a.lastGroup(), {});
    REQUIRE(undone);
    CHECK(undone->operations == 2);
    CHECK(undone->impossible.empty());
    CHECK(two.a.get("family", made).life == "removed");
    CHECK(two.a.problems() == "");
}

TEST_CASE("what was done last is known by the order of writing, after new starts and with a clock that went back")
{
    Two two;
    for (int day = 1; day <= 12; ++day) {
        two.a.put("family", two.family, { { "income", Value(day) } });
        two.a.clock().advance(day % 3 == 0 ? -3'000'000'000 : 1'000'000'000);
        two.a.reopen(); // another session's operations, of an origin that chance draws
    }
    const auto last = [&] {
        return two.a.store().read([](const store::ReadTx& tx) { return store::lastAction(tx); });
    };
    for (int day = 12; day > 1; --day) {
        const auto action = last();
        REQUIRE(action);
        CHECK(action->type == "family");
        CHECK(action->record == two.family);
        REQUIRE(two.a.store().undo(action->group, {}));
        CHECK(two.a.value("family", two.family, "income") == Value(day - 1));
    }
    CHECK(two.a.problems() == "");
}

TEST_CASE("where nothing is left to take back, that is said")
{
    TestOffice office { small(), 1 };
    office.create("family", { { "note", Value("x") } });
    const auto last
        = [&] { return office.store().read([](const store::ReadTx& tx) { return store::lastAction(tx); }); };
    REQUIRE(last());
    REQUIRE(office.store().undo(last()->group, {}));
    CHECK(last().error().code == base::ErrorCode::NotFound);
}

TEST_CASE("undo leaves what somebody else wrote since, as a concurrent edit")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("mine") }, { "income", Value(1) } });
    const auto group = two.a.lastGroup();
    deliver(two.a, two.b);
    two.b.clock().advance(5000);
    two.b.put("family", two.family, { { "note", Value("theirs") } });
    deliver(two.b, two.a);
    REQUIRE(two.a.store().undo(group, {}));
    CHECK(two.a.value("family", two.family, "income") == Value());
    REQUIRE(two.a.conflicts().size() == 1);
    const auto candidates = two.a.conflicts().front().candidates;
    CHECK(std::any_of(candidates.begin(), candidates.end(), [](const auto& c) { return c.value == Value("theirs"); }));
    two.exchange();
}

TEST_CASE("a group is undone whole when it wrote again over somebody's change, or after a new start")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("mine") } });
    const auto group = two.a.lastGroup();
    deliver(two.a, two.b);
    two.b.put("family", two.family, { { "note", Value("theirs") } });
    deliver(two.b, two.a);
    two.a.reopen();
    store::WriteOptions options = two.a.by();
    options.group = group;
    REQUIRE(two.a.store().write(options, [&](store::WriteTx& tx) {
        return tx.put("family", two.family, two.a.heads("family", two.family), { { "income", Value(3) } });
    }));
    REQUIRE(two.a.store().undo(group, {}));
    CHECK(two.a.value("family", two.family, "income") == Value());
    const auto state = two.a.state("family", two.family);
    REQUIRE(state.conflict("note") != nullptr);
    const auto& candidates = state.conflict("note")->candidates;
    CHECK(std::any_of(candidates.begin(), candidates.end(), [](const auto& c) { return c.value == Value("theirs"); }));
    CHECK(two.a.problems() == "");
}

TEST_CASE("undo of what settled a conflict is impossible and changes nothing of that record")
{
    Two two;
    two.a.put("family", two.family, { { "note", Value("a") } });
    REQUIRE(two.a.put("family", two.family, two.base, { { "note", Value("b") } }));
    OperationId settling;
    RecordId other;
    REQUIRE(two.a.store().write(two.a.by("resolve"), [&](store::WriteTx& tx) -> base::Status {
        PATRONAT_LET(const store::Record torn, tx.read().record("family", two.family));
        PATRONAT_LET(settling, tx.put("family", two.family, torn.heads, { { "note", Value("a") }, { "rooms", Value(2) } }, { "note" }));
        PATRONAT_LET(const store::Record settled, tx.read().record("family", two.family));
        PATRONAT_TRY(tx.put("family", two.family, settled.heads, { { "income", Value(9) } }));
        PATRONAT_LET(other, tx.create("person", {}));
        return {};
    }));
    const auto heads = two.a.heads("family", two.family);
    const auto undone = two.a.store().undo(two.a.lastGroup(), {});
    REQUIRE(undone);
    CHECK(undone->impossible == std::vector { settling });
    CHECK(undone->operations == 1);
    CHECK(two.a.get("person", other).life == "removed");
    CHECK(two.a.heads("family", two.family) == heads);
    CHECK(two.a.value("family", two.family, "income") == Value(9));
    CHECK(two.a.problems() == "");
}

TEST_CASE("undo of a cancel, of a settle and of a settled removal is impossible")
{
    Two two;
    REQUIRE(two.a.sign("family", two.family));
    const auto late = two.a.put("family", two.family, two.base, { { "note", Value("late") } });
    REQUIRE(late);
    const auto settled = two.a.store().write(two.a.by(), [&](store::WriteTx& tx) {
        return tx.settle("family", two.family, two.a.heads("family", two.family), { tx.read().journal().operation(*late)->head() });
    });
    REQUIRE(settled);
    const auto impossible = [&](OperationId expected) {
        const auto heads = two.a.heads("family", two.family);
        const auto undone = two.a.store().undo(two.a.lastGroup(), {});
        REQUIRE(undone);
        CHECK(undone->impossible == std::vector { expected });
        CHECK(undone->operations == 0);
        CHECK(two.a.heads("family", two.family) == heads);
    };
    impossible(*settled);
    const auto cancelled = two.a.store().write(two.a.by(), [&](store::WriteTx& tx) -> base::Result<OperationId> {
        PATRONAT_LET(const store::Record row, tx.read().record("family", two.family));
        PATRONAT_TRY(tx.put("family", two.family, row.heads, { { "done", Value("yes") } }));
        PATRONAT_LET(const store::Record paid, tx.read().record("family", two.family));
        return tx.cancel("family", two.family, paid.heads);
    });
    REQUIRE(cancelled);
    impossible(*cancelled);
    CHECK(two.a.value("family", two.family, "done") == Value("yes"));

    const RecordId person = two.a.create("person", {});
    const auto made = two.a.heads("person", person);
    REQUIRE(two.a.remove("person", person, made));
    const auto first = two.a.heads("person", person);
    REQUIRE(two.a.restore("person", person, first));
    REQUIRE(two.a.restore("person", person, first));
    REQUIRE(two.a.remove("person", person, { two.a.heads("person", person).front() }));
    REQUIRE(two.a.state("person", person).conflict(journal::kRemovedField) != nullptr);
    const auto back = two.a.restore("person", person, two.a.heads("person", person));
    REQUIRE(back);
    CHECK(two.a.state("person", person).conflicts.empty());
    impossible(*back);
}

TEST_CASE("what waits for something missing is no base for a change")
{
    Two two;
    two.b.put("family", two.family, { { "note", Value("one") } });
    two.b.put("family", two.family, { { "note", Value("two") } });
    const auto heads = two.b.heads("family", two.family);
    const auto all = operationsOf(two.b);
    REQUIRE(take(two.a, { all.back() }));
    CHECK(two.a.count("SELECT count(*) FROM waiting") == 1);
    CHECK(codeOf(two.a.put("family", two.family, heads, { { "note", Value("x") } })) == ErrorCode::UnknownBase);
    two.exchange();
    CHECK(two.a.value("family", two.family, "note") == Value("two"));
}

TEST_CASE("stamps count on whatever the clock does, and no remote clock moves them")
{
    Two two;
    two.b.clock().set(4'070'908'800'000); // 2099
    two.b.put("family", two.family, { { "note", Value("future") } });
    deliver(two.b, two.a);
    two.a.put("family", two.family, { { "note", Value("seen it") } });
    two.a.clock().set(0); // 1970
    two.a.put("family", two.family, { { "note", Value("again") } });
    two.exchange();
    CHECK(two.b.value("family", two.family, "note") == Value("again"));
    CHECK(two.b.conflicts().empty());
    std::int64_t last = 0;
    const auto history = two.a.store().read([&](const store::ReadTx& tx) { return tx.history("family", two.family); });
    for (const auto& operation : history.value()) {
        if (operation.id.origin != base::idCast<OperationId>(two.family).origin)
            continue;
        CHECK(operation.stamp > last);
        CHECK(operation.stamp < 1'800'000'000'000);
        last = operation.stamp;
    }
}

} // namespace patronat::tests
