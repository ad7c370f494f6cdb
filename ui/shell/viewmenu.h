// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/common/theme.h"

#include <QMenu>

#include <vector>

namespace patronat::ui {

/// The menu "View": language, light or dark, size of texts, undo, and what whoever made the window adds. Made anew in
/// each language.
class ViewMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit ViewMenu(Desk& desk, QWidget* parent = nullptr);
    /// Below what the menu holds anyway; the action stays its owner's.
    void addOwn(QAction* action);

Q_SIGNALS:
    void undoAsked();

private:
    void fill();
    void addLanguages();
    void addSchemes();
    void addSizes();

    Desk& m_desk;
    std::vector<QAction*> m_added;
};

/// Shows everything in the scheme, in the size of texts that the settings say, and remembers the scheme.
void showScheme(Desk& desk, Scheme scheme);

} // namespace patronat::ui
