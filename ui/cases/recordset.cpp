// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/recordset.h"

#include "ui/common/choicebox.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kBoxLetters = 28; ///< a date and the beginning of a title

} // namespace

RecordSet::RecordSet(Desk& desk, const std::string& type, const QString& none, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_type(*desk.profile().type(type))
    , m_bar(new QWidget)
    , m_box(new ChoiceBox)
    , m_add(new QPushButton(icon(QStringLiteral("add")), tr("Create")))
    , m_none(makeLabel(TextRole::Muted, none))
    , m_place(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(20, 8, 20, 0);
    bar->addWidget(m_box);
    bar->addWidget(m_none);
    bar->addStretch(1);
    bar->addWidget(m_add);
    layout->addWidget(m_bar);
    layout->addLayout(m_place, 1);
    m_box->setAccessibleName(desk.languages.text(m_type.pluralLabel));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(kBoxLetters);
    m_add->setAccessibleName(tr("%1: new").arg(desk.languages.text(m_type.label)));
    connect(m_box, &QComboBox::activated, this,
        [this](int at) { open(m_lines[static_cast<std::size_t>(at)].id); });
    connect(m_add, &QPushButton::clicked, this, &RecordSet::make);
    m_add->setToolTip(tr("Ctrl+Shift+N"));
}

void RecordSet::show(const std::vector<CaseLine>& lines)
{
    const bool isFirst = m_page == nullptr;
    const base::RecordId current = m_page ? m_page->session().id() : base::RecordId {};
    m_lines = lines;
    m_box->clear();
    int at = -1;
    for (const CaseLine& line : lines) {
        QStringList words;
        if (!line.date.empty())
            words += dateText(line.date);
        if (!line.title.empty())
            words += line.isName ? m_desk.privacy.veiled(shown(line.title)) : shown(line.title);
        m_box->addItem(words.join(QStringLiteral("  ·  ")));
        if (line.id == current)
            at = m_box->count() - 1;
    }
    m_box->setVisible(lines.size() > 1);
    m_none->setVisible(lines.empty() && m_page == nullptr);
    if (at >= 0)
        m_box->setCurrentIndex(at);
    if (isFirst && !lines.empty())
        open(lines.front().id);
    if (m_page == nullptr && m_place->count() == 0)
        m_place->addStretch(1);
}

void RecordSet::choose(base::RecordId id)
{
    const auto at = std::find_if(
        m_lines.begin(), m_lines.end(), [&](const CaseLine& line) { return line.id == id; });
    if (at == m_lines.end() || (m_page != nullptr && m_page->session().id() == id))
        return;
    m_box->setCurrentIndex(static_cast<int>(at - m_lines.begin()));
    open(id);
}

void RecordSet::place(FormPage* page)
{
    // Out of the head of the form that goes.
    m_box->setParent(this);
    m_add->setParent(this);
    while (QLayoutItem* item = m_place->takeAt(0)) {
        // A form left with typed text keeps it as a draft.
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_page = page;
    m_none->hide();
    m_bar->hide();
    m_place->addWidget(page, 1);
    page->dress(m_box, m_add);
    m_box->setVisible(m_lines.size() > 1);
    m_add->show();
    connect(page, &FormPage::opened, this, &RecordSet::opened);
    connect(page, &FormPage::stateChanged, this, &RecordSet::stateChanged);
}

void RecordSet::open(base::RecordId id)
{
    place(new FormPage(m_desk, m_type.id, FormPage::Frame::Within, this));
    m_page->session().open(id);
}

void RecordSet::make()
{
    place(new FormPage(m_desk, m_type.id, FormPage::Frame::Within, this));
    connect(&m_page->form(), &RecordForm::rebuilt, m_page,
        [page = m_page] { page->form().focusFirst(); });
    m_page->session().openNew(m_preset);
}

} // namespace patronat::ui
