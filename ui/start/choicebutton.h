// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace patronat::ui {

/// One of a few large choices: a picture, what it is, and a sentence about it. Up and Down go to the next one.
class ChoiceButton final : public QPushButton
{
    Q_OBJECT
public:
    ChoiceButton(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_text;
};

} // namespace patronat::ui
