// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"
#include "core/base/random.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/proofs/typed.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QProcess>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

using namespace patronat;
using base::RecordId;
using base::Value;
namespace fs = std::filesystem;

namespace {

constexpr long long kMostLostMs = 2000;
constexpr int kAtOnce = 4; ///< typists side by side: they mostly wait
constexpr int kPatienceMs = 60000;

/// A few in every run of the tests; `./dev proofs` asks for a hundred.
int kills()
{
    return std::getenv("PATRONAT_THOROUGH") != nullptr ? 100 : 12;
}

std::uint64_t seed()
{
    const char* asked = std::getenv("PATRONAT_SEED");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10)
                            : static_cast<std::uint64_t>(tests::monotonicMs());
}

struct Line
{
    long long ms = 0;
    std::string what;
    std::size_t number = 0;
};

/// An office with one family, and somebody typing in its window: a process of its own.
class Office
{
public:
    Office(const fs::path& pattern, const char* mode)
        : m_database(m_folder.file("office.db"))
    {
        fs::copy_file(pattern, m_database);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PATRONAT_TYPING),
            { QString::fromLatin1(mode), QString::fromStdString(m_database.string()),
                QStringLiteral(PATRONAT_PROFILES),
                QString::fromStdString(m_folder.file("log").string()) });
    }
    bool hasBegun() const { return !log().empty(); }
    void kill()
    {
        m_killedAt = tests::monotonicMs();
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        REQUIRE(m_process.waitForFinished(kPatienceMs));
        REQUIRE(m_process.exitStatus() == QProcess::CrashExit);
    }
    void waitForEnd()
    {
        REQUIRE(m_process.waitForFinished(kPatienceMs));
        REQUIRE(m_process.exitStatus() == QProcess::CrashExit); // by its own SIGKILL
    }
    long long killedAt() const { return m_killedAt; }
    const fs::path& database() const { return m_database; }

    std::vector<Line> log() const
    {
        std::vector<Line> lines;
        std::ifstream file(m_folder.file("log"));
        for (Line line; file >> line.ms >> line.what >> line.number;)
            lines.push_back(line);
        return lines;
    }
    /// As they lie in the file, before a start drops the saved ones.
    std::vector<store::Draft> drafts() const
    {
        const auto open = store::Drafts::open(m_database);
        REQUIRE(open);
        const auto all = (*open)->all();
        REQUIRE(all);
        return *all;
    }

private:
    tests::TemporaryFolder m_folder;
    fs::path m_database;
    QProcess m_process;
    long long m_killedAt = 0;
};

/// The next start of the program.
class NextStart
{
public:
    explicit NextStart(const fs::path& database)
        : m_settings(QString::fromStdString(database.string() + ".ini"), QSettings::IniFormat)
    {
        auto session = desktop::Session::open(database, PATRONAT_PROFILES, m_clock, m_settings);
        REQUIRE(session);
        m_session = std::move(*session);
        desk().author = { 0x5174, 1 }; // who works here has been said
    }
    ui::Desk& desk() { return m_session->desk(); }
    std::vector<store::Draft> drafts() { return *desk().drafts.all(); }
    std::vector<std::string> names()
    {
        const auto names = desk().store.read(
            [](const store::ReadTx& tx) -> base::Result<std::vector<std::string>> {
                std::vector<std::string> out;
                auto select = tx.connection().prepare(
                    "SELECT name FROM family WHERE name LIKE 'карта%' ORDER BY name");
                while (select.step())
                    out.emplace_back(select.text(0));
                return out;
            });
        REQUIRE(names);
        return *names;
    }

private:
    base::SystemClock m_clock;
    QSettings m_settings;
    std::unique_ptr<desktop::Session> m_session;
};

/// An office's database with one family in it, to be copied.
fs::path pattern(const tests::TemporaryFolder& folder)
{
    tests::TestDesk office;
    office.create(
        "family", { { "name", "Сафины" }, { "territory", Value(office.seed("territory", "1")) } });
    const fs::path path = folder.file("pattern.db");
    office.desk().store.checkpoint();
    fs::copy_file(office.path(), path);
    return path;
}

template <typename Judge>
void killMany(const char* mode, int count, int longestMs, base::Random& random, const Judge& judge)
{
    const tests::TemporaryFolder folder;
    const fs::path from = pattern(folder);
    for (int done = 0; done < count;) {
        std::vector<std::unique_ptr<Office>> offices;
        for (int i = 0; i < kAtOnce && done < count; ++i, ++done)
            offices.push_back(std::make_unique<Office>(from, mode));
        for (const auto& office : offices)
            REQUIRE(QTest::qWaitFor([&] { return office->hasBegun(); }, kPatienceMs));
        std::vector<long long> moments;
        for (std::size_t i = 0; i < offices.size(); ++i)
            moments.push_back(tests::monotonicMs()
                + static_cast<long long>(random.below(static_cast<std::uint64_t>(longestMs))));
        std::sort(moments.begin(), moments.end());
        for (std::size_t i = 0; i < offices.size(); ++i) {
            REQUIRE(
                QTest::qWaitFor([&] { return tests::monotonicMs() >= moments[i]; }, kPatienceMs));
            offices[i]->kill();
        }
        for (const auto& office : offices)
            judge(*office);
    }
}

std::string textOf(const base::Fields& fields, const char* field)
{
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : std::string(found->second.textOr({}));
}

} // namespace

TEST_CASE("killed while somebody types, the next start offers all but at most the last two seconds")
{
    const std::uint64_t start = seed();
    std::printf("seed %llu\n", static_cast<unsigned long long>(start));
    base::SeededRandom random(start);
    long long longest = 0;
    const auto judge = [&](const char* before) {
        return [&, before](const Office& office) {
            const std::vector<Line> log = office.log();
            const auto older = std::count_if(log.begin(), log.end(),
                [&](const Line& line) { return line.ms <= office.killedAt() - kMostLostMs; });
            NextStart next(office.database());
            const auto drafts = next.drafts();
            REQUIRE(drafts.size() <= 1);
            const std::string kept
                = drafts.empty() ? std::string(before) : textOf(drafts.front().fields, "name");
            const QString letters
                = QString::fromStdString(kept).mid(QString::fromUtf8(before).size());
            INFO("seed " << start << ", typed " << log.size() << ", kept " << letters.size()
                         << ", older than 2 s " << older);
            CHECK(QString::fromStdString(kept).startsWith(QString::fromUtf8(before)));
            CHECK(letters == tests::lettersUpTo(static_cast<std::size_t>(letters.size())));
            CHECK(letters.size() >= older);
            if (!letters.isEmpty() && letters.size() < static_cast<qsizetype>(log.size()))
                longest = std::max(
                    longest, office.killedAt() - log[static_cast<std::size_t>(letters.size())].ms);
            CHECK(next.names().empty());
        };
    };
    killMany("types", kills() / 2, 4000, random, judge(""));
    killMany("changes", kills() / 4, 4000, random, judge("Сафины"));
    std::printf("%d kills while typing: at most the last %lld ms were lost\n",
        kills() / 2 + kills() / 4, longest);
}

TEST_CASE("killed in the longest form, the next start offers every field but for at most the last "
          "two seconds")
{
    const std::uint64_t start = seed();
    std::printf("seed %llu\n", static_cast<unsigned long long>(start));
    base::SeededRandom random(start);
    long long longest = 0;
    std::size_t mostFields = 0;
    killMany("card", kills() / 3, 12000, random, [&](const Office& office) {
        NextStart next(office.database());
        const auto drafts = next.drafts();
        REQUIRE(drafts.size() <= 1);
        const base::Fields kept = drafts.empty() ? base::Fields() : drafts.front().fields;
        std::map<std::string, QString> typed;
        for (const Line& line : office.log()) {
            const bool isOld = line.ms <= office.killedAt() - kMostLostMs;
            QString& text = typed[line.what] += tests::letterAt(line.number);
            const QString found = QString::fromStdString(textOf(kept, line.what.c_str()));
            INFO("seed " << start << ", letter " << line.number << " of " << line.what);
            if (isOld)
                CHECK(found.startsWith(text));
            else if (!found.startsWith(text))
                longest = std::max(longest, office.killedAt() - line.ms);
        }
        for (const auto& [field, text] : typed)
            CHECK(text.startsWith(QString::fromStdString(textOf(kept, field.c_str()))));
        mostFields = std::max(mostFields, typed.size());
    });
    CHECK(mostFields >= 3); // it did go from field to field
    std::printf("%d kills in the registration card, up to %zu of its texts begun: at most the last "
                "%lld ms were lost\n",
        kills() / 3, mostFields, longest);
}

TEST_CASE("killed at any moment of saving one card after the other, no card is there twice and "
          "none that was saved is gone")
{
    const std::uint64_t start = seed();
    std::printf("seed %llu\n", static_cast<unsigned long long>(start));
    base::SeededRandom random(start);
    killMany("saves", kills() - kills() / 2 - kills() / 4, 6000, random, [&](const Office& office) {
        INFO("seed " << start);
        const std::vector<Line> log = office.log();
        NextStart next(office.database());
        const std::vector<std::string> names = next.names();
        CHECK(std::set(names.begin(), names.end()).size() == names.size());
        for (const Line& line : log) {
            if (line.what == "saved")
                CHECK(
                    std::count(names.begin(), names.end(), tests::nameAt(line.number).toStdString())
                    == 1);
        }
        // A draft that is offered is of a card that was not saved.
        for (const store::Draft& draft : next.drafts())
            CHECK(std::count(names.begin(), names.end(), textOf(draft.fields, "name")) == 0);
    });
}

TEST_CASE("killed between the commit of a save and the removal of its draft, the next start knows "
          "it as saved")
{
    const tests::TemporaryFolder folder;
    const fs::path from = pattern(folder);
    for (int i = 0; i < std::max(1, kills() / 12); ++i) {
        Office office(from, "commits");
        office.waitForEnd();

        const auto left = office.drafts();
        REQUIRE(left.size() == 1); // the draft is still in its file, and the record is in the store
        CHECK(textOf(left.front().fields, "name") == tests::nameAt(0).toStdString());
        NextStart next(office.database());

        CHECK(next.drafts().empty());
        CHECK(next.names() == std::vector { tests::nameAt(0).toStdString() });
    }
}

TEST_CASE(
    "a draft that a kill left is saved on the base it was made on, over what has come meanwhile")
{
    const tests::TemporaryFolder folder;
    Office office(pattern(folder), "changes");
    REQUIRE(QTest::qWaitFor([&] { return office.log().size() >= 100; }, kPatienceMs));
    office.kill();
    NextStart next(office.database());
    ui::Desk& desk = next.desk();
    const auto drafts = next.drafts();
    REQUIRE(drafts.size() == 1);
    const RecordId family = drafts.front().record;
    const auto shown
        = desk.store.read([&](const store::ReadTx& tx) { return tx.record("family", family); });
    CHECK(drafts.front().heads == store::headsText(shown->heads));
    REQUIRE(desk.store.write({ {}, {}, {}, "test" }, [&](store::WriteTx& tx) {
        return tx.put("family", family, shown->heads, { { "name", "Сафины-Гараевы" } });
    }));

    ui::MainWindow window(desk, ui::listsOf(desk.profile()));
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    window.openDraft(drafts.front());
    auto* page = qobject_cast<ui::FormPage*>(window.currentPage());
    REQUIRE(page != nullptr);
    REQUIRE(QTest::qWaitFor(
        [&] { return !desk.jobs.isBusy() && page->form().isDirty(); }, kPatienceMs));
    QTest::keyClick(window.windowHandle(), Qt::Key_S, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor(
        [&] { return !desk.jobs.isBusy() && !page->form().isDirty(); }, kPatienceMs));

    // Both stand: what was typed knew nothing of the other change.
    const auto conflicts = desk.store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> {
            return tx.conflicts();
        });
    REQUIRE(conflicts);
    REQUIRE(conflicts->size() == 1);
    CHECK(conflicts->front().field == "name");
    CHECK(desk.drafts.all()->empty());
}
