// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/columnsdialog.h"

#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/lists/listcolumns.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kColumnRole = Qt::UserRole;

} // namespace

ColumnsDialog::ColumnsDialog(Desk& desk, ListColumns& columns, int current, QWidget* parent)
    : QDialog(parent)
    , m_columns(columns)
    , m_list(new QListWidget)
    , m_state(makeLabel(TextRole::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("columnsDialog"));
    growWithTexts(*this);
    setWindowTitle(tr("Columns of the list"));
    resize(560, 420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    auto* title = makeLabel(TextRole::Title, tr("Columns of the list"));
    layout->addWidget(title);
    auto* hint = makeLabel(TextRole::Muted, tr("Space shows or hides a column."));
    layout->addWidget(hint);
    auto* across = new QHBoxLayout;
    m_list->setAccessibleName(tr("Columns"));
    m_list->setAccessibleDescription(hint->text());
    across->addWidget(m_list, 1);
    auto* side = new QVBoxLayout;
    addButtons(side);
    side->addStretch(1);
    across->addLayout(side);
    layout->addLayout(across, 1);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&columns, &QObject::destroyed, this, &QDialog::reject);
    connect(&columns, &ListColumns::changed, this, &ColumnsDialog::fill);
    connect(&desk.languages, &LanguageSwitch::switched, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::tell);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        m_columns.show(item->data(kColumnRole).toInt(), item->checkState() == Qt::Checked);
        fill(); // the last one shown stays
    });
    fill();
    const std::vector<int> order = columns.inOrder();
    for (std::size_t at = 0; at < order.size(); ++at)
        if (order[at] == current)
            m_list->setCurrentRow(static_cast<int>(at));
    m_list->setFocus();
}

QPushButton* ColumnsDialog::addButton(QVBoxLayout* side, const QString& words, const QString& name)
{
    auto* button = new QPushButton(words);
    button->setAutoDefault(false);
    button->setObjectName(name);
    side->addWidget(button);
    return button;
}

void ColumnsDialog::addButtons(QVBoxLayout* side)
{
    const auto add = [&](const QString& words, const char* name, auto run) {
        QPushButton* button = addButton(side, words, QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, run);
        return button;
    };
    add(tr("Sort &ascending"), "ascending",
        [this] { m_columns.sort(current(), Qt::AscendingOrder); });
    add(tr("Sort &descending"), "descending",
        [this] { m_columns.sort(current(), Qt::DescendingOrder); });
    m_wider = add(tr("&Wider"), "wider", [this] { m_columns.widen(current(), 1); });
    m_narrower = add(tr("&Narrower"), "narrower", [this] { m_columns.widen(current(), -1); });
    m_left = add(tr("Further &left"), "left", [this] { m_columns.move(current(), -1); });
    m_right = add(tr("Further &right"), "right", [this] { m_columns.move(current(), 1); });
    add(tr("As &they were"), "asTheyWere", [this] { m_columns.reset(); });
}

int ColumnsDialog::current() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item != nullptr ? item->data(kColumnRole).toInt() : 0;
}

void ColumnsDialog::fill()
{
    {
        const QSignalBlocker quiet(m_list);
        const std::vector<int> order = m_columns.inOrder();
        const int now = m_list->count() > 0 ? current() : order.front();
        // The lines stay and say something else: whoever stands on one is not thrown off it.
        while (m_list->count() < static_cast<int>(order.size()))
            new QListWidgetItem(m_list);
        for (std::size_t at = 0; at < order.size(); ++at) {
            QListWidgetItem* item = m_list->item(static_cast<int>(at));
            const QString sorted = m_columns.sortWords(order[at]);
            item->setText(sorted.isEmpty() ? m_columns.name(order[at])
                                           : tr("%1: %2").arg(m_columns.name(order[at]), sorted));
            item->setData(kColumnRole, order[at]);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(m_columns.isShown(order[at]) ? Qt::Checked : Qt::Unchecked);
            if (order[at] == now)
                m_list->setCurrentItem(item);
        }
    }
    tell();
}

void ColumnsDialog::tell()
{
    const int column = current();
    const QString name = m_columns.name(column);
    const bool hasWidth = m_columns.isShown(column) && !m_columns.takesTheRest(column);
    QString words = tr("“%1” is hidden.").arg(name);
    if (m_columns.isOnlyShown(column))
        words = tr("“%1” is the only column that is shown: it stays.").arg(name);
    else if (hasWidth)
        words = tr("“%1” is %n point(s) wide.", nullptr, m_columns.width(column)).arg(name);
    else if (m_columns.isShown(column))
        words = tr("“%1” is the last column: it takes the room that the others leave.").arg(name);
    m_state->setText(words);
    m_state->setAccessibleName(words);
    // A button with the focus is not switched off under the hand that presses it.
    for (QPushButton* button : { m_wider, m_narrower })
        button->setEnabled(hasWidth || button->hasFocus());
    m_left->setEnabled(m_list->currentRow() > 0 || m_left->hasFocus());
    m_right->setEnabled(m_list->currentRow() + 1 < m_list->count() || m_right->hasFocus());
}

} // namespace patronat::ui
