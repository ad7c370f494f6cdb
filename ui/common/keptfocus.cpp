// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keptfocus.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>

namespace patronat::ui {

namespace {

QString cardOf(const QString& name)
{
    return name.left(name.lastIndexOf(QLatin1Char('.')) + 1);
}

} // namespace

KeptFocus::KeptFocus(QScrollArea& area)
    : m_area(area)
    , m_scrolled(area.verticalScrollBar()->value())
{
    // Of the window, not of the program: another window may be in front meanwhile.
    QWidget* focused = area.window()->focusWidget();
    if (focused == nullptr || area.widget() == nullptr || !area.widget()->isAncestorOf(focused))
        return;
    m_name = focused->objectName();
    m_at = std::max<qsizetype>(linksOfCard().indexOf(focused), 0);
}

QWidgetList KeptFocus::linksOfCard() const
{
    QWidgetList links;
    const QString card = cardOf(m_name);
    const auto all = m_area.widget()->findChildren<QWidget*>();
    for (QWidget* one : all)
        if (one->focusPolicy() != Qt::NoFocus && !card.isEmpty()
            && one->objectName().startsWith(card))
            links += one;
    return links;
}

void KeptFocus::giveBack() const
{
    if (!m_name.isEmpty()) {
        auto* same = m_area.widget()->findChild<QWidget*>(m_name);
        if (const QWidgetList links = linksOfCard(); same == nullptr && !links.isEmpty())
            same = links[std::min(m_at, links.size() - 1)];
        if (same == nullptr)
            same = m_area.widget()->nextInFocusChain();
        while (same != nullptr && same->focusPolicy() == Qt::NoFocus
            && m_area.widget()->isAncestorOf(same))
            same = same->nextInFocusChain();
        if (same != nullptr && m_area.widget()->isAncestorOf(same))
            same->setFocus(Qt::OtherFocusReason);
    }
    m_area.verticalScrollBar()->setValue(m_scrolled);
}

} // namespace patronat::ui
