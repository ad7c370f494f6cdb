// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/settings.h"

#include <sqlite3.h>

#include <array>

namespace patronat::db {

namespace {

// cache_spill=OFF is not a matter of speed: with it on, SQLite 3.40.1 can lose a committed row
// after a ROLLBACK TO (safety.md 0.1, tests/core/db/test_walbug.cpp).
constexpr std::array kWriter {
    Setting { "busy_timeout", "5000", "5000" },
    Setting { "cache_spill", "OFF", "0" },
    Setting { "cache_size", "-32768", "-32768" },
    Setting { "temp_store", "MEMORY", "2" },
    Setting { "mmap_size", "0", "0" },
    Setting { "trusted_schema", "OFF", "0" },
    Setting { "secure_delete", "ON", "1" },
    Setting { "journal_mode", "WAL", "wal" },
    Setting { "synchronous", "FULL", "2" },
    Setting { "foreign_keys", "ON", "1" },
    Setting { "wal_autocheckpoint", "0", "0" },
    Setting { "query_only", "OFF", "0" },
};

constexpr auto forReader()
{
    auto settings = kWriter;
    settings.back() = { "query_only", "ON", "1" };
    return settings;
}

constexpr auto kReader = forReader();

/// Double-quoted strings hide misspelt columns. And the last connection to close checkpoints, which
/// only a writer may (safety.md 0.2).
struct Configuration {
    std::string_view name;
    int option;
    int writer;
    int reader;
    int value(Access access) const { return access == Access::Writer ? writer : reader; }
};

constexpr std::array kConfigurations {
    Configuration { "dqs_dml", SQLITE_DBCONFIG_DQS_DML, 0, 0 },
    Configuration { "dqs_ddl", SQLITE_DBCONFIG_DQS_DDL, 0, 0 },
    Configuration { "no_ckpt_on_close", SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, 1 },
};

std::string readBack(Connection& connection, std::string_view pragma)
{
    Statement statement = connection.prepareOnce("PRAGMA " + std::string(pragma));
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

/// A database in memory has neither a log nor a file to map.
bool isMeaningless(const Connection& connection, std::string_view pragma)
{
    return connection.path() == ":memory:" && (pragma == "journal_mode" || pragma == "mmap_size");
}

} // namespace

std::span<const Setting> settingsFor(Access access)
{
    return access == Access::Writer ? std::span<const Setting>(kWriter) : kReader;
}

void applyConfiguration(sqlite3* handle, Access access)
{
    for (const Configuration& configuration : kConfigurations)
        sqlite3_db_config(handle, configuration.option, configuration.value(access), nullptr);
    sqlite3_extended_result_codes(handle, 1);
}

void leaveLogAtClose(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

std::vector<std::string> wrongSettings(Connection& connection)
{
    std::vector<std::string> wrong;
    for (const Setting& setting : settingsFor(connection.access())) {
        const std::string value = readBack(connection, setting.pragma);
        if (value != setting.readBack && !isMeaningless(connection, setting.pragma))
            wrong.push_back(std::string(setting.pragma) + "=" + value);
    }
    for (const Configuration& configuration : kConfigurations) {
        int value = -1;
        sqlite3_db_config(connection.handle(), configuration.option, -1, &value);
        if (value != configuration.value(connection.access()))
            wrong.push_back(std::string(configuration.name) + "=" + std::to_string(value));
    }
    return wrong;
}

} // namespace patronat::db
