// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/lockfile.h"
#include "tests/support/temporaryfolder.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;

namespace {

void writeLock(const std::filesystem::path& file, const std::string& pid, const std::string& host)
{
    std::ofstream(file) << pid << "\nsome-office\n" << host << "\n\n\n";
}

} // namespace

TEST_CASE("a database has one writing process, and the second hears who it is", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("офис.db");
    const std::string held = std::to_string(QCoreApplication::applicationPid());
    {
        const auto first = LockFile::acquire(file);
        REQUIRE(first.ok());
        CHECK(std::filesystem::exists(folder.file("офис.db.lock")));

        const auto second = LockFile::acquire(file);

        REQUIRE_FALSE(second.ok());
        CHECK(second.error().code == base::ErrorCode::DatabaseBusy);
        REQUIRE(second.error().args.size() == 2);
        CHECK(second.error().args[0] == file.string());
        CHECK(second.error().args[1]
            == QSysInfo::machineHostName().toStdString() + ":" + held + " test_db");
        CHECK(LockFile::acquire(folder.file("other.db")).ok());
    }
    CHECK(LockFile::acquire(file).ok());
}

TEST_CASE("one database has one lock, by whatever links it is reached", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    const auto link = folder.file("link.db");
    std::filesystem::create_directory(folder.file("sub"));
    std::filesystem::create_directory_symlink(folder.path(), folder.file("elsewhere"));
    std::filesystem::create_symlink("a.db", link);
    SECTION("a file that is there") { std::ofstream(file) << "x"; }
    SECTION("a file that is still to be made") {}
    const auto first = LockFile::acquire(file);
    REQUIRE(first.ok());

    for (const auto& other : { link, folder.file("elsewhere") / "a.db", folder.file("sub") / ".." / "link.db" }) {
        INFO(other.string());
        const auto second = LockFile::acquire(other);
        REQUIRE_FALSE(second.ok());
        CHECK(second.error().code == base::ErrorCode::DatabaseBusy);
        CHECK(second.error().args[0] == other.string());
    }
}

TEST_CASE("the lock of a dead process of this computer is taken over", "[db]")
{
    const TemporaryFolder folder;
    // Above the greatest pid that Linux gives.
    writeLock(folder.file("a.db.lock"), "4194305", QSysInfo::machineHostName().toStdString());
    CHECK(LockFile::acquire(folder.file("a.db")).ok());
}

TEST_CASE("a lock that names nobody, of a process that was killed while making it, is taken over", "[db]")
{
    const TemporaryFolder folder;
    std::ofstream(folder.file("a.db.lock")).close();
    CHECK(LockFile::acquire(folder.file("a.db")).ok());
}

TEST_CASE("the lock of another computer is respected", "[db]")
{
    const TemporaryFolder folder;
    writeLock(folder.file("a.db.lock"), "4194305", "some-other-computer");

    const auto lock = LockFile::acquire(folder.file("a.db"));

    REQUIRE_FALSE(lock.ok());
    CHECK(lock.error().args[1] == "some-other-computer:4194305 some-office");
}

TEST_CASE("a folder that takes no lock is said so", "[db]")
{
    const TemporaryFolder folder;
    const auto lock = LockFile::acquire(folder.file("no folder") / "a.db");
    REQUIRE_FALSE(lock.ok());
    CHECK(lock.error().code == base::ErrorCode::FileNotWritable);
}
