// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// Covers the whole window at one key, so that nobody who comes by reads anything. A press or a key brings it back.
class HideScreen final : public QWidget
{
    Q_OBJECT
public:
    explicit HideScreen(QWidget* window);
    void cover();

Q_SIGNALS:
    void uncovered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void words();
    QLabel* m_text;
    QPushButton* m_back;
};

} // namespace patronat::ui
