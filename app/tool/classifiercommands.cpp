// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/classifiercommands.h"

#include "app/tool/afterwriting.h"
#include "core/access/writing.h"
#include "core/process/workcalendar.h"
#include "core/store/codebook.h"
#include "core/store/writetx.h"

#include <array>
#include <charconv>

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using base::Value;
using store::CodeBook;
using store::LiveCode;
using store::ReadTx;
using store::WriteTx;

namespace {

constexpr const char* kType = "classifierCode";
constexpr Words kNotADate { "a date is written 2027-03-12:", "дата пишется так: 2027-03-12, а не" };
constexpr Words kNotANumber { "--sort is a number:", "--sort — число, а не" };
constexpr Words kNoClassifier { "there is no such classifier:", "такого справочника нет:" };
constexpr Words kKnownAlready { "the classifier has this code already, change or close it instead:",
    "такой код в справочнике уже есть, измените его или закройте:" };
constexpr Words kNoCode { "the classifier has no such code:", "такого кода в справочнике нет:" };
constexpr Words kNotAllowed {
    "classifiers are kept by a methodist or an administrator: name one with --author",
    "справочники ведёт методист или администратор: укажите его ключом --author"
};
constexpr Words kEndsBefore { "the end is before the beginning:", "окончание раньше начала:" };
constexpr Words kNothing { "say what is to change: --ru, --tt, --en, --from, --sort",
    "укажите, что изменить: --ru, --tt, --en, --from, --sort" };

std::string dateOf(const std::string& text)
{
    if (!text.empty() && (text.size() != 10 || !process::dayOf(text)))
        throw UsageError(kNotADate, text);
    return text;
}

Value textOrNothing(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

/// What the options say of a code; an empty text clears.
base::Fields fieldsAsked(const Arguments& arguments)
{
    base::Fields fields;
    for (const auto& [option, field] : { std::pair { "--ru", "labelRu" }, std::pair { "--tt", "labelTt" },
             std::pair { "--en", "labelEn" } })
        if (const auto text = arguments.value(option))
            fields[field] = textOrNothing(*text);
    for (const auto& [option, field] : { std::pair { "--from", "validFrom" }, std::pair { "--to", "validTo" } })
        if (const auto text = arguments.value(option))
            fields[field] = textOrNothing(dateOf(*text));
    if (const auto text = arguments.value("--sort")) {
        std::int64_t number = 0;
        const char* end = text->data() + text->size();
        if (const auto read = std::from_chars(text->data(), end, number); read.ptr != end || text->empty())
            throw UsageError(kNotANumber, *text);
        fields["sort"] = Value(number);
    }
    return fields;
}

Json codeJson(const LiveCode& live, std::string_view today)
{
    const auto text = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
    return { { "code", live.code.code }, { "labels", live.code.label }, { "validFrom", text(live.code.validFrom) },
        { "validTo", text(live.code.validTo) }, { "declared", live.isDeclared },
        { "offered", !live.isRemoved && store::isOffered(live.code, today) },
        { "id", live.record.isNull() ? Json(nullptr) : Json(live.record.hex()) } };
}

std::string labelOf(const profile::Profile& profile, const std::string& classifier, const std::string& language)
{
    const profile::Classifier* declared = profile.classifier(classifier);
    return declared != nullptr ? std::string(profile::labelIn(declared->label, language)) : std::string();
}

/// All classifiers, or the codes of one.
Result<int> list(Invocation& run)
{
    const bool isOne = run.arguments().positional().size() > 0;
    const std::string asked = isOne ? run.positional(0, "CLASSIFIER") : std::string();
    const bool onlyOffered = run.arguments().has("--offered");
    PATRONAT_LET(const auto store, run.openForReading());
    const std::string today = run.clock().today();
    const std::string language = run.language();
    return store->read([&](const ReadTx& tx) -> Result<int> {
        const CodeBook book = store::codeBook(tx);
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        if (!isOne) {
            for (const auto& [id, codes] : book) {
                const std::string label = labelOf(tx.profile(), id, language);
                all.push_back({ { "classifier", id }, { "label", label }, { "codes", codes.size() } });
                rows.push_back({ id, label, std::to_string(codes.size()) });
            }
            run.output().answer(all, tableText({ "classifier", "label", "codes" }, rows));
            return kDone;
        }
        const auto codes = book.find(asked);
        if (codes == book.end())
            throw UsageError(kNoClassifier, asked);
        for (const LiveCode& live : codes->second) {
            if (onlyOffered && (live.isRemoved || !store::isOffered(live.code, today)))
                continue;
            all.push_back(codeJson(live, today));
            rows.push_back({ live.code.code, std::string(profile::labelIn(live.code.label, language)),
                live.code.validFrom, live.code.validTo });
        }
        run.output().answer(all, tableText({ "code", "label", "from", "to" }, rows));
        return kDone;
    });
}

/// What may be asked before anything is written.
void checkAllowed(const ReadTx& tx, RecordId author, const std::string& classifier)
{
    if (tx.profile().classifier(classifier) == nullptr)
        throw UsageError(kNoClassifier, classifier);
    if (!access::mayWrite(tx, kType, author))
        throw UsageError(kNotAllowed);
}

int answer(Invocation& run, const std::string& classifier, const std::string& code, RecordId record)
{
    run.output().answer({ { "classifier", classifier }, { "code", code }, { "id", record.hex() } },
        record.hex() + ' ' + classifier + '/' + code + '\n');
    return kDone;
}

Result<int> add(Invocation& run)
{
    const std::string classifier = run.positional(0, "CLASSIFIER");
    const std::string code = run.positional(1, "CODE");
    base::Fields fields = fieldsAsked(run.arguments());
    fields["labelRu"] = Value(run.arguments().required("--ru"));
    fields["classifier"] = Value(classifier);
    fields["code"] = Value(code);
    const std::string from(fields["validFrom"].textOr({}));
    const std::string to(fields["validTo"].textOr({}));
    if (!to.empty() && to < from)
        throw UsageError(kEndsBefore, to);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_TRY(store->read([&](const ReadTx& tx) -> base::Status {
        checkAllowed(tx, run.author(*store), classifier);
        if (store::codeIn(store::codeBook(tx), classifier, code) != nullptr)
            throw UsageError(kKnownAlready, code);
        return {};
    }));
    PATRONAT_LET(const RecordId record,
        store->write(run.writeOptions(*store, "classifierAdd"),
            [&](WriteTx& tx) -> Result<RecordId> { return tx.create(kType, fields); }));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, classifier, code, record);
}

/// Writes over the record of a code; of one that the profile alone has, a record is made first.
Result<int> change(Invocation& run, const char* name, const base::Fields& asked)
{
    const std::string classifier = run.positional(0, "CLASSIFIER");
    const std::string code = run.positional(1, "CODE");
    PATRONAT_LET(const auto store, run.openForWriting());
    LiveCode live;
    PATRONAT_TRY(store->read([&](const ReadTx& tx) -> base::Status {
        checkAllowed(tx, run.author(*store), classifier);
        const CodeBook book = store::codeBook(tx);
        const LiveCode* found = store::codeIn(book, classifier, code);
        if (found == nullptr)
            throw UsageError(kNoCode, code);
        live = *found;
        return {};
    }));
    const auto after = [&](const char* field, const std::string& now) {
        const auto at = asked.find(field);
        return at == asked.end() ? now : std::string(at->second.textOr({}));
    };
    const std::string to = after("validTo", live.code.validTo);
    if (!to.empty() && to < after("validFrom", live.code.validFrom))
        throw UsageError(kEndsBefore, to);
    PATRONAT_LET(const RecordId record,
        store->write(run.writeOptions(*store, name), [&](WriteTx& tx) -> Result<RecordId> {
            if (!live.record.isNull()) {
                PATRONAT_LET(const store::Record now, tx.read().record(kType, live.record));
                PATRONAT_LET(const auto operation, tx.put(kType, live.record, now.heads, asked, {}));
                static_cast<void>(operation);
                return live.record;
            }
            base::Fields fields = asked;
            fields["classifier"] = Value(classifier);
            fields["code"] = Value(code);
            if (!fields.contains("labelRu"))
                fields["labelRu"] = Value(std::string(profile::labelIn(live.code.label, "ru")));
            return tx.create(kType, fields);
        }));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, classifier, code, record);
}

Result<int> edit(Invocation& run)
{
    const base::Fields asked = fieldsAsked(run.arguments());
    if (asked.empty())
        throw UsageError(kNothing);
    return change(run, "classifierEdit", asked);
}

Result<int> close(Invocation& run)
{
    const std::string today = run.clock().today();
    const std::string last = dateOf(run.arguments().value("--on").value_or(today));
    return change(run, "classifierClose", { { "validTo", textOrNothing(last) } });
}

constexpr Option kAuthor { "--author", "ID",
    { "staff record of the methodist", "запись методиста, который это делает" } };
constexpr Option kRu { "--ru", "TEXT", { "name in Russian", "наименование на русском" } };
constexpr Option kTt { "--tt", "TEXT", { "name in Tatar", "наименование на татарском" } };
constexpr Option kEn { "--en", "TEXT", { "name in English", "наименование на английском" } };
constexpr Option kFrom { "--from", "DATE", { "the first day it may be chosen", "первый день действия" } };
constexpr Option kTo { "--to", "DATE", { "the last day it may be chosen", "последний день действия" } };
constexpr Option kSort { "--sort", "N", { "its place among those added", "место среди добавленных" } };

constexpr std::array kListOptions {
    Option { "--offered", "", { "only what may be chosen today", "только действующие сегодня" } },
};
constexpr std::array kAddOptions { kRu, kTt, kEn, kFrom, kTo, kSort, kAuthor };
constexpr std::array kEditOptions { kRu, kTt, kEn, kFrom, kTo, kSort, kAuthor };
constexpr std::array kCloseOptions {
    Option { "--on", "DATE",
        { "the last day it may be chosen (today); \"\" opens it again",
            "последний день действия (сегодня); \"\" снова откроет" } },
    kAuthor,
};

constexpr std::array kCommands {
    Command { "classifier list", "[CLASSIFIER] [--offered]",
        { "The classifiers, or the codes of one", "Справочники или значения одного из них" },
        "[{classifier, label, codes}] or [{code, labels, validFrom, validTo, declared, offered, id}]", 0, 1,
        kListOptions, list },
    Command { "classifier add", "CLASSIFIER CODE --ru TEXT [--tt TEXT] [--en TEXT] [--from DATE] [--to DATE] [--sort N] [--author ID]",
        { "Add a code to a classifier", "Добавить значение справочника" }, "{classifier, code, id}", 2, 2,
        kAddOptions, add },
    Command { "classifier edit", "CLASSIFIER CODE [--ru TEXT] [--tt TEXT] [--en TEXT] [--from DATE] [--to DATE] [--sort N] [--author ID]",
        { "Change names and dates of a code", "Изменить наименования и сроки значения" },
        "{classifier, code, id}", 2, 2, kEditOptions, edit },
    Command { "classifier close", "CLASSIFIER CODE [--on DATE] [--author ID]",
        { "Close a code: it stays readable and is offered no more",
            "Закрыть значение: читается по-прежнему, но больше не предлагается" },
        "{classifier, code, id}", 2, 2, kCloseOptions, close },
};

} // namespace

std::span<const Command> classifierCommands()
{
    return kCommands;
}

} // namespace patronat::tool
