// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casedocuments.h"

#include "core/store/tables.h"
#include "ui/cases/movedialog.h"
#include "ui/cases/recordpaper.h"
#include "ui/common/icons.h"
#include "ui/common/readfailure.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr const char* kFamily = "family";
constexpr std::array kLeastLetters { 10, 24, 30, 12 };

bool isDay(const profile::Field* field)
{
    return field != nullptr
        && (field->type == profile::FieldType::Date || field->type == profile::FieldType::DateTime);
}

} // namespace

std::vector<const profile::RecordType*> documentTypes(const profile::Profile& profile)
{
    std::vector<const profile::RecordType*> out;
    for (const profile::RecordType& type : profile.types) {
        const profile::Field* family = type.field(kFamily);
        if (type.hasLife && family != nullptr && family->target == kFamily)
            out.push_back(&type);
    }
    return out;
}

std::vector<CaseDocument> caseDocuments(const store::ReadTx& tx, const store::Rules& rules,
    RecordId family, const std::string& language)
{
    std::vector<CaseDocument> out;
    for (const profile::RecordType* type : documentTypes(tx.profile())) {
        const bool hasDay = isDay(type->field(type->orderField));
        auto select = tx.connection().prepare("SELECT id, life, "
            + (hasDay ? "substr(" + store::sqlName(type->orderField) + ", 1, 10)"
                      : std::string("NULL"))
            + " FROM " + store::sqlName(type->id)
            + " WHERE family = :family AND life NOT IN ('removed', 'erased')");
        select.bind(*select.parameter(":family"), family);
        while (select.step()) {
            CaseDocument one { type->id, select.id<RecordId>(0), std::string(select.text(2)), {},
                std::string(select.text(1)) };
            one.title = recordTitle(tx, rules, one.type, one.id, language);
            out.push_back(std::move(one));
        }
    }
    std::stable_sort(out.begin(), out.end(),
        [](const CaseDocument& a, const CaseDocument& b) { return a.date > b.date; });
    return out;
}

CaseDocuments::CaseDocuments(Desk& desk, RecordId family, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_family(family)
    , m_tree(new QTreeWidget)
    , m_print(new QPushButton)
    , m_move(new QPushButton)
    , m_compare(new QPushButton)
    , m_make(new QPushButton)
    , m_menu(new QMenu(this))
    , m_failure(new ReadFailure(desk.languages))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    auto* line = new QHBoxLayout;
    m_print->setObjectName(QStringLiteral("printDocument"));
    m_print->setIcon(icon(QStringLiteral("print")));
    m_print->setMenu(new QMenu(m_print));
    line->addWidget(m_print);
    m_move->setObjectName(QStringLiteral("moveDocument"));
    line->addWidget(m_move);
    m_compare->setObjectName(QStringLiteral("compareResults"));
    line->addWidget(m_compare);
    connect(m_compare, &QPushButton::clicked, this, &CaseDocuments::compared);
    line->addStretch(1);
    m_make->setIcon(icon(QStringLiteral("add")));
    m_make->setMenu(m_menu);
    m_make->setObjectName(QStringLiteral("makeDocument"));
    line->addWidget(m_make);
    layout->addLayout(line);
    layout->addWidget(m_failure);
    layout->addWidget(m_tree, 1);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setObjectName(QStringLiteral("documents"));
    connect(m_failure, &ReadFailure::again, this, &CaseDocuments::load);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &CaseDocuments::chosen);
    connect(m_move, &QPushButton::clicked, this, &CaseDocuments::move);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const auto row = static_cast<std::size_t>(m_tree->indexOfTopLevelItem(item));
        if (row < m_documents.size())
            Q_EMIT opened(m_documents[row].type, m_documents[row].id);
    });
    connect(&desk.privacy, &Privacy::changed, this, &CaseDocuments::fill);
    connect(&desk.languages, &LanguageSwitch::switched, this, [this] {
        words();
        load();
    });
    setFocusProxy(m_tree);
    words();
}

void CaseDocuments::words()
{
    m_tree->setAccessibleName(tr("Documents of the case"));
    m_tree->setHeaderLabels({ tr("Date"), tr("Kind"), tr("Document"), tr("State") });
    m_make->setText(tr("Create (Ctrl+Shift+N)"));
    m_move->setText(tr("&Move to another case…"));
    m_compare->setText(tr("Compare results (Ctrl+Shift+D)"));
    m_compare->setToolTip(tr("The first and the last result of an instrument, or any two"));
    m_print->setText(tr("&Print"));
    m_print->menu()->clear();
    m_print->menu()->addAction(tr("Print…"), this, [this] { print(false); });
    m_print->menu()->addAction(tr("Save as PDF…"), this, [this] { print(true); });
    chosen();
    fillMenu();
}

void CaseDocuments::fillMenu()
{
    m_menu->clear();
    std::vector<std::pair<QString, std::string>> kinds;
    for (const profile::RecordType* type : documentTypes(m_desk.profile()))
        kinds.emplace_back(m_desk.languages.text(type->label), type->id);
    std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    for (const auto& [label, type] : kinds)
        m_menu->addAction(label, this, [this, type] { Q_EMIT made(type); });
}

void CaseDocuments::chosen()
{
    const auto row = static_cast<std::size_t>(m_tree->indexOfTopLevelItem(m_tree->currentItem()));
    const auto types = process::movableTypes(m_desk.profile());
    const bool mayMove = row < m_documents.size() && m_documents[row].life != "cancelled"
        && std::find(types.begin(), types.end(), m_documents[row].type) != types.end();
    const bool mayPrint
        = row < m_documents.size() && m_desk.profile().templates.contains(m_documents[row].type);
    m_print->setEnabled(mayPrint);
    m_print->setToolTip(
        mayPrint ? QString() : tr("Choose a document that the profile has a paper for"));
    m_move->setEnabled(mayMove);
    m_move->setToolTip(mayMove
            ? tr("Entered in the wrong case: both cases will say that it was moved, and why")
            : tr("Choose a visit, an act, a letter or another document that may be moved"));
}

void CaseDocuments::move()
{
    const auto row = static_cast<std::size_t>(m_tree->indexOfTopLevelItem(m_tree->currentItem()));
    if (row >= m_documents.size())
        return;
    auto* dialog = new MoveDialog(m_desk, m_documents[row].id, window());
    connect(dialog, &MoveDialog::moved, this, &CaseDocuments::said);
    dialog->open();
}

/// On the paper that is called as the record's type.
void CaseDocuments::print(bool asFile)
{
    const auto row = static_cast<std::size_t>(m_tree->indexOfTopLevelItem(m_tree->currentItem()));
    if (row >= m_documents.size())
        return;
    const CaseDocument& one = m_documents[row];
    const profile::RecordType* type = m_desk.profile().type(one.type);
    const RecordPaper paper { one.type, one.id,
        type != nullptr ? m_desk.languages.text(type->label) : shown(one.type) };
    const PaperSaid told = [this](const base::Result<QString>& words) {
        if (words)
            Q_EMIT said(*words);
        else
            Q_EMIT failed(words.error());
    };
    if (asFile)
        savePaper(m_desk, this, paper, told);
    else
        printPaper(m_desk, this, paper, told);
}

void CaseDocuments::make()
{
    m_make->showMenu();
}

void CaseDocuments::load()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family = m_family, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read(
                [&](const store::ReadTx& tx) -> base::Result<std::vector<CaseDocument>> {
                    return caseDocuments(tx, store.rules(), family, language);
                });
        },
        [this](base::Result<std::vector<CaseDocument>> documents) {
            if (!documents) {
                m_failure->show(documents.error());
                return;
            }
            m_failure->clear();
            if (*documents == m_documents && m_tree->topLevelItemCount() > 0)
                return;
            m_documents = std::move(*documents);
            fill();
        });
}

void CaseDocuments::fill()
{
    const int before = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_tree->clear();
    for (const CaseDocument& one : m_documents) {
        const profile::RecordType* type = m_desk.profile().type(one.type);
        m_tree->addTopLevelItem(new QTreeWidgetItem(
            { dateText(one.date), type ? m_desk.languages.text(type->label) : shown(one.type),
                m_desk.privacy.veiled(shown(one.title)),
                one.life == "signed"          ? tr("signed")
                    : one.life == "cancelled" ? tr("cancelled")
                                              : tr("draft") }));
    }
    std::vector<ColumnWish> wishes;
    for (int column = 0; column < m_tree->columnCount(); ++column)
        wishes.push_back(
            contentWish(*m_tree, column, kLeastLetters[static_cast<std::size_t>(column)]));
    const std::vector<int> widths = fittedWidths(wishes, m_tree->viewport()->width());
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_tree->setColumnWidth(static_cast<int>(column), widths[column]);
    if (auto* item = m_tree->topLevelItem(std::clamp(before, 0, m_tree->topLevelItemCount() - 1)))
        m_tree->setCurrentItem(item);
    chosen();
}

} // namespace patronat::ui
