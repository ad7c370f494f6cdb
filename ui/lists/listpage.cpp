// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kPauseMs = 120;
constexpr int kCellMargin = 18;
constexpr int kMostLetters = 22;

} // namespace

ListPage::ListPage(Desk& desk, ListDeclaration list, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new RecordListModel(desk, std::move(list), this))
    , m_title(makeLabel(TextRole::Title))
    , m_count(makeLabel(TextRole::Subtitle))
    , m_search(new QLineEdit)
    , m_add(new QPushButton)
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
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ListPage::ask);
    connect(m_model, &RecordListModel::loaded, this, &ListPage::count);
    connect(m_model, &RecordListModel::failed, this, &ListPage::failed);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ListPage::words);
    words();
    ask();
}

void ListPage::buildHead()
{
    auto* line = new QHBoxLayout;
    line->addWidget(m_title);
    line->addWidget(m_count, 0, Qt::AlignBottom);
    line->addStretch(1);
    m_search->addAction(icon(QStringLiteral("search"), currentColours().muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(340);
    m_search->installEventFilter(this);
    line->addWidget(m_search);
    m_add->setIcon(icon(QStringLiteral("add"), currentColours().accentText));
    m_add->setProperty("primary", true);
    line->addWidget(m_add);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(4);
    for (const ListFilter& filter : m_model->list().filters) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setObjectName(shown(filter.id));
        connect(button, &QToolButton::toggled, this, &ListPage::ask);
        filters->addWidget(button);
        // "Mine" means nothing as long as nobody has said who works here.
        if (m_desk.author.isNull() && filter.sql.find(":author") != std::string::npos)
            button->hide();
        m_filters.push_back(button);
    }
    filters->addStretch(1);
    if (!m_filters.empty())
        static_cast<QVBoxLayout*>(layout())->addLayout(filters);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause->start(); });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT created(m_model->list().type); });
}

void ListPage::buildView()
{
    m_view->setModel(m_model);
    makeRowTable(m_view);
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
            m_view->horizontalHeader()->setSortIndicator(i, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_model->ask(request);
    m_view->setSortingEnabled(true);
    connect(m_view, &QTableView::doubleClicked, this, &ListPage::openCurrent);
    const auto remember = [this] { rememberColumns(); };
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, remember);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionMoved, this, remember);
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
    for (std::size_t i = 0; i < m_filters.size(); ++i)
        m_filters[i]->setText(languages.text(m_model->list().filters[i].label));
    m_nothing->setText(tr("Nothing is found. Try fewer letters or switch a filter off."));
    count();
}

void ListPage::ask()
{
    ListRequest request = m_model->request();
    request.search = typed(m_search->text());
    request.filters.clear();
    for (std::size_t i = 0; i < m_filters.size(); ++i)
        if (m_filters[i]->isChecked())
            request.filters.insert(m_model->list().filters[i].id);
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

bool ListPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && (key->key() == Qt::Key_Down || isEnter)) {
        m_view->setFocus();
        if (isEnter && m_model->rowCount() == 1)
            openCurrent();
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

void ListPage::rememberColumns()
{
    m_desk.settings.setValue(QStringLiteral("lists/") + shown(m_model->list().id),
        m_view->horizontalHeader()->saveState());
}

void ListPage::restoreColumns()
{
    const QByteArray state
        = m_desk.settings.value(QStringLiteral("lists/") + shown(m_model->list().id)).toByteArray();
    if (!state.isEmpty() && m_view->horizontalHeader()->restoreState(state))
        return;
    const int letter = fontMetrics().averageCharWidth();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const ListColumn& column = m_model->list().columns[static_cast<std::size_t>(i)];
        const int head = fontMetrics().horizontalAdvance(m_model->headerData(i, Qt::Horizontal).toString());
        m_view->setColumnWidth(i, std::max(m_model->letters(column, kMostLetters) * letter, head) + kCellMargin);
    }
}

} // namespace patronat::ui
