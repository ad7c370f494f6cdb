// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formlayout.h"

#include "ui/common/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace patronat::ui {

namespace {

/// "surname:4"; the checker of profiles has seen to its shape, so what is odd here becomes a whole row.
LayoutCell cellOf(const QString& text)
{
    const int span = text.section(QLatin1Char(':'), 1).toInt();
    return { typed(text.section(QLatin1Char(':'), 0, 0)), span < 1 || span > kColumns ? kColumns : span };
}

LayoutRow rowOf(const QJsonArray& cells)
{
    LayoutRow row;
    for (const auto& cell : cells)
        row.push_back(cellOf(cell.toString()));
    return row;
}

profile::Label labelOf(const QJsonObject& texts)
{
    profile::Label label;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        label[typed(it.key())] = typed(it.value().toString());
    return label;
}

LayoutBlock blockOf(const QJsonObject& json)
{
    LayoutBlock block;
    block.title = labelOf(json[QLatin1String("group")].toObject());
    block.isFolded = json[QLatin1String("folded")].toBool();
    for (const auto& row : json[QLatin1String("rows")].toArray())
        block.rows.push_back(rowOf(row.toArray()));
    block.childType = typed(json[QLatin1String("table")].toString());
    block.columns = rowOf(json[QLatin1String("columns")].toArray());
    return block;
}

int naturalSpan(const profile::Field& field)
{
    using profile::FieldType;
    switch (field.type) {
    case FieldType::Note:
    case FieldType::Address:
    case FieldType::Choices:
        return kColumns;
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Integer:
    case FieldType::Boolean:
    case FieldType::Decimal:
    case FieldType::Money:
        return 3;
    default:
        return 6;
    }
}

} // namespace

FormLayout layoutOf(const profile::RecordType& type)
{
    FormLayout layout;
    std::set<std::string> placed;
    const QJsonArray items = QJsonDocument::fromJson(shown(type.layoutJson).toUtf8()).array();
    for (const auto& item : items) {
        if (item.isObject()) {
            layout.blocks.push_back(blockOf(item.toObject()));
            continue;
        }
        // Rows that stand free are a block without a heading.
        const bool isOpen = !layout.blocks.empty() && !layout.blocks.back().isTable()
            && layout.blocks.back().title.empty();
        if (!isOpen)
            layout.blocks.emplace_back();
        layout.blocks.back().rows.push_back(rowOf(item.toArray()));
    }
    for (const LayoutBlock& block : layout.blocks)
        for (const LayoutRow& row : block.rows)
            for (const LayoutCell& cell : row)
                placed.insert(cell.field);
    for (const profile::Field& field : type.fields)
        if (field.partOf.empty() && !field.retired && field.id != type.parent && !placed.contains(field.id))
            layout.unplaced.push_back({ field.id, naturalSpan(field) });
    return layout;
}

} // namespace patronat::ui
