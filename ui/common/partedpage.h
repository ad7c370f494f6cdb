// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTabWidget;
class QVBoxLayout;
class QHBoxLayout;
class QLabel;
class QWidget;

namespace patronat::ui {

enum class TabFocus
{
    Bar, ///< the tabs themselves
    Page ///< what the tab holds
};

/// Ctrl+PgDown and Ctrl+PgUp go through the tabs of a page, past those that cannot be entered, and round.
void walkTabsByKeys(QWidget* page, QTabWidget* tabs, TabFocus focus);

/// The head of a page with parts: its title, below it the facts in one line. Gives the place beside
/// the title, for badges.
QHBoxLayout* addPageHead(QVBoxLayout* page, QLabel* title, QLabel* facts);

} // namespace patronat::ui
