// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/listsofplace.h"

#include "ui/cases/handoverdialog.h"
#include "ui/common/text.h"
#include "ui/lists/listpage.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace patronat::ui {

ListsOfPlace::ListsOfPlace(Desk& desk, std::vector<ListDeclaration> lists, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_lists(std::move(lists))
    , m_bar(new QTabBar)
    , m_pages(new QStackedWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setExpanding(false);
    for (const ListDeclaration& list : m_lists) {
        auto* page = new ListPage(desk, list, nullptr);
        page->setObjectName(QStringLiteral("list.") + shown(list.id));
        connect(page, &ListPage::opened, this, &ListsOfPlace::opened);
        connect(page, &ListPage::created, this, &ListsOfPlace::created);
        connect(page, &ListPage::draftOpened, this, &ListsOfPlace::draftOpened);
        connect(page, &ListPage::failed, this, &ListsOfPlace::failed);
        if (list.type == "family")
            addHandOver(page);
        m_bar->addTab(QString());
        m_pages->addWidget(page);
    }
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ListsOfPlace::words);
    words();
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    // Only in its place: shown without a parent it would be a window, and take the keys with it.
    m_bar->setVisible(m_bar->count() > 1);
}

/// Cases are handed over from the list as they are chosen there.
void ListsOfPlace::addHandOver(ListPage* page)
{
    page->addAction(
        QStringLiteral("handOver"), "handover",
        [] { return tr("Hand the chosen cases over to another of the staff…"); },
        [this](const std::vector<base::RecordId>& families) {
            auto* dialog = new HandOverDialog(m_desk, families, window());
            connect(dialog, &HandOverDialog::handedOver, this, &ListsOfPlace::said);
            dialog->open();
        });
}

void ListsOfPlace::words()
{
    m_bar->setAccessibleName(tr("Lists"));
    for (int at = 0; at < m_bar->count(); ++at)
        m_bar->setTabText(at, m_desk.languages.text(m_lists[static_cast<std::size_t>(at)].label));
}

void ListsOfPlace::showList(const QString& id)
{
    auto* page = m_pages->findChild<ListPage*>(QStringLiteral("list.") + id, Qt::FindDirectChildrenOnly);
    if (page == nullptr)
        return;
    m_bar->setCurrentIndex(m_pages->indexOf(page));
    page->view()->setFocus();
}

ListPage* ListsOfPlace::current() const
{
    return static_cast<ListPage*>(m_pages->currentWidget());
}

} // namespace patronat::ui
