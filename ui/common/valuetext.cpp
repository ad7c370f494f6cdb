// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/valuetext.h"

#include "core/profile/required.h"
#include "core/store/attachment.h"
#include "core/store/sqlfunctions.h"
#include "ui/common/livecodes.h"
#include "ui/common/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Value;
using profile::Field;
using profile::FieldType;

namespace {

const Value& valueOf(const Fields& fields, std::string_view name)
{
    static const Value kNone;
    const auto found = fields.find(name);
    return found == fields.end() ? kNone : found->second;
}

/// The values as a title names them: codes by their labels.
Fields withLabels(const profile::Profile& profile, const profile::RecordType& type, Fields values,
    const std::string& language)
{
    const ValueWriter writer(profile, language);
    for (const Field& field : type.fields) {
        const auto at = values.find(field.id);
        if (field.type == FieldType::Choice && at != values.end())
            at->second = Value(typed(writer.label(field.classifier, at->second.textOr({}))));
    }
    return values;
}

/// A number of SQL ("500.0") as people write it; anything else as it is.
QString computedText(const QString& text)
{
    static const QRegularExpression kNumber(QStringLiteral(R"(^-?\d+\.\d+$)"));
    if (!kNumber.match(text).hasMatch())
        return text;
    const QString digits = QString(text).remove(QRegularExpression(QStringLiteral("\\.?0+$")));
    return QString(digits).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString addressText(const profile::RecordType& type, const Field& field, const Fields& values)
{
    QStringList parts;
    for (const Field& part : type.fields) {
        if (part.partOf != field.id || part.part == "oktmo")
            continue;
        QString text = shown(valueOf(values, part.id).textOr({}));
        if (text.isEmpty())
            continue;
        if (part.part == "house")
            text.prepend(QCoreApplication::translate("ValueWriter", "h. "));
        else if (part.part == "flat")
            text.prepend(QCoreApplication::translate("ValueWriter", "fl. "));
        parts += text;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString dateText(std::string_view iso)
{
    const QDate date = QDate::fromString(shown(iso.substr(0, 10)), Qt::ISODate);
    return date.isValid() ? date.toString(QStringLiteral("dd.MM.yyyy")) : shown(iso);
}

QTimeZone zoneOf(const profile::Profile& profile)
{
    const QTimeZone zone(shown(store::settingOf(profile, "timeZone", {})).toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString momentText(std::string_view iso, const QTimeZone& zone)
{
    const QDateTime moment = QDateTime::fromString(shown(iso), Qt::ISODate);
    return moment.isValid() ? moment.toTimeZone(zone).toString(QStringLiteral("dd.MM.yyyy HH:mm"))
                            : shown(iso);
}

QString momentText(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("dd.MM.yyyy HH:mm"));
}

QString scaledText(std::int64_t number, int decimals)
{
    const QLocale locale;
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    QString out = locale.toString(static_cast<qlonglong>(number / scale));
    if (number < 0 && number / scale == 0)
        out.prepend(QLatin1Char('-'));
    if (decimals > 0)
        out += locale.decimalPoint()
            + QString::number(std::abs(number % scale)).rightJustified(decimals, QLatin1Char('0'));
    return out;
}

QString ValueWriter::label(const profile::Label& label) const
{
    return shown(profile::labelIn(label, m_language));
}

QString ValueWriter::label(std::string_view classifier, std::string_view code) const
{
    if (const auto book = liveCodes(*m_profile))
        if (const store::LiveCode* live = store::codeIn(*book, classifier, code))
            return label(live->code.label);
    const profile::Classifier* codes = m_profile->classifier(classifier);
    const profile::Code* found = codes ? codes->code(code) : nullptr;
    return found ? label(found->label) : shown(code);
}

QString ValueWriter::unitOfMeasure(const Field& field) const
{
    return shown(field.unitOfMeasure);
}

QString ValueWriter::choices(const Field& field, std::string_view json) const
{
    QStringList labels;
    const QJsonArray codes = QJsonDocument::fromJson(shown(json).toUtf8()).array();
    for (const auto& code : codes)
        labels += label(field.classifier, typed(code.toString()));
    return labels.join(QStringLiteral("; "));
}

QString ValueWriter::text(const Field& field, const Value& value, const Titles& titles) const
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Date:
        return dateText(value.textOr({}));
    case FieldType::DateTime:
        return momentText(value.textOr({}), zoneOf(*m_profile));
    case FieldType::Boolean:
        return value.numberOr(0) != 0 ? QCoreApplication::translate("ValueWriter", "yes")
                                      : QCoreApplication::translate("ValueWriter", "no");
    case FieldType::Choice:
        return label(field.classifier, value.textOr({}));
    case FieldType::Computed:
        return computedText(shown(value.textOr({})));
    case FieldType::Choices:
        return choices(field, value.textOr({}));
    case FieldType::Money:
        return scaledText(value.numberOr(0), 2);
    case FieldType::Decimal:
        return scaledText(value.numberOr(0), field.decimals);
    case FieldType::Reference:
        if (const RecordId* id = value.reference()) {
            const auto title = titles.find(*id);
            return title == titles.end() || title->second.empty()
                ? QCoreApplication::translate("ValueWriter", "a record that is not here")
                : shown(title->second);
        }
        return {};
    case FieldType::Attachment: {
        QStringList names;
        for (const store::Attachment& file : store::attachmentsOf(value.textOr({})))
            names += shown(file.name);
        return names.join(QStringLiteral(", "));
    }
    default:
        return value.number() ? QString::number(*value.number()) : shown(value.textOr({}));
    }
}

QString ValueWriter::text(const profile::RecordType& type, const Field& field, const Fields& values,
    const Titles& titles) const
{
    QString out = field.type == FieldType::Address ? addressText(type, field, values)
                                                   : text(field, valueOf(values, field.id), titles);
    if (field.marks) {
        const auto mark = valueOf(values, field.id + ".mark").textOr({});
        if (!mark.empty())
            out += (out.isEmpty() ? QString() : QStringLiteral(" "))
                + QStringLiteral("(%1)").arg(label(profile::kMarkClassifier, mark).toLower());
    }
    return out;
}

namespace {

/// ISO dates within a title as people write them: title expressions join columns as they are
/// stored.
std::string withDates(const std::string& title)
{
    static const QRegularExpression kIso(QStringLiteral(R"(\b(\d{4})-(\d{2})-(\d{2})\b)"));
    return typed(shown(title).replace(kIso, QStringLiteral(R"(\3.\2.\1)")));
}

} // namespace

std::string valuesTitle(const profile::Profile& profile, const store::Rules& rules,
    const profile::RecordType& type, const Fields& values, const std::string& language)
{
    return withDates(rules.title(type.id, withLabels(profile, type, values, language)));
}

std::string recordTitle(const store::ReadTx& tx, const store::Rules& rules,
    const store::Record& record, const std::string& language)
{
    const profile::RecordType* type = tx.profile().type(record.type);
    const std::string title = valuesTitle(tx.profile(), rules, *type, record.values, language);
    if (type->parent.empty())
        return title;
    // A child that draws somebody in is about that person.
    for (const Field& field : type->fields) {
        const Value& value = valueOf(record.values, field.id);
        if (!field.draws || value.reference() == nullptr)
            continue;
        const std::string about
            = recordTitle(tx, rules, field.target, *value.reference(), language);
        if (!about.empty())
            return title.empty() ? about : about + " (" + title + ")";
    }
    return title;
}

std::string recordTitle(const store::ReadTx& tx, const store::Rules& rules, std::string_view type,
    RecordId id, const std::string& language)
{
    const auto record = tx.record(type, id);
    return record ? recordTitle(tx, rules, *record, language) : std::string();
}

void addTitles(const store::ReadTx& tx, const store::Rules& rules, const profile::RecordType& type,
    const Fields& values, const std::string& language, Titles& titles)
{
    for (const auto& [name, value] : values) {
        const RecordId* id = value.reference();
        const Field* field = type.field(name);
        if (id != nullptr && field != nullptr && titles.find(*id) == titles.end())
            titles[*id] = recordTitle(tx, rules, field->target, *id, language);
    }
}

} // namespace patronat::ui
