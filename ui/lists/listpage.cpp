// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/lists/draftsfound.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listoutput.h"
#include "ui/lists/listpreview.h"
#include "ui/lists/removeddialog.h"
#include "ui/lists/savedfiltersdialog.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kPauseMs = 120;

} // namespace

ListPage::ListPage(Desk& desk, ListDeclaration list, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new RecordListModel(desk, std::move(list), this))
    , m_title(makeLabel(TextRole::Title))
    , m_count(makeLabel(TextRole::Subtitle))
    , m_search(new QLineEdit)
    , m_add(new QPushButton)
    , m_filters(new FilterBar(desk, m_model->list(), nullptr))
    , m_saved(new QToolButton)
    , m_drafts(new DraftsFound(desk, nullptr))
    , m_gone(makeLabel(TextRole::Warning))
    , m_columnsButton(new QToolButton)
    , m_more(new QToolButton)
    , m_removed(new QToolButton)
    , m_output(new ListOutput(desk, nullptr))
    , m_failure(new ReadFailure(desk.languages))
    , m_view(new QTableView)
    , m_nothing(makeLabel(TextRole::Muted))
    , m_pause(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    buildHead();
    layout->addWidget(m_failure);
    buildView();
    layout->addWidget(m_view, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_nothing);
    m_nothing->hide();
    layout->addWidget(m_output);
    connect(m_output, &ListOutput::failed, this, &ListPage::failed);
    auto* printKey = new QShortcut(QKeySequence::Print, this);
    printKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(printKey, &QShortcut::activated, this, &ListPage::print);
    auto* savedKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this);
    savedKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(savedKey, &QShortcut::activated, this, &ListPage::openSaved);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ListPage::ask);
    connect(m_model, &RecordListModel::loaded, this, &ListPage::count);
    connect(m_model, &RecordListModel::loaded, this, &ListPage::openFound);
    connect(m_model, &RecordListModel::pageLoaded, this, &ListPage::openFound);
    connect(m_model, &RecordListModel::pageLoaded, this, [this] { m_columns->measure(); });
    connect(m_model, &RecordListModel::aboutToReorder, this, &ListPage::keepPlace);
    connect(m_model, &RecordListModel::reordered, this, &ListPage::restorePlace);
    connect(m_model, &RecordListModel::failed, m_failure,
        [this](const base::Error& error) { m_failure->show(error); });
    connect(m_model, &RecordListModel::loaded, m_failure, &ReadFailure::clear);
    connect(m_failure, &ReadFailure::again, this, [this] {
        m_model->again();
        m_filters->loadOptions();
    });
    connect(&desk.languages, &LanguageSwitch::switched, this, &ListPage::words);
    words();
    ask();
}

ListPage::~ListPage() = default;

void ListPage::buildHead()
{
    auto* line = m_head = new QHBoxLayout;
    line->addWidget(m_title);
    line->addWidget(m_count, 0, Qt::AlignBottom);
    line->addStretch(1);
    m_search->addAction(
        icon(QStringLiteral("search"), currentColours().muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(340);
    m_search->installEventFilter(this);
    line->addWidget(m_search);
    m_add->setIcon(icon(QStringLiteral("add"), currentColours().accentText));
    m_add->setProperty("primary", true);
    buildActions(line);
    line->addWidget(m_add);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    layout()->addWidget(m_filters);
    m_filters->setVisible(!m_model->list().filters.empty());
    m_gone->setObjectName(QStringLiteral("goneFilters"));
    m_gone->setWordWrap(true);
    m_gone->hide();
    layout()->addWidget(m_gone);
    layout()->addWidget(m_drafts);
    connect(m_drafts, &DraftsFound::opened, this, &ListPage::draftOpened);
    connect(m_filters, &FilterBar::changed, m_gone, &QWidget::hide);
    connect(m_filters, &FilterBar::gone, this, [this](const QStringList& words) {
        m_gone->setText(tr("No longer offered, so the list is shown without it: %1")
                            .arg(m_desk.privacy.veiled(words.join(QStringLiteral("; ")))));
        m_gone->show();
    });
    connect(m_filters, &FilterBar::changed, this, &ListPage::ask);
    connect(m_filters, &FilterBar::failed, this, &ListPage::failed);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_opensFound = false;
        m_pause->start();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT created(m_model->list().type); });
}

void ListPage::buildActions(QLayout* line)
{
    m_saved->setIcon(icon(QStringLiteral("filter")));
    m_saved->setObjectName(QStringLiteral("savedFiltersButton"));
    if (m_model->list().filters.empty())
        m_saved->hide(); // shown it would be a window of its own: it stands in none yet
    m_saved->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(m_saved);
    connect(m_saved, &QToolButton::clicked, this, &ListPage::openSaved);
    m_columnsButton->setIcon(icon(QStringLiteral("list")));
    m_columnsButton->setObjectName(QStringLiteral("columns"));
    m_more->setIcon(icon(QStringLiteral("print")));
    m_more->setObjectName(QStringLiteral("output"));
    for (QToolButton* button : { m_columnsButton, m_more }) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMenu(new QMenu(button));
        line->addWidget(button);
    }
    m_removed->setIcon(icon(QStringLiteral("undo")));
    m_removed->setObjectName(QStringLiteral("removed"));
    m_removed->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(m_removed);
    connect(m_removed, &QToolButton::clicked, this,
        [this] { (new RemovedDialog(m_desk, m_model->list().type, window()))->open(); });
    connect(m_columnsButton->menu(), &QMenu::aboutToShow, this, [this] {
        m_columnsButton->menu()->clear();
        m_columns->fillMenu(*m_columnsButton->menu());
    });
}

void ListPage::addAction(const QString& name, const char* iconName, std::function<QString()> words,
    std::function<void(const std::vector<base::RecordId>&)> run)
{
    auto* button = new QToolButton;
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_head->insertWidget(m_head->indexOf(m_add), button);
    connect(button, &QToolButton::clicked, this, [this, run = std::move(run)] { withChosen(run); });
    m_actions.emplace_back(button, std::move(words));
    this->words();
}

/// Read anew: of many lines only those in sight are held.
void ListPage::withChosen(std::function<void(const std::vector<base::RecordId>&)> run)
{
    std::vector<int> lines;
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        lines.push_back(row.row());
    if (lines.empty())
        lines.push_back(m_view->currentIndex().row());
    std::sort(lines.begin(), lines.end());
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, list = m_model->list(), numbers = m_model->rowNumbers(lines), viewer = m_desk.author](base::Job&) {
            return store.read(
                [&](const store::ReadTx& tx) -> base::Result<std::vector<base::RecordId>> {
                    std::vector<base::RecordId> out;
                    for (const ListRow& row : listRows(tx, list, numbers, viewer))
                        if (!row.id.isNull())
                            out.push_back(row.id);
                    return out;
                });
        },
        [this, run = std::move(run)](const base::Result<std::vector<base::RecordId>>& chosen) {
            if (!chosen)
                Q_EMIT failed(chosen.error());
            else if (!chosen->empty())
                run(*chosen);
        });
}

void ListPage::columnMenu(int column, QPoint place)
{
    if (column < 0)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Column “%1”").arg(m_columns->name(column)));
    m_columns->fillMenu(*menu, column);
    menu->popup(place);
}

void ListPage::outputMenu()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    menu->addAction(
        icon(QStringLiteral("print")), tr("Print the list… (Ctrl+P)"), this, &ListPage::print);
    menu->addAction(icon(QStringLiteral("export")), tr("Export as a spreadsheet (XLSX)…"), this,
        [this] { m_output->askWhere(paper(), ListFormat::Xlsx); });
    menu->addAction(icon(QStringLiteral("export")), tr("Export as text (CSV)…"), this,
        [this] { m_output->askWhere(paper(), ListFormat::Csv); });
}

void ListPage::openSaved()
{
    if (m_model->list().filters.empty())
        return;
    auto* dialog = new SavedFiltersDialog(m_desk, m_model->list().id, m_filters->state(), window());
    connect(dialog, &SavedFiltersDialog::chosen, this, [this](const SavedFilter& filter) {
        m_filters->restore(filter.state);
        m_view->setFocus();
    });
    dialog->open();
}

ListPaper ListPage::paper() const
{
    const LanguageSwitch& languages = m_desk.languages;
    ListPaper paper { std::make_shared<const ListDeclaration>(m_model->list()), m_model->request(),
        {}, m_model->cellText(), {}, typed(languages.text(m_model->list().label)),
        m_desk.store.site().name, typed(m_filters->inWords()), {}, typed(languages.language()) };
    const QHeaderView* header = m_view->horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        if (header->isSectionHidden(column))
            continue;
        paper.columns.push_back(static_cast<std::size_t>(column));
        paper.labels.push_back(typed(m_model->headerData(column, Qt::Horizontal).toString()));
    }
    const QString search = m_search->text().trimmed();
    if (!search.isEmpty()) {
        const QString looked = tr("search: %1").arg(m_desk.privacy.veiled(search));
        paper.filters += (paper.filters.empty() ? "" : "; ") + typed(looked);
    }
    if (m_desk.privacy.isMasking())
        paper.remark = typed(tr("Names and addresses are hidden"));
    return paper;
}

void ListPage::print()
{
    auto* preview = new ListPreview(m_desk, paper(), window());
    preview->open();
}

void ListPage::buildView()
{
    m_view->setModel(m_model);
    makeRowTable(m_view);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_columns = new ListColumns(m_desk, *m_model, *m_view, this);
    connect(m_view, &QTableView::doubleClicked, this, &ListPage::openCurrent);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    QHeaderView* header = m_view->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        columnMenu(header->logicalIndexAt(at), header->mapToGlobal(at));
    });
}

void ListPage::words()
{
    const LanguageSwitch& languages = m_desk.languages;
    const profile::RecordType* type = m_desk.profile().type(m_model->list().type);
    m_title->setText(languages.text(m_model->list().label));
    m_search->setPlaceholderText(tr("Name, number, phone or a word of a text"));
    m_search->setAccessibleName(tr("Search in the list"));
    m_add->setText(tr("Create"));
    m_add->setToolTip(tr("%1: new (Insert)").arg(languages.text(type->label)));
    m_view->setAccessibleName(languages.text(m_model->list().label));
    m_columnsButton->setAccessibleName(tr("Columns"));
    m_columnsButton->setToolTip(tr("Columns: which are shown, their order, widths and sorting"));
    m_saved->setAccessibleName(tr("Saved filters"));
    m_saved->setToolTip(tr("Saved filters: name what is set, set what was named (Ctrl+Shift+F)"));
    m_more->setAccessibleName(tr("Print and export"));
    m_more->setToolTip(tr("Print and export what is shown"));
    for (const auto& [button, words] : m_actions) {
        button->setAccessibleName(words());
        button->setToolTip(words());
    }
    m_removed->setAccessibleName(tr("Removed records"));
    m_removed->setToolTip(tr("What was removed from this list, to be brought back"));
    outputMenu();
    m_columns->measureAnew(); // the heads and the words of lists are others
    m_nothing->setText(tr("Nothing is found. Try fewer letters or switch a filter off."));
    count();
}

void ListPage::ask()
{
    ListRequest request = m_model->request();
    request.search = typed(m_search->text());
    m_filters->into(request);
    if (request.search != m_model->request().search)
        m_drafts->look(m_search->text());
    m_model->ask(std::move(request));
}

void ListPage::count()
{
    const QLocale locale;
    m_count->setText(m_model->isLoading() ? QString() : locale.toString(m_model->rowCount()));
    const bool isEmpty = m_model->rowCount() == 0 && !m_model->isLoading();
    m_nothing->setVisible(isEmpty);
    if (m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void ListPage::keepPlace()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isSeen
        = current.isValid() && m_view->viewport()->rect().intersects(m_view->visualRect(current));
    const int top = std::max(m_view->rowAt(0), 0);
    m_anchor = isSeen ? current : m_model->index(top, 0);
    m_aboveAnchor = m_anchor.row() - top;
}

void ListPage::restorePlace()
{
    m_view->doItemsLayout(); // the bar must know the new length before it is put
    m_view->verticalScrollBar()->setValue(m_anchor.row() - m_aboveAnchor);
    m_anchor = QModelIndex();
}

void ListPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListPage::openCurrent()
{
    const base::RecordId id = m_model->recordAt(m_view->currentIndex().row());
    if (!id.isNull())
        Q_EMIT opened(m_model->list().type, id);
}

/// What Enter in the search asked for, as soon as it is known what was found.
void ListPage::openFound()
{
    if (!m_opensFound || m_model->isLoading())
        return;
    if (m_model->rowCount() == 0) {
        m_opensFound = false; // the page says that nothing is found
        return;
    }
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    if (m_model->recordAt(m_view->currentIndex().row()).isNull())
        return; // its page is on its way
    m_opensFound = false;
    m_view->setFocus();
    openCurrent();
}

bool ListPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        m_columns->fit();
    if (event->type() == QEvent::ContextMenu && watched == m_view->viewport()) {
        const auto* asked = static_cast<QContextMenuEvent*>(event);
        columnMenu(m_view->columnAt(asked->pos().x()), asked->globalPos());
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && isEnter && !m_search->text().trimmed().isEmpty()) {
        m_opensFound = true;
        if (m_pause->isActive()) {
            m_pause->stop();
            ask();
        }
        openFound();
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Down || isEnter)) {
        m_view->setFocus();
        return true;
    }
    if (watched == m_view && isEnter) {
        openCurrent();
        return true;
    }
    const bool asksMenu = key->key() == Qt::Key_Menu
        || (key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier);
    if (watched == m_view && asksMenu) {
        const int column = m_view->currentIndex().column();
        const QHeaderView* header = m_view->horizontalHeader();
        columnMenu(column,
            header->mapToGlobal(QPoint(header->sectionViewportPosition(column), header->height())));
        return true;
    }
    if (watched == m_view && key->key() == Qt::Key_Insert) {
        Q_EMIT created(m_model->list().type);
        return true;
    }
    // Whoever begins to type in a list looks for something.
    if (watched == m_view && !key->text().isEmpty() && key->text().front().isLetterOrNumber()
        && (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier) {
        m_search->setFocus();
        m_search->setText(key->text());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui
