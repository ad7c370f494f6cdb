// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/historydialog.h"

#include "core/access/visibility.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"
#include "ui/forms/loadedrecord.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace patronat::ui {

using base::Result;
using journal::Kind;

HistoryDialog::HistoryDialog(
    Desk& desk, const std::string& type, base::RecordId id, std::string field, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_type(*desk.profile().type(type))
    , m_field(std::move(field))
    , m_tree(new QTreeWidget)
    , m_failure(new ReadFailure(desk.languages))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History"));
    resize(760, 460);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    const profile::Field* one = m_type.field(m_field);
    layout->addWidget(makeLabel(TextRole::Title,
        one ? tr("History: %1").arg(desk.languages.text(one->label))
            : tr("History of the record")));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({ tr("When"), tr("Who"), tr("What") });
    m_tree->setRootIsDecorated(one == nullptr);
    m_tree->setWordWrap(true);
    m_tree->setAccessibleName(tr("History"));
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_failure);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_failure, &ReadFailure::again, this, [this, id] { load(id); });
    load(id);
}

void HistoryDialog::load(base::RecordId id)
{
    store::Store& store = m_desk.store;
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, &recordType = m_type, id, wanted = m_field, language, viewer = m_desk.author](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<History> {
                PATRONAT_TRY(access::checkReadable(tx, recordType.id, viewer, language));
                return readHistory(tx, store.rules(), recordType, id, wanted, language);
            });
        },
        [this](const Result<History>& history) {
            if (!history)
                return m_failure->show(history.error());
            m_failure->clear();
            show(*history);
        });
}

Result<HistoryDialog::History> HistoryDialog::readHistory(const store::ReadTx& tx,
    const store::Rules& rules, const profile::RecordType& type, base::RecordId id,
    const std::string& field, const std::string& language)
{
    History out;
    PATRONAT_LET(const auto operations, tx.history(type.id, id));
    for (auto one = operations.rbegin(); one != operations.rend(); ++one) {
        Step step { one->stamp, staffName(tx, one->author), one->kind, one->fields };
        // A signature writes every field again; that is no change of any of them.
        if (one->kind != Kind::Write)
            step.fields.clear();
        if (!field.empty())
            std::erase_if(step.fields, [&](const auto& written) {
                return written.first != field && !written.first.starts_with(field + ".");
            });
        if (!field.empty() && step.fields.empty())
            continue;
        addTitles(tx, rules, type, step.fields, language, out.titles);
        out.steps.push_back(std::move(step));
    }
    return out;
}

QString HistoryDialog::whatHappened(const Step& step) const
{
    switch (step.kind) {
    case Kind::Sign:
        return tr("Signed");
    case Kind::Cancel:
        return tr("Signature cancelled");
    case Kind::Settle:
        return tr("What came beside the signature was dismissed");
    case Kind::Remove:
        return tr("Removed");
    case Kind::Restore:
        return tr("Restored");
    case Kind::Erase:
        return tr("Erased");
    case Kind::Write:
        break;
    }
    return tr("Fields changed: %1").arg(step.fields.size());
}

void HistoryDialog::show(const History& history)
{
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    for (const Step& step : history.steps) {
        const QString who = step.who.empty() ? tr("author not known") : shown(step.who);
        QTreeWidgetItem* top = nullptr;
        if (m_field.empty())
            top = new QTreeWidgetItem(m_tree, { momentText(step.stamp), who, whatHappened(step) });
        for (const auto& [name, value] : step.fields) {
            const profile::Field* field = m_type.field(name);
            if (field == nullptr)
                continue;
            const bool isHidden
                = m_desk.privacy.isMasking() && isPersonal(m_desk.profile(), m_type, *field);
            const QString text = value.isNull() ? tr("(empty)")
                : isHidden                      ? Privacy::nothingShown()
                                                : writer.text(*field, value, history.titles);
            if (top != nullptr)
                new QTreeWidgetItem(top, { QString(), writer.label(field->label), text });
            else
                new QTreeWidgetItem(m_tree,
                    { momentText(step.stamp), who,
                        field->partOf.empty()
                            ? text
                            : tr("%1: %2").arg(writer.label(field->label), text) });
        }
    }
    if (QTreeWidgetItem* first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
    m_tree->resizeColumnToContents(0);
    m_tree->setColumnWidth(1, 220);
}

} // namespace patronat::ui
