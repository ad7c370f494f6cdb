// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/errortext.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QFrame;
class QLabel;

namespace patronat::ui {

class ChoiceButton;

/// A question with a few large answers under each other, and over it, where there is one, the reason for being asked.
class ChoicePage final : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        QString name; ///< of the button as an object
        QString picture;
        QString title;
        QString text;
        std::function<void()> run;
    };
    ChoicePage(const QString& question, const QString& why, std::vector<Choice> choices, QWidget* parent = nullptr);
    void setReason(const std::optional<ErrorText>& reason);
    void focusOn(std::size_t choice);

private:
    QFrame* m_reason;
    QLabel* m_reasonTitle;
    QLabel* m_reasonAdvice;
    std::vector<ChoiceButton*> m_buttons;
};

} // namespace patronat::ui
