// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cardgrid.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace patronat::ui {

namespace {

constexpr int kLetters = 42; ///< of a line of a card that stands beside another

} // namespace

CardGrid::CardGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(20, 14, 20, 20);
    m_grid->setSpacing(12);
    m_grid->setColumnStretch(0, 1);
}

void CardGrid::addCard(QWidget* card)
{
    card->setParent(this);
    m_cards.push_back({ card, false });
    arrange(2);
}

void CardGrid::addWide(QWidget* card)
{
    card->setParent(this);
    m_cards.push_back({ card, true });
    arrange(2);
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int columns = event->size().width() < 2 * kLetters * fontMetrics().averageCharWidth() ? 1 : 2;
    if (columns != m_columns)
        arrange(columns);
}

void CardGrid::arrange(int columns)
{
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the cards stay
    int row = 0;
    int column = 0;
    for (const Card& card : m_cards) {
        if (card.isWide && column > 0) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(card.widget, row, column, 1, card.isWide ? columns : 1);
        column += card.isWide ? columns : 1;
        if (column >= columns) {
            ++row;
            column = 0;
        }
    }
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    for (int at = 0; at <= static_cast<int>(m_cards.size()); ++at)
        m_grid->setRowStretch(at, 0);
    m_grid->setRowStretch(row + 1, 1);
}

} // namespace patronat::ui
