// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listdeclaration.h"

#include "ui/common/text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace patronat::ui {

namespace {

using Kind = ListColumn::Kind;

std::string textOf(const QJsonObject& json, const char* key)
{
    return typed(json[QLatin1String(key)].toString());
}

profile::Label labelOf(const QJsonObject& json)
{
    profile::Label label;
    const QJsonObject texts = json[QLatin1String("label")].toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        label[typed(it.key())] = typed(it.value().toString());
    return label;
}

Kind kindOf(const std::string& name)
{
    constexpr std::array kNames { std::pair { std::string_view("number"), Kind::Number },
        std::pair { std::string_view("date"), Kind::Date }, std::pair { std::string_view("deadline"), Kind::Deadline },
        std::pair { std::string_view("life"), Kind::Life },
        std::pair { std::string_view("classifier"), Kind::Classifier } };
    for (const auto& [word, kind] : kNames)
        if (word == name)
            return kind;
    return Kind::Text;
}

ListColumn columnOf(const QJsonObject& json)
{
    return { textOf(json, "id"), labelOf(json), textOf(json, "sql"), textOf(json, "classifier"),
        kindOf(textOf(json, "kind")), json[QLatin1String("width")].toInt(12), json[QLatin1String("short")].toBool(),
        json[QLatin1String("veiled")].toBool() };
}

ListFilter filterOf(const QJsonObject& json)
{
    using FilterKind = ListFilter::Kind;
    ListFilter filter { textOf(json, "id"), labelOf(json), textOf(json, "sql"), FilterKind::Switch,
        textOf(json, "classifier"), textOf(json, "options") };
    if (!filter.classifier.empty())
        filter.kind = FilterKind::Code;
    else if (!filter.options.empty())
        filter.kind = FilterKind::Record;
    else if (textOf(json, "kind") == "period")
        filter.kind = FilterKind::Period;
    else if (textOf(json, "kind") == "classifier")
        filter.kind = FilterKind::Classifier;
    else if (textOf(json, "kind") == "due")
        filter.kind = FilterKind::Due;
    else if (textOf(json, "kind") == "dueKind")
        filter.kind = FilterKind::DueKind;
    return filter;
}

ListDeclaration declarationOf(const QJsonObject& json)
{
    ListDeclaration list;
    list.id = textOf(json, "id");
    list.type = textOf(json, "type");
    list.label = labelOf(json);
    list.place = textOf(json, "place");
    list.searched = textOf(json, "searched");
    list.sort = textOf(json, "sort");
    for (const auto& column : json[QLatin1String("columns")].toArray())
        list.columns.push_back(columnOf(column.toObject()));
    for (const auto& item : json[QLatin1String("filters")].toArray())
        list.filters.push_back(filterOf(item.toObject()));
    const QJsonObject found = json[QLatin1String("found")].toObject();
    for (auto it = found.begin(); it != found.end(); ++it)
        list.found[typed(it.key())] = typed(it.value().toString());
    for (const auto& type : json[QLatin1String("touchedBy")].toArray())
        list.touchedBy.push_back(typed(type.toString()));
    return list;
}

} // namespace

std::vector<ListDeclaration> listsOf(const profile::Profile& profile, std::vector<std::string>* broken)
{
    std::map<std::string, ListDeclaration> byId;
    for (const std::string& member : profile.chain) {
        const auto folder = profile.folders.find(member);
        if (folder == profile.folders.end())
            continue;
        const QDir lists(shown(folder->second) + QStringLiteral("/lists"));
        for (const QString& name : lists.entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
            QFile file(lists.filePath(name));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            ListDeclaration list = declarationOf(QJsonDocument::fromJson(bytes).object());
            if (!list.id.empty() && profile.type(list.type) != nullptr && !list.columns.empty())
                byId[list.id] = std::move(list);
            else if (broken != nullptr)
                broken->push_back(typed(name));
        }
    }
    std::vector<ListDeclaration> out;
    for (auto& [id, list] : byId)
        out.push_back(std::move(list));
    return out;
}

} // namespace patronat::ui
