// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exchangewords.h"

#include "ui/common/errortext.h"
#include "ui/common/sizetext.h"
#include "ui/common/text.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace patronat::ui {

using exchange::BatchOutcome;
using exchange::MergeEntry;
using exchange::MergeReport;

namespace {

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// The rule of a record type or of one of its fields, by its id.
const profile::Check* checkOf(const profile::RecordType& type, const std::string& id)
{
    for (const profile::Check& check : type.checks)
        if (check.id == id)
            return &check;
    for (const profile::Field& field : type.fields)
        for (const profile::Check& check : field.checks)
            if (check.id == id)
                return &check;
    return nullptr;
}

} // namespace

QString nameOf(const std::filesystem::path& file)
{
    return QString::fromStdU16String(file.filename().u16string());
}

std::filesystem::path pathOf(const QString& text)
{
    return std::filesystem::path(text.toStdU16String());
}

QString ExchangeWords::type(const std::string& id) const
{
    const profile::RecordType* type = m_desk.profile().type(id);
    return type != nullptr ? m_desk.languages.text(type->label) : shown(id);
}

QString ExchangeWords::field(const std::string& typeId, const std::string& id) const
{
    if (id == journal::kRemovedField)
        return tr("Removal of the record");
    const profile::RecordType* type = m_desk.profile().type(typeId);
    const profile::Field* field = type != nullptr ? type->field(id) : nullptr;
    if (field == nullptr)
        return shown(id);
    const QString label = m_desk.languages.text(field->label);
    const profile::Field* whole = field->partOf.empty() ? nullptr : type->field(field->partOf);
    return whole == nullptr ? label : tr("%1: %2").arg(m_desk.languages.text(whole->label), label);
}

QString ExchangeWords::what(MergeEntry::What what) const
{
    switch (what) {
    case MergeEntry::What::Conflict:
        return tr("Filled differently");
    case MergeEntry::What::Beside:
        return tr("Came beside a signature");
    case MergeEntry::What::Waiting:
        return tr("Waits for another office");
    case MergeEntry::What::Fork:
        return tr("Written twice");
    case MergeEntry::What::Finding:
        break;
    }
    return tr("Finding");
}

/// Of a finding that two records must not both stand; null for others.
const profile::Rivalry* ExchangeWords::rivalryOf(const SignLine& line) const
{
    constexpr std::string_view kRival = "rival:";
    const profile::RecordType* type = m_desk.profile().type(line.type);
    return type != nullptr && line.rule.starts_with(kRival)
        ? type->rivalry(std::string_view(line.rule).substr(kRival.size()))
        : nullptr;
}

/// What is wrong between two records that are both known here.
QString ExchangeWords::ofTwo(const SignLine& line, const QString& name) const
{
    const QString other
        = tr("%1 \"%2\"").arg(type(line.otherType), m_desk.privacy.veiled(shown(line.otherTitle)));
    if (line.rule == "duplicateNumber")
        return tr("%1: the number %2 stands here and in %3").arg(name, shown(line.argument), other);
    if (line.rule == "duplicateCode")
        return tr("Two places added this code to one classifier; the other entry is %1").arg(other);
    if (line.rule == "concurrentTransition")
        return tr("Two places moved this case without knowing of each other; the other event is %1")
            .arg(other);
    if (const profile::Rivalry* rivalry = rivalryOf(line))
        return tr("%1. The other one: %2").arg(m_desk.languages.text(rivalry->message), other);
    if (line.rule == "parentRemoved")
        return tr("%1: %2 has been removed while this was entered").arg(name, other);
    return tr("%1 is signed without this record, its paper leaves it out").arg(other);
}

QString ExchangeWords::finding(const SignLine& line) const
{
    const QString name = line.field.empty() ? QString() : field(line.type, line.field);
    const std::string& rule = line.rule;
    if (!line.other.isNull())
        return ofTwo(line, name);
    if (rule == "danglingReference")
        return tr("%1: refers to a record that is not here").arg(name);
    if (rule == "missingRequired")
        return tr("%1: must be filled").arg(name);
    if (rule == "unknownCode")
        return tr("%1: the profile does not know this code").arg(name);
    if (rule == "duplicateNumber")
        return line.argument.empty()
            ? tr("%1: another record has this number").arg(name)
            : tr("%1: another record has the number %2").arg(name, shown(line.argument));
    if (rule == "duplicateCode")
        return tr("Two places added this code to one classifier");
    if (rule == "concurrentTransition")
        return tr("Two places moved this case without knowing of each other");
    if (rule == "parentRemoved")
        return tr("%1: has been removed meanwhile").arg(name);
    if (rule == "besideSigned")
        return tr("%1: is signed without this record, its paper leaves it out").arg(name);
    if (const profile::Rivalry* rivalry = rivalryOf(line))
        return m_desk.languages.text(rivalry->message);
    const profile::RecordType* declared = m_desk.profile().type(line.type);
    const profile::Check* check = declared != nullptr && rule.starts_with("brokenRule:")
        ? checkOf(*declared, rule.substr(rule.find(':') + 1))
        : nullptr;
    return check != nullptr ? m_desk.languages.text(check->message) : shown(rule);
}

QString ExchangeWords::whatToDo(const SignLine& line) const
{
    const std::string& rule = line.rule;
    if (rule == "danglingReference")
        return tr("It comes by itself with the file of the other office; else choose another one "
                  "in the record.");
    if (rule == "missingRequired")
        return tr("Fill it in the record.");
    if (rule == "unknownCode")
        return tr("Choose another value in the record.");
    if (rule == "duplicateNumber")
        return tr("Give one of the two another number.");
    if (rule == "duplicateCode")
        return tr("Keep the entry whose name is right and remove the other; records that use the code stay as they are.");
    if (rule == "concurrentTransition")
        return tr("Decide which of the two happened, and take the other one back with a reason.");
    if (rule == "parentRemoved")
        return tr("Restore what was removed, or enter this one anew elsewhere.");
    if (rule == "besideSigned")
        return tr("Cancel that signature and sign anew with this record, or remove this record.");
    if (const profile::Rivalry* rivalry = rivalryOf(line))
        return m_desk.languages.text(rivalry->advice);
    return tr("Correct it in the record.");
}

QString ExchangeWords::detail(const MergeEntry& entry) const
{
    if (entry.what == MergeEntry::What::Conflict)
        return field(entry.type, entry.field);
    SignLine line;
    line.what = entry.what;
    line.type = entry.type;
    line.record = entry.record;
    if (entry.what != MergeEntry::What::Finding)
        return detail(line);
    // "brokenRule:BR-06:" and "danglingReference:person": the last part is the field.
    const auto at = entry.field.rfind(':');
    if (at == std::string::npos)
        return shown(entry.field);
    line.rule = entry.field.substr(0, at);
    line.field = entry.field.substr(at + 1);
    return detail(line);
}

QString ExchangeWords::detail(const SignLine& line) const
{
    switch (line.what) {
    case MergeEntry::What::Beside:
        return besideWords(line);
    case MergeEntry::What::Waiting:
        return tr("Appears by itself with the files of the other office");
    case MergeEntry::What::Fork:
        return tr("Comes from a copied database: tell your administrator");
    default:
        return tr("%1. %2").arg(finding(line), whatToDo(line));
    }
}

QString ExchangeWords::besideWords(const SignLine& line) const
{
    QStringList names;
    for (const std::string& one : line.fields)
        names += field(line.type, one);
    const QString wrong = names.isEmpty() ? tr("It was changed elsewhere after it was signed")
                                          : tr("It was changed elsewhere after it was signed: %1")
                                                .arg(names.join(QStringLiteral(", ")));
    return tr("%1. %2").arg(wrong, tr("Look at both under \"Findings\" and say which one holds."));
}

QString ExchangeWords::value(const std::string& typeId, const std::string& fieldId,
    const base::Value& value, const Titles& titles) const
{
    if (fieldId == journal::kRemovedField)
        return value.isNull() ? tr("the record stays") : tr("the record is removed");
    const profile::RecordType* type = m_desk.profile().type(typeId);
    const profile::Field* field = type != nullptr ? type->field(fieldId) : nullptr;
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    const QString text = field != nullptr ? writer.text(*field, value, titles) : QString();
    return text.isEmpty() ? tr("(empty)") : text;
}

QString ExchangeWords::error(const base::Error& error) const
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    return (shown(text.title) + QLatin1Char(' ') + shown(text.advice)).trimmed();
}

QString ExchangeWords::from(const BatchOutcome& outcome) const
{
    const QString code = shown(outcome.manifest.officeCode);
    const QString name = shown(outcome.manifest.siteName);
    return name.isEmpty() || name == code ? code : tr("%1, %2").arg(code, name);
}

QString ExchangeWords::became(const BatchOutcome& outcome, bool isDryRun) const
{
    if (outcome.refused) {
        base::Error error = *outcome.refused;
        // The name is enough: the folder may be called after somebody.
        if (!error.args.empty() && error.args.front() == exchange::pathText(outcome.file))
            error.args.front() = typed(nameOf(outcome.file));
        // What exactly does not fit is a code, for whoever repairs.
        if (error.code == base::ErrorCode::BatchUnreadable
            || error.code == base::ErrorCode::BatchTampered)
            error.args.resize(std::min<std::size_t>(error.args.size(), 1));
        return tr("Refused. %1").arg(this->error(error));
    }
    QStringList parts { isDryRun ? tr("Can be taken in") : tr("Taken in") };
    if (!outcome.certified)
        parts += tr("the office is not certified");
    if (outcome.adopted)
        parts += tr("from now on this database belongs to %1").arg(shown(outcome.adopted->name));
    if (outcome.receipts > 0)
        parts += tr("files of ours it confirms: %1").arg(number(outcome.receipts));
    if (!outcome.differences.empty())
        parts += tr("cases that still differ here and there: %1").arg(outcome.differences.size());
    if (!outcome.brokenChains.empty())
        parts += tr("not as its office signed it, tell your administrator: %1")
                     .arg(outcome.brokenChains.size());
    return parts.join(QStringLiteral("; "));
}

QString ExchangeWords::summary(const MergeReport& report) const
{
    const auto refused
        = static_cast<std::uint64_t>(std::count_if(report.batches.begin(), report.batches.end(),
            [](const BatchOutcome& outcome) { return outcome.refused.has_value(); }));
    const exchange::MergeCounts totals = report.totals();
    QStringList parts { report.dryRun ? tr("Nothing is changed yet.") : tr("Taken in.") };
    parts += tr("Files: %1, of them refused: %2.")
                 .arg(number(report.batches.size()), number(refused));
    parts += tr("New changes: %1, already here: %2.").arg(number(totals.fresh), number(totals.had));
    parts += report.entries.empty() ? tr("Nothing to look at.")
                                    : tr("To look at: %1.").arg(number(report.entries.size()));
    return parts.join(QLatin1Char(' '));
}

QString ExchangeWords::written(const exchange::ExportReport& report) const
{
    const exchange::Manifest& manifest = report.manifest;
    QStringList lines;
    lines += tr("File: %1").arg(nameOf(report.file));
    lines += tr("Folder: %1").arg(QString::fromStdU16String(report.file.parent_path().u16string()));
    if (manifest.operations == 0)
        lines += tr("In it: no changes, only confirmations of what was received.");
    else
        lines += tr("In it: changes: %1; size %2.")
                     .arg(number(manifest.operations),
                         sizeText(static_cast<std::int64_t>(manifest.payloadBytes)));
    if (manifest.certificate.empty())
        lines += tr("This office is not certified: whoever takes the file in will be asked whether "
                    "they know you.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace patronat::ui
