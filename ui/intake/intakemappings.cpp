// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text.h"
#include "ui/intake/columnmap.h"
#include "ui/intake/intakepage.h"

#include <QComboBox>
#include <QFileInfo>
#include <QInputDialog>

#include <algorithm>

namespace patronat::ui {

std::filesystem::path IntakePage::ownFolder() const
{
    const QString kept = m_desk.settings.value(QStringLiteral("intake/mappings")).toString();
    return fileOf(kept.isEmpty()
            ? QFileInfo(m_desk.settings.fileName()).absolutePath() + QStringLiteral("/mappings")
            : kept);
}

void IntakePage::fillMappings()
{
    const QString now = m_savedChoice->currentData().toString();
    m_saved = intake::savedMappings(m_desk.profile(), ownFolder());
    m_savedChoice->clear();
    m_savedChoice->addItem(tr("None: as I say below"));
    for (const intake::SavedMapping& saved : m_saved)
        m_savedChoice->addItem(
            saved.label.empty() ? shown(saved.id) : m_desk.languages.text(saved.label),
            shown(saved.id));
    m_savedChoice->setCurrentIndex(std::max(0, now.isEmpty() ? 0 : m_savedChoice->findData(now)));
}

void IntakePage::chooseMapping(const QString& id)
{
    m_savedChoice->setCurrentIndex(std::max(0, m_savedChoice->findData(id)));
    mappingChosen();
}

void IntakePage::chooseType(const std::string& type)
{
    m_type->setCurrentIndex(m_type->findData(shown(type)));
    typeChosen();
}

void IntakePage::mappingChosen()
{
    const int index = m_savedChoice->currentIndex() - 1;
    if (index < 0)
        return typeChosen();
    auto mapping = intake::loadMapping(m_desk.profile(), m_saved[static_cast<std::size_t>(index)]);
    if (!mapping) {
        m_savedChoice->setCurrentIndex(0);
        return fail(mapping.error());
    }
    m_mapping = std::move(*mapping);
    m_type->setCurrentIndex(m_type->findData(shown(m_mapping.records.front().type)));
    const bool isLaidOut = m_mapping.reading.headerLine != 0 || !m_mapping.reading.sheet.empty();
    setUpColumns(false);
    if (isLaidOut && m_list.file && !isBusy())
        readAs(m_mapping.reading);
}

void IntakePage::typeChosen()
{
    m_savedChoice->setCurrentIndex(0);
    m_mapping = {};
    m_mapping.dates = intake::kAutoDates;
    intake::MappedRecord record;
    record.type = typed(m_type->currentData().toString());
    record.as = record.type;
    m_mapping.records.push_back(std::move(record));
    setUpColumns(true);
}

void IntakePage::setUpColumns(bool suggest)
{
    if (m_list.table)
        m_columns->setUp(*m_list.table, m_mapping, suggest);
    forgetPlan();
}

void IntakePage::askName()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep which column is which field"));
    dialog->setLabelText(tr("Name (letters, digits, blanks):"));
    connect(dialog, &QInputDialog::textValueSelected, this, &IntakePage::keepAs);
    dialog->open();
}

void IntakePage::keepAs(const QString& name)
{
    intake::Mapping mapping = m_columns->mapping();
    mapping.label.clear();
    mapping.reading = {};
    if (m_list.table && m_list.table->headerLine > 1)
        mapping.reading.headerLine = m_list.table->headerLine;
    const base::Status kept = intake::keepMapping(ownFolder(), typed(name.trimmed()), mapping);
    if (!kept)
        return fail(kept.error());
    fillMappings();
    m_savedChoice->setCurrentIndex(std::max(0, m_savedChoice->findData(name.trimmed())));
    Q_EMIT stateChanged(tr("Kept"));
}

} // namespace patronat::ui
