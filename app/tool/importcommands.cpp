// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/intake/import.h"
#include "core/store/outputfile.h"

#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::Result;
using intake::RowState;
using store::ReadTx;

namespace {

Json planJson(
    const profile::RecordType& type, const intake::CsvTable& table, const intake::ImportPlan& plan)
{
    Json rows = Json::array();
    for (const intake::PlannedRow& row : plan.rows) {
        Json json { { "line", row.line }, { "state", intake::stateName(row.state) },
            { "record", row.record.isNull() ? Json(nullptr) : Json(row.record.hex()) },
            { "fields", fieldsJson(type, row.fields) } };
        if (row.state == RowState::Problem) {
            json["column"] = row.heading;
            json["reason"] = row.reason;
        }
        rows.push_back(std::move(json));
    }
    return { { "type", plan.type }, { "encoding", table.encoding },
        { "separator", std::string(1, table.separator) }, { "new", plan.count(RowState::New) },
        { "changed", plan.count(RowState::Changed) }, { "same", plan.count(RowState::Same) },
        { "problems", plan.count(RowState::Problem) }, { "rows", rows } };
}

std::string linesOf(const Json& json)
{
    std::string out;
    for (const Json& row : json["rows"]) {
        out += cellText(row["line"]) + ": " + cellText(row["state"]);
        if (row.contains("reason"))
            out += "  " + cellText(row["column"]) + ": " + cellText(row["reason"]);
        else if (row["state"] != "same")
            out += "  " + cellText(row["fields"]);
        out += '\n';
    }
    for (const char* part : { "new", "changed", "same", "problems" })
        out += std::string(part) + ' ' + cellText(json[part]) + '\n';
    return out;
}

Result<int> import(Invocation& run)
{
    const bool dryRun = run.arguments().has("--dry-run");
    const std::string name = run.arguments().required("--type");
    const std::string map = run.arguments().required("--map");
    PATRONAT_LET(const std::string csv, store::readFile(pathOf(run.positional(0, "FILE"))));
    PATRONAT_LET(const std::string mapText, store::readFile(pathOf(map)));
    PATRONAT_LET(const intake::CsvTable table, intake::readCsv(csv));
    PATRONAT_LET(const auto store, dryRun ? run.openForReading() : run.openForWriting());
    const profile::RecordType* type = store->profile().type(name);
    if (type == nullptr)
        return { ErrorCode::UnknownType, { name } };
    PATRONAT_LET(
        const intake::Mapping mapping, intake::readMapping(store->profile(), *type, mapText));
    PATRONAT_LET(const intake::ImportPlan plan, store->read([&](const ReadTx& tx) {
        return intake::planImport(tx, *type, table, mapping);
    }));
    Json json = planJson(*type, table, plan);
    const bool isSound = plan.count(RowState::Problem) == 0;
    const bool writes = !dryRun && (isSound || run.arguments().has("--skip-problems"));
    json["written"] = writes;
    json["group"] = nullptr;
    if (writes) {
        base::Job job;
        PATRONAT_LET(const intake::Imported imported,
            intake::runImport(*store, plan, run.writeOptions(*store, "import"), job));
        if (!imported.group.isNull())
            json["group"] = imported.group.hex();
        PATRONAT_TRY(afterWriting(run, *store));
    }
    std::string lines = linesOf(json);
    if (json["group"].is_string())
        lines += "group " + cellText(json["group"]) + '\n';
    run.output().answer(json, lines);
    if (!writes && !dryRun)
        run.output().note(Words { "patronatctl: nothing was written: correct the rows with "
                                  "problems, or leave them out with --skip-problems",
            "patronatctl: ничего не записано: исправьте строки с ошибками или пропустите их ключом "
            "--skip-problems" }
                              .in(run.output().language()));
    return writes || (dryRun && isSound) ? kDone : kNotDone;
}

constexpr std::array kOptions {
    Option { "--type", "TYPE", { "what the rows are", "что за записи в строках" } },
    Option { "--map", "FILE",
        { "which column is which field (JSON)", "какой столбец — какое поле (JSON)" } },
    Option {
        "--dry-run", "", { "only show what it would do", "только показать, что будет сделано" } },
    Option { "--skip-problems", "",
        { "write the other rows although some have problems",
            "записать остальные строки, если в некоторых ошибки" } },
    Option { "--author", "ID",
        { "staff record of who does it", "запись специалиста, который это делает" } },
};

constexpr std::array kCommands {
    Command { "import",
        "FILE --type TYPE --map map.json [--dry-run] [--skip-problems] [--author ID]",
        { "Take in a list (CSV); exit 1 when a row has a problem. The map is JSON: {\"columns\": {HEADING: FIELD}, "
          "\"key\": [FIELD], \"constants\": {FIELD: VALUE}, \"dates\": \"dd.MM.yyyy\", \"references\": {HEADING: "
          "{\"type\": TYPE, \"by\": FIELD}}}; all but columns may be left out",
            "Принять список (CSV); код 1, если в строке ошибка. Соответствие — JSON: {\"columns\": {ЗАГОЛОВОК: ПОЛЕ}, "
            "\"key\": [ПОЛЕ], \"constants\": {ПОЛЕ: ЗНАЧЕНИЕ}, \"dates\": \"dd.MM.yyyy\", \"references\": "
            "{ЗАГОЛОВОК: {\"type\": ВИД, \"by\": ПОЛЕ}}}; обязательно только columns" },
        "{type, encoding, separator, new, changed, same, problems: counts, rows: [{line, state: "
        "new|changed|same|problem, "
        "record, fields, column?, reason?}], written, group}",
        1, 1, kOptions, import },
};

} // namespace

std::span<const Command> importCommands()
{
    return kCommands;
}

} // namespace patronat::tool
