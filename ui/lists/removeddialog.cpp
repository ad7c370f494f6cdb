// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/removeddialog.h"

#include "core/access/visibility.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/restoredialog.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr std::size_t kMost = 500;
constexpr int kReloadAfterMs = 250;
constexpr int kWhoLetters = 28;

} // namespace

RemovedDialog::RemovedDialog(Desk& desk, std::string type, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_type(std::move(type))
    , m_said(makeLabel(TextRole::Muted))
    , m_tree(new QTreeWidget)
    , m_failure(new ReadFailure(desk.languages))
    , m_restore(new QPushButton(tr("&Bring back…")))
    , m_reload(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("removedDialog"));
    growWithTexts(*this);
    setWindowTitle(tr("Removed"));
    resize(720, 440);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->setSpacing(8);
    const QString plural = desk.languages.text(desk.profile().type(m_type)->pluralLabel);
    layout->addWidget(makeLabel(TextRole::Title, tr("Removed: %1").arg(plural)));
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    m_tree->setHeaderLabels({ tr("Removed"), tr("Who"), tr("Record") });
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Removed: %1").arg(plural));
    m_tree->setColumnWidth(1, kWhoLetters * fontMetrics().averageCharWidth());
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_failure);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_restore->setObjectName(QStringLiteral("restoreRemoved"));
    m_restore->setEnabled(false);
    // Enter is the line's: it would close the dialog under the one that it opens.
    m_restore->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RemovedDialog::restore);
    // Behind the key: a dialog hands Enter on to any default button below it, which would be that
    // of the one just opened.
    connect(
        m_tree, &QTreeWidget::itemActivated, this, &RemovedDialog::restore, Qt::QueuedConnection);
    connect(m_failure, &ReadFailure::again, this, &RemovedDialog::load);
    m_reload->setSingleShot(true);
    m_reload->setInterval(kReloadAfterMs);
    connect(m_reload, &QTimer::timeout, this, &RemovedDialog::load);
    connect(&desk.notifier, &StoreNotifier::changed, this, [this](const store::Changes& changes) {
        const bool counts = std::any_of(changes.begin(), changes.end(),
            [this](const store::Change& change) { return change.type == m_type; });
        if (counts && !m_reload->isActive())
            m_reload->start();
    });
    connect(&desk.privacy, &Privacy::changed, this, &RemovedDialog::fill);
    m_tree->setFocus();
    load();
}

void RemovedDialog::load()
{
    if (m_isLoading) {
        m_reload->start();
        return;
    }
    m_isLoading = true;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type = m_type, viewer = m_desk.author, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<RemovedLine>> {
                PATRONAT_TRY(access::checkReadable(tx, type, viewer, language));
                return removedOf(tx, store.rules(), type, language, kMost);
            });
        },
        [this](base::Result<std::vector<RemovedLine>> removed) {
            m_isLoading = false;
            if (!removed) {
                m_failure->show(removed.error());
                return;
            }
            m_failure->clear();
            m_removed = std::move(*removed);
            fill();
        });
}

void RemovedDialog::fill()
{
    const QSignalBlocker quiet(m_tree);
    const int before = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_tree->clear();
    for (const RemovedLine& one : m_removed)
        new QTreeWidgetItem(m_tree,
            { momentText(one.stamp), one.who.empty() ? tr("not known") : shown(one.who),
                m_desk.privacy.veiled(shown(one.title)) });
    m_tree->resizeColumnToContents(0);
    const int count = m_tree->topLevelItemCount();
    if (count > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(std::clamp(before, 0, count - 1)));
    m_restore->setEnabled(count > 0);
    m_said->setText(count == 0 ? tr("Nothing of this kind is removed.")
            : m_removed.size() < kMost
            ? tr("Enter shows what comes back with a record, and brings it back.")
            : tr("Enter shows what comes back with a record, and brings it back. The last %n "
                 "removed are shown.",
                nullptr, count));
}

void RemovedDialog::restore()
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    if (row < 0 || static_cast<std::size_t>(row) >= m_removed.size())
        return;
    auto* dialog
        = new RestoreDialog(m_desk, m_type, m_removed[static_cast<std::size_t>(row)].id, this);
    connect(dialog, &RestoreDialog::restored, this, &RemovedDialog::restored);
    connect(dialog, &RestoreDialog::restored, m_said, &QLabel::setText);
    dialog->open();
}

} // namespace patronat::ui
