// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace patronat::ui {

/// Cards two beside each other, or one below the other where there is no room for two: on a narrow window, with large
/// letters, beside a panel. Owns its cards.
class CardGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);

    void addCard(QWidget* card);
    /// Over the whole width.
    void addWide(QWidget* card);
    bool hasTwoColumns() const { return m_columns == 2; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Card
    {
        QWidget* widget = nullptr;
        bool isWide = false;
    };
    void arrange(int columns);

    QGridLayout* m_grid;
    std::vector<Card> m_cards;
    int m_columns = 0;
};

} // namespace patronat::ui
