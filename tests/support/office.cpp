// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/office.h"

#include "core/base/hash.h"
#include "core/store/actions.h"
#include "core/store/digest.h"
#include "core/store/rebuild.h"
#include "core/store/verify.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace patronat::tests {

using base::Fields;
using base::OperationId;
using base::RecordId;
using base::Result;
using base::Status;

namespace {

constexpr const char* kFamily = R"({"id": "family", "label": {"ru": "Семья", "en": "Family"},
 "plural": {"ru": "Семьи", "en": "Families"}, "unit": "self", "scope": "district", "title": "regNo",
 "life": true, "signsWith": ["member"], "names": ["regNo", "note"], "texts": ["note"], "indexes": [["district", "opened"], ["perRoom"]],
 "fields": [
  {"id": "regNo", "type": "text", "label": {"ru": "№", "en": "No"}},
  {"id": "district", "type": "reference", "target": "territory", "label": {"ru": "Район", "en": "District"}},
  {"id": "opened", "type": "datetime", "label": {"ru": "Открыто", "en": "Opened"}},
  {"id": "income", "type": "money", "label": {"ru": "Доход", "en": "Income"}},
  {"id": "rooms", "type": "integer", "label": {"ru": "Комнат", "en": "Rooms"}},
  {"id": "note", "type": "note", "label": {"ru": "Примечание", "en": "Note"}},
  {"id": "done", "type": "text", "afterSigning": true, "label": {"ru": "Исполнено", "en": "Done"}},
  {"id": "paid", "type": "money", "afterSigning": true, "label": {"ru": "Выплачено", "en": "Paid"}},
  {"id": "perRoom", "type": "computed", "expr": "income / rooms", "label": {"ru": "На комнату", "en": "Per room"}}
 ]})";

constexpr const char* kMember = R"({"id": "member", "label": {"ru": "Член семьи", "en": "Member"},
 "plural": {"ru": "Члены семьи", "en": "Members"}, "unit": {"through": ["family"]}, "parent": "family",
 "order": "n", "title": "n", "life": true,
 "fields": [
  {"id": "family", "type": "reference", "target": "family", "label": {"ru": "Семья", "en": "Family"}},
  {"id": "person", "type": "reference", "target": "person", "draws": true, "label": {"ru": "Лицо", "en": "Person"}},
  {"id": "kinship", "type": "choice", "classifier": "kinship", "label": {"ru": "Родство", "en": "Kinship"}},
  {"id": "n", "type": "integer", "label": {"ru": "№", "en": "No"}},
  {"id": "receipt", "type": "text", "afterSigning": true, "label": {"ru": "Расписка", "en": "Receipt"}}
 ]})";

constexpr const char* kVisit = R"({"id": "visit", "label": {"ru": "Посещение", "en": "Visit"},
 "plural": {"ru": "Посещения", "en": "Visits"}, "unit": {"through": ["member"]}, "parent": "member",
 "title": "note", "names": ["note"],
 "fields": [
  {"id": "member", "type": "reference", "target": "member", "label": {"ru": "Кто", "en": "Who"}},
  {"id": "note", "type": "note", "label": {"ru": "Что", "en": "What"}}
 ]})";

constexpr std::string_view kSideTables[] = {
    "SELECT type, id, unit, trail FROM other_record ORDER BY id",
    "SELECT type, field, record FROM unknown_field ORDER BY type, field, record",
    "SELECT record, field, rank, type, operation FROM conflict ORDER BY record, field, rank",
    "SELECT record, operation, type FROM beside ORDER BY record, operation",
    "SELECT operation, type, record, missing FROM waiting ORDER BY operation",
    "SELECT record, type, folded FROM name ORDER BY record",
};

std::string printed(const db::Statement& row, int column)
{
    if (row.isNull(column))
        return "-";
    const std::string_view bytes = row.blob(column);
    const bool isText = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return isText ? std::string(bytes) : base::hex(bytes);
}

void dumpRows(db::Connection& connection, std::string_view sql, std::string& out)
{
    out += std::string(sql) + "\n";
    auto rows = connection.prepareOnce(sql);
    while (rows.step()) {
        for (int i = 0; i < rows.columnCount(); ++i)
            if (rows.columnName(i) != "rowno")
                out += " " + rows.columnName(i) + "=" + printed(rows, i);
        out += "\n";
    }
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(describe(result.error()));
    return std::move(result).value();
}

} // namespace

OfficeProfile::OfficeProfile()
{
    m_files.write("base/records/family.json", kFamily);
    m_files.write("base/records/member.json", kMember);
    release();
}

void OfficeProfile::release() const
{
    const auto released = profile::releaseSeeds(m_files.base());
    if (!released)
        FAIL(describe(released.error()));
}

void OfficeProfile::advance() const
{
    m_files.replace("base/profile.json", "2026.1", "2026.2");
    m_files.replace("base/records/family.json", R"("fields": [)",
        R"("fields": [ {"id": "water", "type": "text", "label": {"ru": "Вода", "en": "Water"}},)");
    m_files.write("base/records/visit.json", kVisit);
    m_files.replace("base/seeds/territory.json", "Агрызский", "Агрызский район");
    release();
}

TestOffice::TestOffice(
    std::shared_ptr<const profile::Profile> profile, std::uint64_t seed, store::WriterMode mode)
    : m_random(seed)
{
    store::OpenOptions options;
    options.writer = mode;
    const store::SiteIdentity site { { seed + 1, 7 }, "office", "O" + std::to_string(seed), "Office" };
    m_store = must(store::Store::create(path(), std::move(profile), site, environment(), options));
}

Status TestOffice::open(store::OpenOptions options)
{
    auto opened = store::Store::open(path(), environment(), options);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    return {};
}

void TestOffice::reopen()
{
    close();
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const Status opened = open(options);
    if (!opened)
        FAIL(describe(opened.error()));
}

store::WriteOptions TestOffice::by(std::string name) const
{
    return { {}, {}, {}, std::move(name) };
}

RecordId TestOffice::create(std::string_view type, Fields fields)
{
    return must(m_store->write(by(), [&](store::WriteTx& tx) { return tx.create(type, fields); }));
}

Result<OperationId> TestOffice::put(std::string_view type, RecordId id, const Heads& base, Fields changes,
    std::vector<std::string> settles)
{
    return m_store->write(by(), [&](store::WriteTx& tx) { return tx.put(type, id, base, changes, settles); });
}

void TestOffice::put(std::string_view type, RecordId id, Fields changes)
{
    must(put(type, id, heads(type, id), std::move(changes)));
}

Result<base::GroupId> TestOffice::sign(std::string_view type, RecordId id)
{
    const auto plan = must(m_store->read([&](const store::ReadTx& tx) { return tx.signPlan(type, id); }));
    return m_store->write(by(), [&](store::WriteTx& tx) { return tx.sign(plan); });
}

Result<OperationId> TestOffice::cancel(std::string_view type, RecordId id, const Heads& base)
{
    return m_store->write(by(), [&](store::WriteTx& tx) { return tx.cancel(type, id, base); });
}

Result<OperationId> TestOffice::remove(std::string_view type, RecordId id, const Heads& base)
{
    return m_store->write(by(), [&](store::WriteTx& tx) { return tx.remove(type, id, base); });
}

Result<OperationId> TestOffice::restore(std::string_view type, RecordId id, const Heads& base)
{
    return m_store->write(by(), [&](store::WriteTx& tx) { return tx.restore(type, id, base); });
}

store::Record TestOffice::get(std::string_view type, RecordId id)
{
    return must(m_store->read([&](const store::ReadTx& tx) { return tx.record(type, id); }));
}

bool TestOffice::holds(std::string_view type, RecordId id)
{
    return m_store->read([&](const store::ReadTx& tx) { return tx.record(type, id); }).ok();
}

base::Value TestOffice::value(std::string_view type, RecordId id, const std::string& field)
{
    const store::Record record = get(type, id);
    const auto at = record.values.find(field);
    return at == record.values.end() ? base::Value() : at->second;
}

journal::RecordState TestOffice::state(std::string_view type, RecordId id)
{
    return must(m_store->read([&](const store::ReadTx& tx) { return tx.state(type, id); }));
}

std::vector<RecordId> TestOffice::all(std::string_view type)
{
    return must(m_store->read([&](const store::ReadTx& tx) { return tx.list(type, "1"); }));
}

std::vector<store::OpenConflict> TestOffice::conflicts()
{
    return must(m_store->read([&](const store::ReadTx& tx) -> Result<std::vector<store::OpenConflict>> {
        return tx.conflicts();
    }));
}

base::GroupId TestOffice::lastGroup()
{
    return must(m_store->read([&](const store::ReadTx& tx) -> Result<base::GroupId> {
        PATRONAT_LET(const store::Action action, store::lastAction(tx));
        return action.group;
    }));
}

std::string TestOffice::digest()
{
    return must(m_store->read([&](const store::ReadTx& tx) -> Result<std::string> {
        return base::hex(store::digest(tx));
    }));
}

std::string TestOffice::problems()
{
    base::Job job;
    const store::VerifyReport report = must(store::verify(*m_store, job));
    std::string out;
    for (const store::VerifyProblem& problem : report.problems) {
        out += problem.code;
        for (const std::string& arg : problem.args)
            out += " " + arg;
        out += "\n";
    }
    return out;
}

std::string TestOffice::dump()
{
    return must(m_store->read([&](const store::ReadTx& tx) -> Result<std::string> {
        std::string out;
        for (const store::Table& table : tx.tables().all())
            dumpRows(tx.connection(), "SELECT * FROM " + store::sqlName(table.type().id) + " ORDER BY id", out);
        for (const std::string_view sql : kSideTables)
            dumpRows(tx.connection(), sql, out);
        return out;
    }));
}

void TestOffice::tamper(std::string_view sql)
{
    must(m_store->bulk([&](store::Store::Inner& inner) -> Status {
        inner.connection.execute(sql);
        REQUIRE(inner.connection.changes() > 0);
        return {};
    }));
}

std::int64_t TestOffice::count(std::string_view sql)
{
    return must(m_store->read([&](const store::ReadTx& tx) -> Result<std::int64_t> {
        auto select = tx.connection().prepareOnce(sql);
        REQUIRE(select.step());
        return select.integer(0);
    }));
}

void TestOffice::rebuildEach()
{
    must(m_store->bulk([&](store::Store::Inner& inner) -> Status {
        for (const store::Table& table : inner.tables.all()) {
            std::vector<RecordId> records;
            auto select = inner.connection.prepareOnce("SELECT id FROM " + store::sqlName(table.type().id));
            while (select.step())
                records.push_back(select.id<RecordId>(0));
            select.reset();
            for (const RecordId& record : records)
                inner.applier.rebuild(table.type().id, record);
        }
        return {};
    }));
}

std::vector<Carried> operationsOf(TestOffice& office)
{
    return must(office.store().read([&](const store::ReadTx& tx) -> Result<std::vector<Carried>> {
        std::vector<Carried> out;
        tx.journal().forEach(
            [&](OperationId id, std::string_view bytes) { out.push_back({ id, std::string(bytes) }); });
        return out;
    }));
}

Status take(TestOffice& office, const std::vector<Carried>& chunk, bool asFrame)
{
    return office.store().bulk([&](store::Store::Inner& inner) -> Status {
        std::vector<Carried> fresh;
        for (const Carried& carried : chunk)
            if (!inner.journal.holds(carried.id))
                fresh.push_back(carried);
        if (fresh.empty())
            return {};
        if (asFrame)
            std::sort(fresh.begin(), fresh.end(), [](const Carried& a, const Carried& b) { return a.id < b.id; });
        std::vector<journal::OperationView> views;
        std::vector<journal::Stored> stored;
        for (const Carried& carried : fresh) {
            PATRONAT_LET(const journal::OperationView view, journal::view(carried.id, carried.bytes));
            views.push_back(view);
            stored.push_back({ carried.id, carried.bytes });
        }
        if (asFrame) {
            const std::string frame = journal::makeFrame(stored);
            PATRONAT_LET(const journal::FrameHeader header, journal::readFrameHeader(frame));
            inner.journal.keepFrame(frame, header, views);
        } else {
            for (const Carried& carried : fresh)
                inner.journal.keep(carried.id, carried.bytes);
        }
        inner.applier.apply(views, inner.changes);
        inner.journal.sealWhenFull();
        return {};
    });
}

void deliver(TestOffice& from, TestOffice& to)
{
    must(take(to, operationsOf(from)));
}

void deliverShuffled(TestOffice& from, TestOffice& to, base::Random& random)
{
    std::vector<Carried> all = operationsOf(from);
    // Sometimes as written, sometimes late creations and children before parents.
    if (random.chance(70))
        for (std::size_t i = all.size(); i > 1; --i)
            std::swap(all[i - 1], all[random.below(i)]);
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t count = std::min<std::size_t>(all.size() - at, 1 + random.below(random.chance(50) ? 4 : 200));
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
        must(take(to, { begin, begin + static_cast<std::ptrdiff_t>(count) }, random.chance(50)));
        at += count;
    }
}

} // namespace patronat::tests
