// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/figuredialog.h"

#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

FigureDialog::FigureDialog(Desk& desk, const QString& figure, BehindFigure behind, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_records(std::move(behind.records))
    , m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    growWithTexts(*this);
    setWindowTitle(tr("What the figure counts"));
    resize(560, 460);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    QLabel* of = makeLabel(TextRole::Group, figure);
    of->setWordWrap(true);
    layout->addWidget(of);
    const int count = static_cast<int>(m_records.size());
    if (behind.whole) {
        auto* share = makeLabel(TextRole::Plain,
            tr("A share: %1 of %2. These are counted into the part.")
                .arg(count)
                .arg(static_cast<qlonglong>(*behind.whole)));
        share->setObjectName(QStringLiteral("figure.share"));
        share->setWordWrap(true);
        layout->addWidget(share);
    }
    layout->addWidget(
        makeLabel(TextRole::Muted, tr("%n record(s); Enter opens one.", nullptr, count)));
    m_list->setObjectName(QStringLiteral("figure.records"));
    m_list->setAccessibleName(windowTitle());
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { openRow(m_list->row(item)); });
    connect(&desk.privacy, &Privacy::changed, this, &FigureDialog::fill);
    fill();
    m_list->setFocus();
}

void FigureDialog::fill()
{
    const int before = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const Culprit& one : m_records)
        m_list->addItem(m_desk.privacy.veiled(shown(one.title)));
    m_list->setCurrentRow(before);
}

void FigureDialog::openRow(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_records.size())
        return;
    const Culprit one = m_records[static_cast<std::size_t>(row)];
    accept();
    Q_EMIT opened(one.type, one.id);
}

} // namespace patronat::ui
