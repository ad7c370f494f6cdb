// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/signpanel.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"
#include "ui/exchange/linetable.h"

#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kTitle = 2;

} // namespace

SignPanel::SignPanel(const Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_table(new LineTable(desk.privacy))
    , m_said(makeLabel(TextRole::Muted))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(8);
    m_table->setObjectName(QStringLiteral("signs"));
    m_table->setWrapping(true);
    m_table->lines().setNameColumn(kTitle);
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    layout->addWidget(m_table, 1);
    connect(m_table, &LineTable::opened, this, &SignPanel::opened);
    setFocusProxy(m_table);
    words();
}

void SignPanel::show(std::vector<SignLine> signs, std::int64_t count)
{
    m_signs = std::move(signs);
    m_count = count;
    fill();
}

void SignPanel::words()
{
    m_table->setAccessibleName(tr("Findings and what came beside signatures; Enter opens the record"));
    m_table->lines().setHeads({ tr("What"), tr("Kind of record"), tr("Record"), tr("In detail") });
    fill();
}

void SignPanel::fill()
{
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    for (const SignLine& one : m_signs)
        lines.push_back({ { words.what(one.what), words.type(one.type),
                              one.record.isNull() ? tr("not here yet") : shown(one.title), words.detail(one) },
            one.type, one.record });
    m_table->lines().setLines(std::move(lines));
    m_table->fitColumns();
    const auto more = m_count - static_cast<std::int64_t>(m_signs.size());
    if (m_signs.empty())
        m_said->setText(tr("No findings."));
    else if (more > 0)
        m_said->setText(tr("Press Enter or click twice to open the record and correct it. The first of them are shown; %1 more follow.").arg(more));
    else
        m_said->setText(tr("Press Enter or click twice to open the record and correct it."));
    if (!m_signs.empty())
        m_table->setCurrentIndex(m_table->lines().index(0, 0));
}

} // namespace patronat::ui
