// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QTest>
#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

constexpr int kWarm = 100;
constexpr int kOpenings = 500;
/// What 400 further openings may add to the memory: the allocator's fragments, not what an opening needs.
constexpr double kMostGrowth = 1.10;

std::size_t descriptors()
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

long residentKb()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stol(line.substr(6));
    return 0;
}

struct Level
{
    std::size_t files = descriptors();
    long kb = residentKb();
};

RecordId family(TestDesk& office, const Value& territory, int number)
{
    const RecordId id = office.create("family",
        { { "name", "Семья " + std::to_string(number) }, { "territory", territory }, { "addrFact.street", "Садовая" } });
    const RecordId person = office.create("person", { { "surname", "Сафин" }, { "firstName", "Тимур" } });
    office.create("member", { { "family", Value(id) }, { "person", Value(person) }, { "role", "son" }, { "n", Value(1) } });
    const RecordId episode = office.create("episode", { { "family", Value(id) }, { "regDate", "2027-01-10" } });
    const RecordId programme = office.create("programme",
        { { "family", Value(id) }, { "episode", Value(episode) }, { "from", "2027-01-10" }, { "to", "2027-07-09" } });
    for (int i = 1; i <= 8; ++i)
        office.create("measure",
            { { "programme", Value(programme) }, { "family", Value(id) }, { "n", Value(i) }, { "title", "Мероприятие" },
                { "due", "2027-03-01" } });
    return id;
}

} // namespace

TEST_CASE("memory and descriptors stay level over five hundred openings of case pages")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const Value territory(office.seed("territory", "1"));
    std::vector<RecordId> families;
    for (int i = 0; i < 10; ++i)
        families.push_back(family(office, territory, i));
    ui::MainWindow window(office.desk(), ui::listsOf(office.desk().profile()));
    window.resize(1366, 768);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    const auto answered = [&] {
        REQUIRE(QTest::qWaitFor([&] { return !office.desk().jobs.isBusy(); }, 20000));
        QCoreApplication::processEvents();
    };
    const auto press = [&](Qt::Key key, Qt::KeyboardModifier modifier) {
        QTest::keyClick(window.windowHandle(), key, modifier);
        answered();
    };

    Level warm;
    for (int i = 0; i < kOpenings; ++i) {
        if (i == kWarm)
            warm = {};
        window.openRecord("family", families[static_cast<std::size_t>(i) % families.size()]);
        answered();
        REQUIRE(qobject_cast<ui::CasePage*>(window.currentPage()) != nullptr);
        // Each third time through the programme's form, which is the largest.
        if (i % 3 == 0)
            for (int tab = 0; tab < 4; ++tab)
                press(Qt::Key_PageDown, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::AltModifier);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    const Level last;

    const double growth = static_cast<double>(last.kb) / static_cast<double>(warm.kb);
    std::printf("after %d openings: %zu descriptors, %.1f MB; after %d: %zu, %.1f MB (x%.3f)\n", kWarm, warm.files,
        static_cast<double>(warm.kb) / 1024, kOpenings, last.files, static_cast<double>(last.kb) / 1024, growth);
    CHECK(last.files == warm.files);
    CHECK(growth <= kMostGrowth);
    CHECK(window.findChildren<ui::CasePage*>().empty());
}
