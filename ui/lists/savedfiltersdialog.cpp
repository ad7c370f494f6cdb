// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/savedfiltersdialog.h"

#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

namespace {

constexpr int kLongestName = 80;

QPushButton* addButton(QHBoxLayout* line, const QString& words, const char* name)
{
    auto* button = new QPushButton(words);
    button->setAutoDefault(false);
    button->setObjectName(QString::fromLatin1(name));
    line->addWidget(button);
    return button;
}

} // namespace

SavedFiltersDialog::SavedFiltersDialog(Desk& desk, std::string list, FilterState now, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_id(std::move(list))
    , m_who(desk.author)
    , m_now(std::move(now))
    , m_name(new QLineEdit)
    , m_list(new QListWidget)
    , m_said(makeLabel(TextRole::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("savedFilters"));
    growWithTexts(*this);
    setWindowTitle(tr("Saved filters"));
    resize(560, 420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->addWidget(makeLabel(TextRole::Title, tr("Saved filters")));
    buildNaming(layout);
    buildList(layout);
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&desk.languages, &LanguageSwitch::switched, this, &QDialog::reject);
    load();
}

void SavedFiltersDialog::buildNaming(QVBoxLayout* layout)
{
    auto* line = new QHBoxLayout;
    m_name->setObjectName(QStringLiteral("filterName"));
    m_name->setMaxLength(kLongestName);
    m_name->setPlaceholderText(tr("Name for what is set now"));
    m_name->setAccessibleName(tr("Name for what is set now"));
    m_name->installEventFilter(this);
    line->addWidget(m_name, 1);
    m_keep = addButton(line, tr("Save"), "keepFilter");
    layout->addLayout(line);
    m_name->setEnabled(!m_now.empty());
    connect(m_keep, &QPushButton::clicked, this, &SavedFiltersDialog::keepNow);
    connect(m_name, &QLineEdit::textChanged, this, &SavedFiltersDialog::say);
}

void SavedFiltersDialog::buildList(QVBoxLayout* layout)
{
    m_list->setAccessibleName(tr("Saved filters"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    auto* line = new QHBoxLayout;
    m_apply = addButton(line, tr("Set (Enter)"), "applyFilter");
    m_rename = addButton(line, tr("Rename (F2)"), "renameFilter");
    m_remove = addButton(line, tr("Delete (Del)"), "removeFilter");
    m_takeBack = addButton(line, tr("Take back"), "takeBackFilter");
    line->addStretch(1);
    layout->addLayout(line);
    connect(m_apply, &QPushButton::clicked, this, &SavedFiltersDialog::apply);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_list->setFocus();
        m_list->editItem(m_list->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &SavedFiltersDialog::removeCurrent);
    connect(m_takeBack, &QPushButton::clicked, this, &SavedFiltersDialog::takeBack);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &SavedFiltersDialog::apply);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedFiltersDialog::say);
    connect(m_list, &QListWidget::itemChanged, this,
        [this](QListWidgetItem* item) { rename(m_list->row(item), item->text()); });
}

void SavedFiltersDialog::load()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, list = m_id, who = m_who](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<SavedFilters> {
                return savedFilters(tx, list, who);
            });
        },
        [this](const base::Result<SavedFilters>& filters) {
            if (filters)
                m_filters = *filters;
            fill(0);
            if (!filters)
                m_said->setText(shown(
                    errorText(filters.error(), m_desk.languages.sentences(), Audience::Window).title));
            if (!m_now.empty())
                m_name->setFocus();
            else
                m_list->setFocus();
        });
}

void SavedFiltersDialog::fill(int row)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const SavedFilter& filter : m_filters) {
            auto* item = new QListWidgetItem(m_desk.privacy.veiled(shown(filter.name)));
            QStringList words;
            for (const auto& [id, value] : filter.state)
                words += m_desk.privacy.veiled(shown(value.words));
            item->setToolTip(words.join(QStringLiteral("; ")));
            // A name that is covered is not to be typed over.
            if (!m_desk.privacy.isMasking())
                item->setFlags(item->flags() | Qt::ItemIsEditable);
            m_list->addItem(item);
        }
        m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    }
    say();
}

void SavedFiltersDialog::say()
{
    const int row = m_list->currentRow();
    const bool isOne = row >= 0 && !m_isKeeping;
    m_apply->setEnabled(isOne);
    m_rename->setEnabled(isOne && !m_desk.privacy.isMasking());
    m_remove->setEnabled(isOne);
    m_takeBack->setEnabled(m_removed.has_value() && !m_isKeeping);
    const std::string name = typed(m_name->text().trimmed());
    m_keep->setEnabled(!m_now.empty() && !name.empty() && !m_isKeeping);
    const bool isTaken = std::any_of(
        m_filters.begin(), m_filters.end(), [&](const SavedFilter& one) { return isNamed(one, name); });
    if (isTaken)
        m_said->setText(tr("There is one of this name; saving replaces it."));
    else if (m_now.empty() && m_filters.empty())
        m_said->setText(tr("Nothing is saved yet. Set filters in the list and come back here to name them."));
    else if (row >= 0)
        m_said->setText(m_list->item(row)->toolTip());
    else
        m_said->clear();
}

void SavedFiltersDialog::keepNow()
{
    const std::string name = typed(m_name->text().trimmed());
    if (name.empty() || m_now.empty() || m_isKeeping)
        return;
    SavedFilters filters = withFilter(m_filters, { name, m_now });
    const auto at = std::find_if(
        filters.begin(), filters.end(), [&](const SavedFilter& one) { return isNamed(one, name); });
    const int row = static_cast<int>(at - filters.begin());
    m_name->clear();
    keep(std::move(filters), row);
    m_list->setFocus();
}

void SavedFiltersDialog::apply()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_isKeeping)
        return;
    Q_EMIT chosen(m_filters[static_cast<std::size_t>(row)]);
    accept();
}

void SavedFiltersDialog::rename(int row, const QString& name)
{
    const std::string wanted = typed(name.trimmed());
    SavedFilters filters = m_filters;
    const auto at = static_cast<std::size_t>(row);
    const bool isTaken = std::any_of(filters.begin(), filters.end(),
        [&](const SavedFilter& one) { return &one != &filters[at] && isNamed(one, wanted); });
    if (wanted.empty() || isTaken || m_isKeeping) {
        fill(row);
        m_said->setText(isTaken ? tr("Another one has this name already.") : tr("A filter needs a name."));
        return;
    }
    if (filters[at].name == wanted)
        return;
    filters[at].name = wanted;
    keep(std::move(filters), row);
}

void SavedFiltersDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_isKeeping)
        return;
    SavedFilters filters = m_filters;
    m_removed = { row, filters[static_cast<std::size_t>(row)] };
    filters.erase(filters.begin() + row);
    keep(std::move(filters), row);
}

void SavedFiltersDialog::takeBack()
{
    if (!m_removed || m_isKeeping)
        return;
    SavedFilters filters = m_filters;
    const int row = std::min(m_removed->first, static_cast<int>(filters.size()));
    filters.insert(filters.begin() + row, m_removed->second);
    m_removed.reset();
    keep(std::move(filters), row);
    m_list->setFocus();
}

void SavedFiltersDialog::keep(SavedFilters filters, int row)
{
    m_isKeeping = true;
    say();
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this, [&store, list = m_id, who = m_who, filters](base::Job&) { return saveFilters(store, list, who, filters); },
        [this, filters, row](const base::Status& kept) {
            m_isKeeping = false;
            if (kept)
                m_filters = filters;
            fill(row); // what is not kept is not shown
            if (!kept)
                m_said->setText(
                    shown(errorText(kept.error(), m_desk.languages.sentences(), Audience::Window).title));
        });
}

bool SavedFiltersDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_name && isEnter) {
        keepNow();
        return true;
    }
    if (watched == m_name && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    if (watched == m_list && isEnter) {
        apply();
        return true;
    }
    if (watched == m_list && key == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace patronat::ui
