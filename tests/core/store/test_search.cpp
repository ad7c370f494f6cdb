// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search.h"

#include "core/store/textindex.h"
#include "tests/core/store/smallstore.h"

#include <array>
#include <chrono>

using namespace patronat;
using namespace patronat::tests;
using store::Hit;
using store::ReadTx;

namespace {

struct SearchCase : SmallStore {
    explicit SearchCase(const std::function<void(const SmallProfile&)>& made = {})
        : SmallStore([&](const SmallProfile& files) {
            files.replace("base/records/person.json", R"("surname", "type": "text", "maxLength": 10)",
                R"("surname", "type": "text", "maxLength": 100)");
            files.replace("base/records/person.json", R"("texts": ["addrFact"])", R"("texts": ["addrFact", "note"])");
            if (made)
                made(files);
        })
    {
    }
    base::RecordId person(const char* name) { return create("person", { { "surname", name } }); }
    std::vector<Hit> hits(std::string_view text, std::size_t limit = 20) const
    {
        return need(db->read([&](const ReadTx& tx) { return store::search(tx, text, limit); }));
    }
    std::vector<std::string> lines(std::string_view text, std::size_t limit = 20) const
    {
        std::vector<std::string> out;
        for (const Hit& hit : hits(text, limit))
            out.push_back(hit.line);
        return out;
    }
    void index()
    {
        base::Job job;
        need(store::indexTexts(*db, job));
    }
    store::TextsBehind behind() const
    {
        return need(db->read([](const ReadTx& tx) -> base::Result<store::TextsBehind> { return store::textsBehind(tx); }));
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("The first letters give lines that begin so, in order")
{
    SearchCase c;
    for (const char* name : { "Петрова Анна", "Иванова Мария", "Иванов Пётр", "Ильина Ольга" })
        c.person(name);
    CHECK(c.lines("И") == Lines { "иванов петр", "иванова мария", "ильина ольга" });
    CHECK(c.lines("ИВАНОВА М") == Lines { "иванова мария" });
    CHECK(c.lines("и", 2) == Lines { "иванов петр", "иванова мария" });
    CHECK(c.lines("").empty());
    CHECK(c.lines(" - ").empty());
}

TEST_CASE("Later words and several words in any order are found after the beginnings")
{
    SearchCase c;
    for (const char* name : { "Петрова Мария", "Иванова Мария", "Мариева Анна", "Гыйльфанова Әлфия" })
        c.person(name);
    CHECK(c.lines("мари") == Lines { "мариева анна", "иванова мария", "петрова мария" });
    CHECK(c.lines("мар пет") == Lines { "петрова мария" });
    // Tatar letters as a Russian keyboard has them, ё as е.
    CHECK(c.lines("алф").size() == 1);
    CHECK(c.lines("мария сидорова").empty());
}

TEST_CASE("What a person types is never a query language")
{
    SearchCase c;
    c.person("Орлов Андрей");
    for (const char* text : { "\"", "орлов\" OR \"", "NEAR(", "folded:орлов", "*", "a AND", "орлов -андрей", "'; DROP TABLE name; --", "%", "^орлов" })
        CHECK_NOTHROW(c.hits(text));
    CHECK(c.lines("орлов AND андрей").empty()); // a word like any other
    CHECK(c.lines("орлов -андрей") == Lines { "орлов андрей" });
    const auto notUtf8 = c.db->read([](const ReadTx& tx) { return store::search(tx, "\xff\xfe", 5); });
    CHECK_FALSE(notUtf8);
}

TEST_CASE("Numbers are found by their digits, and hits say what they are")
{
    SearchCase c;
    const auto territory = c.create("territory", { { "code", "16-01" }, { "name", "Агрыз" } });
    const auto family = c.create("family", { { "district", territory }, { "opened", "2027-01-01T00:00:00Z" } });
    const auto found = c.hits("2027 0001");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == Hit { "family", family, "16 01 2027 0001", Hit::Where::Number });
    CHECK(c.hits("агр").at(0).where == Hit::Where::Name);
}

TEST_CASE("A removed record is found neither by its name nor by its texts, restored it is again")
{
    SearchCase c;
    const auto id = c.create("person", { { "surname", "Иванова" }, { "note", "переезд в Казань" } });
    c.index();
    CHECK(c.hits("казань").size() == 1);
    c.remove("person", id);
    CHECK(c.hits("иванова").empty());
    CHECK(c.hits("казань").empty()); // although the texts are behind
    c.index();
    CHECK(c.hits("казань").empty());
    const auto restored = c.db->write({}, [&](store::WriteTx& tx) -> base::Result<base::OperationId> {
        PATRONAT_LET(const store::Record record, tx.read().record("person", id));
        return tx.restore("person", id, record.heads);
    });
    REQUIRE(restored);
    c.index();
    CHECK(c.hits("казань").size() == 1);
    CHECK(c.hits("иванова").size() == 1);
}

TEST_CASE("Texts are indexed behind, follow changes, and a repeated step changes nothing")
{
    SearchCase c;
    const auto id = c.create("person", { { "surname", "Иванова" }, { "note", "переезд в Казань" }, { "addrFact.street", "Лесная" } });
    CHECK(c.behind().operations == 1);
    CHECK(c.hits("каз").empty());
    c.index();
    CHECK(c.behind() == store::TextsBehind {});
    CHECK(c.hits("лесная каз").at(0) == Hit { "person", id, c.hits("каз").at(0).line, Hit::Where::Text });
    c.put("person", id, { { "note", "остались" } });
    c.index();
    CHECK(c.hits("каз").empty());
    CHECK(c.hits("оста").size() == 1);
    c.execute("DELETE FROM setting WHERE name LIKE 'text.%'");
    c.index();
    CHECK(c.hits("оста").size() == 1);
    CHECK(c.hits("каз").empty());
    c.execute("INSERT INTO text_words(text_words) VALUES('integrity-check')");
}

TEST_CASE("Operations sealed into frames before they were indexed are indexed, and an emptied index comes back whole")
{
    SearchCase c;
    for (int i = 0; i < 600; ++i)
        c.create("person", { { "surname", "Иванова" }, { "note", "улица номер" + std::to_string(i) } });
    CHECK(c.behind().frames >= 2);
    c.index();
    CHECK(c.behind() == store::TextsBehind {});
    CHECK(c.hits("номер599").size() == 1);
    CHECK(c.hits("номер0").size() == 1);
    SmallStore::need(c.db->bulk([](store::Store::Inner& inner) -> base::Status {
        store::resetTextIndex(inner.connection);
        return {};
    }));
    CHECK(c.hits("номер599").empty());
    c.index();
    CHECK(c.hits("номер599").size() == 1);
    CHECK(c.hits("номер5", 600).size() == 111);
    c.execute("INSERT INTO text_words(text_words) VALUES('integrity-check')");
}

TEST_CASE("A provisional number stays findable when the final one has come")
{
    SearchCase c;
    const auto territory = c.create("territory", { { "code", "16-01" }, { "name", "Агрыз" } });
    c.knowAnotherSite();
    const auto family = c.create("family", { { "district", territory }, { "opened", "2027-01-01T00:00:00Z" } });
    CHECK(c.hits("к05 0001п").at(0).record == family);
    c.put("family", family, { { "regNo", "16-01/2027/0007" } });
    c.index();
    const auto found = c.hits("16-01/2027/К05-0001п");
    REQUIRE(found.size() == 1);
    CHECK(found[0].record == family);
    c.put("family", family, { { "rooms", 3 } });
    c.index();
    CHECK(c.hits("к05 0001п").size() == 1);
    CHECK(c.hits("16 01 2027 0007").at(0).record == family);
}

TEST_CASE("Each keystroke among twenty thousand names is answered", "[.measure]")
{
    SearchCase c;
    const std::array surnames { "Иванова", "Петрова", "Галиева", "Хасанова", "Сафина", "Нуриева", "Кузнецова", "Мингазова", "Ахметова", "Яруллина" };
    const std::array names { "Мария", "Анна", "Әлфия", "Гүзәл", "Ольга", "Резеда", "Наталья", "Айгөл", "Елена", "Зөлфия" };
    for (int block = 0; block < 20; ++block)
        SmallStore::need(c.db->write({}, [&](store::WriteTx& tx) -> base::Result<base::RecordId> {
            for (std::size_t i = 0; i < 999; ++i) {
                const std::size_t n = static_cast<std::size_t>(block) * 1000 + i;
                const auto one = tx.create("person", { { "surname", std::string(surnames[n % 10]) + std::to_string(n % 173) + " " + names[n / 7 % 10] + " " + surnames[n / 3 % 10] } });
                if (!one)
                    return one.error();
            }
            return tx.create("person", { { "surname", "Конец" } });
        }));
    std::vector<double> times;
    for (const std::string typed : { "гали", "гузал саф", "мин", "а м", "и", "айгол кузнецова12", "зулфия", "нет такой", "е а я", "петрова 5 анна" }) {
        const std::u32string letters = [&] {
            std::u32string out;
            for (std::size_t i = 0; i < typed.size(); ++i)
                if ((static_cast<unsigned char>(typed[i]) & 0xC0U) != 0x80U)
                    out.push_back(static_cast<char32_t>(i));
            return out;
        }();
        for (std::size_t k = 1; k <= letters.size(); ++k) {
            const std::string prefix = typed.substr(0, k < letters.size() ? letters[k] : typed.size());
            const auto start = std::chrono::steady_clock::now();
            const std::size_t count = c.hits(prefix).size();
            const double us = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
            times.push_back(us);
            if (us > 500)
                WARN("'" << prefix << "' " << us << " us, " << count << " hits");
        }
    }
    std::sort(times.begin(), times.end());
    WARN("keystrokes " << times.size() << " p50 " << times[times.size() / 2] << " us p95 " << times[times.size() * 95 / 100] << " us max " << times.back() << " us");
    CHECK(times.size() > 50);
}
