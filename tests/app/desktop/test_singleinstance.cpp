// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"
#include "app/desktop/singleinstance.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/testdesk.h"
#include "ui/common/errortext.h"

#include <QTest>
#include <catch2/catch.hpp>

#include <thread>

using namespace patronat;
using desktop::SingleInstance;

TEST_CASE("a second start asks the first window to come to the front, and only for the same database")
{
    const tests::TemporaryFolder folder;
    SingleInstance first(folder.file("office.db"));
    CHECK_FALSE(first.raiseFirst());
    first.listen();
    int raised = 0;
    QObject::connect(&first, &SingleInstance::raised, &first, [&] { ++raised; });

    bool found = false;
    std::thread second([&] { found = SingleInstance(folder.file("office.db")).raiseFirst(); });
    CHECK(QTest::qWaitFor([&] { return raised == 1; }));
    QTest::qWait(20);
    second.join();
    CHECK(found);

    CHECK_FALSE(SingleInstance(folder.file("other.db")).raiseFirst());
}

TEST_CASE("a database that another program writes is not opened, and who holds it is said in words")
{
    const tests::TestDesk office;
    const base::SystemClock clock;
    const tests::TemporaryFolder folder;
    QSettings settings(
        QString::fromStdU16String(folder.file("settings.ini").u16string()), QSettings::IniFormat);

    const auto opened = desktop::Session::open(office.path(), {}, clock, settings);

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == base::ErrorCode::DatabaseBusy);
    const ui::ErrorText text = ui::errorText(opened.error(), ui::Language::Russian, ui::Audience::Window);
    CHECK(text.title.find("сейчас ведёт другая программа") != std::string::npos);
    CHECK(text.advice.find("patronatctl") == std::string::npos);
}

TEST_CASE("no advice of the window names a command")
{
    for (int number = 0; number <= static_cast<int>(base::ErrorCode::Internal); ++number) {
        const base::Error error { static_cast<base::ErrorCode>(number), { "one", "two", "three", "four" }, {} };
        INFO(codeName(error.code));
        for (const ui::Language language : { ui::Language::English, ui::Language::Russian }) {
            const ui::ErrorText text = ui::errorText(error, language, ui::Audience::Window);
            CHECK(text.advice.find("patronatctl") == std::string::npos);
            CHECK(text.advice.find("--") == std::string::npos);
        }
    }
}
