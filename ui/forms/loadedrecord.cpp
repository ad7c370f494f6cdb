// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/loadedrecord.h"

#include "core/base/text.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr std::size_t kOriginBytes = 8; ///< of an operation's id

std::string textOf(const base::Fields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : std::string(found->second.textOr({}));
}

base::Fields computedOf(const ReadTx& tx, const profile::RecordType& type, RecordId id)
{
    std::vector<const profile::Field*> fields;
    std::string columns;
    for (const profile::Field& field : type.fields) {
        if (field.type != profile::FieldType::Computed)
            continue;
        // A computed value may be a fraction, which is no Value: as SQLite writes it.
        columns
            += (columns.empty() ? "" : ", ") + ("CAST(" + store::sqlName(field.id) + " AS TEXT)");
        fields.push_back(&field);
    }
    base::Fields out;
    if (fields.empty())
        return out;
    auto select = tx.connection().prepare(
        "SELECT " + columns + " FROM " + store::sqlName(type.id) + " WHERE id = ?1");
    select.bind(1, id);
    if (select.step())
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!select.isNull(static_cast<int>(i)))
                out[fields[i]->id] = select.value(static_cast<int>(i));
    return out;
}

std::string withOffice(const ReadTx& tx, const journal::Candidate& candidate)
{
    const std::string name = staffName(tx, candidate.author);
    const std::string office = officeName(tx, candidate.author, candidate.operation);
    return name.empty() || office.empty() ? name : name + ", " + office;
}

void addSignature(const ReadTx& tx, LoadedRecord& loaded)
{
    const auto history = tx.history(loaded.record.type, loaded.record.id);
    if (!history)
        return; // the head stays without a name
    for (const journal::Operation& operation : *history) {
        if (operation.kind != journal::Kind::Sign)
            continue;
        loaded.signer = staffName(tx, operation.author);
        loaded.signedAt = operation.stamp;
    }
}

} // namespace

std::string staffName(const ReadTx& tx, RecordId id)
{
    if (id.isNull())
        return {};
    const auto staff = tx.record("staff", id);
    if (!staff)
        return {};
    const std::string initials = base::initial(textOf(staff->values, "firstName"))
        + base::initial(textOf(staff->values, "patronymic"));
    const std::string surname = textOf(staff->values, "surname");
    return initials.empty() ? surname : surname + " " + initials;
}

std::string officeName(const ReadTx& tx, RecordId staff, base::OperationId operation)
{
    auto employer = tx.connection().prepare(
        "SELECT coalesce(o.shortName, o.name) FROM staff AS s "
        "JOIN organisation AS o ON o.id = s.organisation WHERE s.id = ?1");
    employer.bind(1, staff);
    if (employer.step() && !employer.isNull(0))
        return std::string(employer.text(0));
    // Of sites only a code and the name of the installation are known; the organisations have their
    // names.
    std::string code = tx.setting("site.code").value_or(std::string());
    std::string name = tx.setting("site.name").value_or(std::string());
    auto site = tx.connection().prepare("SELECT s.code, s.name FROM origin AS o JOIN site AS s ON "
                                        "s.id = o.site WHERE o.origin = ?1");
    const auto id = operation.bytes();
    site.bindBlob(1, { reinterpret_cast<const char*>(id.data()), kOriginBytes });
    if (site.step()) {
        code = std::string(site.text(0));
        name = std::string(site.text(1));
    }
    auto organisation = tx.connection().prepare(
        "SELECT coalesce(shortName, name) FROM organisation WHERE code = ?1 ORDER BY id LIMIT 1");
    organisation.bind(1, std::string_view(code));
    return organisation.step() && !organisation.isNull(0) ? std::string(organisation.text(0))
                                                          : name;
}

Result<LoadedRecord> loadRecord(const ReadTx& tx, const store::Rules& rules,
    std::string_view typeId, RecordId id, const std::string& language)
{
    LoadedRecord loaded;
    PATRONAT_LET(loaded.record, tx.record(typeId, id));
    const profile::RecordType& type = *tx.profile().type(typeId);
    loaded.computed = computedOf(tx, type, id);
    if (loaded.record.hasConflicts)
        loaded.conflicts = tx.conflictsOf(typeId, id);
    loaded.title = recordTitle(tx, rules, loaded.record, language);
    addTitles(tx, rules, type, loaded.record.values, language, loaded.titles);
    for (const store::OpenConflict& conflict : loaded.conflicts) {
        for (const journal::Candidate& candidate : conflict.candidates) {
            addTitles(
                tx, rules, type, { { conflict.field, candidate.value } }, language, loaded.titles);
            loaded.titles[candidate.author] = withOffice(tx, candidate);
        }
    }
    if (loaded.record.hasBeside)
        for (const store::BesideSigned& one : tx.besides())
            loaded.besides += one.record == id ? 1 : 0;
    if (loaded.record.life == "signed")
        addSignature(tx, loaded);
    return loaded;
}

Result<LoadedRecord> loadRecordAt(const ReadTx& tx, const store::Rules& rules,
    std::string_view typeId, RecordId id, const std::vector<journal::Head>& heads,
    const std::string& language)
{
    PATRONAT_LET(LoadedRecord loaded, loadRecord(tx, rules, typeId, id, language));
    if (loaded.record.heads == heads)
        return loaded;
    loaded.record.heads = heads;
    PATRONAT_LET(const auto history, tx.history(typeId, id));
    const bool areHeld = std::all_of(heads.begin(), heads.end(), [&](const journal::Head& head) {
        return std::any_of(history.begin(), history.end(),
            [&](const journal::Operation& one) { return one.head() == head; });
    });
    if (!areHeld)
        return loaded;
    const journal::RecordState then = journal::replay(store::ancestorsOf(history, heads));
    loaded.record.values = then.values;
    loaded.record.values.erase(std::string(journal::kRemovedField));
    loaded.record.life = journal::lifeName(then.life);
    loaded.record.hasConflicts = !then.conflicts.empty();
    std::erase_if(
        loaded.conflicts, [&](const auto& now) { return then.conflict(now.field) == nullptr; });
    addTitles(tx, rules, *tx.profile().type(typeId), then.values, language, loaded.titles);
    return loaded;
}

} // namespace patronat::ui
