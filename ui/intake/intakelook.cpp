// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/partedpage.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/columnmap.h"
#include "ui/intake/fieldoptions.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/intakewords.h"
#include "ui/intake/plantable.h"
#include "ui/intake/previewtable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kLastHeaderLine = 1000;

QHBoxLayout* lineIn(QWidget* widget)
{
    auto* line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    return line;
}

} // namespace

void IntakePage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    m_hint->setWordWrap(true);
    m_said->setWordWrap(true);
    m_warning->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("intake.said"));
    for (QWidget* widget : std::initializer_list<QWidget*> {
             m_title, m_hint, buildFile(), buildShape(), buildMapping() })
        layout->addWidget(widget);
    layout->addWidget(buildParts(), 1);
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_warning, m_said, m_skip, buildDeeds() })
        layout->addWidget(widget);
    layout->addStretch(0);
    setFocusProxy(m_choose);
}

QWidget* IntakePage::buildFile()
{
    auto* widget = new QWidget;
    auto* line = lineIn(widget);
    m_choose->setObjectName(QStringLiteral("intake.choose"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    line->addWidget(m_choose);
    line->addWidget(m_file, 1);
    return widget;
}

QWidget* IntakePage::buildShape()
{
    auto* widget = new QWidget;
    auto* line = lineIn(widget);
    const auto add = [&](QWidget* field, const char* name, std::function<QString()> words) {
        QLabel* label = makeLabel(TextRole::Label);
        label->setBuddy(field);
        field->setObjectName(QLatin1String(name));
        line->addWidget(label);
        line->addWidget(field);
        m_labels.emplace_back(label, std::move(words));
    };
    for (const std::string& encoding : intake::knownEncodings())
        m_encoding->addItem(shown(encoding));
    for (const char separator : { ';', ',', '\t' })
        m_separator->addItem(QString(), int { separator });
    m_sheet->setMinimumContentsLength(12);
    m_headerLine->setRange(1, kLastHeaderLine);
    add(m_sheet, "intake.sheet", [] { return tr("Sheet"); });
    add(m_encoding, "intake.encoding", [] { return tr("Encoding"); });
    add(m_separator, "intake.separator", [] { return tr("Separator"); });
    add(m_headerLine, "intake.headerLine", [] { return tr("Headings in row"); });
    line->addStretch(1);
    return widget;
}

QWidget* IntakePage::buildMapping()
{
    auto* widget = new QWidget;
    auto* line = lineIn(widget);
    const auto add = [&](QComboBox* field, const char* name, std::function<QString()> words) {
        QLabel* label = makeLabel(TextRole::Label);
        label->setBuddy(field);
        field->setObjectName(QLatin1String(name));
        field->setMinimumContentsLength(24);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        line->addWidget(label);
        line->addWidget(field);
        m_labels.emplace_back(label, std::move(words));
    };
    for (const auto& [words, type] : listedTypes(m_desk))
        m_type->addItem(words, shown(type));
    add(m_savedChoice, "intake.saved", [] { return tr("Kept mapping"); });
    add(m_type, "intake.type", [] { return tr("What is in the rows"); });
    m_keep->setObjectName(QStringLiteral("intake.keep"));
    line->addWidget(m_keep);
    line->addStretch(1);
    return widget;
}

QWidget* IntakePage::buildParts()
{
    m_preview->setModel(m_previewModel);
    makeRowTable(m_preview);
    m_preview->verticalHeader()->setVisible(true);
    m_rows->setObjectName(QStringLiteral("intake.rows"));
    m_rows->setModel(m_planModel);
    makeRowTable(m_rows);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    auto* outcome = new QWidget;
    auto* below = new QVBoxLayout(outcome);
    auto* head = new QWidget;
    auto* line = lineIn(head);
    for (int i = 0; i < 6; ++i)
        m_show->addItem(QString(),
            i == 0       ? -1
                : i == 1 ? static_cast<int>(intake::RowState::Problem)
                : i == 2 ? static_cast<int>(intake::RowState::Duplicate)
                         : i - 3);
    m_show->setObjectName(QStringLiteral("intake.show"));
    m_save->setObjectName(QStringLiteral("intake.save"));
    m_save->setIcon(icon(QStringLiteral("export")));
    line->addWidget(m_show);
    line->addStretch(1);
    line->addWidget(m_save);
    below->addWidget(head);
    below->addWidget(m_rows, 1);
    m_parts->addTab(m_preview, QString());
    m_parts->addTab(m_columns, QString());
    m_parts->addTab(outcome, QString());
    walkTabsByKeys(this, m_parts, TabFocus::Bar);
    return m_parts;
}

QWidget* IntakePage::buildDeeds()
{
    auto* widget = new QWidget;
    auto* line = lineIn(widget);
    m_check->setObjectName(QStringLiteral("intake.check"));
    m_load->setObjectName(QStringLiteral("intake.load"));
    m_load->setProperty("primary", true);
    m_load->setIcon(icon(QStringLiteral("check"), currentColours().accentText));
    m_stop->setObjectName(QStringLiteral("intake.stop"));
    m_back->setObjectName(QStringLiteral("intake.back"));
    m_back->setIcon(icon(QStringLiteral("undo")));
    m_skip->setObjectName(QStringLiteral("intake.skip"));
    m_progress->setMaximumWidth(320);
    for (QWidget* one :
        std::initializer_list<QWidget*> { m_check, m_load, m_back, m_progress, m_stop })
        line->addWidget(one);
    line->addStretch(1);
    return widget;
}

void IntakePage::words()
{
    m_title->setText(tr("Loading a list"));
    m_hint->setText(tr("A list that is kept in a table (CSV, Excel .xlsx, LibreOffice .ods) "
                       "becomes records here: all of it or nothing. "
                       "First the program says what would become of each row."));
    m_choose->setText(tr("Choose a file…"));
    m_keep->setText(tr("Keep mapping…"));
    m_save->setText(tr("Keep these lines…"));
    m_check->setText(tr("Check"));
    m_load->setText(tr("Load"));
    m_stop->setText(tr("Stop"));
    m_back->setText(tr("Take back what was loaded"));
    m_skip->setText(tr("Load the other rows, leave those that are not taken"));
    m_warning->setText(tr("No column is said to tell records apart: loading the list again would "
                          "add everything again."));
    m_progress->setAccessibleName(tr("How much is done"));
    for (const auto& [label, text] : m_labels) {
        label->setText(text());
        label->buddy()->setAccessibleName(text());
    }
    const QStringList separators { tr("semicolon"), tr("comma"), tr("tab") };
    for (int i = 0; i < separators.size(); ++i)
        m_separator->setItemText(i, separators[i]);
    const IntakeWords states(m_desk);
    for (int i = 0; i < m_show->count(); ++i)
        m_show->setItemText(i,
            i == 0 ? tr("All rows")
                   : states.state(static_cast<intake::RowState>(m_show->itemData(i).toInt())));
    m_show->setAccessibleName(tr("Which rows are shown"));
    const QString type = m_type->currentData().toString();
    m_type->clear();
    for (const auto& [text, id] : listedTypes(m_desk))
        m_type->addItem(text, shown(id));
    m_type->setCurrentIndex(m_type->findData(type));
    m_savedChoice->setItemText(0, tr("None: as I say below"));
    for (std::size_t i = 0; i < m_saved.size(); ++i)
        if (!m_saved[i].label.empty())
            m_savedChoice->setItemText(
                static_cast<int>(i) + 1, m_desk.languages.text(m_saved[i].label));
    m_parts->setTabText(0, tr("The list"));
    m_parts->setTabText(1, tr("Columns and fields"));
    m_parts->setTabText(2, tr("What becomes of it"));
    m_preview->setAccessibleName(tr("The list"));
    m_rows->setAccessibleName(tr("What becomes of it"));
    m_columns->words();
    m_planModel->words();
    showState();
}

} // namespace patronat::ui
