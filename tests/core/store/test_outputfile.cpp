// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outputfile.h"

#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

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

TEST_CASE("a full disk is told from a place where nothing may be written", "[store]")
{
    CHECK(errorCodeOf(QFileDevice::ResourceError) == base::ErrorCode::DiskFull);
    CHECK(errorCodeOf(QFileDevice::WriteError) == base::ErrorCode::FileNotWritable);
    CHECK(errorCodeOf(QFileDevice::PermissionsError) == base::ErrorCode::FileNotWritable);
}
