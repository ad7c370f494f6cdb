// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/results.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace patronat::diagnostics {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using profile::Instrument;
using profile::kPoint;
using store::ReadTx;
using store::WriteTx;

namespace {

constexpr Points kKeptStep = 10; ///< thousandths in the last decimal of total, raw and value

/// The stored number of a decimal field.
Value kept(const std::optional<Points>& points)
{
    return points ? Value(*points / kKeptStep) : Value();
}

Value text(const std::string& words)
{
    return words.empty() ? Value() : Value(words);
}

/// Papers are Russian; the words of the day are kept in the profile's first language.
std::string words(const WriteTx& tx, const profile::Label& label)
{
    const auto& languages = tx.read().profile().languages;
    return std::string(profile::labelIn(label, languages.empty() ? "ru" : languages.front()));
}

void put(Fields& fields, const char* field, Value value)
{
    if (!value.isNull())
        fields[field] = std::move(value);
}

void put(Fields& fields, const char* field, RecordId reference)
{
    if (!reference.isNull())
        fields[field] = reference;
}

std::string fieldOfItem(const Instrument& instrument, const std::string& item)
{
    std::string field = instrument.storedItems;
    if (const std::size_t at = field.find("{id}"); at != std::string::npos)
        field.replace(at, 4, item);
    return field;
}

base::Status checkSheet(const Score& score)
{
    if (!score.problems.empty())
        return { ErrorCode::InvalidArgument,
            { "answers", score.problems.front().code, score.problems.front().item, score.problems.front().argument } };
    if (score.answered == 0)
        return { ErrorCode::InvalidArgument, { "answers", "none" } };
    return {};
}

/// The answers as values of a record's fields: the need map stands on its diagnostics.
Result<Recorded> recordInFields(WriteTx& tx, const Instrument& instrument, const NewResult& result, Recorded out)
{
    PATRONAT_LET(const store::Record session, tx.read().record(instrument.storedType, result.diagnostics));
    Fields changes;
    for (const auto& [id, answer] : result.sheet.answers) {
        const std::string field = fieldOfItem(instrument, id);
        const Value value
            = answer.points ? Value(pointsText(*answer.points, 0)) : Value(std::string_view(answer.text));
        const auto before = session.values.find(field);
        if (before == session.values.end() || before->second != value)
            changes[field] = value;
    }
    out.type = instrument.storedType;
    out.record = session.id;
    if (!changes.empty())
        PATRONAT_TRY(tx.put(instrument.storedType, session.id, session.heads, std::move(changes)));
    return out;
}

Fields resultFields(const WriteTx& tx, const Instrument& instrument, const NewResult& result, const Score& score)
{
    Fields fields;
    const auto before = tx.read().children(kResultType, "diagnostics", result.diagnostics);
    fields["diagnostics"] = result.diagnostics;
    fields["n"] = Value(static_cast<std::int64_t>(before.size()) + 1);
    fields["instrument"] = instrument.id;
    put(fields, "instrumentName", text(result.name));
    fields["instrumentVersion"] = instrument.version;
    put(fields, "form", text(result.sheet.form));
    fields["respondentKind"] = result.respondentKind;
    put(fields, "respondent", result.respondent);
    put(fields, "child", result.child);
    fields["date"] = result.date;
    put(fields, "conductedBy", result.conductedBy);
    fields["answered"] = Value(score.answered);
    fields["itemCount"] = Value(score.asked);
    fields["valid"] = Value(score.enough ? 1 : 0);
    put(fields, "total", kept(score.total));
    put(fields, "band", text(score.band));
    put(fields, "bandLabel", text(words(tx, score.bandLabel)));
    fields["referenceOnly"] = Value(instrument.referenceOnly ? 1 : 0);
    put(fields, "interpretation", text(result.interpretation));
    return fields;
}

base::Status addScales(WriteTx& tx, RecordId result, const Score& score)
{
    std::int64_t n = 0;
    for (const ScaleScore& scale : score.scales) {
        if (!scale.value)
            continue;
        Fields fields;
        fields["instrumentResult"] = result;
        fields["n"] = Value(++n);
        fields["scale"] = std::string_view(scale.id).substr(0, 40);
        fields["label"] = words(tx, scale.label);
        put(fields, "raw", kept(scale.raw));
        put(fields, "value", kept(scale.value));
        if (scale.percentile)
            fields["percentile"] = Value(*scale.percentile);
        put(fields, "band", text(scale.band));
        put(fields, "bandLabel", text(words(tx, scale.bandLabel)));
        if (scale.diagnosticValue)
            fields["flagged"] = Value(scale.flagged ? 1 : 0);
        PATRONAT_TRY(tx.create(kScaleType, std::move(fields)));
    }
    return {};
}

/// Ids of the family's standing diagnostics, oldest first.
std::vector<RecordId> sessionsOf(const ReadTx& tx, RecordId family)
{
    std::vector<RecordId> out;
    auto select = tx.connection().prepare("SELECT id FROM diagnostics WHERE family = ?1 AND life NOT IN "
                                          "('cancelled', 'removed', 'erased') ORDER BY date, id");
    select.bind(1, family);
    while (select.step())
        out.push_back(select.id<RecordId>(0));
    return out;
}

std::string textOf(const store::Record& record, const char* field)
{
    const auto found = record.values.find(field);
    return found == record.values.end() ? std::string() : std::string(found->second.textOr({}));
}

std::optional<Points> pointsOf(const store::Record& record, const char* field)
{
    const auto found = record.values.find(field);
    if (found == record.values.end() || found->second.number() == nullptr)
        return std::nullopt;
    return *found->second.number() * kKeptStep;
}

std::string idOf(const store::Record& record, const char* field)
{
    const auto found = record.values.find(field);
    return found == record.values.end() || found->second.reference() == nullptr ? std::string()
                                                                                : found->second.reference()->hex();
}

KeptResult keptResult(const ReadTx& tx, const store::Record& record)
{
    KeptResult out;
    out.record = record.id.hex();
    out.instrument = textOf(record, "instrument");
    out.date = textOf(record, "date");
    out.version = textOf(record, "instrumentVersion");
    out.about = idOf(record, "child");
    (out.about.empty() ? out.about : out.respondent) = idOf(record, "respondent");
    if (out.respondent == out.about)
        out.respondent.clear();
    out.name = textOf(record, "instrumentName");
    out.isSigned = record.life == "signed";
    out.total = pointsOf(record, "total");
    out.band = textOf(record, "band");
    out.bandLabel = textOf(record, "bandLabel");
    for (const RecordId id : tx.children(kScaleType, kResultType, record.id)) {
        const auto scale = tx.record(kScaleType, id);
        if (!scale || scale->life == "removed" || scale->life == "erased")
            continue;
        out.values.push_back({ textOf(*scale, "scale"), textOf(*scale, "label"), pointsOf(*scale, "value"),
            textOf(*scale, "band"), textOf(*scale, "bandLabel") });
    }
    return out;
}

/// A need map: its domains are the values, its outcome is the one that somebody decided on.
std::optional<KeptResult> keptInFields(const ReadTx& tx, const Instrument& instrument, const store::Record& session)
{
    const std::string language = tx.profile().languages.empty() ? "ru" : tx.profile().languages.front();
    KeptResult out;
    Sheet sheet;
    for (const profile::Item& item : instrument.items) {
        const auto found = session.values.find(fieldOfItem(instrument, item.id));
        if (found == session.values.end())
            continue;
        const auto read = answersFromJson("{\"v\": " + std::string(found->second.textOr("null")) + '}');
        if (!read || read->count("v") == 0)
            continue;
        const Answer& answer = read->at("v");
        sheet.answers[item.id] = answer;
        out.values.push_back(
            { item.id, std::string(profile::labelIn(item.text, language)), answer.points, {}, {} });
    }
    if (sheet.answers.empty())
        return std::nullopt;
    const Score counted = score(instrument, sheet);
    out.record = session.id.hex();
    out.instrument = instrument.id;
    out.date = textOf(session, "date");
    out.isSigned = session.life == "signed";
    if (counted.enough)
        out.total = counted.total;
    out.band = textOf(session, instrument.storedOutcome.c_str());
    if (out.band.empty())
        out.band = counted.band;
    const auto outcome = std::find_if(instrument.outcomes.begin(), instrument.outcomes.end(),
        [&](const profile::InstrumentOutcome& one) { return one.id == out.band; });
    if (outcome != instrument.outcomes.end())
        out.bandLabel = profile::labelIn(outcome->label, language);
    return out;
}

} // namespace

Result<Recorded> record(WriteTx& tx, const Instrument& instrument, const NewResult& result)
{
    Recorded out;
    out.score = score(instrument, result.sheet);
    PATRONAT_TRY(checkSheet(out.score));
    const bool isOfChild = instrument.perChild;
    if (isOfChild && result.child.isNull())
        return { ErrorCode::InvalidArgument, { "child", "missing" } };
    const RecordId asked = result.respondent;
    out.fitness = fitness(instrument, result.respondentKind,
        asked.isNull() ? std::nullopt : ageOfMember(tx.read(), asked, result.date), result.sheet.form);
    if (out.fitness.code == "respondentKind" || out.fitness.code == "form")
        return { ErrorCode::InvalidArgument, { "respondent", out.fitness.code } };
    PATRONAT_LET(const store::Record session, tx.read().record(kDiagnosticsType, result.diagnostics));
    // A part that comes after the signature would stand beside it, uncovered.
    if (session.life == "signed")
        return { ErrorCode::RecordSigned, { std::string(kDiagnosticsType), session.id.hex(), {} } };
    if (!instrument.storedOutcome.empty()) {
        out.proposedField = instrument.storedOutcome;
        out.proposed = out.score.band;
    }
    if (!instrument.storedType.empty())
        return recordInFields(tx, instrument, result, std::move(out));
    out.type = kResultType;
    PATRONAT_LET(out.record, tx.create(kResultType, resultFields(tx, instrument, result, out.score)));
    PATRONAT_TRY(addScales(tx, out.record, out.score));
    Fields answers;
    answers["instrumentResult"] = out.record;
    answers["answers"] = answersJson(result.sheet.answers);
    PATRONAT_TRY(tx.create(kSheetType, std::move(answers)));
    return out;
}

std::optional<int> ageOfMember(const ReadTx& tx, RecordId member, std::string_view day)
{
    auto select = tx.connection().prepare(
        "SELECT p.birthDate FROM member AS m JOIN person AS p ON p.id = m.person WHERE m.id = ?1");
    select.bind(1, member);
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    return ageOn(select.text(0), day);
}

std::vector<KeptResult> resultsOf(const ReadTx& tx, const Instrument& instrument, RecordId family)
{
    std::vector<KeptResult> out;
    for (const RecordId session : sessionsOf(tx, family)) {
        if (!instrument.storedType.empty()) {
            const auto record = tx.record(instrument.storedType, session);
            if (auto one = record ? keptInFields(tx, instrument, *record) : std::nullopt)
                out.push_back(std::move(*one));
            continue;
        }
        for (const RecordId id : tx.children(kResultType, "diagnostics", session)) {
            const auto record = tx.record(kResultType, id);
            if (record && record->life != "removed" && record->life != "erased"
                && textOf(*record, "instrument") == instrument.id)
                out.push_back(keptResult(tx, *record));
        }
    }
    return out;
}

FamilyTraits traitsOf(const ReadTx& tx, const profile::Battery& battery, RecordId family)
{
    FamilyTraits out;
    auto select = tx.connection().prepare("SELECT id FROM episode WHERE family = ?1 AND life NOT IN ('cancelled', "
                                          "'removed', 'erased') AND endDate IS NULL ORDER BY regDate DESC, id DESC");
    select.bind(1, family);
    if (!select.step())
        return out;
    const auto episode = tx.record("episode", select.id<RecordId>(0));
    if (!episode)
        return out;
    out.category = textOf(*episode, "primaryCategory");
    for (const profile::BatterySign& sign : battery.signs) {
        const std::string value = textOf(*episode, sign.episodeField.c_str());
        const auto codes = nlohmann::json::parse(value, nullptr, false);
        auto& into = out.signs[sign.episodeField];
        if (codes.is_array())
            for (const auto& code : codes)
                into.push_back(code.is_string() ? code.get<std::string>() : std::string());
        else if (!value.empty())
            into.push_back(value);
    }
    return out;
}

} // namespace patronat::diagnostics
