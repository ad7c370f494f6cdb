// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/intake/import.h"
#include "core/intake/sheetreader.h"
#include "core/store/outputfile.h"

#include <QString>

#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::Result;
using intake::RowState;
using store::ReadTx;

namespace {

Json problemJson(const intake::RowProblem& problem)
{
    Json json { { "column", problem.heading }, { "reason", problem.reason },
        { "cell", problem.cell } };
    if (!problem.field.empty()) {
        json["type"] = problem.type;
        json["field"] = problem.field;
    }
    if (!problem.nearest.empty())
        json["nearest"] = problem.nearest;
    return json;
}

/// `record` and `fields` are of the row's first record; `records` of all where the mapping fills
/// several.
Json rowJson(const profile::Profile& profile, const intake::ImportPlan& plan,
    const intake::PlannedRow& row, bool isOfSeveral)
{
    Json json { { "line", row.line }, { "state", intake::stateName(row.state) },
        { "record", nullptr }, { "fields", Json::object() } };
    Json records = Json::array();
    for (const std::size_t index : row.records) {
        const intake::PlannedRecord& record = plan.records[index];
        records.push_back({ { "type", record.type }, { "as", record.as },
            { "state", intake::stateName(record.state) },
            { "record", record.record.isNull() ? Json(nullptr) : Json(record.record.hex()) },
            { "fields", fieldsJson(*profile.type(record.type), record.fields) } });
    }
    if (!records.empty()) {
        json["record"] = records[0]["record"];
        json["fields"] = records[0]["fields"];
    }
    if (isOfSeveral)
        json["records"] = records;
    if (row.sameAs != 0)
        json["sameAs"] = row.sameAs;
    if (!row.problems.empty()) {
        json["column"] = row.problems.front().heading;
        json["reason"] = row.problems.front().reason;
        json["problems"] = Json::array();
        for (const intake::RowProblem& problem : row.problems)
            json["problems"].push_back(problemJson(problem));
    }
    return json;
}

Json planJson(const profile::Profile& profile, const intake::ListTable& table,
    const intake::Mapping& mapping, const intake::ImportPlan& plan)
{
    Json rows = Json::array();
    for (const intake::PlannedRow& row : plan.rows)
        rows.push_back(rowJson(profile, plan, row, mapping.records.size() > 1));
    Json types = Json::object();
    for (const intake::PlannedRecord& record : plan.records)
        if (!types.contains(record.type))
            types[record.type] = { { "new", plan.writes(record.type, RowState::New) },
                { "changed", plan.writes(record.type, RowState::Changed) } };
    Json json { { "type", mapping.records.front().type }, { "format", table.format },
        { "encoding", table.encoding },
        { "separator", table.separator == 0 ? "" : std::string(1, table.separator) },
        { "sheet", table.sheet }, { "headerLine", table.headerLine },
        { "new", plan.count(RowState::New) }, { "changed", plan.count(RowState::Changed) },
        { "same", plan.count(RowState::Same) }, { "duplicates", plan.count(RowState::Duplicate) },
        { "problems", plan.count(RowState::Problem) },
        { "guessedCenturies", plan.guessedCenturies }, { "records", types } };
    json["rows"] = std::move(rows);
    return json;
}

std::string linesOf(const Json& json)
{
    std::string out;
    for (const Json& row : json["rows"]) {
        out += cellText(row["line"]) + ": " + cellText(row["state"]);
        if (row.contains("problems"))
            for (const Json& problem : row["problems"])
                out += "  " + cellText(problem["column"]) + ": " + cellText(problem["reason"])
                    + (problem.contains("nearest") ? " (" + cellText(problem["nearest"]) + ")"
                                                   : "");
        else if (row.contains("sameAs"))
            out += "  = " + cellText(row["sameAs"]);
        else if (row["state"] != "same")
            out += "  " + cellText(row["fields"]);
        out += '\n';
    }
    for (const char* part : { "new", "changed", "same", "duplicates", "problems" })
        out += std::string(part) + ' ' + cellText(json[part]) + '\n';
    return out;
}

/// What the command line says of the file wins over what the mapping says.
Result<intake::Reading> readingOf(Invocation& run, const intake::Mapping& mapping)
{
    intake::Reading reading = mapping.reading;
    reading.sheet = run.arguments().value("--sheet").value_or(reading.sheet);
    reading.encoding = run.arguments().value("--encoding").value_or(reading.encoding);
    if (const auto separator = run.arguments().value("--separator")) {
        if (separator->size() != 1)
            return { ErrorCode::InvalidArgument, { "--separator", *separator } };
        reading.separator = separator->front();
    }
    if (const auto line = run.arguments().value("--header-line")) {
        reading.headerLine = QString::fromStdString(*line).toInt();
        if (reading.headerLine <= 0)
            return { ErrorCode::InvalidArgument, { "--header-line", *line } };
    }
    return reading;
}

Result<int> import(Invocation& run)
{
    const bool dryRun = run.arguments().has("--dry-run");
    const std::string map = run.arguments().required("--map");
    PATRONAT_LET(std::string bytes, store::readFile(pathOf(run.positional(0, "FILE"))));
    PATRONAT_LET(const std::string mapText, store::readFile(pathOf(map)));
    PATRONAT_LET(const auto file, intake::openList(std::move(bytes)));
    PATRONAT_LET(const auto store, dryRun ? run.openForReading() : run.openForWriting());
    PATRONAT_LET(const intake::Mapping mapping,
        intake::readMapping(
            store->profile(), run.arguments().value("--type").value_or(""), mapText));
    PATRONAT_LET(const intake::Reading reading, readingOf(run, mapping));
    PATRONAT_LET(const intake::ListTable table, file->read(reading));
    base::Job job;
    PATRONAT_LET(const intake::ImportPlan plan, store->read([&](const ReadTx& tx) {
        return intake::planImport(tx, table, mapping, store->environment().clock.today(), job);
    }));
    Json json = planJson(store->profile(), table, mapping, plan);
    const bool isSound = plan.count(RowState::Problem) == 0;
    const bool isFaultyThroughout = !isSound && plan.count(RowState::Problem) == plan.rows.size();
    const bool writes
        = !dryRun && (isSound || (run.arguments().has("--skip-problems") && !isFaultyThroughout));
    json["written"] = writes;
    json["group"] = nullptr;
    if (writes) {
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
    Option { "--type", "TYPE",
        { "what the rows are, where the map does not say it",
            "что за записи в строках, если не сказано в соответствии" } },
    Option { "--map", "FILE",
        { "which column is which field (JSON)", "какой столбец — какое поле (JSON)" } },
    Option {
        "--dry-run", "", { "only show what it would do", "только показать, что будет сделано" } },
    Option { "--sheet", "NAME", { "which sheet of a workbook", "какой лист книги" } },
    Option { "--encoding", "NAME",
        { "of a CSV: UTF-8, windows-1251, IBM866, KOI8-R, UTF-16",
            "для CSV: UTF-8, windows-1251, IBM866, KOI8-R, UTF-16" } },
    Option { "--separator", "CHAR", { "between the cells of a CSV", "между ячейками CSV" } },
    Option { "--header-line", "N", { "where the headings stand", "в какой строке заголовки" } },
    Option { "--skip-problems", "",
        { "write the other rows although some have problems",
            "записать остальные строки, если в некоторых ошибки" } },
    Option { "--author", "ID",
        { "staff record of who does it", "запись специалиста, который это делает" } },
};

constexpr std::array kCommands {
    Command { "import",
        "FILE --map map.json [--type TYPE] [--sheet NAME] [--encoding NAME] [--separator CHAR] "
        "[--header-line N] [--dry-run] "
        "[--skip-problems] [--author ID]",
        { "Take in a list (CSV, XLSX, ODS), all of it or nothing; exit 1 when a row has a problem. "
          "The map is JSON: "
          "{\"columns\": {HEADING: FIELD}, \"key\": [FIELD], \"constants\": {FIELD: VALUE}, "
          "\"dates\": \"dd.MM.yyyy\", "
          "\"references\": {HEADING: {\"type\": TYPE, \"by\": FIELD}}}; all but columns may be "
          "left out. Several records of "
          "one row: profiles/MAPPINGS.md",
            "Принять список (CSV, XLSX, ODS) целиком или никак; код 1, если в строке ошибка. "
            "Соответствие — JSON: "
            "{\"columns\": {ЗАГОЛОВОК: ПОЛЕ}, \"key\": [ПОЛЕ], \"constants\": {ПОЛЕ: ЗНАЧЕНИЕ}, "
            "\"dates\": \"dd.MM.yyyy\", "
            "\"references\": {ЗАГОЛОВОК: {\"type\": ВИД, \"by\": ПОЛЕ}}}; обязательно только "
            "columns. Несколько записей из "
            "одной строки: profiles/MAPPINGS.md" },
        "{type, format, encoding, separator, sheet, headerLine, new, changed, same, duplicates, "
        "problems: counts, guessedCenturies, "
        "records: {TYPE: {new, changed}}, rows: [{line, state: new|changed|same|duplicate|problem, "
        "record, fields, records?, "
        "sameAs?, column?, reason?, problems?: [{column, reason, cell, type?, field?, "
        "nearest?}]}], written, group}",
        1, 1, kOptions, import },
};

} // namespace

std::span<const Command> importCommands()
{
    return kCommands;
}

} // namespace patronat::tool
