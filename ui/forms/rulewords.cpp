// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/rulewords.h"

#include "ui/common/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace patronat::ui {

namespace {

struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

/// "BR-06" or "BR-06:birthDate", as an error names a rule.
store::BrokenRule ruleOf(const profile::RecordType& type, const std::string& named)
{
    const std::size_t colon = named.find(':');
    store::BrokenRule out;
    out.rule = named.substr(0, colon);
    if (colon != std::string::npos)
        out.field = named.substr(colon + 1);
    const profile::Field* field = type.field(out.field);
    for (const profile::Check& check : field != nullptr ? field->checks : type.checks)
        if (check.id == out.rule)
            out.message = check.message;
    return out;
}

} // namespace

QString fieldWords(const Desk& desk, const profile::RecordType& type, const std::string& id)
{
    const profile::Field* field = type.field(id);
    if (field == nullptr)
        return shown(id);
    const QString label = desk.languages.text(field->label);
    const profile::Field* whole = field->partOf.empty() ? nullptr : type.field(field->partOf);
    return whole == nullptr
        ? label
        : RuleWords::tr("%1: %2").arg(desk.languages.text(whole->label), label);
}

QString ruleWords(
    const Desk& desk, const profile::RecordType& type, const store::BrokenRule& broken)
{
    if (broken.rule == "required")
        return RuleWords::tr("%1: to be filled").arg(fieldWords(desk, type, broken.field));
    const QString said = desk.languages.text(broken.message);
    const QString words = said.isEmpty() ? RuleWords::tr("not written as it should be") : said;
    return broken.field.empty()
        ? words
        : RuleWords::tr("%1: %2").arg(fieldWords(desk, type, broken.field), words);
}

QStringList refusedRules(const Desk& desk, const std::string& signedType, const base::Error& error)
{
    QStringList lines;
    const profile::RecordType* type
        = error.args.empty() ? nullptr : desk.profile().type(error.args.front());
    if (error.code != base::ErrorCode::RuleBroken || type == nullptr)
        return lines;
    for (std::size_t i = 2; i < error.args.size(); ++i) {
        const QString line = ruleWords(desk, *type, ruleOf(*type, error.args[i]));
        lines += type->id == signedType
            ? line
            : RuleWords::tr("%1: %2").arg(desk.languages.text(type->label), line);
    }
    lines.removeDuplicates();
    return lines;
}

QString askedWords(const Desk& desk, const AskedLine& line)
{
    const profile::RecordType& type = *desk.profile().type(line.type);
    const QString words = ruleWords(desk, type, line.rule);
    if (line.title.empty())
        return words;
    return RuleWords::tr("%1 \"%2\": %3")
        .arg(desk.languages.text(type.label), desk.privacy.veiled(shown(line.title)), words);
}

} // namespace patronat::ui
