// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/access/visibility.h"
#include "core/store/draftsearch.h"
#include "core/store/findings.h"
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

/// What was typed and not saved; none where nobody has typed yet: a question makes no file.
Result<std::vector<store::Draft>> draftsFound(
    Invocation& run, const store::Store& store, const std::string& text, std::size_t most)
{
    std::error_code ignored;
    if (!std::filesystem::exists(store::Drafts::pathOf(run.database()), ignored))
        return std::vector<store::Draft> {};
    PATRONAT_LET(const auto drafts, store::Drafts::open(run.database()));
    PATRONAT_LET(const std::vector<store::Draft> all, drafts->all());
    return store.read([&](const ReadTx& tx) -> Result<std::vector<store::Draft>> {
        return store::draftsWith(tx.profile(), all, text,
            access::hiddenTypes(tx.profile(), access::viewerOf(tx, run.author(store))), most);
    });
}

Result<int> search(Invocation& run)
{
    const std::string text = run.positional(0, "TEXT");
    const auto limit = run.arguments().value("--limit");
    const std::size_t most = limit ? static_cast<std::size_t>(parseCount(*limit)) : kDefaultLimit;
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const std::vector<store::Draft> drafts, draftsFound(run, *store, text, most));
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
        for (const store::Draft& draft : drafts) {
            const std::string title = store->rules().title(draft.type, draft.fields);
            all.push_back({ { "type", draft.type },
                { "id", draft.record.isNull() ? Json(nullptr) : Json(draft.record.hex()) },
                { "title", title }, { "where", "draft" }, { "draft", draft.id.hex() } });
            const Words word { "draft", "черновик" };
            rows.push_back({ draft.type, draft.id.hex(),
                title + " (" + std::string(word.in(run.output().language())) + ")" });
        }
        run.output().answer(all, tableText({ "type", "id", "title" }, rows));
        return kDone;
    });
}

std::string_view severityName(profile::Severity severity)
{
    switch (severity) {
    case profile::Severity::Error:
        return "E";
    case profile::Severity::Warning:
        return "W";
    case profile::Severity::Info:
        return "I";
    }
    return "I";
}

Result<int> findings(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const store::Finding& finding : store::findings(tx)) {
            const std::string title = titleOf(tx, store->rules(), finding.type, finding.record);
            all.push_back({ { "kind", finding.kind },
                { "severity", severityName(finding.severity) }, { "type", finding.type },
                { "record", finding.record.hex() }, { "title", title }, { "field", finding.field },
                { "argument", finding.argument } });
            rows.push_back({ std::string(severityName(finding.severity)), finding.kind,
                finding.type, finding.record.hex(), finding.field, finding.argument, title });
        }
        run.output().answer(
            all, tableText({ "", "finding", "type", "id", "field", "argument", "title" }, rows));
        return kDone;
    });
}

constexpr std::array kSearchOptions {
    Option { "--author", "ID",
        { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } },
    Option { "--limit", "N", { "at most so many (50)", "не больше стольких (50)" } },
};

constexpr std::array kCommands {
    Command { "search", "TEXT [--limit N] [--author ID]",
        { "Find people, families, numbers and words", "Найти людей, семьи, номера и слова" },
        "[{type, id, title, where: name|number|text|draft, draft?}]", 1, 1, kSearchOptions, search },
    Command { "findings", "",
        { "What a merge or a missing record left broken", "Что требует исправления после слияния" },
        "[{kind: danglingReference|missingRequired|unknownCode|brokenRule|duplicateNumber|duplicateCode|"
        "parentRemoved|besideSigned|concurrentTransition|rival, severity: E|W|I, type, record, title, "
        "field, argument}]",
        0, 0, {}, findings },
};

} // namespace

std::span<const Command> searchCommands()
{
    return kCommands;
}

} // namespace patronat::tool
