// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// What stands over the whole of one window while everything is hidden, and the way back.
class HideScreen final : public QWidget
{
    Q_OBJECT
public:
    explicit HideScreen(QWidget* window);

    /// Over all that is in the window now.
    void cover();
    /// A window that waits for a dialog of its own is brought back from that dialog.
    void setWayBack(bool isShown);
    void takeFocus();

Q_SIGNALS:
    void backAsked();

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
