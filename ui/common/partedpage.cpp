// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/partedpage.h"

#include "ui/common/flowlayout.h"

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
            QKeySequence(step > 0 ? QStringLiteral("Ctrl+PgDown") : QStringLiteral("Ctrl+PgUp")),
            page);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(key, &QShortcut::activated, page, [=] { walk(tabs, step, focus); });
    }
}

FlowLayout* addPageHead(QVBoxLayout* page, QLabel* title, QLabel* facts)
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 0, 20, 4);
    head->setSpacing(2);
    auto* top = new FlowLayout(8, 4);
    top->addWidget(title);
    head->addLayout(top);
    facts->setWordWrap(true);
    head->addWidget(facts);
    page->addLayout(head);
    return top;
}

void clearBadges(FlowLayout* head)
{
    while (QLayoutItem* item = head->takeAt(1)) {
        delete item->widget();
        delete item;
    }
}

} // namespace patronat::ui
