// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTabWidget;
class QVBoxLayout;
class QLabel;
class QWidget;

namespace patronat::ui {

class FlowLayout;

enum class TabFocus
{
    Bar, ///< the tabs themselves
    Page ///< what the tab holds
};

/// Ctrl+PgDown and Ctrl+PgUp go through the tabs of a page, past those that cannot be entered, and
/// round.
void walkTabsByKeys(QWidget* page, QTabWidget* tabs, TabFocus focus);

/// The head of a page with parts: its title, below it the facts. Gives the place of the title;
/// badges are added to it and go on below where the line is full.
FlowLayout* addPageHead(QVBoxLayout* page, QLabel* title, QLabel* facts);

/// Takes away what was added beside the title.
void clearBadges(FlowLayout* head);

} // namespace patronat::ui
