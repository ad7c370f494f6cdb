// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/numbers.h"

#include "core/base/text.h"
#include "core/store/numbermask.h"

#include <algorithm>

namespace patronat::store {

using base::ErrorCode;
using base::Fields;
using base::Result;
using base::Status;
using base::Value;
using profile::Field;
using profile::FieldType;

namespace {

constexpr std::string_view kProvisionalMark = "п";
constexpr std::size_t kProvisionalDigits = 4;
/// Units of this type are bodies that sign protocols: their secretary's installation numbers them (BR-24).
constexpr std::string_view kBodyType = "body";

Value valueOf(const Fields& values, std::string_view field)
{
    const auto at = values.find(field);
    return at == values.end() ? Value() : at->second;
}

Value storedValue(const ReadTx& read, const std::string& type, const std::string& field, base::RecordId id)
{
    auto select = read.connection().prepare("SELECT " + sqlName(field) + " FROM " + sqlName(type) + " WHERE id = ?1");
    select.bind(1, id);
    return select.step() ? select.value(0) : Value();
}

std::string textOf(const Value& value)
{
    if (const auto* number = value.number())
        return std::to_string(*number);
    if (const auto* reference = value.reference())
        return reference->hex();
    return std::string(value.textOr({}));
}

/// "family.territory.code" from a record's values through the records it refers to; null where the way ends.
Value follow(const ReadTx& read, const profile::RecordType& from, const Fields& values, const std::string& path)
{
    // A part has a dot of its own: "addrFact.region" is one field.
    if (from.field(path) != nullptr)
        return valueOf(values, path);
    const std::size_t dot = path.find('.');
    const Field* field = from.field(path.substr(0, dot));
    Value value = field ? valueOf(values, field->id) : Value();
    std::string rest = path.substr(dot + 1);
    while (field != nullptr && value.reference() != nullptr) {
        const profile::RecordType* target = read.profile().type(field->target);
        if (target == nullptr)
            break;
        const bool last = target->field(rest) != nullptr;
        const std::size_t next = last ? std::string::npos : rest.find('.');
        if (!last && next == std::string::npos)
            break;
        field = target->field(rest.substr(0, next));
        if (field == nullptr || field->type == FieldType::Address)
            break;
        value = storedValue(read, target->id, field->id, *value.reference());
        if (last)
            return value;
        rest = rest.substr(next + 1);
    }
    return {};
}

/// A number in the making: what stands before and after its counter, and the counter's series.
struct Draft {
    std::string series; ///< with the year
    std::string right; ///< without: what a holder is declared for
    std::string before;
    std::string after;
    std::size_t digits = 0; ///< none: the mask has no counter
    bool complete = true; ///< every value the mask and the series name is there
};

std::string yearOf(const Field& field, const Fields& values, const std::string& today)
{
    const std::string date(valueOf(values, field.numberYear).textOr(today));
    return date.substr(0, 4);
}

std::string readable(const ReadTx& read, const profile::RecordType& type, const Fields& values, const std::string& path)
{
    const Value value = follow(read, type, values, path);
    if (value.reference() == nullptr)
        return textOf(value);
    // A territory by its code: what people confirm after a restore should be readable.
    const std::string code = textOf(follow(read, type, values, path + ".code"));
    return code.empty() ? textOf(value) : code;
}

Draft draftOf(const ReadTx& read, const Table& table, const Field& field, const Fields& values, const std::string& today)
{
    const std::vector<MaskPart> mask = parseMask(field.numberMask);
    const std::string year = yearOf(field, values, today);
    Draft draft;
    for (const MaskPart& part : mask) {
        std::string& side = draft.digits == 0 ? draft.before : draft.after;
        switch (part.kind) {
        case MaskPart::Kind::Literal:
            side += part.text;
            break;
        case MaskPart::Kind::Year:
            side += year;
            break;
        case MaskPart::Kind::ShortYear:
            side += year.substr(2);
            break;
        case MaskPart::Kind::Counter:
            draft.digits = part.digits;
            break;
        case MaskPart::Kind::Path: {
            const std::string text = textOf(follow(read, table.type(), values, part.text));
            draft.complete = draft.complete && !text.empty();
            side += text;
            break;
        }
        }
    }
    draft.right = table.type().id + "." + field.id;
    for (const std::string& path : base::split(field.numberSeries, ',')) {
        if (path.empty())
            continue;
        const std::string text = readable(read, table.type(), values, base::trimmed(path));
        draft.complete = draft.complete && !text.empty();
        draft.right += "|" + text;
    }
    draft.series = draft.right;
    if (!field.numberYear.empty())
        draft.series += "|" + year;
    return draft;
}

/// The root of a record's unit: its type and the territory that scopes it.
struct UnitRoot {
    std::string type;
    Value territory;
};

UnitRoot rootOfUnit(const ReadTx& read, base::UnitId unit)
{
    for (const profile::RecordType& type : read.profile().types) {
        if (type.unitKind != profile::UnitKind::Self || type.scopeField.empty())
            continue;
        auto select = read.connection().prepare(
            "SELECT " + sqlName(type.scopeField) + " FROM " + sqlName(type.id) + " WHERE id = ?1");
        select.bind(1, unit);
        if (select.step())
            return { type.id, select.value(0) };
    }
    return {};
}

UnitRoot rootOf(const ReadTx& read, const profile::RecordType& type, const Fields& values)
{
    if (type.unitKind == profile::UnitKind::Self)
        return { type.id, type.scopeField.empty() ? Value() : valueOf(values, type.scopeField) };
    for (const std::string& name : type.unitFields) {
        const Value value = valueOf(values, name);
        const Field* field = type.field(name);
        if (value.reference() == nullptr || field == nullptr)
            continue;
        auto select = read.connection().prepare("SELECT unit FROM " + sqlName(field->target) + " WHERE id = ?1");
        select.bind(1, *value.reference());
        return select.step() ? rootOfUnit(read, select.id<base::UnitId>(0)) : UnitRoot {};
    }
    return {};
}

/// The territory or one it is part of is among the site's own.
bool serves(const ReadTx& read, Value territory)
{
    const std::vector<std::string> own = base::split(read.setting("site.territories").value_or(std::string()), ',');
    constexpr int kDeepest = 16; // a merge may make a circle of territories
    for (int depth = 0; depth < kDeepest && territory.reference() != nullptr; ++depth) {
        if (std::find(own.begin(), own.end(), territory.reference()->hex()) != own.end())
            return true;
        const profile::RecordType* type = read.profile().type("territory");
        if (type == nullptr || type->field("parent") == nullptr)
            return false;
        territory = storedValue(read, "territory", "parent", *territory.reference());
    }
    return false;
}

/// A database of nobody else's: in no institution, and it has met no other site. A member of an institution shares its
/// territories with sites it need not have met yet.
bool isAlone(const ReadTx& read, const std::string& site)
{
    if (read.setting(kInstitutionSetting))
        return false;
    auto others = read.connection().prepare("SELECT EXISTS(SELECT 1 FROM site WHERE lower(hex(id)) <> ?1)");
    others.bind(1, std::string_view(site));
    others.step();
    return others.integer(0) == 0;
}

bool holds(const ReadTx& read, const Table& table, const Field& field, const Draft& draft, const Fields& values)
{
    const std::string site = read.setting("site.id").value_or(std::string());
    for (const std::string& right : { draft.right, table.type().id + "." + field.id })
        if (const auto holder = read.setting("series." + right))
            return *holder == site;
    if (isAlone(read, site))
        return true;
    const UnitRoot root = rootOf(read, table.type(), values);
    const std::string_view kind = root.type == kBodyType ? "secretary" : "office";
    return read.setting("site.kind") == kind && serves(read, root.territory);
}

/// The greatest counter among numbers that exist already: where a series begins that was handed over or imported.
std::int64_t greatestIssued(const ReadTx& read, const Table& table, const Field& field, const std::string& before,
    const std::string& after)
{
    const std::string column = sqlName(field.id);
    auto select = read.connection().prepare("SELECT max(CAST(substr(" + column + ", length(?1) + 1, length(" + column
        + ") - length(?1) - length(?2)) AS INTEGER)) FROM " + sqlName(table.type().id) + " WHERE substr(" + column
        + ", 1, length(?1)) = ?1 AND substr(" + column + ", length(" + column + ") - length(?2) + 1) = ?2 AND substr("
        + column + ", length(?1) + 1, length(" + column + ") - length(?1) - length(?2)) NOT GLOB '*[^0-9]*'");
    select.bind(1, std::string_view(before)).bind(2, std::string_view(after));
    return select.step() ? select.integer(0) : 0;
}

/// The year a series ends with, if it has one.
std::string_view yearIn(std::string_view series)
{
    const std::size_t bar = series.rfind('|');
    const std::string_view last = bar == std::string_view::npos ? std::string_view() : series.substr(bar + 1);
    const bool year = last.size() == 4 && last.find_first_not_of("0123456789") == std::string_view::npos;
    return year ? last : std::string_view();
}

Result<std::int64_t> nextOf(const ReadTx& read, const Table& table, const Field& field, const std::string& series,
    const std::string& before, const std::string& after)
{
    db::Connection& writer = read.connection();
    std::int64_t last = 0;
    {
        auto select = writer.prepare("SELECT last, confirmed FROM number_series WHERE series = ?1");
        select.bind(1, std::string_view(series));
        const bool known = select.step();
        const std::string restored = read.setting(kRestoredSetting).value_or(std::string());
        // A series begun after the copy was made has no row: it waits too, but not the years to come.
        if (known ? select.integer(1) == 0 : !restored.empty() && yearIn(series) <= restored)
            return { ErrorCode::NumberingWaits, { series } };
        last = known ? select.integer(0) : greatestIssued(read, table, field, before, after);
    }
    auto save = writer.prepare("INSERT INTO number_series(series, last, holder, confirmed) VALUES(?1, ?2, NULL, 1) "
                               "ON CONFLICT(series) DO UPDATE SET last = excluded.last");
    save.bind(1, std::string_view(series)).bind(2, last + 1).run();
    return last + 1;
}

Result<std::string> finalText(const ReadTx& read, const Table& table, const Field& field, const Draft& draft)
{
    if (draft.digits == 0)
        return draft.before;
    PATRONAT_LET(const std::int64_t next, nextOf(read, table, field, draft.series, draft.before, draft.after));
    return draft.before + counterText(next, draft.digits) + draft.after;
}

Result<std::string> provisionalText(
    const ReadTx& read, const Table& table, const Field& field, const Draft& draft, const std::string& station)
{
    if (draft.digits == 0)
        return draft.before;
    const std::string before = draft.before + station + "-";
    const std::string after = std::string(kProvisionalMark) + draft.after;
    // The station stands before the year, which ends a series.
    const std::string series = std::string(kProvisionalMark) + " " + station + " " + draft.series;
    PATRONAT_LET(const std::int64_t next, nextOf(read, table, field, series, before, after));
    return before + counterText(next, kProvisionalDigits) + after;
}

const Field* numberField(const Table& table, std::string_view id)
{
    const Field* field = table.type().field(id);
    return field && field->type == FieldType::Number && !field->numberMask.empty() ? field : nullptr;
}

} // namespace

Status issueNumbers(const ReadTx& read, const Table& table, Fields& values, NumberMoment moment,
    const std::string& stationCode, const std::string& today)
{
    for (const Field& field : table.type().fields) {
        const bool now = field.numberAtSigning == (moment == NumberMoment::Signing);
        if (!now || field.retired || numberField(table, field.id) == nullptr || !valueOf(values, field.id).isNull())
            continue;
        const Draft draft = draftOf(read, table, field, values, today);
        if (!draft.complete && moment == NumberMoment::Signing)
            return { ErrorCode::InvalidValue, { table.type().id, field.id, "numberPart" } };
        if (!draft.complete)
            continue;
        auto number = holds(read, table, field, draft, values)
            ? finalText(read, table, field, draft)
            : provisionalText(read, table, field, draft, stationCode);
        if (!number)
            return std::move(number).error();
        values[field.id] = Value(std::move(*number));
    }
    return {};
}

bool isProvisional(std::string_view number)
{
    // Digits between a hyphen and the mark, not the beginning of a word.
    for (std::size_t at = number.find(kProvisionalMark); at != std::string_view::npos;
         at = number.find(kProvisionalMark, at + 1)) {
        std::size_t digit = at;
        while (digit > 0 && number[digit - 1] >= '0' && number[digit - 1] <= '9')
            --digit;
        if (at - digit >= kProvisionalDigits && digit > 0 && number[digit - 1] == '-')
            return true;
    }
    return false;
}

std::vector<ProvisionalNumber> provisionalNumbers(const ReadTx& read)
{
    std::vector<ProvisionalNumber> out;
    const std::string today; // the year of such a number comes from its record or does not matter here
    for (const Table& table : read.tables().all()) {
        for (const Field& field : table.type().fields) {
            if (numberField(table, field.id) == nullptr)
                continue;
            std::vector<ProvisionalNumber> found;
            auto select = read.connection().prepare("SELECT id, " + sqlName(field.id) + " FROM " + sqlName(table.type().id)
                + " WHERE " + sqlName(field.id) + " GLOB '*-[0-9]*п*' AND life NOT IN ('removed', 'erased') ORDER BY id");
            while (select.step())
                if (isProvisional(select.text(1)))
                    found.push_back({ table.type().id, select.id<base::RecordId>(0), field.id, std::string(select.text(1)) });
            for (ProvisionalNumber& number : found) {
                const auto record = read.record(number.type, number.record);
                if (!record)
                    continue;
                const Draft draft = draftOf(read, table, field, record->values, "0000");
                if (draft.complete && holds(read, table, field, draft, record->values))
                    out.push_back(std::move(number));
            }
        }
    }
    return out;
}

Result<std::string> finalNumber(const ReadTx& read, const Table& table, std::string_view field,
    const Fields& values, const std::string& today)
{
    const Field* number = numberField(table, field);
    if (number == nullptr)
        return { ErrorCode::UnknownField, { table.type().id, std::string(field) } };
    const Draft draft = draftOf(read, table, *number, values, today);
    if (!draft.complete)
        return { ErrorCode::InvalidValue, { table.type().id, number->id, "numberPart" } };
    if (!holds(read, table, *number, draft, values))
        return { ErrorCode::NotPermitted, { draft.series } };
    return finalText(read, table, *number, draft);
}

std::string seriesOf(const ReadTx& read, const Table& table, std::string_view field, const Fields& values,
    const std::string& today)
{
    const Field* number = numberField(table, field);
    if (number == nullptr)
        return {};
    const Draft draft = draftOf(read, table, *number, values, today);
    return draft.complete ? draft.series : std::string();
}

} // namespace patronat::store
