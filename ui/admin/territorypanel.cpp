// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/territorypanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/recorddialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

const std::string kType = "territory";
constexpr std::array kLetters { 48, 16, 28, 16 };

} // namespace

TerritoryPanel::TerritoryPanel(Desk& desk, profile::Label title, std::function<Closing()> closing, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_label(std::move(title))
    , m_closing(std::move(closing))
    , m_tree(new TerritoryTree(desk, this))
    , m_found(new QSortFilterProxyModel(this))
    , m_title(makeLabel(TextRole::Title))
    , m_count(makeLabel(TextRole::Subtitle))
    , m_search(new QLineEdit)
    , m_add(new QPushButton)
    , m_close(new QPushButton)
    , m_view(new QTreeView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 10);
    layout->setSpacing(8);
    layout->addWidget(buildHead());
    m_found->setSourceModel(m_tree);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    m_view->setObjectName(QStringLiteral("territories"));
    m_view->setModel(m_found);
    m_view->setUniformRowHeights(true);
    m_view->header()->setHighlightSections(false);
    for (std::size_t i = 0; i < kLetters.size(); ++i)
        m_view->setColumnWidth(static_cast<int>(i), kLetters[i] * fontMetrics().averageCharWidth());
    m_view->installEventFilter(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(buildFoot());
    setFocusProxy(m_view);
    connect(m_search, &QLineEdit::textChanged, this, &TerritoryPanel::look);
    connect(m_add, &QPushButton::clicked, this, &TerritoryPanel::add);
    connect(m_close, &QPushButton::clicked, this, &TerritoryPanel::close);
    connect(m_view, &QTreeView::doubleClicked, this, &TerritoryPanel::openCurrent);
    connect(&desk.notifier, &StoreNotifier::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            load();
    });
    connect(&desk.languages, &LanguageSwitch::switched, this, &TerritoryPanel::words);
    auto* key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+D")), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &TerritoryPanel::close);
    words();
}

QWidget* TerritoryPanel::buildHead()
{
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_title);
    line->addWidget(m_count, 0, Qt::AlignBottom);
    line->addStretch(1);
    m_search->setObjectName(QStringLiteral("territories.search"));
    m_search->addAction(icon(QStringLiteral("search"), currentColours().muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(340);
    m_search->installEventFilter(this);
    line->addWidget(m_search);
    m_add->setIcon(icon(QStringLiteral("add"), currentColours().accentText));
    m_add->setProperty("primary", true);
    line->addWidget(m_add);
    return head;
}

QWidget* TerritoryPanel::buildFoot()
{
    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_close);
    line->addStretch(1);
    return foot;
}

void TerritoryPanel::words()
{
    m_title->setText(m_desk.languages.text(m_label));
    m_search->setPlaceholderText(tr("Name or code"));
    m_search->setAccessibleName(tr("Search among the territories"));
    m_add->setText(tr("Create"));
    m_add->setToolTip(tr("A new one under the chosen one (Insert)"));
    m_close->setText(m_closing().action);
    m_close->setToolTip(tr("Ctrl+D"));
    m_view->setAccessibleName(m_desk.languages.text(m_label));
    Q_EMIT m_tree->headerDataChanged(Qt::Horizontal, 0, TerritoryTree::ColumnCount - 1);
    m_view->viewport()->update();
}

void TerritoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        load();
}

void TerritoryPanel::load()
{
    m_isStale = false;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([](const store::ReadTx& tx) -> base::Result<std::vector<TerritoryLine>> {
                return territoryLines(tx);
            });
        },
        [this](base::Result<std::vector<TerritoryLine>> lines) {
            if (lines)
                show(std::move(*lines));
            else
                Q_EMIT failed(lines.error());
        });
}

void TerritoryPanel::show(std::vector<TerritoryLine> lines)
{
    const RecordId before = current();
    m_count->setText(QLocale().toString(static_cast<qlonglong>(lines.size())));
    m_tree->setLines(std::move(lines));
    look();
    choose(before);
}

void TerritoryPanel::look()
{
    const QString text = m_search->text().trimmed();
    m_found->setFilterFixedString(text);
    if (text.isEmpty())
        m_view->expandToDepth(0);
    else
        m_view->expandAll();
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_found->index(0, 0));
}

RecordId TerritoryPanel::current() const
{
    const TerritoryLine* line = m_tree->line(m_found->mapToSource(m_view->currentIndex()));
    return line == nullptr ? RecordId {} : line->id;
}

void TerritoryPanel::choose(RecordId id)
{
    const QModelIndex index = m_found->mapFromSource(m_tree->indexOf(id));
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void TerritoryPanel::openCurrent()
{
    if (current().isNull())
        return;
    auto* dialog = new RecordDialog(m_desk, kType, this);
    dialog->openRecord(current());
    dialog->open();
}

void TerritoryPanel::add()
{
    auto* dialog = new RecordDialog(m_desk, kType, this);
    base::Fields preset;
    if (!current().isNull())
        preset["parent"] = base::Value(current());
    dialog->openNew(std::move(preset));
    dialog->open();
}

void TerritoryPanel::close()
{
    if (current().isNull())
        return;
    auto* dialog = new CloseDialog(m_desk, kType, current(), m_closing(), this);
    dialog->open();
}

bool TerritoryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_search && (key == Qt::Key_Down || isEnter)) {
        m_view->setFocus();
        return true;
    }
    if (watched == m_view && isEnter) {
        openCurrent();
        return true;
    }
    if (watched == m_view && key == Qt::Key_Insert) {
        add();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui
