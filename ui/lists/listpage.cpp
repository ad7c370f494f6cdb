// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listoutput.h"
#include "ui/lists/listpreview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
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
constexpr int kCellMargin = 18;
constexpr int kMostLetters = 22;
constexpr int kLongLetters = 20; ///< names, addresses, titles
constexpr int kLeastPercent = 88; ///< of its width such a column keeps

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
    , m_columns(new QToolButton)
    , m_more(new QToolButton)
    , m_output(new ListOutput(desk, nullptr))
    , m_view(new QTableView)
    , m_nothing(makeLabel(TextRole::Muted))
    , m_pause(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    buildHead();
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
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ListPage::ask);
    connect(m_model, &RecordListModel::loaded, this, &ListPage::count);
    connect(m_model, &RecordListModel::loaded, this, &ListPage::openFound);
    connect(m_model, &RecordListModel::pageLoaded, this, &ListPage::openFound);
    connect(m_model, &RecordListModel::aboutToReorder, this, &ListPage::keepPlace);
    connect(m_model, &RecordListModel::reordered, this, &ListPage::restorePlace);
    connect(m_model, &RecordListModel::failed, this, &ListPage::failed);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ListPage::words);
    words();
    ask();
}

ListPage::~ListPage()
{
    m_view->horizontalHeader()->disconnect(this); // its end is told as widths that change
}

void ListPage::buildHead()
{
    auto* line = new QHBoxLayout;
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
    connect(m_filters, &FilterBar::changed, this, &ListPage::ask);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_opensFound = false;
        m_pause->start();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT created(m_model->list().type); });
}

void ListPage::buildActions(QLayout* line)
{
    m_columns->setIcon(icon(QStringLiteral("list")));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_more->setIcon(icon(QStringLiteral("print")));
    m_more->setObjectName(QStringLiteral("output"));
    for (QToolButton* button : { m_columns, m_more }) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMenu(new QMenu(button));
        line->addWidget(button);
    }
    connect(m_columns->menu(), &QMenu::aboutToShow, this, &ListPage::columnMenu);
}

void ListPage::columnMenu()
{
    QMenu* menu = m_columns->menu();
    menu->clear();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        QAction* action = menu->addAction(m_model->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool on) { showColumn(i, on); });
    }
}

void ListPage::showColumn(int column, bool isShown)
{
    QHeaderView* header = m_view->horizontalHeader();
    if (!isShown && header->count() - header->hiddenSectionCount() <= 1)
        return;
    {
        const QScopedValueRollback fitting(
            m_isFitting, true); // a column that is hidden is told as made narrow
        m_view->setColumnHidden(column, !isShown);
    }
    fitColumns();
    rememberColumns();
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
    m_view->horizontalHeader()->setSectionsMovable(true);
    m_view->installEventFilter(this);
    restoreColumns();
    // The arrow stands where the profile sorts; sorting begins with the first press.
    const std::string& sort = m_model->list().sort;
    const bool isDescending = sort.starts_with('-');
    ListRequest request;
    request.sort = isDescending ? sort.substr(1) : sort;
    request.isDescending = isDescending;
    for (int i = 0; i < m_model->columnCount(); ++i)
        if (m_model->list().columns[static_cast<std::size_t>(i)].id == request.sort)
            m_view->horizontalHeader()->setSortIndicator(
                i, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_model->ask(request);
    m_view->setSortingEnabled(true);
    connect(m_view, &QTableView::doubleClicked, this, &ListPage::openCurrent);
    m_view->viewport()->installEventFilter(this);
    connect(
        m_view->horizontalHeader(), &QHeaderView::sectionResized, this, &ListPage::columnResized);
    connect(
        m_view->horizontalHeader(), &QHeaderView::sectionMoved, this, &ListPage::rememberColumns);
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
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Columns: which are shown"));
    m_more->setAccessibleName(tr("Print and export"));
    m_more->setToolTip(tr("Print and export what is shown"));
    outputMenu();
    m_nothing->setText(tr("Nothing is found. Try fewer letters or switch a filter off."));
    count();
}

void ListPage::ask()
{
    ListRequest request = m_model->request();
    request.search = typed(m_search->text());
    m_filters->into(request);
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
        fitColumns();
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

void ListPage::columnResized(int column)
{
    const QHeaderView* header = m_view->horizontalHeader();
    int last = header->count() - 1;
    while (last >= 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    // The last one takes what is left whenever the window changes.
    if (m_isFitting || header->visualIndex(column) == last)
        return;
    m_wishes.clear(); // whoever draws a column wants it so
    rememberColumns();
}

void ListPage::rememberColumns()
{
    const QString key = QStringLiteral("lists/") + shown(m_model->list().id);
    m_desk.settings.setValue(key, m_view->horizontalHeader()->saveState());
    m_desk.settings.setValue(key + QStringLiteral(".columns"), columnIds());
    m_desk.settings.setValue(key + QStringLiteral(".drawn"), m_wishes.empty());
}

QString ListPage::columnIds() const
{
    QStringList ids;
    for (const ListColumn& column : m_model->list().columns)
        ids += shown(column.id);
    return ids.join(QLatin1Char(' '));
}

void ListPage::restoreColumns()
{
    const QString key = QStringLiteral("lists/") + shown(m_model->list().id);
    const QByteArray state = m_desk.settings.value(key).toByteArray();
    // Widths of other columns than those of today's profile would hide or swap what they were not
    // meant for.
    const bool isOfThese
        = m_desk.settings.value(key + QStringLiteral(".columns")).toString() == columnIds();
    const bool isRestored
        = !state.isEmpty() && isOfThese && m_view->horizontalHeader()->restoreState(state);
    if (isRestored && m_desk.settings.value(key + QStringLiteral(".drawn")).toBool())
        return;
    const int letter = fontMetrics().averageCharWidth();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const ListColumn& column = m_model->list().columns[static_cast<std::size_t>(i)];
        const int head
            = fontMetrics().horizontalAdvance(m_model->headerData(i, Qt::Horizontal).toString());
        const bool isDate
            = column.kind == ListColumn::Kind::Date || column.kind == ListColumn::Kind::Deadline;
        const int content = isDate ? fontMetrics().horizontalAdvance(QStringLiteral(" 00.00.0000 "))
                                   : m_model->letters(column, kMostLetters) * letter;
        const int natural = std::max(content, head);
        // A date or a number is read whole or not at all; of a name or an address a part tells
        // which it is.
        const bool isLong = column.kind == ListColumn::Kind::Text && column.width >= kLongLetters;
        const int least = isLong ? std::max(natural * kLeastPercent / 100, head) : natural;
        m_wishes.push_back({ natural + kCellMargin, least + kCellMargin });
    }
    fitColumns();
}

void ListPage::fitColumns()
{
    if (m_wishes.empty())
        return;
    const QHeaderView* header = m_view->horizontalHeader();
    std::vector<int> columns;
    std::vector<ColumnWish> wishes;
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        if (header->isSectionHidden(column))
            continue;
        columns.push_back(column);
        wishes.push_back(m_wishes[static_cast<std::size_t>(column)]);
    }
    const std::vector<int> widths = fittedWidths(wishes, m_view->viewport()->width());
    const QScopedValueRollback fitting(m_isFitting, true);
    for (std::size_t i = 0; i < columns.size(); ++i)
        m_view->setColumnWidth(columns[i], widths[i]);
}

} // namespace patronat::ui
