// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casetimeline.h"

#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr std::size_t kMost = 500;
constexpr int kOfficeColumn = 2;
constexpr int kWhatColumn = 4;
constexpr int kWhoLetters = 22;
constexpr int kOfficeLetters = 26;
constexpr int kRecordLetters = 48;
constexpr int kTypeRole = Qt::UserRole;
constexpr int kIdRole = Qt::UserRole + 1;

} // namespace

CaseTimeline::CaseTimeline(Desk& desk, base::RecordId family, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_family(family)
    , m_tree(new QTreeWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(m_tree);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Changes of the case"));
    connect(&desk.privacy, &Privacy::changed, this, &CaseTimeline::fill);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const auto id = base::RecordId::fromHex(typed(item->data(0, kIdRole).toString()));
        if (id)
            Q_EMIT opened(typed(item->data(0, kTypeRole).toString()), *id);
    });
}

void CaseTimeline::load()
{
    m_isLoaded = true;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family = m_family, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return caseTimeline(tx, store.rules(), store.site(), family, language, kMost);
            });
        },
        [this](base::Result<std::vector<CaseChange>> changes) {
            if (!changes) {
                Q_EMIT failed(changes.error());
                return;
            }
            m_changes = std::move(*changes);
            fill();
        });
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
        return tr("removed");
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
    m_tree->clear();
    m_tree->setHeaderLabels({ tr("When"), tr("Who"), tr("Office"), tr("Record"), tr("What") });
    for (const CaseChange& change : m_changes) {
        const profile::RecordType* type = m_desk.profile().type(change.type);
        QString where = m_desk.languages.text(type->label);
        if (!change.title.empty())
            where += QStringLiteral(": ") + m_desk.privacy.veiled(shown(change.title));
        auto* item = new QTreeWidgetItem(m_tree,
            { momentText(change.stamp), change.author.empty() ? tr("not known") : shown(change.author),
                change.site.empty() ? QStringLiteral("—") : shown(change.site), where, what(change) });
        item->setToolTip(kOfficeColumn, shown(change.site));
        item->setToolTip(kWhatColumn, item->text(kWhatColumn));
        item->setData(0, kTypeRole, shown(change.type));
        item->setData(0, kIdRole, shown(change.record.hex()));
    }
    m_tree->resizeColumnToContents(0);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(1, kWhoLetters * letter);
    m_tree->setColumnWidth(kOfficeColumn, kOfficeLetters * letter);
    m_tree->setColumnWidth(kOfficeColumn + 1, kRecordLetters * letter);
}

} // namespace patronat::ui
