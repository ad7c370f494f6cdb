// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"
#include "core/profile/profile.h"
#include "tests/support/temporaryfolder.h"

#include <QString>

#include <string>
#include <vector>

namespace patronat::tests {

/// A small profile with a protocol and an extract in a folder, and the tables they read with one meeting on
/// as many families as asked for.
class ProtocolCase {
public:
    explicit ProtocolCase(int families);

    db::Connection connection { ":memory:", db::Access::Writer };
    profile::Profile profile;
    TemporaryFolder folder;
    base::RecordId meeting { 7, 1 };
    std::vector<base::RecordId> items;
    std::vector<std::string> surnames; ///< of the families, in the order of the agenda

    void writeTemplate(std::string_view name, std::string_view text) const;

private:
    void makeTables();
    void addFamily(int n);
    void makeProfile();
};

/// What a program says of a file; stops the test when the program fails.
QString outputOf(const QString& program, const QStringList& arguments);
/// The pages of a PDF as text in reading order.
QStringList pagesOf(const std::filesystem::path& pdf);

} // namespace patronat::tests
