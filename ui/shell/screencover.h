// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <vector>

class QKeyEvent;
class QWidget;

namespace patronat::ui {

class HideScreen;

/// Hides everything of the program at one key, Ctrl+L, so that nobody who comes by reads anything:
/// from anywhere, also over dialogs and while something is being typed. Each window gets a cover
/// over all that is in it; what is below gets neither keys nor the mouse, and programs of
/// assistance are told nothing of it. It is not told that the focus has gone, either: nothing ends,
/// is judged or is chosen because somebody came in, and typing goes on at the letter where it was.
class ScreenCover final : public QObject
{
    Q_OBJECT
public:
    /// `window`: whose title all windows bear while they are hidden.
    explicit ScreenCover(QWidget* window);
    ~ScreenCover() override;

    void cover();
    void uncover();
    bool isStanding() const { return m_isStanding; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Below
    {
        QPointer<QWidget> window;
        QPointer<HideScreen> cover;
        QPointer<QWidget> focus; ///< what had it within the window, and gets it back
        QString title;
    };
    void coverWindow(QWidget* window);
    void uncoverWindow(Below& one);
    void showWaysBack();
    void keepFocus();
    Below* belowOf(const QWidget* window);
    bool keyPressed(const QKeyEvent& key, bool isWindows);
    bool focusMoves(QWidget& widget, QEvent& event);
    bool windowChanges(QWidget& widget, QEvent& event);
    bool isKept(QObject* watched, QEvent& event);
    void tellLost();

    QWidget* m_window;
    std::vector<Below> m_below;
    QPointer<QWidget> m_untold; ///< lost the focus to a cover, and does not know
    int m_pressed = 0; ///< the key that brings everything back when it is let go
    bool m_isStanding = false;
    bool m_isTelling = false;
};

} // namespace patronat::ui
