// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/papermodel.h"

#include "core/db/connection.h"

namespace patronat::documents {

namespace {

using base::ErrorCode;
using base::Fields;

/// Runs the queries of one paper.
class ModelReader {
public:
    ModelReader(db::Connection& connection, const PaperPlan& plan)
        : m_connection(connection)
        , m_plan(plan)
    {
    }

    /// The keys follow from the queries alone, so that a template is checked also where a list is empty.
    base::Result<Keys> keysOf(const Query& query, const std::string& path, std::set<std::string> known)
    {
        for (const std::string& parameter : parametersOf(query.sql))
            if (!known.contains(parameter))
                return broken(path + " :" + parameter, "unknownParameter");
        Keys keys;
        const db::Statement statement = m_connection.prepare(query.sql);
        for (int column = 0; column < statement.columnCount(); ++column) {
            const std::string name = statement.columnName(column);
            if (name.find_first_of(".{}<>?") != std::string::npos)
                return broken(path + ' ' + name, "columnNeedsName");
            keys.values.insert(name);
            known.insert(name);
        }
        for (const auto& [name, list] : query.lists) {
            PATRONAT_LET(Keys inner, keysOf(list, path + '.' + name, known));
            keys.lists.emplace(name, std::move(inner));
        }
        return keys;
    }

    std::vector<Node> rows(const Query& query, const Fields& around)
    {
        std::vector<Node> nodes;
        {
            db::Statement statement = m_connection.prepare(query.sql);
            for (const std::string& name : parametersOf(query.sql))
                if (const auto index = statement.parameter(':' + name))
                    statement.bind(*index, around.at(name));
            while (statement.step()) {
                Node node;
                for (int column = 0; column < statement.columnCount(); ++column)
                    node.values[statement.columnName(column)] = statement.value(column);
                nodes.push_back(std::move(node));
            }
        }
        for (Node& node : nodes)
            readLists(query, around, node);
        return nodes;
    }

    base::Error broken(const std::string& path, const char* why) const
    {
        return { ErrorCode::ProfileBroken, { m_plan.id + ".json", "0", path, why }, {} };
    }

private:
    void readLists(const Query& query, const Fields& around, Node& node)
    {
        if (query.lists.empty())
            return;
        Fields inner = around;
        for (const auto& [name, value] : node.values)
            inner[name] = value;
        for (const auto& [name, list] : query.lists)
            node.lists[name] = rows(list, inner);
    }

    db::Connection& m_connection;
    const PaperPlan& m_plan;
};

} // namespace

base::Result<PaperModel> readPaperModel(
    db::Connection& connection, const PaperPlan& plan, base::RecordId record, const Fields& given)
{
    ModelReader reader(connection, plan);
    Fields around = given;
    around["id"] = record;
    std::set<std::string> known;
    for (const auto& [name, value] : around)
        known.insert(name);
    // The queries are the profile's: one that fails is its mistake, named so.
    try {
        PATRONAT_LET(Keys keys, reader.keysOf(plan.data, "data", known));
        std::vector<Node> rows = reader.rows(plan.data, around);
        if (rows.empty())
            return { ErrorCode::NotFound, { plan.type, record.hex() } };
        PaperModel model { std::move(rows.front()), std::move(keys) };
        for (const auto& [name, value] : given) {
            model.keys.values.insert(name);
            model.node.values.emplace(name, value);
        }
        return model;
    } catch (const db::DbError& problem) {
        if (problem.isFatal())
            throw;
        base::Error error = reader.broken("data", "brokenExpression");
        error.detail = problem.what();
        return error;
    }
}

base::Result<Keys> readPaperKeys(db::Connection& connection, const PaperPlan& plan, const base::Fields& given)
{
    ModelReader reader(connection, plan);
    std::set<std::string> known { "id" };
    for (const auto& [name, value] : given)
        known.insert(name);
    try {
        PATRONAT_LET(Keys keys, reader.keysOf(plan.data, "data", known));
        for (const auto& [name, value] : given)
            keys.values.insert(name);
        return keys;
    } catch (const db::DbError& problem) {
        if (problem.isFatal())
            throw;
        base::Error error = reader.broken("data", "brokenExpression");
        error.detail = problem.error().detail;
        return error;
    }
}

} // namespace patronat::documents
