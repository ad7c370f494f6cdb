// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/diagnostics/results.h"

#include <array>
#include <fstream>
#include <iterator>

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using diagnostics::Answers;
using diagnostics::pointsText;
using diagnostics::Score;
using diagnostics::Sheet;
using profile::Instrument;
using profile::Points;
using store::ReadTx;

namespace {

constexpr Words kTooFew { "answered too few for a result", "для результата отвечено недостаточно" };
constexpr Words kAtOnce { "holds although answers are missing", "вывод верен и без остальных ответов" };
constexpr Words kReference { "for reference only: no conclusion rests on it alone",
    "справочно: вывод на одной этой методике не строится" };
constexpr Words kOnPaper { "the texts of the questions are on the paper form",
    "тексты вопросов — на бумажном бланке" };
constexpr Words kNothingToCompare { "there are no two results to compare", "нет двух результатов для сравнения" };
constexpr Words kProposed { "proposed, not written:", "предлагается, не записано:" };
constexpr Words kAge { "mind the age: the instrument is for", "обратите внимание на возраст, методика для:" };

std::string textIn(const profile::Label& label, const Invocation& run)
{
    return std::string(profile::labelIn(label, run.language()));
}

Json pointsJson(const std::optional<Points>& points, int decimals)
{
    return points ? Json(pointsText(*points, decimals)) : Json(nullptr);
}

std::string cell(const std::optional<Points>& points, int decimals)
{
    return points ? pointsText(*points, decimals) : std::string("—");
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string_view entryName(Instrument::Entry entry)
{
    switch (entry) {
    case Instrument::Entry::Items:
        return "items";
    case Instrument::Entry::Scales:
        return "scales";
    case Instrument::Entry::Free:
        return "free";
    }
    return "items";
}

Result<Sheet> askedSheet(const Invocation& run)
{
    const std::string file = run.arguments().required("--answers");
    std::string json;
    if (file == "-") {
        json = readStandardInput();
    } else {
        std::ifstream in(pathOf(file), std::ios::binary);
        if (!in)
            return { ErrorCode::FileNotReadable, { file } };
        json.assign(std::istreambuf_iterator<char>(in), {});
    }
    PATRONAT_LET(Answers answers, diagnostics::answersFromJson(json));
    return Sheet { std::move(answers), run.arguments().value("--form").value_or(std::string()) };
}

Json scoreJson(const Score& score, const Invocation& run)
{
    Json scales = Json::array();
    for (const diagnostics::ScaleScore& scale : score.scales)
        scales.push_back({ { "id", scale.id }, { "label", textIn(scale.label, run) },
            { "raw", pointsJson(scale.raw, 2) }, { "value", pointsJson(scale.value, scale.decimals) },
            { "percent", pointsJson(scale.percent, scale.percentDecimals) },
            { "percentile", scale.percentile ? Json(*scale.percentile) : Json(nullptr) },
            { "band", textOrNull(scale.band) }, { "bandLabel", textOrNull(textIn(scale.bandLabel, run)) },
            { "diagnosticValue", pointsJson(scale.diagnosticValue, 2) }, { "flagged", scale.flagged } });
    Json problems = Json::array();
    for (const diagnostics::SheetProblem& problem : score.problems)
        problems.push_back({ { "code", problem.code }, { "item", problem.item }, { "argument", problem.argument } });
    return { { "instrument", score.instrument }, { "version", score.version }, { "asked", score.asked },
        { "answered", score.answered }, { "needed", score.needed }, { "enough", score.enough },
        { "atOnce", score.atOnce }, { "total", pointsJson(score.total, score.totalDecimals) },
        { "band", textOrNull(score.band) }, { "bandLabel", textOrNull(textIn(score.bandLabel, run)) },
        { "tone", textOrNull(score.tone) }, { "advice", textOrNull(textIn(score.advice, run)) },
        { "scales", scales }, { "unanswered", score.unanswered }, { "problems", problems } };
}

std::string scoreText(const Instrument& instrument, const Score& score, const Invocation& run)
{
    const Language language = run.output().language();
    std::vector<std::vector<std::string>> rows;
    for (const diagnostics::ScaleScore& scale : score.scales)
        rows.push_back({ textIn(scale.label, run), cell(scale.value, scale.decimals),
            scale.percent ? pointsText(*scale.percent, scale.percentDecimals) + " %" : "",
            textIn(scale.bandLabel, run) + (scale.flagged ? " !" : "") });
    std::string out = textIn(instrument.label, run) + '\n'
        + tableText({ "", "", "", "" }, rows) + std::to_string(score.answered) + " / "
        + std::to_string(score.asked) + '\n';
    if (!score.enough)
        out += std::string(score.atOnce ? kAtOnce.in(language) : kTooFew.in(language)) + '\n';
    if (!score.band.empty())
        out += "→ " + textIn(score.bandLabel, run) + '\n';
    if (!score.advice.empty())
        out += textIn(score.advice, run) + '\n';
    if (instrument.referenceOnly)
        out += std::string(kReference.in(language)) + '\n';
    for (const diagnostics::SheetProblem& problem : score.problems)
        out += problem.code + ' ' + problem.item + ' ' + problem.argument + '\n';
    return out;
}

Result<int> list(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const std::string& id : profile::instrumentIds(store->profile())) {
        PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), id));
        all.push_back({ { "id", one.id }, { "version", one.version }, { "label", textIn(one.label, run) },
            { "entry", entryName(one.entry) }, { "items", one.items.size() }, { "scales", one.scales.size() },
            { "psychologist", one.psychologist }, { "referenceOnly", one.referenceOnly } });
        rows.push_back({ one.id, one.version, std::string(entryName(one.entry)), std::to_string(one.items.size()),
            std::to_string(one.scales.size()), textIn(one.label, run) });
    }
    run.output().answer(all, tableText({ "code", "version", "entry", "items", "scales", "" }, rows));
    return kDone;
}

Json itemsJson(const Instrument& instrument, const Invocation& run)
{
    Json out = Json::array();
    for (const profile::Item& item : instrument.items) {
        Json values = Json::array();
        if (const profile::AnswerType* type = instrument.type(item.type))
            for (const profile::AnswerOption& option : type->options)
                values.push_back(
                    { { "value", pointsText(option.value, option.value % profile::kPoint == 0 ? 0 : profile::kPointDecimals) },
                        { "label", textIn(option.label, run) } });
        out.push_back({ { "id", item.id }, { "text", textIn(item.text, run) }, { "group", textOrNull(item.group) },
            { "reverse", item.reverse }, { "optional", item.optional }, { "values", values } });
    }
    return out;
}

Json bandsJson(const profile::Scale& scale, const Invocation& run)
{
    Json out = Json::array();
    for (const profile::Band& band : scale.bands)
        out.push_back({ { "id", band.id }, { "from", pointsText(band.from, scale.decimals) },
            { "to", pointsText(band.to, scale.decimals) }, { "label", textIn(band.label, run) } });
    return out;
}

Result<int> show(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), run.positional(0, "CODE")));
    Json scales = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const profile::Scale& scale : one.scales) {
        scales.push_back({ { "id", scale.id }, { "label", textIn(scale.label, run) }, { "items", scale.items },
            { "min", pointsJson(scale.min, scale.valueDecimals()) },
            { "max", pointsJson(scale.max, scale.valueDecimals()) }, { "bands", bandsJson(scale, run) } });
        std::string bands;
        for (const profile::Band& band : scale.bands)
            bands += (bands.empty() ? "" : "; ") + pointsText(band.from, scale.decimals) + "–"
                + pointsText(band.to, scale.decimals) + ' ' + textIn(band.label, run);
        rows.push_back({ scale.id, textIn(scale.label, run), bands });
    }
    Json respondents = Json::array();
    for (const profile::Respondents& some : one.respondents)
        respondents.push_back({ { "who", some.who }, { "ageFrom", some.ageFrom ? Json(*some.ageFrom) : Json(nullptr) },
            { "ageTo", some.ageTo ? Json(*some.ageTo) : Json(nullptr) }, { "form", textOrNull(some.form) } });
    Json outcomes = Json::array();
    for (const profile::InstrumentOutcome& outcome : one.outcomes) {
        outcomes.push_back({ { "id", outcome.id }, { "label", textIn(outcome.label, run) },
            { "atOnce", outcome.atOnce }, { "advice", textOrNull(textIn(outcome.advice, run)) } });
        rows.push_back({ "→ " + outcome.id, textIn(outcome.label, run), textIn(outcome.advice, run) });
    }
    std::vector<std::vector<std::string>> items;
    for (const profile::Item& item : one.items)
        items.push_back({ item.id, textIn(item.text, run) });
    std::string lines = textIn(one.label, run) + ", " + one.version + '\n';
    if (one.textsOnPaper)
        lines += std::string(kOnPaper.in(run.output().language())) + '\n';
    run.output().answer({ { "id", one.id }, { "version", one.version }, { "label", textIn(one.label, run) },
                            { "entry", entryName(one.entry) },
                            { "minimumAnswered", pointsText(one.minimumAnswered, 2) },
                            { "textsOnPaper", one.textsOnPaper }, { "psychologist", one.psychologist },
                            { "referenceOnly", one.referenceOnly }, { "perChild", one.perChild },
                            { "after", one.after }, { "respondents", respondents }, { "items", itemsJson(one, run) },
                            { "scales", scales }, { "outcomes", outcomes } },
        lines + tableText({ "", "" }, items) + tableText({ "", "", "" }, rows));
    return kDone;
}

Result<int> score(Invocation& run)
{
    PATRONAT_LET(const Sheet sheet, askedSheet(run));
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), run.positional(0, "CODE")));
    const Score counted = diagnostics::score(one, sheet);
    run.output().answer(scoreJson(counted, run), scoreText(one, counted, run));
    return counted.problems.empty() ? kDone : kNotDone;
}

RecordId askedRecord(const Invocation& run, std::string_view option)
{
    const auto text = run.arguments().value(option);
    return text ? parseRecordId(*text) : RecordId {};
}

Result<int> record(Invocation& run)
{
    diagnostics::NewResult result;
    result.diagnostics = parseRecordId(run.arguments().required("--diagnostics"));
    result.respondentKind = run.arguments().value("--by").value_or("specialist");
    result.respondent = askedRecord(run, "--respondent");
    result.child = askedRecord(run, "--child");
    result.date = run.arguments().value("--date").value_or(run.clock().today());
    result.name = run.arguments().value("--name").value_or(std::string());
    PATRONAT_LET(result.sheet, askedSheet(run));
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), run.positional(0, "CODE")));
    result.conductedBy = run.author(*store);
    PATRONAT_LET(const diagnostics::Recorded done,
        store->write(run.writeOptions(*store, "instrument"),
            [&](store::WriteTx& tx) { return diagnostics::record(tx, one, result); }));
    PATRONAT_TRY(afterWriting(run, *store));
    const Language language = run.output().language();
    std::string lines = scoreText(one, done.score, run) + done.record.hex() + '\n';
    if (!done.proposed.empty())
        lines += std::string(kProposed.in(language)) + ' ' + done.proposedField + " = " + done.proposed + '\n';
    if (!done.fitness.code.empty())
        run.output().note(std::string(kAge.in(language)) + ' ' + done.fitness.code + ' '
            + std::to_string(done.fitness.bound));
    run.output().answer({ { "type", done.type }, { "id", done.record.hex() }, { "score", scoreJson(done.score, run) },
                            { "proposedField", textOrNull(done.proposedField) },
                            { "proposed", textOrNull(done.proposed) },
                            { "age", done.fitness.code.empty() ? Json(nullptr)
                                                               : Json { { "code", done.fitness.code },
                                                                   { "bound", done.fitness.bound } } } },
        lines);
    return kDone;
}

Json changesJson(const std::vector<diagnostics::ValueChange>& changes)
{
    Json out = Json::array();
    for (const diagnostics::ValueChange& one : changes)
        out.push_back({ { "id", one.id }, { "label", one.label }, { "first", pointsJson(one.first, 2) },
            { "last", pointsJson(one.last, 2) }, { "change", pointsJson(one.change, 2) },
            { "firstBand", textOrNull(one.firstBand) }, { "lastBand", textOrNull(one.lastBand) } });
    return out;
}

Json keptJson(const diagnostics::KeptResult& result)
{
    return { { "record", result.record }, { "date", result.date }, { "version", textOrNull(result.version) },
        { "signed", result.isSigned }, { "total", pointsJson(result.total, 2) }, { "band", textOrNull(result.band) },
        { "bandLabel", textOrNull(result.bandLabel) } };
}

Result<int> compare(Invocation& run)
{
    const RecordId family = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), run.positional(1, "CODE")));
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_TRY(tx.record("family", family));
        Json all = Json::array();
        std::string lines;
        for (const diagnostics::Comparison& found :
            diagnostics::compare(one, diagnostics::resultsOf(tx, one, family))) {
            all.push_back({ { "about", textOrNull(found.first.about) }, { "first", keptJson(found.first) },
                { "last", keptJson(found.last) }, { "change", pointsJson(found.change, 2) },
                { "trend", diagnostics::trendName(found.trend) }, { "bandChanged", found.bandChanged },
                { "otherVersion", found.otherVersion }, { "fell", changesJson(found.fell) },
                { "rose", changesJson(found.rose) }, { "same", changesJson(found.same) } });
            std::vector<std::vector<std::string>> rows;
            for (const auto* part : { &found.fell, &found.rose, &found.same })
                for (const diagnostics::ValueChange& change : *part)
                    rows.push_back(
                        { change.label, cell(change.first, 2), cell(change.last, 2), cell(change.change, 2) });
            lines += tableText({ "", found.first.date, found.last.date, "±" }, rows)
                + found.first.bandLabel + " → " + found.last.bandLabel + ", " + cell(found.change, 2) + '\n';
        }
        if (all.empty())
            lines = std::string(kNothingToCompare.in(run.output().language())) + '\n';
        run.output().answer(all, lines);
        return kDone;
    });
}

Result<int> offered(Invocation& run)
{
    const RecordId family = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_TRY(tx.record("family", family));
        const profile::Battery battery = profile::battery(store->profile());
        diagnostics::FamilyTraits traits = diagnostics::traitsOf(tx, battery, family);
        traits.isFinal = run.arguments().has("--final");
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const profile::BatteryEntry& entry : diagnostics::offered(battery, traits)) {
            PATRONAT_LET(const Instrument one, profile::instrument(store->profile(), entry.instrument));
            all.push_back({ { "instrument", entry.instrument }, { "label", textIn(one.label, run) },
                { "need", entry.need }, { "who", entry.who }, { "note", textOrNull(textIn(entry.note, run)) } });
            rows.push_back({ entry.instrument, entry.need, textIn(one.label, run) });
        }
        run.output().answer(all, tableText({ "code", "need", "" }, rows));
        return kDone;
    });
}

constexpr Option kAnswers { "--answers", "FILE",
    { "the answers: {\"1\": 3, \"2\": 0}; - reads stdin", "ответы: {\"1\": 3, \"2\": 0}; - читает stdin" } };
constexpr Option kForm { "--form", "FORM",
    { "of an instrument with several sheets", "если у методики несколько бланков" } };
constexpr std::array kScoreOptions { kAnswers, kForm };
constexpr std::array kRecordOptions {
    Option { "--diagnostics", "ID", { "the diagnostics it belongs to", "к какой диагностике относится" } },
    kAnswers, kForm,
    Option { "--by", "KIND",
        { "who answered, a code of respondentKind (specialist)", "кто отвечал, код respondentKind (specialist)" } },
    Option { "--respondent", "ID", { "the member of the family who answered", "член семьи, который отвечал" } },
    Option { "--child", "ID", { "the member whom it is about", "член семьи, о котором методика" } },
    Option { "--date", "DATE", { "of the answers (today)", "дата ответов (сегодня)" } },
    Option { "--name", "TEXT", { "of a free instrument", "название свободного инструмента" } },
    Option { "--author", "ID", { "staff record of who does it", "запись специалиста, который это делает" } },
};
constexpr std::array kOfferedOptions {
    Option { "--final", "", { "for the last diagnostics", "для итоговой диагностики" } },
};

constexpr std::string_view kScoreJson
    = "{instrument, version, asked, answered, needed, enough, atOnce, total, band, bandLabel, tone, advice, scales: "
      "[{id, label, raw, value, percent, percentile, band, bandLabel, diagnosticValue, flagged}], unanswered: [item], "
      "problems: [{code: unknownItem|notAnOption|notANumber|outOfRange|unknownForm|tooManyScales, item, argument}]}; "
      "numbers are texts, exactly as counted";

constexpr std::array kCommands {
    Command { "instrument list", "",
        { "The diagnostic instruments of the profile", "Диагностические методики профиля" },
        "[{id, version, label, entry: items|scales|free, items, scales, psychologist, referenceOnly}]", 0, 0, {},
        list },
    Command { "instrument show", "CODE",
        { "What an instrument asks, of whom, and how it is counted", "Что методика спрашивает, у кого и как считает" },
        "{id, version, label, entry, minimumAnswered, textsOnPaper, psychologist, referenceOnly, perChild, after, "
        "respondents: [{who, ageFrom, ageTo, form}], items: [{id, text, group, reverse, optional, values: [{value, "
        "label}]}], scales: [{id, label, items, min, max, bands: [{id, from, to, label}]}], outcomes: [{id, label, "
        "atOnce, advice}]}",
        1, 1, {}, show },
    Command { "instrument score", "CODE --answers FILE [--form FORM]",
        { "Count answers; nothing is written", "Подсчитать ответы, ничего не записывая" }, kScoreJson, 1, 1,
        kScoreOptions, score },
    Command { "instrument record",
        "CODE --diagnostics ID --answers FILE [--form FORM] [--by KIND] [--respondent ID] [--child ID] [--date DATE] "
        "[--name TEXT] [--author ID]",
        { "Count answers and keep them with their levels", "Подсчитать ответы и сохранить их вместе с уровнями" },
        "{type, id, score: as `instrument score`, proposedField, proposed: the outcome that a person decides on, age: "
        "{code: ageBelow|ageAbove|ageUnknown, bound} or null}",
        1, 1, kRecordOptions, record },
    Command { "instrument compare", "FAMILY CODE",
        { "First and last result of a family", "Первый и последний результаты семьи" },
        "[{about: id of a member or null, first: {record, date, version, signed, total, band, bandLabel}, last, change, "
        "trend: better|worse|same|unknown, bandChanged, otherVersion, fell: [{id, label, first, last, change, "
        "firstBand, lastBand}], rose, same}]",
        2, 2, {}, compare },
    Command { "instrument offered", "FAMILY [--final]",
        { "The battery of a family: which instruments, and how urgently", "Набор методик для семьи" },
        "[{instrument, label, need: required|recommended|optional, who, note}]", 1, 1, kOfferedOptions, offered },
};

} // namespace

std::span<const Command> instrumentCommands()
{
    return kCommands;
}

} // namespace patronat::tool
