// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casetimeline.h"

#include "ui/common/icons.h"
#include "ui/common/readfailure.h"
#include "ui/common/restoredialog.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

constexpr std::size_t kMost = 500;
constexpr int kOfficeColumn = 2;
constexpr int kWhatColumn = 4;
/// That each column keeps where there is no room for all of what stands in it.
constexpr std::array kLeastLetters { 17, 16, 16, 34, 14 };
constexpr int kIdRole = Qt::UserRole; ///< of the operation
constexpr int kReloadAfterMs = 250;

} // namespace

CaseTimeline::CaseTimeline(Desk& desk, base::RecordId family, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_family(family)
    , m_tree(new QTreeWidget)
    , m_failure(new ReadFailure(desk.languages))
    , m_restore(new QPushButton)
    , m_reload(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(m_failure);
    layout->addWidget(m_tree);
    auto* line = new QHBoxLayout;
    m_restore->setIcon(icon(QStringLiteral("undo")));
    m_restore->setObjectName(QStringLiteral("restoreRemoved"));
    line->addWidget(m_restore);
    line->addStretch(1);
    layout->addLayout(line);
    m_tree->setRootIsDecorated(false);
    m_tree->viewport()->installEventFilter(this);
    m_tree->setUniformRowHeights(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_reload->setSingleShot(true);
    m_reload->setInterval(kReloadAfterMs);
    connect(m_reload, &QTimer::timeout, this, &CaseTimeline::load);
    connect(&desk.notifier, &StoreNotifier::changed, this, &CaseTimeline::refresh);
    connect(&desk.privacy, &Privacy::changed, this, &CaseTimeline::fill);
    connect(&desk.languages, &LanguageSwitch::switched, this, [this] {
        words();
        fill();
        refresh(); // titles speak the language too
    });
    connect(m_failure, &ReadFailure::again, this, &CaseTimeline::load);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &CaseTimeline::chosen);
    connect(m_restore, &QPushButton::clicked, this, &CaseTimeline::restore);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] {
        if (const CaseChange* change = current())
            Q_EMIT opened(change->type, change->record);
    });
    words();
    chosen();
}

void CaseTimeline::words()
{
    m_tree->setAccessibleName(tr("Changes of the case"));
    m_tree->setHeaderLabels({ tr("When"), tr("Who"), tr("Office"), tr("Record"), tr("What") });
    m_restore->setText(tr("&Bring back what was removed…"));
}

void CaseTimeline::load()
{
    m_isLoaded = true;
    m_isLoading = true;
    m_isStale = false;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family = m_family, viewer = m_desk.author, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return caseTimeline(tx, store.rules(), store.site(), family, viewer, language, kMost);
            });
        },
        [this](base::Result<std::vector<CaseChange>> changes) {
            m_isLoading = false;
            if (m_isStale)
                refresh();
            if (!changes) {
                m_failure->show(changes.error());
                return;
            }
            m_failure->clear();
            if (*changes == m_changes)
                return;
            m_changes = std::move(*changes);
            fill();
        });
}

/// Soon where it is seen, else when it is looked at next; never while an answer is on its way.
void CaseTimeline::refresh()
{
    m_isStale = m_isLoaded;
    if (m_isLoaded && isVisible() && !m_isLoading && !m_reload->isActive())
        m_reload->start();
}

void CaseTimeline::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

const CaseChange* CaseTimeline::current() const
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    return row < 0 || static_cast<std::size_t>(row) >= m_changes.size()
        ? nullptr
        : &m_changes[static_cast<std::size_t>(row)];
}

void CaseTimeline::chosen()
{
    const CaseChange* change = current();
    m_restore->setEnabled(change != nullptr && change->canRestore);
    m_restore->setToolTip(m_restore->isEnabled()
            ? tr("Shows what comes back, and brings it back")
            : tr("Choose a line that says “removed”: what it removed can be brought back"));
}

void CaseTimeline::restore()
{
    const CaseChange* change = current();
    if (change == nullptr || !change->canRestore)
        return;
    auto* dialog = new RestoreDialog(m_desk, change->type, change->record, window());
    connect(dialog, &RestoreDialog::restored, this, &CaseTimeline::restored);
    dialog->open();
}

QString CaseTimeline::what(const CaseChange& change) const
{
    if (change.kind == "created")
        return tr("entered");
    if (change.kind == "signed")
        return tr("signed");
    if (change.kind == "cancelled")
        return tr("signature cancelled");
    if (change.kind == "removed")
        return change.canRestore ? tr("removed; can be brought back") : tr("removed");
    if (change.kind == "restored")
        return tr("restored");
    if (change.kind == "erased")
        return tr("erased");
    if (change.kind == "settled")
        return tr("what came beside was dismissed");
    const profile::RecordType* type = m_desk.profile().type(change.type);
    QStringList names;
    for (const std::string& field : change.fields)
        if (const profile::Field* declared = type->field(field))
            names += m_desk.languages.text(declared->label);
    return tr("changed: %1").arg(names.join(QStringLiteral(", ")));
}

void CaseTimeline::fill()
{
    // The reader stays on the line and the line at its place on the screen, whatever comes above
    // it.
    const base::OperationId before = base::OperationId::fromHex(
        typed(m_tree->currentItem() != nullptr ? m_tree->currentItem()->data(0, kIdRole).toString()
                                               : QString()))
                                         .value_or(base::OperationId {});
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    const int top = m_tree->verticalScrollBar()->value();
    const int above = row - top;
    const bool isFirstTime = m_tree->topLevelItemCount() == 0;
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    int now = -1;
    for (const CaseChange& change : m_changes) {
        addLine(change);
        if (change.operation == before)
            now = m_tree->topLevelItemCount() - 1;
    }
    if (isFirstTime)
        fitColumns();
    if (now < 0 && row >= 0)
        now = std::min(row, m_tree->topLevelItemCount() - 1);
    if (now < 0 && !m_changes.empty())
        now = 0;
    if (now >= 0) {
        m_tree->setCurrentItem(m_tree->topLevelItem(now));
        m_tree->doItemsLayout();
        // At the upper end the newest is what one looks for.
        m_tree->verticalScrollBar()->setValue(top == 0 ? 0 : now - above);
        if (top == 0)
            m_tree->scrollToItem(m_tree->topLevelItem(now));
    }
    chosen();
}

void CaseTimeline::addLine(const CaseChange& change)
{
    const profile::RecordType* type = m_desk.profile().type(change.type);
    QString where = m_desk.languages.text(type->label);
    if (!change.title.empty())
        where += QStringLiteral(": ") + m_desk.privacy.veiled(shown(change.title));
    auto* item = new QTreeWidgetItem(m_tree,
        { momentText(change.stamp), change.author.empty() ? tr("not known") : shown(change.author),
            change.site.empty() ? QStringLiteral("—") : shown(change.site), where, what(change) });
    item->setToolTip(kOfficeColumn, shown(change.site));
    item->setToolTip(kWhatColumn, item->text(kWhatColumn));
    item->setData(0, kIdRole, shown(change.operation.hex()));
}

void CaseTimeline::fitColumns()
{
    std::vector<ColumnWish> wishes;
    for (std::size_t column = 0; column < kLeastLetters.size(); ++column)
        wishes.push_back(contentWish(*m_tree, static_cast<int>(column), kLeastLetters[column]));
    const std::vector<int> widths = fittedWidths(wishes, m_tree->viewport()->width());
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) // the last one takes what is left
        m_tree->setColumnWidth(static_cast<int>(i), widths[i]);
}

bool CaseTimeline::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize && m_isLoaded)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui
