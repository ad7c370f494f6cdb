// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/scoring.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace patronat::ui {

/// One answer that may be chosen.
struct ItemOption
{
    profile::Points value = 0;
    QString label;
    QString tip;
    int digit = -1; ///< the key that chooses it; -1: none
};

/// A question with its answers: a digit chooses one and goes on, Backspace takes it back, the arrows go up and down.
class ItemLine final : public QWidget
{
    Q_OBJECT
public:
    ItemLine(const QString& text, std::vector<ItemOption> options, QWidget* parent);
    void setAnswer(std::optional<profile::Points> value);
    std::optional<profile::Points> answer() const { return m_answer; }

Q_SIGNALS:
    void answered();
    void leftBy(int steps); ///< 1: to the next line, -1: to the one before

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(std::size_t option);
    void showAnswer();
    std::vector<ItemOption> m_options;
    std::vector<QToolButton*> m_buttons;
    std::optional<profile::Points> m_answer;
};

/// The digits that choose the answers of a type: its values where each is a digit of its own, else their places.
std::vector<int> digitsOf(const profile::AnswerType& type);

} // namespace patronat::ui
