// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/partedpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

void walk(QTabWidget* tabs, int step, TabFocus focus)
{
    const int count = tabs->count();
    int next = tabs->currentIndex();
    do
        next = (next + step + count) % count;
    while (next != tabs->currentIndex() && !tabs->isTabEnabled(next));
    if (next == tabs->currentIndex())
        return;
    tabs->setCurrentIndex(next);
    if (focus == TabFocus::Bar)
        tabs->setFocus();
    else
        tabs->currentWidget()->setFocus();
}

} // namespace

void walkTabsByKeys(QWidget* page, QTabWidget* tabs, TabFocus focus)
{
    for (const int step : { 1, -1 }) {
        auto* key = new QShortcut(
            QKeySequence(step > 0 ? QStringLiteral("Ctrl+PgDown") : QStringLiteral("Ctrl+PgUp")), page);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(key, &QShortcut::activated, page, [=] { walk(tabs, step, focus); });
    }
}

QHBoxLayout* addPageHead(QVBoxLayout* page, QLabel* title, QLabel* facts)
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 0, 20, 4);
    head->setSpacing(2);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(title);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(8);
    top->addLayout(badges);
    top->addStretch(1);
    head->addLayout(top);
    facts->setWordWrap(true);
    head->addWidget(facts);
    page->addLayout(head);
    return badges;
}

} // namespace patronat::ui
