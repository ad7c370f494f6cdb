// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/savedfilters.h"

#include "core/base/text.h"
#include "ui/common/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace patronat::ui {

using base::RecordId;

namespace {

std::string settingOf(std::string_view list, RecordId who)
{
    return "filters/" + std::string(list) + "/" + who.hex();
}

} // namespace

std::string savedFiltersText(const SavedFilters& filters)
{
    QJsonArray all;
    for (const SavedFilter& filter : filters) {
        QJsonObject state;
        for (const auto& [id, value] : filter.state)
            state[shown(id)] = QJsonArray { shown(value.value), shown(value.words) };
        all += QJsonObject { { QStringLiteral("name"), shown(filter.name) }, { QStringLiteral("set"), state } };
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

SavedFilters savedFiltersOf(std::string_view text)
{
    SavedFilters out;
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const QJsonArray all = QJsonDocument::fromJson(bytes).array();
    for (const auto& item : all) {
        SavedFilter filter { typed(item.toObject()[QLatin1String("name")].toString()), {} };
        const QJsonObject state = item.toObject()[QLatin1String("set")].toObject();
        for (auto it = state.begin(); it != state.end(); ++it) {
            const QJsonArray value = it.value().toArray();
            if (!value.isEmpty())
                filter.state[typed(it.key())] = { typed(value.at(0).toString()), typed(value.at(1).toString()) };
        }
        if (!filter.name.empty())
            out.push_back(std::move(filter));
    }
    return out;
}

bool isNamed(const SavedFilter& filter, std::string_view name)
{
    return shown(filter.name).compare(shown(name), Qt::CaseInsensitive) == 0;
}

SavedFilters withFilter(SavedFilters filters, SavedFilter filter)
{
    const auto same = std::find_if(
        filters.begin(), filters.end(), [&](const SavedFilter& one) { return isNamed(one, filter.name); });
    if (same != filters.end())
        *same = std::move(filter);
    else
        filters.push_back(std::move(filter));
    return filters;
}

SavedFilters savedFilters(const store::ReadTx& tx, std::string_view list, RecordId who)
{
    return savedFiltersOf(tx.setting(settingOf(list, who)).value_or(std::string()));
}

base::Status saveFilters(store::Store& store, std::string_view list, RecordId who, const SavedFilters& filters)
{
    return store.bulk([&](store::Store::Inner& inner) -> base::Status {
        const std::string name = settingOf(list, who);
        const std::string text = savedFiltersText(filters);
        auto save = inner.connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                             "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        save.bind(1, std::string_view(name)).bind(2, std::string_view(text)).run();
        return {};
    });
}

} // namespace patronat::ui
