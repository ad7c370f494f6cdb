// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/restoredialog.h"

#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace patronat::ui {

RestoreDialog::RestoreDialog(Desk& desk, std::string type, base::RecordId id, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_typeId(std::move(type))
    , m_type(*desk.profile().type(m_typeId))
    , m_id(id)
    , m_what(makeLabel(TextRole::Subtitle))
    , m_values(new QTreeWidget)
    , m_below(makeLabel(TextRole::Plain))
    , m_failure(new ReadFailure(desk.languages))
    , m_restore(new QPushButton(tr("&Bring back")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("restoreDialog"));
    growWithTexts(*this);
    setWindowTitle(tr("Bring back what was removed"));
    resize(620, 440);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(TextRole::Title, tr("Bring back what was removed")));
    m_what->setWordWrap(true);
    m_what->setObjectName(QStringLiteral("restore.what"));
    layout->addWidget(m_what);
    m_values->setColumnCount(2);
    m_values->setHeaderLabels({ tr("Field"), tr("What comes back") });
    m_values->setRootIsDecorated(false);
    m_values->setWordWrap(true);
    m_values->setAccessibleName(tr("What comes back"));
    layout->addWidget(m_values, 1);
    m_below->setWordWrap(true);
    m_below->setObjectName(QStringLiteral("restore.below"));
    layout->addWidget(m_below);
    layout->addWidget(m_failure);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_restore->setProperty("primary", true);
    m_restore->setObjectName(QStringLiteral("restore"));
    m_restore->setEnabled(false);
    m_restore->setDefault(true);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::restore);
    connect(m_failure, &ReadFailure::again, this, &RestoreDialog::load);
    connect(&desk.privacy, &Privacy::changed, this, &RestoreDialog::fill);
    load();
}

void RestoreDialog::load()
{
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type = m_typeId, id = m_id, viewer = m_desk.author,
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return readRemoved(tx, store.rules(), type, id, viewer, language);
            });
        },
        [this](base::Result<RemovedRecord> removed) {
            if (removed) {
                m_failure->clear();
                m_removed = std::move(*removed);
                fill();
                return;
            }
            m_removed.reset();
            m_restore->setEnabled(false);
            if (removed.error().code == base::ErrorCode::NotFound)
                m_what->setText(tr("This is not removed any more."));
            else
                m_failure->show(removed.error());
        });
}

void RestoreDialog::fill()
{
    if (!m_removed)
        return;
    QString what = m_desk.languages.text(m_type.label);
    if (!m_removed->title.empty())
        what = tr("%1: %2").arg(what, m_desk.privacy.veiled(shown(m_removed->title)));
    const QString when = momentText(m_removed->stamp);
    m_what->setText(m_removed->who.empty()
            ? tr("%1; removed %2.").arg(what, when)
            : tr("%1; removed %2 by %3.").arg(what, when, shown(m_removed->who)));
    addValues();
    const bool isAboveThere = m_removed->aboveType.empty();
    m_below->setText(isAboveThere
            ? belowWords()
            : tr("What it belongs to is removed too: bring that back first (%1: %2).")
                  .arg(m_desk.languages.text(m_desk.profile().type(m_removed->aboveType)->label),
                      m_desk.privacy.veiled(shown(m_removed->aboveTitle))));
    m_below->setVisible(!m_below->text().isEmpty());
    m_restore->setEnabled(isAboveThere && !m_isRestoring);
    m_restore->setFocus();
}

void RestoreDialog::addValues()
{
    m_values->clear();
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    for (const profile::Field& field : m_type.fields) {
        if (!field.partOf.empty())
            continue; // stands with the whole
        const bool isHidden
            = m_desk.privacy.isMasking() && isPersonal(m_desk.profile(), m_type, field);
        const QString text
            = writer.text(m_type, field, m_removed->record.values, m_removed->titles);
        if (!text.isEmpty())
            new QTreeWidgetItem(
                m_values, { writer.label(field.label), isHidden ? Privacy::nothingShown() : text });
    }
    m_values->resizeColumnToContents(0);
    if (QTreeWidgetItem* first = m_values->topLevelItem(0))
        m_values->setCurrentItem(first);
}

QString RestoreDialog::belowWords() const
{
    QStringList parts;
    for (const auto& [type, count] : m_removed->below)
        parts += tr("%1 (%2)")
                     .arg(m_desk.languages.text(m_desk.profile().type(type)->pluralLabel))
                     .arg(count);
    return parts.isEmpty() ? QString()
                           : tr("With it comes back into sight what was entered under it: %1.")
                                 .arg(parts.join(QStringLiteral(", ")));
}

void RestoreDialog::restore()
{
    if (!m_removed || m_isRestoring)
        return;
    m_desk.asSomebody(this, [this] {
        m_isRestoring = true;
        m_restore->setEnabled(false);
        store::Store& store = m_desk.store;
        const store::WriteOptions options { m_desk.author, {}, {}, "restore" };
        m_desk.jobs.run(
            this,
            [&store, type = m_typeId, id = m_id, heads = m_removed->record.heads, options](
                base::Job&) {
                return store.write(
                    options, [&](store::WriteTx& tx) { return tx.restore(type, id, heads); });
            },
            [this](const base::Result<base::OperationId>& done) {
                m_isRestoring = false;
                if (!done) {
                    m_failure->show(done.error(), tr("It was not brought back."));
                    m_restore->setEnabled(true);
                    return;
                }
                Q_EMIT restored(tr("Brought back: %1").arg(m_desk.languages.text(m_type.label)));
                accept();
            });
    });
}

} // namespace patronat::ui
