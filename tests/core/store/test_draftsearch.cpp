// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "core/store/draftsearch.h"
#include "core/store/search.h"
#include "core/store/textindex.h"
#include "tests/core/store/smallstore.h"

#include <algorithm>

using namespace patronat;
using namespace patronat::tests;
using profile::FieldType;
using store::Draft;

namespace {

std::shared_ptr<const profile::Profile> tatarstan()
{
    profile::Loaded loaded
        = profile::loadProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
    REQUIRE(loaded.profile);
    return loaded.profile;
}

/// Three letters that no other number of the test has.
std::string wordOf(std::size_t number)
{
    std::string word = "щъ";
    for (int i = 0; i < 3; ++i, number /= 26)
        word += static_cast<char>('a' + number % 26);
    return word;
}

/// What may be typed into a searched field and found again; nothing for what is no text of people.
std::string valueFor(const profile::Field& field, std::size_t number)
{
    if (field.type == FieldType::Text || field.type == FieldType::Note)
        return wordOf(number);
    if (field.type == FieldType::Phone)
        return "+7917" + std::to_string(2000000 + number);
    return {};
}

/// The parts of an address stand for it.
std::vector<const profile::Field*> partsOf(const profile::RecordType& type, const std::string& id)
{
    std::vector<const profile::Field*> out;
    for (const profile::Field& field : type.fields)
        if ((field.id == id && field.type != FieldType::Address) || field.partOf == id)
            out.push_back(&field);
    return out;
}

/// One searched field, its record and what stands there.
struct Planted
{
    std::string type;
    std::string field;
    std::string value;
};

std::vector<Planted> planted(const profile::Profile& profile)
{
    std::vector<Planted> out;
    for (const profile::RecordType& type : profile.types)
        for (const std::string& id : store::searchedFields(type))
            for (const profile::Field* field : partsOf(type, id)) {
                const std::string value = valueFor(*field, out.size());
                if (!value.empty())
                    out.push_back({ type.id, field->id, value });
            }
    return out;
}

/// What the type needs to stand somewhere: a record of its unit, one above the other.
base::Fields placeOf(store::Store& db, const std::string& type)
{
    const profile::RecordType* declared = db.profile().type(type);
    if (declared->unitFields.empty())
        return {};
    const std::string& through = declared->unitFields.front();
    const std::string target = declared->field(through)->target;
    const base::Fields above = placeOf(db, target);
    const base::RecordId id = SmallStore::need(db.write({}, [&](store::WriteTx& tx) {
        const store::WriteTx::ByProcess process(tx);
        return tx.create(target, above);
    }));
    return { { through, base::Value(id) } };
}

Draft draftOf(const char* type, base::Fields fields, std::uint64_t number = 1)
{
    return { { 0xD4AF, number }, type, {}, {}, std::move(fields), 5 };
}

} // namespace

TEST_CASE("Every field that Tatarstan's profile declares as searched is found, saved or as a draft")
{
    const auto profile = tatarstan();
    const std::vector<Planted> all = planted(*profile);
    REQUIRE(all.size() > 50);
    TemporaryFolder folder;
    base::ManualClock clock { 1'800'000'000'000 };
    base::SeededRandom random { 7 };
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    auto db = SmallStore::need(store::Store::create(folder.file("a.db"), profile,
        { SmallStore::site(1), "office", "К05", "Агрыз" }, { clock, random }, options));
    std::vector<base::RecordId> records;
    for (const Planted& one : all) {
        base::Fields fields = placeOf(*db, one.type);
        fields[one.field] = base::Value(one.value);
        records.push_back(SmallStore::need(db->write({}, [&](store::WriteTx& tx) {
            const store::WriteTx::ByProcess process(tx);
            return tx.create(one.type, fields);
        })));
    }
    base::Job job;
    REQUIRE(store::indexTexts(*db, job));
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].type << "." << all[i].field << ": " << all[i].value);
        const auto hits = SmallStore::need(
            db->read([&](const store::ReadTx& tx) { return store::search(tx, all[i].value, 20); }));
        CHECK(std::any_of(hits.begin(), hits.end(),
            [&](const store::Hit& hit) { return hit.record == records[i]; }));
        const std::vector<Draft> drafts { draftOf(
            all[i].type.c_str(), { { all[i].field, base::Value(all[i].value) } }) };
        CHECK(store::draftsWith(*profile, drafts, all[i].value, {}, 20).size() == 1);
    }
}

TEST_CASE(
    "A draft is found by the beginnings of its words, and what is hidden from who looks is not")
{
    const auto profile = tatarstan();
    const std::vector<Draft> drafts { draftOf("person",
                                          { { "surname", "Галиева" }, { "firstName", "Алия" } }),
        draftOf("supervisionParticipant", { { "note", "галиева" } }, 2) };
    CHECK(store::draftsWith(*profile, drafts, "гал ал", {}, 20).size() == 1);
    CHECK(store::draftsWith(*profile, drafts, "АЛИЯ", {}, 20).size() == 1);
    CHECK(store::draftsWith(*profile, drafts, "лиева", {}, 20).empty());
    CHECK(store::draftsWith(*profile, drafts, "", {}, 20).empty());
    CHECK(store::draftsWith(*profile, drafts, "\xFF", {}, 20).empty());
    CHECK(store::draftsWith(*profile, drafts, "галиева", {}, 0).empty());

    CHECK(store::draftsWith(*profile, drafts, "галиева", { "person" }, 20).empty());
    CHECK(store::draftsWith(*profile, drafts, "галиева", { "family" }, 20).size() == 1);
}
