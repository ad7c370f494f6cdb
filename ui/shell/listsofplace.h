// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/desk.h"
#include "ui/lists/listdeclaration.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace patronat::ui {

class ListPage;

/// A place that is nothing but lists of the profile: one, or several side by side on top.
class ListsOfPlace final : public QWidget
{
    Q_OBJECT
public:
    ListsOfPlace(Desk& desk, std::vector<ListDeclaration> lists, QWidget* parent = nullptr);

    void showList(const QString& id);
    ListPage* current() const;

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void draftOpened(const store::Draft& draft);
    void created(const std::string& type);
    void failed(const base::Error& error);
    void said(const QString& words);

private:
    void addHandOver(ListPage* page);
    void words();

    Desk& m_desk;
    std::vector<ListDeclaration> m_lists;
    QTabBar* m_bar;
    QStackedWidget* m_pages;
};

} // namespace patronat::ui
