// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>
#include <QString>

namespace patronat::ui {

/// Keeps the focus and the place while the cards in a scroll area are made anew: on the same link,
/// which bears the same object name; where that has gone, on the one that stands at its place in
/// the same card ("card.record").
class KeptFocus
{
public:
    /// Before the cards are replaced.
    explicit KeptFocus(QScrollArea& area);
    /// After it.
    void giveBack() const;

private:
    QWidgetList linksOfCard() const;
    QScrollArea& m_area;
    QString m_name; ///< empty: the focus was elsewhere
    qsizetype m_at = 0; ///< within its card
    int m_scrolled = 0;
};

} // namespace patronat::ui
