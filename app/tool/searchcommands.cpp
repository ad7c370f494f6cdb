// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/store/search.h"

#include <array>

namespace patronat::tool {

using base::Result;
using store::ReadTx;

namespace {

constexpr std::size_t kDefaultLimit = 50;

std::string_view whereName(store::Hit::Where where)
{
    switch (where) {
    case store::Hit::Where::Name:
        return "name";
    case store::Hit::Where::Number:
        return "number";
    case store::Hit::Where::Text:
        return "text";
    }
    return "text";
}

Result<int> search(Invocation& run)
{
    const std::string text = run.positional(0, "TEXT");
    const auto limit = run.arguments().value("--limit");
    const std::size_t most = limit ? static_cast<std::size_t>(parseCount(*limit)) : kDefaultLimit;
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(const std::vector<store::Hit> hits, store::search(tx, text, most));
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const store::Hit& hit : hits) {
            const std::string title = titleOf(tx, store->rules(), hit.type, hit.record);
            all.push_back({ { "type", hit.type }, { "id", hit.record.hex() }, { "title", title },
                { "where", whereName(hit.where) } });
            rows.push_back({ hit.type, hit.record.hex(), title });
        }
        run.output().answer(all, tableText({ "type", "id", "title" }, rows));
        return kDone;
    });
}

Result<int> findings(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        auto select = tx.connection().prepare(
            "SELECT type, record, rule, field, severity, argument FROM finding ORDER BY type, record, rule, field");
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        while (select.step()) {
            const std::string type(select.text(0));
            const auto id = select.id<base::RecordId>(1);
            const std::string title = titleOf(tx, store->rules(), type, id);
            all.push_back({ { "severity", select.text(4) }, { "type", type }, { "record", id.hex() }, { "title", title },
                { "rule", select.text(2) }, { "field", select.text(3) }, { "argument", select.text(5) } });
            rows.push_back({ std::string(select.text(4)), type, id.hex(), std::string(select.text(2)),
                std::string(select.text(3)), title });
        }
        run.output().answer(all, tableText({ "", "type", "id", "rule", "field", "title" }, rows));
        return kDone;
    });
}

constexpr std::array kSearchOptions {
    Option { "--limit", "N", { "at most so many (50)", "не больше стольких (50)" } },
};

constexpr std::array kCommands {
    Command { "search", "TEXT [--limit N]", { "Find people, families, numbers and words", "Найти людей, семьи, номера и слова" },
        "[{type, id, title, where: name|number|text}]", 1, 1, kSearchOptions, search },
    Command { "findings", "", { "What a merge or a missing record left broken", "Что требует исправления после слияния" },
        "[{severity: E|W|I, type, record, title, rule, field, argument}]", 0, 0, {}, findings },
};

} // namespace

std::span<const Command> searchCommands() { return kCommands; }

} // namespace patronat::tool
