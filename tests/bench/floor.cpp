// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor.h"

#include "core/db/connection.h"
#include "core/journal/operation.h"

#include <map>
#include <set>
#include <unordered_map>

namespace patronat::bench {

using store::Table;

namespace {

/// Statements prepared once per connection, as a careful plain program would.
class Statements {
public:
    explicit Statements(db::Connection& connection) : m_connection(connection) {}

    void run(const FloorStep& step)
    {
        if (step.isInsert)
            insert(step);
        else
            update(step);
    }

private:
    void insert(const FloorStep& step)
    {
        auto at = m_inserts.find(step.table);
        if (at == m_inserts.end())
            at = m_inserts.emplace(step.table, m_connection.prepare(step.table->insertSql())).first;
        db::Statement& statement = at->second;
        statement.bind(1, step.record).bind(2, step.unit).bindStatic(3, "draft").bindStaticBlob(4, "");
        std::vector<bool> bound(step.table->columns().size());
        for (const auto& [column, value] : step.values) {
            bind(statement, Table::kFirstColumnParameter + static_cast<int>(column), value);
            bound[column] = true;
        }
        for (std::size_t i = 0; i < bound.size(); ++i)
            if (!bound[i])
                statement.bindNull(Table::kFirstColumnParameter + static_cast<int>(i));
        statement.run();
    }

    void update(const FloorStep& step)
    {
        std::string sql = "UPDATE " + store::sqlName(step.table->type().id) + " SET ";
        sql += step.isSign ? "life = 'signed'" : "life = life";
        for (std::size_t i = 0; i < step.values.size(); ++i)
            sql += ", " + store::sqlName(step.table->columns()[step.values[i].first].field) + " = ?"
                + std::to_string(i + 2);
        sql += " WHERE id = ?1";
        auto at = m_updates.find(sql);
        if (at == m_updates.end())
            at = m_updates.emplace(sql, m_connection.prepare(sql)).first;
        at->second.bind(1, step.record);
        for (std::size_t i = 0; i < step.values.size(); ++i)
            bind(at->second, static_cast<int>(i) + 2, step.values[i].second);
        at->second.run();
    }

    static void bind(db::Statement& statement, int parameter, const base::Value& value)
    {
        if (value.text())
            statement.bindStatic(parameter, *value.text());
        else
            statement.bind(parameter, value);
    }

    db::Connection& m_connection;
    std::unordered_map<const Table*, db::Statement> m_inserts;
    std::map<std::string, db::Statement> m_updates;
};

using Shown = std::unordered_map<base::RecordId, base::Fields>;

FloorStep stepOf(const journal::Operation& o, const Table& table, Shown& shown)
{
    FloorStep step { &table, o.record, o.unit, o.isCreation(), o.kind == journal::Kind::Sign,
        o.id.origin, {} };
    base::Fields& row = shown[o.record];
    for (const auto& [field, value] : o.fields) {
        const std::size_t column = table.column(field);
        // A signature repeats the row; a plain program writes only what changes.
        if (column == Table::npos || (!step.isInsert && row[field] == value))
            continue;
        row[field] = value;
        step.values.emplace_back(column, value);
    }
    return step;
}

} // namespace

std::unordered_set<base::OperationId> Floor::heldBy(const store::Store& store)
{
    std::unordered_set<base::OperationId> held;
    const auto read = store.read([&](const store::ReadTx& tx) -> base::Status {
        tx.journal().forEach([&](base::OperationId id, std::string_view) { held.insert(id); });
        return {};
    });
    if (!read)
        throw db::DbError(read.error());
    return held;
}

std::vector<FloorStep> Floor::stepsOf(const store::Store& store, const store::Tables& tables,
    const std::unordered_set<base::OperationId>& before)
{
    std::set<base::Origin> seeds;
    for (const profile::SeedLog& log : tables.profile().seeds)
        seeds.insert(log.origin);
    std::vector<FloorStep> steps;
    Shown shown;
    const auto read = store.read([&](const store::ReadTx& tx) -> base::Status {
        tx.journal().forEach([&](base::OperationId id, std::string_view bytes) {
            const auto operation = journal::decode(id, bytes);
            const Table* table = operation && !seeds.contains(id.origin) ? tables.find(operation->type) : nullptr;
            if (!table)
                return;
            FloorStep step = stepOf(*operation, *table, shown);
            if (!before.contains(id))
                steps.push_back(std::move(step));
        });
        return {};
    });
    if (!read)
        throw db::DbError(read.error());
    return steps;
}

void Floor::create(const std::filesystem::path& file) const
{
    for (const char* ending : { "", "-wal", "-shm" })
        std::filesystem::remove(file.string() + ending);
    db::Connection connection(file, db::Access::Writer);
    db::Transaction transaction(connection);
    for (const Table& table : m_tables.all()) {
        connection.execute(table.createSql());
        for (const std::string& index : table.indexSql())
            connection.execute(index);
    }
    transaction.commit();
}

void Floor::run(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const
{
    db::Connection connection(file, db::Access::Writer);
    {
        db::Transaction transaction(connection);
        Statements statements(connection);
        for (const FloorStep& step : steps)
            statements.run(step);
        transaction.commit();
    }
}

void Floor::runByOrigin(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const
{
    db::Connection connection(file, db::Access::Writer);
    Statements statements(connection);
    for (std::size_t at = 0; at < steps.size();) {
        db::Transaction transaction(connection);
        const base::Origin origin = steps[at].origin;
        for (; at < steps.size() && steps[at].origin == origin; ++at)
            statements.run(steps[at]);
        transaction.commit();
    }
}

void Floor::runEach(const std::filesystem::path& file, const std::vector<FloorStep>& steps) const
{
    db::Connection connection(file, db::Access::Writer);
    Statements statements(connection);
    for (const FloorStep& step : steps) {
        db::Transaction transaction(connection);
        statements.run(step);
        transaction.commit();
    }
}

} // namespace patronat::bench
