// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outputfile.h"

#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <csignal>
#include <vector>

using namespace patronat;
using namespace patronat::store;

TEST_CASE("a file is written whole and read back", "[store]")
{
    const tests::TemporaryFolder folder;
    REQUIRE(writeFile(folder.file("a.txt"), QByteArray("old")).ok());
    REQUIRE(writeFile(folder.file("a.txt"), QByteArray("new\0x", 5)).ok());
    CHECK(*readFile(folder.file("a.txt")) == std::string("new\0x", 5));
}

TEST_CASE("a file that cannot be written or read is named", "[store]")
{
    const tests::TemporaryFolder folder;
    const auto path = folder.file("no/a.txt");
    CHECK(writeFile(path, QByteArray("x")).error().code == base::ErrorCode::FileNotWritable);
    CHECK(readFile(path).error().code == base::ErrorCode::FileNotReadable);
    CHECK(readFile(path).error().args == std::vector<std::string> { path.string() });
}

TEST_CASE("a disk that fills up while a file is written leaves the older file and says so")
{
    // A limit of the process stands for a full disk: both answer at write(2), when the buffer is emptied.
    const tests::TemporaryFolder folder;
    const auto path = folder.file("a.txt");
    REQUIRE(writeFile(path, QByteArray("old")).ok());
    rlimit before {};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little { 100, before.rlim_max };
    REQUIRE(setrlimit(RLIMIT_FSIZE, &little) == 0);
    std::vector<base::Status> outcomes;
    for (const qsizetype size : { 101, 4000, 16384, 1 << 20 })
        outcomes.push_back(writeFile(path, QByteArray(size, 'x')));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, ignored);
    for (const base::Status& outcome : outcomes)
        CHECK_FALSE(outcome.ok());
    CHECK(*readFile(path) == "old");
}

TEST_CASE("a full disk is told from a place where nothing may be written", "[store]")
{
    CHECK(errorCodeOf(QFileDevice::ResourceError) == base::ErrorCode::DiskFull);
    CHECK(errorCodeOf(QFileDevice::WriteError) == base::ErrorCode::FileNotWritable);
    CHECK(errorCodeOf(QFileDevice::PermissionsError) == base::ErrorCode::FileNotWritable);
}
