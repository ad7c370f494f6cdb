// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QFrame>

#include <functional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace patronat::ui {

class ViewMenu;

/// The column on the left: the places of the window, each on Alt and its number; below them who works here, whether
/// others are near, hiding, and the menu "View".
class Navigation final : public QFrame
{
    Q_OBJECT
public:
    /// `hasLists`: a place that is nothing but lists of the profile is there only when the profile has some for it.
    Navigation(Desk& desk, const std::function<bool(const QString& place)>& hasLists, QWidget* parent = nullptr);

    /// Shows where one is; asks for nothing.
    void mark(const QString& place);
    /// Empty: nobody has said who works here.
    void showWho(const QString& name);
    ViewMenu& view() { return *m_view; }

Q_SIGNALS:
    void placeChosen(const QString& place);
    void whoAsked();
    void hideAsked();

private:
    struct Place
    {
        QString id; ///< its icon's name too
        const char* words;
        bool isLists; ///< nothing but lists of the profile
        QToolButton* button = nullptr;
    };
    void addPlace(Place& place, int number);
    void addOwnButtons();
    void words();

    Desk& m_desk;
    std::vector<Place> m_places;
    QVBoxLayout* m_layout;
    QToolButton* m_who;
    QToolButton* m_mask;
    QToolButton* m_hide;
    QToolButton* m_settings;
    ViewMenu* m_view;
    QString m_name;
};

} // namespace patronat::ui
