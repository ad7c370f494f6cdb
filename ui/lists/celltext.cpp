// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/celltext.h"

#include "ui/common/privacy.h"
#include "ui/common/text.h"

#include <QCoreApplication>

namespace patronat::ui {

using Kind = ListColumn::Kind;

namespace {

/// "ТЖС" of "трудная жизненная ситуация (ТЖС)".
QString shortened(const QString& label)
{
    const qsizetype open = label.lastIndexOf(QLatin1Char('('));
    return open >= 0 && label.endsWith(QLatin1Char(')')) ? label.mid(open + 1).chopped(1) : label;
}

QString lifeText(std::string_view life)
{
    if (life == "signed")
        return QCoreApplication::translate("CellText", "signed");
    if (life == "cancelled")
        return QCoreApplication::translate("CellText", "cancelled");
    return QCoreApplication::translate("CellText", "draft");
}

} // namespace

QString CellText::codeText(const ListColumn& column, const base::Value& value) const
{
    return m_writer.label(column.classifier, value.textOr({}));
}

QString CellText::text(const ListColumn& column, const base::Value& value) const
{
    return column.isShort && !column.classifier.empty() && !value.isNull() ? shortened(codeText(column, value))
                                                                           : fullText(column, value);
}

QString CellText::fullText(const ListColumn& column, const base::Value& value) const
{
    if (value.isNull())
        return {};
    if (!column.classifier.empty())
        return codeText(column, value);
    if (column.kind == Kind::Date || column.kind == Kind::Deadline)
        return dateText(value.textOr({}));
    if (column.kind == Kind::Classifier && m_profile != nullptr)
        if (const profile::Classifier* one = m_profile->classifier(value.textOr({})))
            return m_writer.label(one->label);
    if (column.kind == Kind::Life)
        return lifeText(value.textOr({}));
    const QString text = value.number() ? QString::number(*value.number()) : shown(value.textOr({}));
    return column.isVeiled && m_names == Names::Veiled ? Privacy::veil(text) : text;
}

} // namespace patronat::ui
