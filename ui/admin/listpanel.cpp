// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/listpanel.h"

#include "core/access/writing.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr std::string_view kCodeType = "classifierCode";

} // namespace

ListPanel::ListPanel(Desk& desk, ListDeclaration list, std::function<Closing()> closing, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_closing(std::move(closing))
    , m_page(new ListPage(desk, std::move(list), nullptr))
    , m_close(new QPushButton)
    , m_refused(makeLabel(TextRole::Warning))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_page, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 10);
    foot->addWidget(m_close);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setWordWrap(true);
    m_refused->hide();
    foot->addWidget(m_refused, 1);
    connect(desk.whoWorks.get(), &WhoWorks::changed, m_refused, &QWidget::hide);
    foot->addStretch(1);
    layout->addLayout(foot);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setVisible(m_closing != nullptr);
    setFocusProxy(m_page->view());
    connect(m_page, &ListPage::opened, this, [this](const std::string& type, base::RecordId id) {
        if (mayKeep())
            Q_EMIT opened(type, id);
    });
    connect(m_page, &ListPage::created, this, [this](const std::string& type) {
        if (mayKeep())
            Q_EMIT created(type);
    });
    connect(m_page, &ListPage::failed, this, &ListPanel::failed);
    connect(m_close, &QPushButton::clicked, this, &ListPanel::close);
    const auto tell = [this] { Q_EMIT currentChanged(current()); };
    connect(m_page->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, tell);
    connect(&m_page->model(), &RecordListModel::pageLoaded, this, tell);
    auto* key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+D")), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ListPanel::close);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ListPanel::words);
    words();
}

void ListPanel::words()
{
    m_refused->setText(
        tr("Classifiers are kept by a methodist or an administrator: let one of them say who works here."));
    if (!m_closing)
        return;
    m_close->setText(m_closing().action);
    m_close->setToolTip(tr("Ctrl+D"));
}

/// Classifiers are kept by those whom the profile names (domain.md 2: методист): what they say is
/// said to every office.
bool ListPanel::mayKeep()
{
    const std::string& type = m_page->model().list().type;
    if (type != kCodeType)
        return true;
    const auto may = m_desk.store.read([&](const store::ReadTx& tx) -> base::Result<bool> {
        return access::mayWrite(tx, type, m_desk.author);
    });
    const bool isAllowed = may && *may;
    m_refused->setVisible(!isAllowed);
    if (!may)
        Q_EMIT failed(may.error());
    return isAllowed;
}

base::RecordId ListPanel::current() const
{
    return m_page->model().recordAt(m_page->view()->currentIndex().row());
}

void ListPanel::close()
{
    const base::RecordId id = current();
    if (id.isNull() || !m_closing || !mayKeep())
        return;
    auto* dialog = new CloseDialog(m_desk, m_page->model().list().type, id, m_closing(), this);
    dialog->open();
}

} // namespace patronat::ui
