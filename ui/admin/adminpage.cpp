// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/adminpage.h"

#include "ui/admin/bodiespanel.h"
#include "ui/admin/installationpanel.h"
#include "ui/admin/listpanel.h"
#include "ui/admin/territorypanel.h"
#include "ui/admin/userspanel.h"
#include "ui/common/text.h"
#include "ui/intake/intakepage.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

/// The order one meets them in when an office begins; other lists of the profile come after.
constexpr std::array kOrder { "staff", "organisation", "territory", "body" };

std::size_t rankOf(const std::string& type)
{
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), type) - kOrder.begin());
}

} // namespace

AdminPage::AdminPage(Desk& desk, const std::vector<ListDeclaration>& lists, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_bar(new QTabBar)
    , m_pages(new QStackedWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setExpanding(false);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    std::vector<ListDeclaration> ordered = lists;
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const ListDeclaration& a, const ListDeclaration& b) { return rankOf(a.type) < rankOf(b.type); });
    const auto users = [this] {
        auto* panel = new UsersPanel(m_desk, nullptr);
        connect(panel, &UsersPanel::failed, this, &AdminPage::failed);
        connect(panel, &UsersPanel::stateChanged, this, &AdminPage::stateChanged);
        addPanel(QStringLiteral("users"), panel, [] { return tr("Users"); });
    };
    bool hasUsers = false;
    for (const ListDeclaration& list : ordered) {
        if (list.type != "staff" && !hasUsers) {
            users();
            hasUsers = true;
        }
        addList(list);
    }
    if (!hasUsers)
        users();
    auto* intake = new IntakePage(desk, nullptr);
    connect(intake, &IntakePage::stateChanged, this, &AdminPage::stateChanged);
    addPanel(QStringLiteral("intake"), intake, [] { return tr("Loading a list"); });
    auto* installation = new InstallationPanel(desk, nullptr);
    connect(installation, &InstallationPanel::failed, this, &AdminPage::failed);
    addPanel(QStringLiteral("installation"), installation, [] { return tr("This installation"); });
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&desk.languages, &LanguageSwitch::switched, this, &AdminPage::words);
    setFocusProxy(m_bar);
    words();
}

template <typename Panel>
void AdminPage::connectPanel(Panel* panel)
{
    connect(panel, &Panel::opened, this, &AdminPage::opened);
    connect(panel, &Panel::created, this, &AdminPage::created);
    connect(panel, &Panel::failed, this, &AdminPage::failed);
}

void AdminPage::addList(const ListDeclaration& list)
{
    const auto words = [this, label = list.label] { return m_desk.languages.text(label); };
    const QString id = shown(list.id);
    if (list.type == "territory") {
        auto* panel = new TerritoryPanel(m_desk, list.label, closingOf(list.type), nullptr);
        connect(panel, &TerritoryPanel::failed, this, &AdminPage::failed);
        addPanel(id, panel, words);
        return;
    }
    if (list.type == "body") {
        auto* panel = new BodiesPanel(m_desk, list, closingOf(list.type), nullptr);
        connectPanel(panel);
        addPanel(id, panel, words);
        return;
    }
    auto* panel = new ListPanel(m_desk, list, closingOf(list.type), nullptr);
    connectPanel(panel);
    addPanel(id, panel, words);
}

void AdminPage::addPanel(const QString& id, QWidget* panel, std::function<QString()> words)
{
    panel->setObjectName(QStringLiteral("admin.") + id);
    m_bar->addTab(QString());
    m_pages->addWidget(panel);
    m_tabs.push_back({ id, std::move(words) });
}

std::function<Closing()> AdminPage::closingOf(const std::string& type) const
{
    if (type == "staff")
        return [] { return Closing { tr("Dismiss from a day…"), tr("The last day of work:"), "to" }; };
    if (type == "classifierCode")
        return [] { return Closing { tr("Close from a day…"), tr("The last day of this entry:"), "validTo" }; };
    if (type == "body")
        return [] { return Closing { tr("Dissolve from a day…"), tr("The last day of the body:"), "to" }; };
    if (type == "organisation")
        return [] { return Closing { tr("Close from a day…"), tr("The last day of the organisation:"), "validTo" }; };
    if (type == "territory")
        return [] { return Closing { tr("Close from a day…"), tr("The last day of the territory:"), "validTo" }; };
    return nullptr;
}

void AdminPage::words()
{
    m_bar->setAccessibleName(tr("Administration"));
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        m_bar->setTabText(static_cast<int>(i), m_tabs[i].words());
}

QWidget* AdminPage::panel(const QString& id) const
{
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        if (m_tabs[i].id == id)
            return m_pages->widget(static_cast<int>(i));
    return nullptr;
}

void AdminPage::showPanel(const QString& id)
{
    if (QWidget* found = panel(id))
        m_bar->setCurrentIndex(m_pages->indexOf(found));
}

void AdminPage::focusSearch()
{
    QWidget* current = m_pages->currentWidget();
    if (auto* tree = qobject_cast<TerritoryPanel*>(current))
        tree->search()->setFocus(Qt::ShortcutFocusReason);
    else if (auto* list = current->findChild<ListPage*>())
        list->focusSearch();
}

} // namespace patronat::ui
