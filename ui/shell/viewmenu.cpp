// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewmenu.h"

#include "ui/common/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QTimer>

namespace patronat::ui {

namespace {

int textPercent(const Desk& desk)
{
    return desk.settings.value(QStringLiteral("textPercent"), 100).toInt();
}

} // namespace

void showScheme(Desk& desk, Scheme scheme)
{
    desk.settings.setValue(QStringLiteral("dark"), scheme == Scheme::Dark);
    applyTheme(*qApp, scheme, textPercent(desk));
}

ViewMenu::ViewMenu(Desk& desk, QWidget* parent)
    : QMenu(parent)
    , m_desk(desk)
{
    // After the menu has gone: one of its own actions asked for the other language.
    connect(&desk.languages, &LanguageSwitch::switched, this, &ViewMenu::fill, Qt::QueuedConnection);
    fill();
}

void ViewMenu::addOwn(QAction* action)
{
    m_added.push_back(action);
    addAction(action);
}

void ViewMenu::fill()
{
    for (QAction* action : m_added)
        removeAction(action);
    clear();
    for (auto* group : findChildren<QActionGroup*>())
        delete group;
    addLanguages();
    addSeparator();
    addSchemes();
    addSeparator();
    addSizes();
    addSeparator();
    addAction(ui::icon(QStringLiteral("undo")), tr("Undo the last saved change (Ctrl+Shift+Z)"), this, &ViewMenu::undoAsked);
    addActions({ m_added.begin(), m_added.end() });
}

void ViewMenu::addLanguages()
{
    auto* group = new QActionGroup(this);
    for (const QString& language : LanguageSwitch::available()) {
        QAction* action = addAction(LanguageSwitch::nameOf(language), this, [this, language] {
            m_desk.settings.setValue(QStringLiteral("language"), language);
            QTimer::singleShot(0, this, [this, language] { m_desk.languages.setLanguage(language); });
        });
        action->setCheckable(true);
        action->setChecked(language == m_desk.languages.language());
        group->addAction(action);
    }
}

void ViewMenu::addSchemes()
{
    auto* group = new QActionGroup(this);
    for (const Scheme scheme : { Scheme::Light, Scheme::Dark }) {
        QAction* action = addAction(
            scheme == Scheme::Light ? tr("Light") : tr("Dark"), this, [this, scheme] { showScheme(m_desk, scheme); });
        action->setCheckable(true);
        action->setChecked(scheme == currentScheme());
        group->addAction(action);
    }
}

void ViewMenu::addSizes()
{
    auto* group = new QActionGroup(this);
    for (const int percent : { 100, 125, 150 }) {
        QAction* action = addAction(tr("Texts %1 %").arg(percent), this, [this, percent] {
            m_desk.settings.setValue(QStringLiteral("textPercent"), percent);
            showScheme(m_desk, currentScheme());
        });
        action->setCheckable(true);
        action->setChecked(percent == textPercent(m_desk));
        group->addAction(action);
    }
}

} // namespace patronat::ui
