// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "core/db/connection.h"
#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <QSqlDatabase>
#include <QStringList>
#include <catch2/catch.hpp>

#include <fstream>
#include <stdexcept>
#include <thread>

#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;
using base::ErrorCode;

#ifndef _WIN32
namespace {

/// While it lives this process is nobody who may write the folder: root would write everywhere.
class ClosedFolder
{
public:
    explicit ClosedFolder(std::filesystem::path folder)
        : m_folder(std::move(folder))
        , m_user(::geteuid())
    {
        ::chmod(m_folder.parent_path().c_str(), 0755);
        ::chmod(m_folder.c_str(), 0555);
        for (const auto& file : std::filesystem::directory_iterator(m_folder))
            ::chmod(file.path().c_str(), 0444);
        constexpr uid_t kNobody = 65534;
        m_isAnother = m_user == 0 && ::seteuid(kNobody) == 0;
    }
    ~ClosedFolder()
    {
        const bool isBack = !m_isAnother || ::seteuid(m_user) == 0;
        ::chmod(m_folder.c_str(), 0755);
        CHECK(isBack);
    }
    ClosedFolder(const ClosedFolder&) = delete;
    ClosedFolder& operator=(const ClosedFolder&) = delete;

private:
    std::filesystem::path m_folder;
    uid_t m_user;
    bool m_isAnother = false;
};

} // namespace

TEST_CASE("a database in a folder that one may not write is read, unless its log would be left out", "[db]")
{
    const TemporaryFolder folder;
    const auto place = folder.file("только чтение? #1 100%25");
    const auto file = place / "a.db";
    std::filesystem::create_directory(place);
    {
        Connection connection(file, Access::Writer);
        connection.execute("CREATE TABLE t(x)");
        connection.execute("INSERT INTO t VALUES(7)");
        connection.checkpoint(true);
    }
    SECTION("all of it lies in the file")
    {
        const ClosedFolder closed(place);
        Connection reader(file, Access::Reader);
        CHECK(numberOf(reader, "SELECT x FROM t") == 7);
        CHECK(errorOf([&] { reader.execute("INSERT INTO t VALUES(8)"); }));
        CHECK_FALSE(std::filesystem::exists(place / "a.db-shm"));
    }
    SECTION("something may lie in a log")
    {
        std::ofstream(place / "a.db-wal") << std::string(100, 'x');
        const ClosedFolder closed(place);
        const auto error = errorOf([&] { Connection(file, Access::Reader); });
        REQUIRE(error);
        CHECK(error->error().code == ErrorCode::FileNotReadable);
        CHECK(error->error().args == std::vector<std::string> { file.string(), "unsavedLog" });
    }
}
#endif

TEST_CASE("a connection leaves no name behind in Qt", "[db]")
{
    const QStringList before = QSqlDatabase::connectionNames();
    {
        Connection connection(":memory:", Access::Writer);
        connection.execute("CREATE TABLE t(x)");
        Statement kept = connection.prepare("SELECT x FROM t");
        kept.step();
        CHECK(QSqlDatabase::connectionNames().size() == before.size() + 1);
    }
    CHECK(QSqlDatabase::connectionNames() == before);
}

TEST_CASE("a connection that cannot open leaves no name behind in Qt", "[db]")
{
    const TemporaryFolder folder;
    const QStringList before = QSqlDatabase::connectionNames();

    const auto error
        = errorOf([&] { Connection(folder.file("no folder") / "a.db", Access::Writer); });

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::DatabaseFailed);
    CHECK(error->nativeCode() == SQLITE_CANTOPEN);
    CHECK(QSqlDatabase::connectionNames() == before);
}

TEST_CASE("a reader makes no file where there is none", "[db]")
{
    const TemporaryFolder folder;

    const auto error = errorOf([&] { Connection(folder.file("a.db"), Access::Reader); });

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::FileNotReadable);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db")));
}

TEST_CASE("a reader sees what was committed and cannot write", "[db]")
{
    const TemporaryFolder folder;
    Connection writer(folder.file("имя с пробелом.db"), Access::Writer);
    writer.execute("CREATE TABLE t(x)");
    Connection reader(folder.file("имя с пробелом.db"), Access::Reader);

    writer.execute("INSERT INTO t VALUES(1)");

    CHECK(numberOf(reader, "SELECT count(*) FROM t") == 1);
    const auto error = errorOf([&] { reader.execute("INSERT INTO t VALUES(2)"); });
    REQUIRE(error);
    CHECK(error->nativeCode() == SQLITE_READONLY);
    CHECK(numberOf(writer, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("a reader changes nothing in a file that is not in WAL mode", "[db]")
{
    const TemporaryFolder folder;
    sqlite3* plain = nullptr;
    REQUIRE(sqlite3_open(folder.file("a.db").c_str(), &plain) == SQLITE_OK);
    sqlite3_exec(plain, "CREATE TABLE t(x)", nullptr, nullptr, nullptr);
    sqlite3_close(plain);

    CHECK(errorOf([&] { Connection(folder.file("a.db"), Access::Reader); }));

    REQUIRE(sqlite3_open(folder.file("a.db").c_str(), &plain) == SQLITE_OK);
    std::string mode;
    sqlite3_exec(
        plain, "PRAGMA journal_mode",
        [](void* out, int, char** values, char**) {
            *static_cast<std::string*>(out) = values[0];
            return 0;
        },
        &mode, nullptr);
    sqlite3_close(plain);
    CHECK(mode == "delete");
}

TEST_CASE("the last reader to close leaves the log to the writer", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    auto writer = std::make_unique<Connection>(file, Access::Writer);
    writer->execute("CREATE TABLE t(x)");
    // As after a crash of the writer: a log beside the file and nobody there.
    const auto copy = folder.file("b.db");
    std::filesystem::copy_file(file, copy);
    std::filesystem::copy_file(folder.file("a.db-wal"), folder.file("b.db-wal"));
    const auto size = std::filesystem::file_size(copy);

    {
        Connection reader(copy, Access::Reader);
        CHECK(numberOf(reader, "SELECT count(*) FROM t") == 0);
    }

    CHECK(std::filesystem::file_size(copy) == size);
    CHECK(std::filesystem::exists(folder.file("b.db-wal")));
}

TEST_CASE("what is no database is called so, and that is fatal", "[db]")
{
    const TemporaryFolder folder;
    std::ofstream(folder.file("a.db")) << std::string(5000, 'x');

    const auto error = errorOf([&] { Connection(folder.file("a.db"), Access::Writer); });

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::NotADatabase);
    CHECK(error->error().args == std::vector<std::string> { folder.file("a.db").string() });
    CHECK(error->isFatal());
}

TEST_CASE("a damaged page is called so, and that is fatal", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    {
        Connection connection(file, Access::Writer);
        connection.execute("CREATE TABLE t(x)");
        connection.execute("INSERT INTO t VALUES(1)");
        connection.checkpoint(true);
    }
    {
        std::fstream raw(file, std::ios::in | std::ios::out | std::ios::binary);
        raw.seekp(4096);
        raw << std::string(4096, '\x7F');
    }

    Connection connection(file, Access::Writer);
    const auto error = errorOf([&] { numberOf(connection, "SELECT x FROM t"); });

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::DatabaseDamaged);
    CHECK(error->isFatal());
}

TEST_CASE("after an fsync that failed nothing goes on; after a full disk it may", "[db]")
{
    CHECK(DbError({}, SQLITE_IOERR_FSYNC).isFatal());
    CHECK(DbError({}, SQLITE_IOERR_DATA).isFatal());
    CHECK(DbError({}, SQLITE_CORRUPT_INDEX).isFatal());
    CHECK(DbError({}, SQLITE_NOTADB).isFatal());
    CHECK_FALSE(DbError({}, SQLITE_FULL).isFatal());
    CHECK_FALSE(DbError({}, SQLITE_BUSY).isFatal());
    CHECK_FALSE(DbError({}, SQLITE_IOERR_READ).isFatal());
}

TEST_CASE("a connection refuses another thread", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    std::optional<DbError> error;

    std::thread([&] { error = errorOf([&] { connection.prepare("SELECT 1"); }); }).join();

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::Internal);
}

TEST_CASE("a script runs statement by statement between its lines", "[db]")
{
    Connection connection(":memory:", Access::Writer);

    connection.executeScript("-- a comment alone\n"
                             "CREATE TABLE t(x) -- with a comment; and a semicolon\n"
                             "--\r\n"
                             "CREATE TRIGGER r AFTER INSERT ON t BEGIN\n"
                             "  UPDATE t SET x = x + 1; UPDATE t SET x = x * 10;\n"
                             "END;\n"
                             "--\n"
                             "--\n"
                             "INSERT INTO t VALUES('1'); -- done\n"
                             "--\n"
                             "-- nothing more\n");

    CHECK(numberOf(connection, "SELECT x FROM t") == 20);
}

TEST_CASE("two statements at once are refused and neither runs", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    connection.execute("CREATE TABLE t(x)");

    const auto error
        = errorOf([&] { connection.execute("INSERT INTO t VALUES(1); DELETE FROM t"); });

    REQUIRE(error);
    CHECK(error->error().code == ErrorCode::Internal);
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 0);
    CHECK(errorOf([&] { connection.prepare(" -- nothing"); }));
}

TEST_CASE("a text in double quotes is no text", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    CHECK(
        errorOf([&] { connection.execute("CREATE TABLE t(x DEFAULT \"y\" CHECK(x <> \"z\"))"); }));
    CHECK(errorOf([&] { connection.prepare("SELECT \"no such column\""); }));
}

TEST_CASE("a truncating checkpoint empties the log, a reader makes none", "[db]")
{
    const TemporaryFolder folder;
    Connection writer(folder.file("a.db"), Access::Writer);
    writer.execute("CREATE TABLE t(x)");
    CHECK(writer.walBytes() > 0);
    CHECK(writer.cacheBytes() > 0);
    Connection reader(folder.file("a.db"), Access::Reader);

    CHECK(errorOf([&] { reader.checkpoint(false); }));
    CHECK(writer.walBytes() > 0);
    writer.checkpoint(false);
    writer.checkpoint(true);

    CHECK(writer.walBytes() == 0);
    CHECK(numberOf(reader, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("functions of the program work in statements, indexes and triggers", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    int calls = 0;
    connection.addFunction("twice", 1, [&](std::span<const base::Value> arguments) {
        ++calls;
        const auto& value = arguments[0];
        if (const auto* number = value.number())
            return base::Value(*number * 2);
        if (const auto* text = value.text())
            return base::Value(*text + *text);
        return value;
    });
    connection.execute("CREATE TABLE t(x)");
    connection.execute("CREATE INDEX i ON t(twice(x))");
    connection.execute("CREATE TRIGGER r BEFORE INSERT ON t WHEN twice(NEW.x) = 26 BEGIN "
                       "SELECT RAISE(ABORT, 'unlucky'); END");

    connection.execute(
        "INSERT INTO t VALUES(4), ('аб'), (NULL), (x'000102030405060708090a0b0c0d0e0f')");

    CHECK(calls > 0);
    CHECK(numberOf(connection, "SELECT x FROM t WHERE twice(x) = 8") == 4);
    CHECK(numberOf(connection, "SELECT count(*) FROM t WHERE twice(x) = 'абаб'") == 1);
    CHECK(numberOf(connection, "SELECT count(*) FROM t WHERE twice(x) IS NULL") == 1);
    CHECK(numberOf(connection, "SELECT count(*) FROM t WHERE twice(x) = x") == 1);
    CHECK(errorOf([&] { connection.execute("INSERT INTO t VALUES(13)"); }));
    CHECK(errorOf([&] { numberOf(connection, "SELECT twice(1.5)"); }));
    CHECK(errorOf([&] { numberOf(connection, "SELECT twice(x'00')"); }));
}

TEST_CASE("a function that throws fails its statement and nothing else", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    connection.addFunction("bad", 0, [](std::span<const base::Value>) -> base::Value {
        throw std::runtime_error("on purpose");
    });

    const auto error = errorOf([&] { numberOf(connection, "SELECT bad()"); });

    REQUIRE(error);
    CHECK(error->error().detail.find("on purpose") != std::string::npos);
    CHECK(numberOf(connection, "SELECT 5") == 5);
}
