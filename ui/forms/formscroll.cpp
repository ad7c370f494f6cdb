// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formscroll.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kBesideBar = 10; ///< between the fields and the bar

} // namespace

QScrollArea* makeFormScroll(QWidget* form)
{
    auto* scroll = new QScrollArea;
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, kBesideBar, 0);
    layout->addWidget(form);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace patronat::ui
