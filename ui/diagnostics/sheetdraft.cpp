// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/sheetdraft.h"

namespace patronat::ui {

namespace {

constexpr const char* kSheet = "!sheet";

std::string textOf(const base::Fields& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : std::string(found->second.textOr({}));
}

base::RecordId idOf(const base::Fields& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() || found->second.reference() == nullptr ? base::RecordId {}
                                                                         : *found->second.reference();
}

} // namespace

store::Draft draftOf(const TypedSheet& sheet, base::DraftId id, std::int64_t stamp)
{
    store::Draft out;
    out.id = id;
    out.type = diagnostics::kResultType;
    out.stamp = stamp;
    out.fields["diagnostics"] = sheet.result.diagnostics;
    out.fields["instrument"] = sheet.instrument;
    out.fields["date"] = sheet.result.date;
    out.fields["respondentKind"] = sheet.result.respondentKind;
    out.fields["form"] = sheet.result.sheet.form;
    if (!sheet.result.respondent.isNull())
        out.fields["respondent"] = sheet.result.respondent;
    if (!sheet.result.child.isNull())
        out.fields["child"] = sheet.result.child;
    out.fields[kSheet] = diagnostics::answersJson(sheet.result.sheet.answers);
    return out;
}

std::optional<TypedSheet> sheetOf(const store::Draft& draft)
{
    if (draft.type != diagnostics::kResultType || draft.fields.count(kSheet) == 0)
        return std::nullopt;
    auto answers = diagnostics::answersFromJson(textOf(draft.fields, kSheet));
    if (!answers)
        return std::nullopt;
    TypedSheet out;
    out.instrument = textOf(draft.fields, "instrument");
    out.result.diagnostics = idOf(draft.fields, "diagnostics");
    out.result.date = textOf(draft.fields, "date");
    out.result.respondentKind = textOf(draft.fields, "respondentKind");
    out.result.respondent = idOf(draft.fields, "respondent");
    out.result.child = idOf(draft.fields, "child");
    out.result.sheet = { std::move(*answers), textOf(draft.fields, "form") };
    return out;
}

} // namespace patronat::ui
