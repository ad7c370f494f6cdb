// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/fieldoptions.h"

#include "core/base/text.h"
#include "core/intake/nearest.h"
#include "core/profile/required.h"
#include "ui/common/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace patronat::ui {

using profile::Field;
using profile::FieldType;
using profile::RecordType;

namespace {

constexpr std::array<const char*, 3> kNameFields { "surname", "firstName", "patronymic" };

struct OptionWords
{
    Q_DECLARE_TR_FUNCTIONS(OptionWords)
public:
    static QString part(const QString& whole, const QString& part)
    {
        return tr("%1: %2").arg(whole, part);
    }
    static QString fullName() { return tr("Surname, name and patronymic in one cell"); }
};

bool canBeListed(const profile::Profile& profile, const RecordType& type, const Field& field)
{
    const profile::Process* process = profile.processOf(type.id);
    const bool isState = process != nullptr && process->field == field.id;
    return field.isStored() && !field.retired && !isState && field.type != FieldType::Attachment
        && field.part != "mark";
}

QString labelOf(const Desk& desk, const RecordType& type, const Field& field)
{
    const QString label = desk.languages.text(field.label);
    const Field* whole = field.partOf.empty() ? nullptr : type.field(field.partOf);
    return whole == nullptr ? label : OptionWords::part(desk.languages.text(whole->label), label);
}

bool hasName(const RecordType& type)
{
    return std::all_of(kNameFields.begin(), kNameFields.end(),
        [&](const char* id) { return type.field(id) != nullptr; });
}

} // namespace

std::vector<std::pair<QString, std::string>> listedTypes(const Desk& desk)
{
    std::vector<std::pair<QString, std::string>> types;
    for (const RecordType& type : desk.profile().types)
        if (type.id != profile::kEventType)
            types.emplace_back(
                desk.languages.text(type.pluralLabel.empty() ? type.label : type.pluralLabel),
                type.id);
    std::sort(types.begin(), types.end(), [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    return types;
}

std::vector<FieldOption> fieldOptions(const Desk& desk, const intake::Mapping& mapping)
{
    std::vector<FieldOption> options;
    for (std::size_t i = 0; i < mapping.records.size(); ++i) {
        const intake::MappedRecord& record = mapping.records[i];
        const RecordType* type = desk.profile().type(record.type);
        if (type == nullptr)
            continue;
        const QString name = desk.languages.text(record.label.empty() ? type->label : record.label);
        const auto add = [&](std::vector<std::string> fields, const QString& alone) {
            options.push_back({ i, std::move(fields),
                mapping.records.size() > 1 ? OptionWords::part(name, alone) : alone, alone });
        };
        if (hasName(*type))
            add({ kNameFields.begin(), kNameFields.end() }, OptionWords::fullName());
        for (const Field& field : type->fields)
            if (canBeListed(desk.profile(), *type, field) && !record.links.contains(field.id))
                add({ field.id }, labelOf(desk, *type, field));
    }
    return options;
}

std::vector<int> suggestedOptions(
    const std::vector<std::string>& headings, const std::vector<FieldOption>& options)
{
    struct Pair
    {
        std::size_t apart;
        std::size_t heading;
        std::size_t option;
    };
    std::vector<Pair> pairs;
    for (std::size_t h = 0; h < headings.size(); ++h) {
        const std::string heading = base::fold(headings[h]);
        if (heading.empty())
            continue;
        for (std::size_t o = 0; o < options.size(); ++o) {
            const std::string words = base::fold(typed(options[o].alone));
            const bool isName = options[o].fields.size() > 1
                && (heading == "фио" || heading == "ф и о" || heading.starts_with("фио ")
                    || heading.starts_with("фамилия имя отчество"));
            // "Отчество" stands in "Отчество (при наличии)", "Телефон" before "Телефон матери".
            const bool isPart
                = words.starts_with(heading + ' ') || heading.starts_with(words + ' ');
            const std::size_t bound = std::max<std::size_t>(1, heading.size() / 12);
            const std::size_t apart = isName ? 0
                : isPart                     ? 1
                                             : intake::lettersApart(heading, words, bound);
            if (apart <= bound || isPart)
                pairs.push_back({ apart, h, o });
        }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.apart < b.apart; });
    // A heading whose own field is taken goes nowhere: what is less alike would be a guess.
    std::vector<std::size_t> best(headings.size(), static_cast<std::size_t>(-1));
    for (const Pair& pair : pairs)
        best[pair.heading] = std::min(best[pair.heading], pair.apart);
    std::vector<int> out(headings.size(), -1);
    std::set<std::pair<std::size_t, std::string>> taken;
    for (const Pair& pair : pairs) {
        const FieldOption& option = options[pair.option];
        const bool isFree = std::none_of(
            option.fields.begin(), option.fields.end(), [&](const std::string& field) {
                return taken.contains({ option.record, field });
            });
        if (out[pair.heading] >= 0 || !isFree || pair.apart > best[pair.heading])
            continue;
        out[pair.heading] = static_cast<int>(pair.option);
        for (const std::string& field : option.fields)
            taken.emplace(option.record, field);
    }
    return out;
}

std::vector<std::string> likelyKey(const RecordType& type)
{
    for (const profile::Index& index : type.indexes)
        if (index.fields.size() > 1)
            return index.fields;
    for (const char* id : { "code", "number", "regNo", "name", "title" })
        if (type.field(id) != nullptr)
            return { id };
    return {};
}

} // namespace patronat::ui
